/* bench-tco.c: time of one evaluation against a bare sum of the same terms, and of parity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-study.h"

#include "cor-param-reader.h"

/* Batches so short that one of them runs without a break, however busy the machine is. */
#define ROUNDS 500
#define BATCHES 1000
#define PARITIES 50
#define TERMS 5

/*
 * The same terms as a page of C would write them, without tables, names or rows to show: price and
 * battery in instalments, interest, fourteen yearly parts, five policies, residuals.
 */
static double
bare_sum (const double *p, guint years)
{
  double factor = 1, total = (p[0] + p[1]) * (1 - p[2]) + p[3] * (p[0] + p[1]) - p[4] * p[1];
  double balance = p[2], growth = 1 + p[5];

  for (guint y = 0; y < years; y++)
    {
      double fade = 1 - p[6] * y, km = p[7] * fade, kwh = km * p[8], litres = km * p[9];
      double principal = MIN (balance, p[2] / 3), run;

      run = litres * (p[10] + p[11] * y) + kwh * p[12] * (p[13] + p[14] * y) + kwh * (1 - p[12]) * p[15];
      run += kwh * p[12] * p[16] + kwh * (1 - p[12]) * p[17] + km * p[18] * p[19] + km * p[20] + p[21] * p[22];
      run += p[23] + p[24] * (p[0] + p[1]) + (p[25] + p[26]) * fade * p[27] + km * p[28] * p[29];
      run -= km * p[18] * p[19] * p[30] + kwh * p[31];
      run += km * p[18] * p[16] + litres * p[17] * (p[18] + p[19] * y) / 1000;
      total += run * factor;
      factor /= growth;
      total += (principal * (p[0] + p[1]) + balance * p[5] * (p[0] + p[1])) * factor;
      balance -= principal;
    }
  return total - (p[0] * p[22] + p[1] * p[23]) * factor;
}

static volatile double sink;

typedef void (*Work) (gpointer data);

static void
evaluate_once (gpointer data)
{
  static CorTco out;

  cor_tco_evaluate (data, &out);
  sink += out.total;
}

static void
sum_once (gpointer data)
{
  sink += bare_sum (data, 5);
}

/* The best of many batches: others share the machine. */
static double
ns_each (Work work, gpointer data)
{
  double best = G_MAXDOUBLE;

  for (int batch = 0; batch < BATCHES; batch++)
    {
      gint64 start = g_get_monotonic_time ();

      for (int i = 0; i < ROUNDS; i++)
        work (data);
      best = MIN (best, (g_get_monotonic_time () - start) * 1000.0 / ROUNDS);
    }
  return best;
}

/* Parity of nine battery trucks, eleven model years and the diesel truck of each. */
static double
parity_ms (CorStudy *study)
{
  gint64 start = g_get_monotonic_time ();

  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    for (int c = 0; c < COR_STUDY_CITIES; c++)
      sink += cor_study_parity (study, t, COR_STUDY_BET, c, NULL, 0);
  return (g_get_monotonic_time () - start) / 1000.0;
}

int
main (void)
{
  static const CorPolicyKind kinds[TERMS] = { COR_POLICY_PURCHASE_SUBSIDY, COR_POLICY_TOLL_RELIEF,
                                              COR_POLICY_ENERGY, COR_POLICY_GHG_ROAD_CHARGE,
                                              COR_POLICY_CARBON_TAX };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamLayer) defaults = cor_param_reader_load_default (&error);
  CorPolicyTerm terms[TERMS];
  double figures[32];
  CorStudy study;
  CorTco out;
  double evaluation, sum, parity = G_MAXDOUBLE;

  g_assert_no_error (error);
  cor_study_init (&study, defaults);
  for (guint i = 0; i < TERMS; i++)
    cor_policy_term_init (&terms[i], kinds[i]);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    figures[i] = 0.01 * (i + 1);

  cor_study_tco (&study, COR_STUDY_TRACTOR, COR_STUDY_BET, COR_STUDY_BEIJING, 2027, terms, TERMS, &out);
  evaluation = ns_each (evaluate_once, study.inputs);
  sum = ns_each (sum_once, figures);
  for (int i = 0; i < PARITIES; i++)
    parity = MIN (parity, parity_ms (&study));
  g_print ("tco_evaluation,ns,%.1f,%d\n", evaluation, ROUNDS * BATCHES);
  g_print ("bare_sum,ns,%.1f,%d\n", sum, ROUNDS * BATCHES);
  g_print ("tco_to_bare_sum,1,%.1f,1\n", evaluation / sum);
  g_print ("parity_nine_by_eleven,ms,%.3f,%d\n", parity, PARITIES);
  cor_study_clear (&study);
  return 0;
}
