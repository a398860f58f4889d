/* cor-siting-answer.c: a choice of stations as a table and in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-answer.h"

#include "cor-card.h"
#include "cor-format.h"
#include "cor-siting-trace.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
cor_siting_answer_add_columns (CorDataTable *table)
{
  cor_data_table_add_column (table, _ ("Station"), "station", FALSE);
  cor_data_table_add_column (table, _ ("Rank"), "rank", TRUE);
  cor_data_table_add_column (table, _ ("Kind and size"), "built", FALSE);
  cor_data_table_add_column (table, _ ("Cost to build"), "cost_yuan", TRUE);
  cor_data_table_add_column (table, _ ("Duties driven"), "served_duties", TRUE);
  cor_data_table_add_column (table, _ ("Detour share"), "detour_share_after", TRUE);
  cor_data_table_add_column (table, _ ("Detour a year"), "gain_detour_km_per_year", TRUE);
  cor_data_table_add_column (table, _ ("Cost a year"), "gain_yuan_per_year", TRUE);
}

static char *
built_text (const CorStation *station)
{
  gulong plugs = (gulong) station->plugs, batteries = (gulong) station->batteries;

  if (station->station_kind == COR_STATION_HYDROGEN)
    return g_strdup (_ ("Hydrogen"));
  if (station->station_kind == COR_STATION_BOTH)
    return g_strdup (_ ("Charging and swap"));
  if (station->station_kind == COR_STATION_SWAP)
    return isnan (station->batteries)
             ? g_strdup (_ ("Swap"))
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Swap, %lu battery", "Swap, %lu batteries", batteries), batteries);
  return isnan (station->plugs) ? g_strdup (_ ("Charging"))
                                : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Charging, %lu plug", "Charging, %lu plugs", plugs), plugs);
}

/* With the first @n stations. */
static const CorSitingRank *
rank_at (const CorSitingPlan *plan, guint n)
{
  return n > 0 ? &g_array_index (plan->ranks, CorSitingRank, n - 1) : &plan->before;
}

static double
cost_by (const CorSitingRank *rank, CorSitingAim aim)
{
  return aim == COR_SITING_CARRIERS ? rank->carriers_yuan : rank->yuan_per_year;
}

/* The last cell added is that figure of the results of @rank. */
static void
explain (CorDataTable *table, const CorSitingRank *rank, CorTraceQuantity quantity)
{
  cor_data_table_explain (table, rank->results, (CorTraceKey){ .quantity = quantity });
}

/* What changes in km and yuan; nothing to compare where another duty is driven. */
static void
add_change (CorDataTable *table, double change, char *text, const CorSitingPlan *plan, guint place, gboolean detour, CorSitingAim aim)
{
  cor_data_table_number (table, -change, isnan (change) ? (g_free (text), g_strdup ("–")) : text);
  if (!isnan (change))
    cor_data_table_explain_by (table, g_array_index (plan->ranks, CorSitingRank, place - 1).results,
                               cor_siting_change_trace (plan, place, detour, aim, cor_format_is_chinese (NULL)));
}

static void
add_rank (CorDataTable *table, const CorSitingPlan *plan, guint place, CorSitingAim aim, const CorMoneyUnit *money)
{
  const CorSitingRank *rank = rank_at (plan, place), *above = rank_at (plan, place - 1);
  gboolean alike = rank->served == above->served;
  double km = alike ? rank->detour_km - above->detour_km : NAN;
  double yuan = alike ? cost_by (rank, aim) - cost_by (above, aim) : NAN;
  const CorStation *station = rank->station;

  cor_data_table_row (table, station->item.id);
  cor_data_table_text (table, g_strdup (cor_item_label (&station->item, cor_format_is_chinese (NULL))));
  cor_data_table_number (table, place, g_strdup_printf ("%u", place));
  cor_data_table_text (table, built_text (station));
  cor_data_table_number (table, rank->cost_yuan, cor_format_money_as (rank->cost_yuan, money, FALSE));
  cor_data_table_explain (table, rank->results, cor_siting_station_key (rank, COR_TRACE_STATION_CAPITAL));
  cor_data_table_number (table, rank->served,
                         alike ? g_strdup_printf ("%u", rank->served)
                               : g_strdup_printf ("%u (%+d)", rank->served, (int) rank->served - (int) above->served));
  explain (table, rank, COR_TRACE_DUTIES_DONE);
  cor_data_table_number (table, rank->detour_share, cor_format_percent (rank->detour_share, 2, NULL));
  explain (table, rank, COR_TRACE_DETOUR);
  add_change (table, km, cor_format_change (COR_QUANTITY_KM, km, NULL), plan, place, TRUE, aim);
  add_change (table, yuan, cor_format_money_as (yuan, money, TRUE), plan, place, FALSE, aim);
}

/* How things are before anything is built: figures in full, not changes. */
static void
add_before (CorDataTable *table, const CorSitingPlan *plan, CorSitingAim aim, const CorMoneyUnit *money)
{
  const CorSitingRank *before = &plan->before;

  cor_data_table_row (table, NULL);
  cor_data_table_text (table, g_strdup (_ ("As it is")));
  cor_data_table_number (table, 0, g_strdup ("–"));
  cor_data_table_text (table, g_strdup ("–"));
  cor_data_table_number (table, NAN, g_strdup ("–"));
  cor_data_table_number (table, before->served, g_strdup_printf ("%u", before->served));
  explain (table, before, COR_TRACE_DUTIES_DONE);
  cor_data_table_number (table, before->detour_share, cor_format_percent (before->detour_share, 2, NULL));
  explain (table, before, COR_TRACE_DETOUR);
  if (before->served == 0)
    {
      /* Nothing is driven: that costs nothing, and says nothing. */
      cor_data_table_number (table, NAN, g_strdup ("–"));
      cor_data_table_number (table, NAN, g_strdup ("–"));
      return;
    }
  cor_data_table_number (table, NAN, cor_format_quantity (COR_QUANTITY_KM, before->detour_km, NULL));
  explain (table, before, COR_TRACE_ASSIGNED_DETOUR);
  cor_data_table_number (table, NAN, cor_format_money_as (cost_by (before, aim), money, FALSE));
  if (aim == COR_SITING_CARRIERS)
    explain (table, before, COR_TRACE_OWNERS_YEAR);
  else
    cor_data_table_explain_by (table, before->results, cor_siting_cost_trace (plan, 0, cor_format_is_chinese (NULL)));
}

guint
cor_siting_answer_n_built (const CorSitingPlan *plan)
{
  guint n = 0;

  while (n < plan->ranks->len && g_array_index (plan->ranks, CorSitingRank, n).gains)
    n++;
  return n;
}

/* One unit for what is built and what it changes; how things are before is far more, and has it too. */
static CorMoneyUnit
money_unit (const CorSitingPlan *plan, guint n, CorSitingAim aim)
{
  const CorSitingRank *above = &plan->before;
  g_autoptr (GArray) yuan = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++)
    {
      const CorSitingRank *rank = &g_array_index (plan->ranks, CorSitingRank, i);
      double change = cost_by (rank, aim) - cost_by (above, aim);

      g_array_append_val (yuan, rank->cost_yuan);
      if (rank->served == above->served)
        g_array_append_val (yuan, change);
      above = rank;
    }
  return cor_money_unit_for ((const double *) (void *) yuan->data, yuan->len, NULL);
}

void
cor_siting_answer_fill (CorDataTable *table, const CorSitingPlan *plan, CorSitingAim aim)
{
  guint n = cor_siting_answer_n_built (plan);
  CorMoneyUnit money = money_unit (plan, n, aim);

  add_before (table, plan, aim, &money);
  for (guint i = 1; i <= n; i++)
    add_rank (table, plan, i, aim, &money);
  cor_data_table_show (table);
}

/* Why fewer are built than might be. */
static char *
fewer_text (const CorSitingPlan *plan, guint count)
{
  guint n = cor_siting_answer_n_built (plan);

  if (count <= n)
    return g_strdup ("");
  /* Translators: "2 of at most 3 stations". */
  return g_strdup_printf (ngettext ("%u of at most %u station: one more would not do better by this goal.",
                                    "%u of at most %u stations: one more would not do better by this goal.", count),
                          n, count);
}

/* A figure of a sentence: its text as a link, and what the link opens. */
static char *
figure (GArray *figures, char *text, const CorSitingRank *rank, CorTraceQuantity quantity, CorTrace *trace)
{
  CorMark mark = { rank->results, { .quantity = quantity }, trace };

  g_array_append_val (figures, mark);
  return cor_card_link (text, figures->len - 1);
}

static char *
count_figure (GArray *figures, const CorSitingRank *rank)
{
  return figure (figures, g_strdup_printf ("%u", rank->served), rank, COR_TRACE_DUTIES_DONE, NULL);
}

static char *
share_figure (GArray *figures, const CorSitingRank *rank)
{
  return figure (figures, cor_format_percent (rank->detour_share, 2, NULL), rank, COR_TRACE_DETOUR, NULL);
}

void
cor_siting_answer_say (GtkLabel *label, const CorSitingPlan *plan, guint count)
{
  const CorSitingRank *last = rank_at (plan, cor_siting_answer_n_built (plan));
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (CorMark));
  g_autofree char *fewer = fewer_text (plan, count);
  g_autofree char *before = count_figure (figures, &plan->before), *after = count_figure (figures, last);
  g_autofree char *was = share_figure (figures, &plan->before), *is = share_figure (figures, last);
  g_autofree char *text = NULL;
  const char *how = plan->method == COR_SITING_EXACT ? _ ("The best choice there is.") : _ ("A good choice; a better one may exist.");

  if (last == &plan->before)
    text = g_strdup_printf (_ ("Nothing to build: no candidate lets another duty be driven or does better by this goal. "
                               "%s of %u duties are driven."),
                            before, plan->n_duties);
  else
    {
      g_autofree char *done = g_strdup_printf (_ ("Duties driven: %s → %s of %u. Detour share: %s → %s. %s %u combinations looked at."),
                                               before, after, plan->n_duties, was, is, how, plan->evaluations);

      text = g_strconcat (done, *fewer != '\0' && !cor_format_is_chinese (NULL) ? " " : "", fewer, NULL);
    }
  cor_card_set_sentence (label, text, (const CorMark *) (void *) figures->data, figures->len);
}

void
cor_siting_answer_say_money (GtkLabel *label, const CorSitingPlan *plan)
{
  guint n = cor_siting_answer_n_built (plan);
  gboolean zh = cor_format_is_chinese (NULL);
  const CorSitingRank *last = rank_at (plan, n);
  g_autoptr (CorTrace) built = cor_siting_stations_trace (plan, n, zh), use = cor_siting_use_trace (plan, n, zh);
  g_autoptr (CorTrace) whole = cor_siting_cost_trace (plan, n, zh);
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (CorMark));
  g_autofree char *carriers = figure (figures, cor_format_money (last->carriers_yuan, NULL), last, COR_TRACE_OWNERS_YEAR, NULL);
  g_autofree char *fees = figure (figures, cor_format_money (last->fees_yuan, NULL), last, COR_TRACE_FEES_YEAR, NULL);
  g_autofree char *stations = figure (figures, cor_format_money (last->stations_yuan, NULL), last, 0, built);
  g_autofree char *demand = figure (figures, cor_format_money (last->demand_yuan + last->lost_yuan, NULL), last, 0, use);
  g_autofree char *all = figure (figures, cor_format_money (last->yuan_per_year, NULL), last, 0, whole);
  g_autofree char *text
    = g_strdup_printf (_ ("Equal yearly payments with this choice: truck owners pay %s, of it %s service fees that stations take in; the new "
                          "stations cost %s to pay back and run, and all stations pay %s for their highest power and for what swapped "
                          "batteries lose in charging. All together, the fees "
                          "taken off once: %s. Not in it: what stations that stand already have cost, and public money."),
                       carriers, fees, stations, demand, all);

  cor_card_set_sentence (label, text, (const CorMark *) (void *) figures->data, figures->len);
}

const char *
cor_siting_answer_aim (CorSitingAim aim)
{
  static const char *const words[] = {
    [COR_SITING_COST] = N_ ("What all together pay: trucks, energy and drivers, and the new stations. Service fees only change hands "
                            "and do not count."),
    [COR_SITING_CARRIERS] = N_ ("What truck owners pay, service fees included. Somebody else pays for the stations."),
    [COR_SITING_DETOUR] = N_ ("Km driven only to reach energy; among equals the cheaper choice."),
  };

  return _ (words[aim]);
}
