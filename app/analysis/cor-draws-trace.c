/* cor-draws-trace.c: the cards of what many draws say of a gap.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-draws-trace.h"

#include "cor-sure-private.h"
#include "cor-sure-trace.h"

#include <glib/gi18n-lib.h>

/* @factors: their cards, %NULL until one is asked for. */
struct _CorDrawsCards
{
  const CorGap *gap;
  const CorMonteCarlo *drawn;
  gboolean zh;
  CorTrace **factors;
};

/* What is asked for of the draws: a model year by its index, a quantile of @of, a factor; by what the card is of. */
typedef struct
{
  CorDrawsCards *cards;
  const CorQuantiles *of;
  guint year;
  CorQuantile quantile;
  guint factor;
} Asked;

CorDrawsCards *
cor_draws_cards_new (const CorGap *gap, const CorMonteCarlo *drawn, gboolean zh)
{
  CorDrawsCards *cards = g_new0 (CorDrawsCards, 1);

  *cards = (CorDrawsCards){ gap, drawn, zh, g_new0 (CorTrace *, MAX (drawn->n_factors, 1)) };
  return cards;
}

void
cor_draws_cards_free (CorDrawsCards *cards)
{
  for (guint i = 0; i < cards->drawn->n_factors; i++)
    g_clear_pointer (&cards->factors[i], cor_trace_unref);
  g_free (cards->factors);
  g_free (cards);
}

static CorTrace *
run (const Asked *asked, void (*write) (CorTracer *t, gconstpointer data))
{
  return cor_tracer_run (cor_gap_results (asked->cards->gap), asked->cards->zh, write, asked);
}

static const CorFactorRange *
factor_at (const CorDrawsCards *cards, guint factor)
{
  guint n;

  return &cor_gap_factors (cards->gap, &n)[factor];
}

/* A statistic of the draws, which are what is beneath it. */
static void
add_counted (CorTracer *t, const char *symbol, const char *label, double value, const char *unit)
{
  cor_tracer_add_found (t, symbol, label, value, unit, COR_TRACE_BY_SIMULATION, _ ("The draws themselves"));
}

/* How often, and from where, it is drawn. */
static void
add_setting (CorTracer *t, const CorMonteCarlo *drawn)
{
  cor_tracer_add_found (t, "N", _ ("Draws"), drawn->n_draws, "", COR_TRACE_BY_SETTING, _ ("Sobol sequence with a random shift (Cranley and Patterson 1976)"));
  cor_tracer_add_found (t, "", _ ("Seed of the shift"), drawn->seed, "", COR_TRACE_BY_SETTING,
                        _ ("The same for all, so that only what is changed moves the answer"));
}

static void
add_base (CorTracer *t, const CorGap *gap, int model_year)
{
  CorTraceKey key = cor_sure_gap_key (gap, model_year);
  double value = cor_tracer_value_of (t, &key);

  if (!isnan (value))
    cor_tracer_add_child (t, "G", _ ("TCO gap to diesel, all at their values"), value, "yuan", key);
}

/* An end of a range, without its unit but for a share. */
static char *
end_text (const CorTracer *t, const CorFactorRange *factor, double value)
{
  gboolean share = g_str_equal (cor_param_info (factor->id)->unit, "1");
  g_autofree char *number = cor_tracer_number (share ? 100 * value : value);

  return g_strconcat (number, !share ? NULL : t->zh ? "%" : " %", NULL);
}

static void
add_factor (CorTracer *t, CorDrawsCards *cards, guint at)
{
  const CorFactorRange *factor = factor_at (cards, at);
  g_autofree char *name = cor_gap_factor_label (factor), *low = end_text (t, factor, factor->low), *high = end_text (t, factor, factor->high);
  /* Translators: a parameter, the low and the high of its range. */
  g_autofree char *label = g_strdup_printf (_ ("%s: mean of a triangle from %s to %s"), name, low, high);
  g_autoptr (CorTrace) card = cor_draws_card_factor (cards, at);

  cor_tracer_add_card (t, "x", label, card);
}

/* All that the draws follow from. */
static void
add_drawn (CorTracer *t, CorDrawsCards *cards, int model_year)
{
  add_setting (t, cards->drawn);
  add_base (t, cards->gap, model_year);
  for (guint i = 0; i < cards->drawn->n_factors; i++)
    add_factor (t, cards, i);
}

/* The parameter that a stated correlation joins to @factor in the draws; FALSE where it is none of it, or 0. */
static gboolean
is_joined (const CorDrawsCards *cards, guint factor, const CorCorrelation *stated, CorParamId *other)
{
  CorParamId id = factor_at (cards, factor)->id;

  *other = stated->a == id ? stated->b : stated->a;
  if (stated->rho == 0 || (stated->a != id && stated->b != id))
    return FALSE;
  for (guint i = 0; i < cards->drawn->n_factors; i++)
    if (i != factor && cards->drawn->group[i] == cards->drawn->group[factor] && factor_at (cards, i)->id == *other)
      return TRUE;
  return FALSE;
}

static void
add_correlations (CorTracer *t, const CorDrawsCards *cards, guint factor)
{
  guint n;
  const CorCorrelation *stated = cor_gap_correlations (cards->gap, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Moves together: %s and %s"), _ (cor_param_info (stated[i].a)->label),
                                                _ (cor_param_info (stated[i].b)->label));
      CorParamId other;

      if (is_joined (cards, factor, &stated[i], &other))
        cor_tracer_add_stated (t, "ρ", label, stated[i].rho, stated[i].status, stated[i].source, t->zh ? stated[i].reason_zh : stated[i].reason);
    }
}

static void
write_factor (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  const CorFactorRange *factor = factor_at (asked->cards, asked->factor);
  g_autofree char *name = cor_gap_factor_label (factor);
  const CorParamInfo *info = cor_param_info (factor->id);

  /* Translators: a parameter. */
  cor_tracer_head (t, g_strdup_printf (_ ("What is drawn: %s"), name),
                   _ ("(x<sub>low</sub> + x + x<sub>high</sub>) ÷ 3, mean of a triangular distribution with its peak at x"),
                   (factor->low + factor->base + factor->high) / 3, info->unit);
  cor_tracer_numbers (t, "(# + # + #) ÷ 3", factor->low, factor->base, factor->high);
  cor_tracer_add_entry (t, "x<sub>low</sub>", _ ("Low of the range"), factor->low, factor->id, factor->range_from);
  cor_tracer_add_entry (t, "x", _ (info->label), factor->base, factor->id, factor->from);
  cor_tracer_add_entry (t, "x<sub>high</sub>", _ ("High of the range"), factor->high, factor->id, factor->range_from);
  add_correlations (t, asked->cards, asked->factor);
}

CorTrace *
cor_draws_card_factor (CorDrawsCards *cards, guint factor)
{
  const Asked asked = { .cards = cards, .factor = factor };

  g_return_val_if_fail (factor < cards->drawn->n_factors, NULL);

  if (cards->factors[factor] == NULL)
    cards->factors[factor] = run (&asked, write_factor);
  return cor_trace_ref (cards->factors[factor]);
}

static void
write_chance (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  const CorMonteCarlo *drawn = asked->cards->drawn;
  int model_year = drawn->first_year + (int) asked->year;
  double hits = round (drawn->cheaper[asked->year] * drawn->n_draws), undone = round (drawn->undone * drawn->n_draws);
  /* Translators: a model year. */
  g_autofree char *what = g_strdup_printf (_ ("Chance that electric is cheaper by %d"), model_year);
  /* Translators: a model year. */
  g_autofree char *count = g_strdup_printf (_ ("Draws in which the truck costs no more than diesel in %d or an earlier model year"), model_year);

  cor_tracer_head (t, cor_sure_title (t, asked->cards->gap, what), "n ÷ N", drawn->cheaper[asked->year], COR_UNIT_CHANCE);
  cor_tracer_numbers (t, "# ÷ #", hits, (double) drawn->n_draws);
  add_counted (t, "n", count, hits, "");
  if (undone > 0)
    add_counted (t, "", _ ("Draws in which the day cannot be done in the model year shown"), undone, "");
  add_drawn (t, asked->cards, model_year);
}

CorTrace *
cor_draws_card_chance (CorDrawsCards *cards, guint year)
{
  const Asked asked = { .cards = cards, .year = year };

  g_return_val_if_fail (year < cards->drawn->n_years, NULL);

  return run (&asked, write_chance);
}

static void
write_undone (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  const CorMonteCarlo *drawn = asked->cards->drawn;
  double undone = round (drawn->undone * drawn->n_draws);

  cor_tracer_head (t, cor_sure_title (t, asked->cards->gap, _ ("Draws in which the day cannot be done in the model year shown")), "n ÷ N", drawn->undone, "1");
  cor_tracer_numbers (t, "# ÷ #", undone, (double) drawn->n_draws);
  add_counted (t, "n", _ ("Draws in which the day cannot be done in the model year shown"), undone, "");
  add_drawn (t, asked->cards, 0);
}

CorTrace *
cor_draws_card_undone (CorDrawsCards *cards)
{
  const Asked asked = { .cards = cards };

  return run (&asked, write_undone);
}

/* The rank in order of size that a quantile falls on, from 1 on: mostly between two draws. */
static double
rank_of (const Asked *asked)
{
  return 1 + cor_quantile_share (asked->quantile) * (asked->of->n - 1);
}

static void
write_way (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  double share = cor_quantile_share (asked->quantile), rank = rank_of (asked);

  cor_tracer_head (t, g_strdup (_ ("How far from the one draw to the next")), _ ("1 + q · (n − 1) − r, r its whole part"), rank - floor (rank), "");
  cor_tracer_numbers (t, "1 + # · (# − 1) − #", share, (double) asked->of->n, floor (rank));
  cor_tracer_add_found (t, "q", _ ("Share of the draws below"), share, "1", COR_TRACE_BY_SETTING, _ ("Five such shares are told: 5, 25, 50, 75 and 95 %"));
  add_counted (t, "n", _ ("Draws that have a gap in the year"), asked->of->n, "");
}

static const char *
quantile_name (CorQuantile quantile)
{
  static const char *const names[COR_N_QUANTILES] = {
    N_ ("Gap to diesel that 5 of 100 draws lie below"),  N_ ("Gap to diesel that 25 of 100 draws lie below"),
    N_ ("Median of the gap to diesel over all draws"),   N_ ("Gap to diesel that 25 of 100 draws lie above"),
    N_ ("Gap to diesel that 5 of 100 draws lie above"),
  };

  return _ (names[quantile]);
}

/* Between the two draws next to the rank. */
static void
write_quantile (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  const CorQuantiles *of = asked->of;
  double rank = rank_of (asked), below = of->below[asked->quantile], above = of->above[asked->quantile];
  g_autoptr (CorTrace) way = run (asked, write_way);
  /* Translators: the rank of a draw. */
  g_autofree char *first = g_strdup_printf (_ ("Gap of draw %.0f in order of size"), floor (rank));
  g_autofree char *second = g_strdup_printf (_ ("Gap of draw %.0f in order of size"), floor (rank) + 1);

  cor_tracer_head (t, cor_sure_title (t, asked->cards->gap, quantile_name (asked->quantile)), "G<sub>r</sub> + f · (G<sub>r+1</sub> − G<sub>r</sub>)",
                   cor_quantile_value (of, asked->quantile), "yuan");
  cor_tracer_numbers (t, "# + # · (# − #)", below, way->value, above, below);
  add_counted (t, "G<sub>r</sub>", first, below, "yuan");
  add_counted (t, "G<sub>r+1</sub>", second, above, "yuan");
  cor_tracer_add_card (t, "f", way->title, way);
}

static CorTrace *
quantile_card (const Asked *asked, CorQuantile quantile)
{
  Asked other = *asked;

  other.quantile = quantile;
  return run (&other, write_quantile);
}

static void
write_spread (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  const CorMonteCarlo *drawn = asked->cards->drawn;

  write_quantile (t, asked);
  for (CorQuantile i = 0; i < COR_N_QUANTILES; i++)
    {
      g_autoptr (CorTrace) card = quantile_card (asked, i);

      if (i != asked->quantile)
        cor_tracer_add_card (t, "", quantile_name (i), card);
    }
  add_drawn (t, asked->cards, drawn->first_year + (int) asked->year);
}

static CorTrace *
spread_card (CorDrawsCards *cards, const CorQuantiles *of, guint year, CorQuantile quantile)
{
  const Asked asked = { .cards = cards, .of = of, .year = year, .quantile = quantile };

  return of->n > 0 ? run (&asked, write_spread) : NULL;
}

CorTrace *
cor_draws_card_gap (CorDrawsCards *cards, CorQuantile quantile)
{
  return spread_card (cards, &cards->drawn->gap, cor_gap_results (cards->gap)->year, quantile);
}

CorTrace *
cor_draws_card_year (CorDrawsCards *cards, guint year)
{
  g_return_val_if_fail (cards->drawn->years != NULL && year < cards->drawn->n_years, NULL);

  return spread_card (cards, &cards->drawn->years[year], year, COR_QUANTILE_50);
}

/* Of a factor that is the first of its group. */
static void
write_correlation (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  const CorMonteCarlo *drawn = asked->cards->drawn;
  const CorFactorRange *factor = factor_at (asked->cards, asked->factor);
  double covariance = drawn->covariance[asked->factor], spread = drawn->spread[asked->factor];
  g_autofree char *name = cor_gap_factor_label (factor);

  /* Translators: a parameter. */
  cor_tracer_head (t, g_strdup_printf (_ ("Correlation of the gap with this: %s"), name), "cov(x, G) ÷ (s<sub>x</sub> · s<sub>G</sub>)",
                   drawn->part[asked->factor], "");
  cor_tracer_numbers (t, "# ÷ (# · #)", covariance, spread, drawn->gap_spread);
  add_counted (t, "cov(x, G)", _ ("Covariance of the two over the draws"), covariance, "");
  add_counted (t, "s<sub>x</sub>", _ ("Standard deviation of what is drawn"), spread, cor_param_info (factor->id)->unit);
  add_counted (t, "s<sub>G</sub>", _ ("Standard deviation of the gap"), drawn->gap_spread, "yuan");
  add_factor (t, asked->cards, asked->factor);
}

/* What a factor adds to the share of its group: its correlation with the gap, of a later one what those before do not tell. */
static void
add_part (CorTracer *t, const Asked *asked, guint at)
{
  const CorMonteCarlo *drawn = asked->cards->drawn;
  Asked other = *asked;
  g_autofree char *name = cor_gap_factor_label (factor_at (asked->cards, at));
  /* Translators: a parameter. */
  g_autofree char *label = g_strdup_printf (at == asked->factor ? _ ("Correlation of the gap with this: %s")
                                                                : _ ("Correlation of the gap with what those above do not tell of this: %s"),
                                            name);

  other.factor = at;
  if (at == asked->factor)
    {
      g_autoptr (CorTrace) card = run (&other, write_correlation);

      cor_tracer_add_card (t, "r", label, card);
    }
  else
    cor_tracer_add_found (t, "r", label, drawn->part[at], "", COR_TRACE_BY_SIMULATION,
                          _ ("The draws themselves (Anderson, An Introduction to Multivariate Statistical Analysis, 2003, section 2.5)"));
}

static int
compare_shares (gconstpointer a, gconstpointer b, gpointer drawn)
{
  guint i = *(const guint *) a, k = *(const guint *) b;
  const double *share = ((const CorMonteCarlo *) drawn)->share;

  return share[i] > share[k] ? -1 : share[i] < share[k] ? 1 : i < k ? -1 : i > k;
}

GArray *
cor_draws_order (const CorMonteCarlo *drawn)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < drawn->n_factors; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_shares, (gpointer) drawn);
  return order;
}

char *
cor_draws_share_label (const CorGap *gap, const CorMonteCarlo *drawn, guint factor)
{
  GString *label = g_string_new (NULL);
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  for (guint i = factor; i < drawn->n_factors; i++)
    if (drawn->group[i] == factor)
      {
        g_autofree char *name = cor_gap_factor_label (&factors[i]);

        g_string_append_printf (label, "%s%s", label->len > 0 ? " + " : "", name);
      }
  return g_string_free (label, FALSE);
}

static void
write_share (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  const CorMonteCarlo *drawn = asked->cards->drawn;
  g_autofree char *name = cor_draws_share_label (asked->cards->gap, drawn, asked->factor);
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint n = 0;

  /* Translators: a parameter. */
  cor_tracer_head (t, g_strdup_printf (_ ("Share of the variance of the gap: %s"), name), "", drawn->share[asked->factor], "1");
  for (guint i = asked->factor; i < drawn->n_factors; i++)
    if (drawn->group[i] == asked->factor)
      {
        cor_tracer_numbers (t, "# ^ 2", fabs (drawn->part[i]));
        g_string_append_printf (numbers, "%s%s", n++ > 0 ? " + " : "", t->out->numbers);
        add_part (t, asked, i);
      }
  cor_tracer_formula (t, n > 1 ? "Σ r²" : "r²");
  cor_tracer_set_numbers (t, numbers->str);
  add_setting (t, drawn);
  add_base (t, asked->cards->gap, 0);
  for (guint i = asked->factor; i < drawn->n_factors; i++)
    if (drawn->group[i] == asked->factor)
      add_factor (t, asked->cards, i);
}

CorTrace *
cor_draws_card_share (CorDrawsCards *cards, guint factor)
{
  const Asked asked = { .cards = cards, .factor = factor };

  g_return_val_if_fail (factor < cards->drawn->n_factors, NULL);

  return run (&asked, write_share);
}

static void
write_explained (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  const CorMonteCarlo *drawn = asked->cards->drawn;

  cor_tracer_head (t, cor_sure_title (t, asked->cards->gap, _ ("Share of the variance of the gap that straight lines tell")), "Σ R²", drawn->explained, "1");
  for (guint i = 0; i < drawn->n_factors; i++)
    {
      g_autoptr (CorTrace) card = drawn->group[i] == i ? cor_draws_card_share (asked->cards, i) : NULL;

      if (card == NULL)
        continue;
      cor_tracer_add_term (t, 1, drawn->share[i]);
      cor_tracer_add_card (t, "R²", card->title, card);
    }
}

CorTrace *
cor_draws_card_explained (CorDrawsCards *cards)
{
  const Asked asked = { .cards = cards };

  return run (&asked, write_explained);
}
