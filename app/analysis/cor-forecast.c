/* cor-forecast.c: the months to come of a series with seasons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-forecast.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SEASON 12
/* Least months that drift and seasons can be learnt from once some are held back. */
#define LEAST_LEARNT 18
/* 80 % of a normal distribution lie within so many standard deviations. */
#define Z80 1.2815515655446004
/* Smoothing weights are looked for in steps of one so-manieth. */
#define STEPS 20

const CorEnumValue cor_forecast_method_values[] = {
  { COR_FORECAST_SEASONAL_NAIVE, "seasonal-naive", N_ ("the same month a year before, with drift") },
  { COR_FORECAST_HOLT_WINTERS, "holt-winters", N_ ("Holt–Winters, additive seasons") },
  { 0, NULL, NULL },
};

/* Mean rise in a month, and how the year's rises scatter around it. */
static void
naive_drift (const double *y, guint n, double *drift, double *sigma)
{
  double sum = 0, squares = 0;
  guint pairs = n - SEASON;

  for (guint t = SEASON; t < n; t++)
    sum += y[t] - y[t - SEASON];
  for (guint t = SEASON; t < n; t++)
    squares += pow (y[t] - y[t - SEASON] - sum / pairs, 2);
  *drift = sum / pairs / SEASON;
  *sigma = pairs > 1 ? sqrt (squares / (pairs - 1)) : 0;
}

static void
run_naive (const double *y, guint n, guint ahead, double *value, double *half)
{
  double drift, sigma;

  naive_drift (y, n, &drift, &sigma);
  for (guint h = 1; h <= ahead; h++)
    {
      guint years = (h - 1) / SEASON + 1;

      value[h - 1] = y[n + h - 1 - years * SEASON] + drift * SEASON * years;
      half[h - 1] = Z80 * sigma * sqrt (years);
    }
}

/* CorWinters: level, slope and seasons after the last month, and the mean square of a step's error. */
typedef struct
{
  double level, slope;
  double season[SEASON];
  double mse;
} Winters;

/* Begins with the first two years (Hyndman and Athanasopoulos 8.3) and goes through the rest. */
static void
winters_fit (const double *y, guint n, double alpha, double beta, double gamma, Winters *w)
{
  double first = 0, second = 0, squares = 0;

  for (guint i = 0; i < SEASON; i++)
    {
      first += y[i] / SEASON;
      second += y[SEASON + i] / SEASON;
    }
  w->slope = (second - first) / SEASON;
  w->level = first + w->slope * (SEASON - 1) / 2.0;
  for (guint i = 0; i < SEASON; i++)
    w->season[i] = (y[i] - (first + w->slope * (i - (SEASON - 1) / 2.0))
                    + y[SEASON + i] - (second + w->slope * (i - (SEASON - 1) / 2.0)))
                   / 2;
  for (guint t = SEASON; t < n; t++)
    {
      double *season = &w->season[t % SEASON], before = w->level;
      double miss = y[t] - (w->level + w->slope + *season);

      squares += miss * miss;
      w->level = alpha * (y[t] - *season) + (1 - alpha) * (before + w->slope);
      *season = gamma * (y[t] - before - w->slope) + (1 - gamma) * *season;
      w->slope = beta * (w->level - before) + (1 - beta) * w->slope;
    }
  w->mse = squares / (n - SEASON);
}

static void
run_winters (const double *y, guint n, guint ahead, double *value, double *half)
{
  Winters best = { .mse = INFINITY }, w;
  double alpha = 0, beta = 0, gamma = 0, variance = 1;

  for (guint a = 1; a < STEPS; a++)
    for (guint b = 0; b <= STEPS / 4; b++)
      for (guint g = 0; g < STEPS; g++)
        {
          winters_fit (y, n, a / (double) STEPS, b / (double) STEPS, g / (double) STEPS, &w);
          if (w.mse >= best.mse)
            continue;
          best = w;
          alpha = a / (double) STEPS;
          beta = b / (double) STEPS;
          gamma = g / (double) STEPS;
        }
  for (guint h = 1; h <= ahead; h++)
    {
      value[h - 1] = best.level + h * best.slope + best.season[(n + h - 1) % SEASON];
      half[h - 1] = Z80 * sqrt (best.mse * variance);
      variance += pow (alpha * (1 + h * beta) + (h % SEASON == 0 ? gamma * (1 - alpha) : 0), 2);
    }
}

void
cor_forecast_run (CorForecastMethod method, const double *months, guint n, guint ahead, double *value, double *half_width)
{
  g_return_if_fail (n > (method == COR_FORECAST_HOLT_WINTERS ? 2 * SEASON - 1 : SEASON));

  if (method == COR_FORECAST_HOLT_WINTERS)
    run_winters (months, n, ahead, value, half_width);
  else
    run_naive (months, n, ahead, value, half_width);
}

/* Foretells the months held back; the share that the method was off, NaN where it could not. */
static double
try_method (CorForecastMethod method, const double *y, guint n, guint held, guint *inside)
{
  g_autofree double *value = g_new (double, held), *half = g_new (double, held);
  double miss = 0, sum = 0;

  *inside = 0;
  if (method == COR_FORECAST_HOLT_WINTERS && n - held < 2 * SEASON)
    return NAN;
  cor_forecast_run (method, y, n - held, held, value, half);
  for (guint i = 0; i < held; i++)
    {
      double off = fabs (y[n - held + i] - value[i]);

      miss += off;
      sum += fabs (y[n - held + i]);
      *inside += off <= half[i];
    }
  return sum > 0 ? miss / sum : NAN;
}

static gboolean
check (const double *months, guint n, GError **error)
{
  if (n < COR_FORECAST_LEAST)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_MISSING, _ ("a forecast needs %d months or more; there are %u"),
                   COR_FORECAST_LEAST, n);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (!isfinite (months[i]))
      {
        g_set_error (error, COR_ERROR, COR_ERROR_MISSING, _ ("a forecast needs every month; number %u of %u is missing"), i + 1, n);
        return FALSE;
      }
  return TRUE;
}

CorForecast *
cor_forecast_new (const double *months, guint n, guint ahead, GError **error)
{
  CorForecast *out;
  guint inside[COR_N_FORECAST_METHODS];
  g_autofree double *half = NULL;

  if (!check (months, n, error))
    return NULL;
  out = g_new0 (CorForecast, 1);
  out->n = ahead;
  out->held_back = MIN (SEASON, n - LEAST_LEARNT);
  for (int method = 0; method < COR_N_FORECAST_METHODS; method++)
    {
      out->error[method] = try_method (method, months, n, out->held_back, &inside[method]);
      if (out->error[method] < out->error[out->method] || isnan (out->error[out->method]))
        out->method = method;
    }
  out->inside = inside[out->method];
  out->value = g_new (double, ahead);
  out->low = g_new (double, ahead);
  out->high = g_new (double, ahead);
  half = g_new (double, ahead);
  cor_forecast_run (out->method, months, n, ahead, out->value, half);
  for (guint i = 0; i < ahead; i++)
    {
      out->low[i] = fmax (0, out->value[i] - half[i]);
      out->high[i] = out->value[i] + half[i];
    }
  return out;
}

void
cor_forecast_free (CorForecast *forecast)
{
  g_free (forecast->value);
  g_free (forecast->low);
  g_free (forecast->high);
  g_free (forecast);
}
