/* calibrate.c: estimates what the ICCT study shows only in figures, from what it prints.
 *
 * Run by hand: build/app/analysis/calibrate/calibrate-icct > data/parameters/icct-2021-estimated.json
 *
 * Least squares (Levenberg-Marquardt, then a simplex; GSL) over the printed parity years without policy, the
 * anchors of the text and the independent priors of cor-unknown-table.def, each weighed by how
 * exact it is. No result with a policy takes part. A parity year weighs by how far the gap crosses
 * zero from the middle of the year before it, so that the set found is a central one. Deterministic.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-anchors.h"

#include "cor-calibration.h"

#include <cor-param-reader.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_vector.h>
#include <stdlib.h>
#include <string.h>

#define STEPS_MAX 200
#define TOLERANCE 1e-9
#define RESTARTS 12
#define SIMPLEX_STEPS 2500
#define SIMPLEX_SIZE 0.3

typedef struct
{
  CorStudy study;
  CorChoice choice;
} Problem;

static int
residuals (const gsl_vector *x, void *data, gsl_vector *f)
{
  Problem *problem = data;
  double unknowns[COR_N_UNKNOWNS], r[COR_N_RESIDUALS];

  for (guint i = 0; i < COR_N_UNKNOWNS; i++)
    unknowns[i] = cor_unknowns[i].prior + gsl_vector_get (x, i) * cor_unknowns[i].deviation;
  cor_calibration_apply (&problem->study, unknowns, problem->choice);
  cor_calibration_residuals (&problem->study, unknowns, r);
  for (guint i = 0; i < COR_N_RESIDUALS; i++)
    gsl_vector_set (f, i, r[i]);
  return GSL_SUCCESS;
}

static double
sum_of_squares (const gsl_vector *x, void *data)
{
  gsl_vector *f = gsl_vector_alloc (COR_N_RESIDUALS);
  double sum = 0;

  residuals (x, data, f);
  for (guint i = 0; i < COR_N_RESIDUALS; i++)
    sum += gsl_vector_get (f, i) * gsl_vector_get (f, i);
  gsl_vector_free (f);
  return sum;
}

/* The kinks that parity years and ranges make stop the first method short: a simplex goes on. */
static double
polish (Problem *problem, gsl_vector *x)
{
  gsl_multimin_function f = { sum_of_squares, COR_N_UNKNOWNS, problem };
  gsl_multimin_fminimizer *simplex
    = gsl_multimin_fminimizer_alloc (gsl_multimin_fminimizer_nmsimplex2, COR_N_UNKNOWNS);
  gsl_vector *step = gsl_vector_alloc (COR_N_UNKNOWNS);
  double sum = 0;

  for (int restart = 0; restart < RESTARTS; restart++)
    {
      gsl_vector_set_all (step, SIMPLEX_SIZE / (1 + restart / 3));
      gsl_multimin_fminimizer_set (simplex, &f, x, step);
      for (int i = 0; i < SIMPLEX_STEPS; i++)
        if (gsl_multimin_fminimizer_iterate (simplex) != GSL_SUCCESS)
          break;
      gsl_vector_memcpy (x, gsl_multimin_fminimizer_x (simplex));
      sum = gsl_multimin_fminimizer_minimum (simplex);
    }
  gsl_vector_free (step);
  gsl_multimin_fminimizer_free (simplex);
  return sum;
}

/* The least sum of squares with @choice, its unknowns in @best. */
static double
solve (Problem *problem, CorChoice choice, double best[COR_N_UNKNOWNS])
{
  gsl_multifit_nlinear_parameters how = gsl_multifit_nlinear_default_parameters ();
  gsl_multifit_nlinear_workspace *work;
  gsl_multifit_nlinear_fdf fdf = { 0 };
  gsl_vector *start = gsl_vector_calloc (COR_N_UNKNOWNS);
  double sum = 0;
  int info;

  problem->choice = choice;
  fdf.f = residuals;
  fdf.n = COR_N_RESIDUALS;
  fdf.p = COR_N_UNKNOWNS;
  fdf.params = problem;
  how.h_df = 1e-4;
  work = gsl_multifit_nlinear_alloc (gsl_multifit_nlinear_trust, &how, fdf.n, fdf.p);
  gsl_multifit_nlinear_init (start, &fdf, work);
  gsl_multifit_nlinear_driver (STEPS_MAX, TOLERANCE, TOLERANCE, TOLERANCE, NULL, NULL, &info, work);
  gsl_vector_memcpy (start, gsl_multifit_nlinear_position (work));
  sum = polish (problem, start);
  for (guint i = 0; i < COR_N_UNKNOWNS; i++)
    best[i] = cor_unknowns[i].prior + gsl_vector_get (start, i) * cor_unknowns[i].deviation;
  gsl_multifit_nlinear_free (work);
  gsl_vector_free (start);
  return sum;
}

/* To standard error: what was found, beside what it was fitted to. */
static void
report (Problem *problem, const double *unknowns)
{
  CorAnchor anchors[COR_N_ANCHORS];

  for (guint i = 0; i < COR_N_UNKNOWNS; i++)
    g_printerr ("%-20s %12.4f  (prior %g ± %g)\n", cor_unknowns[i].name, unknowns[i],
                cor_unknowns[i].prior, cor_unknowns[i].deviation);
  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    for (int p = COR_STUDY_BET; p <= COR_STUDY_FCET; p++)
      for (int c = 0; c < COR_STUDY_CITIES; c++)
        {
          double gaps[COR_STUDY_YEARS];

          cor_study_gaps (&problem->study, t, p, c, NULL, 0, gaps);
          g_printerr ("%-15s %s %-9s %4d:", cor_study_trucks[t], p == COR_STUDY_BET ? "bet" : "fcet",
                      cor_study_cities[c], cor_study_parity (&problem->study, t, p, c, NULL, 0));
          for (int y = 0; y < COR_STUDY_YEARS; y++)
            g_printerr (" %6.0f", gaps[y] / 1000);
          g_printerr ("\n");
        }
  cor_anchors_compute (&problem->study, anchors);
  for (guint i = 0; i < COR_N_ANCHORS; i++)
    g_printerr ("%s %12.4g  [%g, %g] %s\n",
                anchors[i].ours >= anchors[i].low && anchors[i].ours <= anchors[i].high ? "  " : "! ",
                anchors[i].ours, anchors[i].low, anchors[i].high, anchors[i].text);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamLayer) defaults = NULL;
  double best[COR_N_UNKNOWNS], best_sum = G_MAXDOUBLE;
  CorChoice best_choice = { 0 };
  Problem problem;

  defaults = argc > 1 ? cor_param_reader_load_folder (argv[1], &error)
                      : cor_param_reader_load_default (&error);
  if (defaults == NULL)
    {
      g_printerr ("calibrate-icct: %s\n", error->message);
      return EXIT_FAILURE;
    }
  gsl_set_error_handler_off ();
  cor_study_init (&problem.study, defaults);
  for (guint i = 0; i < COR_N_CHOICES; i++)
    {
      double unknowns[COR_N_UNKNOWNS];
      CorChoice choice = cor_calibration_choice (i);
      double sum = solve (&problem, choice, unknowns);

      g_printerr ("storage %s, running costs at %g of the year, powertrain %s value: sum of squares %.3f\n",
                  choice.storage_high_2 ? "high 2" : "high 1", choice.timing,
                  choice.drive_keeps_value ? "keeps" : "loses", sum);
      if (sum < best_sum)
        {
          best_sum = sum;
          best_choice = choice;
          memcpy (best, unknowns, sizeof best);
        }
    }
  cor_calibration_apply (&problem.study, best, best_choice);
  report (&problem, best);
  cor_calibration_print (best, best_choice);
  cor_study_clear (&problem.study);
  return EXIT_SUCCESS;
}
