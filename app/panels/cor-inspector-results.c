/* cor-inspector-results.c: the cards that say what a thing does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-inspector-cards.h"

#include "cor-card.h"

#include "cor-emissions.h"
#include "cor-format.h"
#include "cor-headline-text.h"
#include "cor-item-text.h"
#include "cor-policy-facts.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_chinese (void)
{
  return cor_format_is_chinese (NULL);
}

static GtkWidget *
row_new (const char *name)
{
  GtkWidget *row = adw_action_row_new (), *label = gtk_label_new (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "cor-figure");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_add_css_class (row, "cor-row");
  g_object_set_data (G_OBJECT (row), "label", label);
  return row;
}

/* Removes a row and those behind it. */
static void
drop_rows (GtkListBox *card, GtkWidget *from)
{
  while (from != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (from);

      gtk_list_box_remove (card, from);
      from = next;
    }
  g_object_set_data (G_OBJECT (card), "next", NULL);
}

/* A figure with its name; nothing where @value is NULL. Takes @value over. A card that is there from before tells its
 * rows in their order, and one of the same name is kept. */
static void
add (GtkListBox *card, const char *name, char *value)
{
  g_autofree char *text = value;
  GtkWidget *row = g_object_get_data (G_OBJECT (card), "next");

  g_object_set_data (G_OBJECT (card), "now", NULL);
  if (text == NULL)
    return;
  if (row != NULL && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), name) == 0)
    g_object_set_data (G_OBJECT (card), "next", gtk_widget_get_next_sibling (row));
  else
    {
      drop_rows (card, row);
      row = row_new (name);
      gtk_list_box_append (card, row);
    }
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "label"), text);
  g_object_set_data (G_OBJECT (card), "now", row);
}

/* Makes the row just added to @list lead to where its figure comes from, and marks it where that is assumed. */
static void
explain (GtkListBox *list, const CorResults *results, CorTraceKey key)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (list), "now");
  g_autoptr (CorTrace) trace = cor_trace_new (results, &key, FALSE);

  if (row != NULL)
    cor_card_attach (row, trace != NULL ? results : NULL, &key, TRUE);
}

/* The same for a figure of the truck that is shown for @duty, or of its diesel truck. */
static void
explain_last (GtkListBox *list, const CorResults *results, const CorDutyResult *duty, CorTraceQuantity quantity, gboolean diesel)
{
  CorTraceKey key = { .quantity = quantity, .duty = (guint)(duty - results->duties), .truck = -1 };

  for (guint i = 0; !diesel && i < duty->n_alternatives; i++)
    if (duty->alternatives[i] == cor_duty_result_shown (duty))
      key.truck = (int)i;
  explain (list, results, key);
}

static char *
quantity (CorQuantity kind, double value)
{
  return isnan (value) ? NULL : cor_format_quantity (kind, value, NULL);
}

static char *
with_unit (double value, int digits, const char *unit)
{
  g_autofree char *number = isnan (value) ? NULL : cor_format_significant (value, digits);

  return number != NULL ? g_strdup_printf ("%s" COR_NBSP "%s", number, unit) : NULL;
}

/* The reason why something cannot be done, and what would help. */
static void
add_problem (GtkBox *box, const char *problem, const char *remedy)
{
  GtkWidget *banner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *text = gtk_label_new (NULL);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>%s%s", problem, remedy ? "\n" : "",
                                                     remedy ? remedy : "");

  gtk_label_set_markup (GTK_LABEL (text), markup);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (banner, "cor-problem");
  gtk_box_append (GTK_BOX (banner), icon);
  gtk_box_append (GTK_BOX (banner), text);
  gtk_box_append (box, banner);
}

static const CorOutcome *
shown_outcome (const CorResults *results, const CorAlternative *alternative)
{
  return alternative != NULL ? &alternative->outcomes[results->year] : NULL;
}

static char *
payback_text (const CorAlternative *shown)
{
  if (shown->tco == NULL)
    return NULL;
  if (shown->payback_year == 0)
    return g_strdup (_ ("not in this time"));
  if (shown->cheaper_at_once)
    return g_strdup (_ ("cheaper from the first day"));
  return g_strdup_printf (_ ("year %u"), shown->payback_year);
}

static void
add_costs (GtkListBox *card, const CorResults *results, const CorDutyResult *duty)
{
  const CorAlternative *shown = cor_duty_result_shown (duty);
  const CorOutcome *outcome = shown_outcome (results, shown);
  const CorOutcome *diesel = shown_outcome (results, duty->diesel);
  CorParity parity = cor_truck_parity (results, duty, shown);

  add (card, _ ("TCO parity year"),
       cor_parity_full_text (&parity));
  explain_last (card, results, duty, COR_TRACE_TRUCK_PARITY, FALSE);
  if (shown->tco != NULL)
    {
      add (card, _ ("Payback"), payback_text (shown));
      explain_last (card, results, duty, COR_TRACE_TRUCK_PAYBACK, FALSE);
    }
  if (diesel != NULL && !isnan (diesel->tco_yuan))
    {
      add (card, _ ("TCO gap to diesel, a truck"),
           cor_format_money_change (outcome->tco_yuan - diesel->tco_yuan, NULL));
      explain_last (card, results, duty, COR_TRACE_TRUCK_GAP, FALSE);
    }
  add (card, _ ("TCO"), with_unit (outcome->tco_yuan_per_km, 3, cor_units_money (_ ("yuan/km"))));
  explain_last (card, results, duty, COR_TRACE_TRUCK_TCO_KM, FALSE);
  if (diesel == NULL)
    return;
  add (card, _ ("TCO of diesel"), with_unit (diesel->tco_yuan_per_km, 3, cor_units_money (_ ("yuan/km"))));
  explain_last (card, results, duty, COR_TRACE_TRUCK_TCO_KM, TRUE);
}

/* The factor that the emissions above were counted with, as a row of its own for it is long. */
static void
add_factor (GtkListBox *card, const CorResults *results, CorPowertrain powertrain)
{
  GtkWidget *row = adw_action_row_new ();
  CorFactorChoice choice;
  const CorFactor *factor;
  g_autofree char *label = NULL, *escaped = NULL;

  cor_factor_choice_init (results, &choice);
  factor = cor_factor_choice_main (&choice, powertrain);
  label = factor == results->grid ? cor_results_grid_label (results, is_chinese ())
                                  : cor_factor_label (factor, results->first_year + (int) results->year, is_chinese ());
  escaped = g_markup_escape_text (label, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Counted with"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_add_css_class (row, "cor-row");
  gtk_list_box_append (card, row);
}

/* What the truck takes, and whether that was worked out or given. */
static void
add_energy_use (GtkListBox *card, const CorResults *results, const CorDutyResult *duty, const CorOutcome *outcome)
{
  char *text = !isnan (outcome->kwh_per_km)     ? cor_units_electricity_use (outcome->kwh_per_km)
               : !isnan (outcome->kgh2_per_100km) ? with_unit (outcome->kgh2_per_100km, 3, "kg/100 km")
                                                  : with_unit (outcome->l_per_100km, 3, "L/100 km");

  if (text == NULL)
    return;
  add (card, outcome->measured ? _ ("Energy use, as given") : _ ("Energy use, calculated"), text);
  explain_last (card, results, duty, COR_TRACE_TRUCK_ENERGY, FALSE);
}

static void
add_operation (GtkListBox *card,
               const CorResults *results,
               const CorDutyResult *duty,
               const CorAlternative *truck,
               const CorOutcome *outcome)
{
  add (card, _ ("Driven a year, a truck"),
       quantity (COR_QUANTITY_KM, cor_outcome_driven_km (outcome)));
  explain_last (card, results, duty, COR_TRACE_TRUCK_KM, FALSE);
  if (!isnan (outcome->detour_km))
    {
      add (card, _ ("Detour share"),
           cor_format_percent (cor_outcome_detour_share (outcome), 1, NULL));
      explain_last (card, results, duty, COR_TRACE_TRUCK_DETOUR_SHARE, FALSE);
    }
  if (!isnan (outcome->stops_per_trip))
    {
      add (card, _ ("Stops a trip"), cor_format_significant (outcome->stops_per_trip, 2));
      explain_last (card, results, duty, COR_TRACE_TRUCK_STOPS, FALSE);
      add (card, _ ("Time for energy a trip"),
           quantity (COR_QUANTITY_MINUTES, outcome->energy_h_per_trip * 60));
      explain_last (card, results, duty, COR_TRACE_TRUCK_HOURS, FALSE);
    }
  add_energy_use (card, results, duty, outcome);
  if (outcome->tkm > 0)
    {
      add (card, _ ("Emissions, well to wheel"), with_unit (outcome->wtw_kg * 1000 / outcome->tkm, 3, "g/tkm"));
      explain_last (card, results, duty, COR_TRACE_TRUCK_INTENSITY, FALSE);
    }
  add (card, _ ("Emissions, well to wheel"), with_unit (outcome->wtw_kg / 1000, 3, _ ("t CO₂e a year")));
  explain_last (card, results, duty, COR_TRACE_TRUCK_EMISSIONS, FALSE);
  add_factor (card, results, truck->powertrain);
}

static char *
replaced_text (const CorTco *tco)
{
  if (tco->batteries_replaced == 1)
    return g_strdup_printf (_ ("in year %u"), tco->battery_replaced);
  return g_strdup_printf (_ ("%u times, first in year %u"), tco->batteries_replaced,
                          tco->battery_replaced);
}

/* What the battery's ageing and mass cost: the payload lost in both its prices. */
static void
add_battery (GtkListBox *card, const CorResults *results, const CorDutyResult *duty, const CorTco *tco)
{
  if (tco->batteries_replaced > 0)
    {
      add (card, _ ("Battery replaced"), replaced_text (tco));
      explain_last (card, results, duty, COR_TRACE_TRUCK_REPLACED, FALSE);
    }
  if (!(tco->payload_revenue > 0))
    return;
  add (card, _ ("Payload lost, as revenue"), cor_format_money (tco->payload_revenue, NULL));
  explain_last (card, results, duty, COR_TRACE_TRUCK_PAYLOAD_REVENUE, FALSE);
  add (card, _ ("Payload lost, as extra trucks"), cor_format_money (tco->payload_trucks, NULL));
  explain_last (card, results, duty, COR_TRACE_TRUCK_PAYLOAD_TRUCKS, FALSE);
}

static void
build_duty (GtkBox *box,
            CorSession *session,
            const CorResults *results,
            const CorDutyResult *duty,
            const char *title)
{
  const CorAlternative *shown = cor_duty_result_shown (duty);
  const CorOutcome *outcome = shown_outcome (results, shown);
  g_autofree char *year = g_strdup_printf ("%d", results->first_year + (int)results->year);
  GtkListBox *card;

  if (outcome == NULL)
    return;
  if (shown->problem != NULL)
    {
      add_problem (box, shown->problem, shown->remedy);
      cor_inspector_add_remedies (box, session, duty);
    }
  if (duty->geometry != NULL && duty->geometry->problem != NULL)
    add_problem (box, duty->geometry->problem, NULL);
  if (outcome->feasible)
    {
      card = cor_inspector_add_card (box, title, year);
      add_costs (card, results, duty);
      add_operation (card, results, duty, shown, outcome);
      if (shown->tco != NULL)
        add_battery (card, results, duty, shown->tco);
    }
  cor_inspector_add_plan (box, session, results, duty);
}

static const CorGeometry *
geometry_of (const CorResults *results, const char *route)
{
  for (guint i = 0; i < results->n_duties; i++)
    if (g_strcmp0 (results->duties[i].duty->route, route) == 0)
      return results->duties[i].geometry;
  return NULL;
}

/* Metres that a way goes up in all; without heights it counts as level. */
static char *
climb_text (const CorPath *path)
{
  double climb_m = 0;

  if (!path->graded)
    return g_strdup (_ ("no heights, level"));
  for (guint i = 0; i < path->n_segments; i++)
    climb_m += MAX (0.0, path->segments[i].grade) * path->segments[i].length_m;
  return with_unit (climb_m, 3, "m");
}

static void
build_route (GtkBox *box, CorSession *session, const CorResults *results, const CorItem *item)
{
  const CorGeometry *geometry = geometry_of (results, item->id);
  const CorPath *out = geometry != NULL ? geometry->out : NULL;
  GtkListBox *card;

  if (geometry != NULL && geometry->problem != NULL)
    add_problem (box, geometry->problem, NULL);
  if (out != NULL)
    {
      card = cor_inspector_add_card (box, _ ("The way there"), _ ("indicative roads"));
      add (card, _ ("Distance"), quantity (COR_QUANTITY_KM, out->length_m / 1000));
      add (card, _ ("Driving time"), quantity (COR_QUANTITY_MINUTES, out->duration_s / 60));
      add (card, _ ("Tolled"), cor_format_percent (out->tolled_m / out->length_m, 0, NULL));
      if (out->n_links > 0)
        add (card, _ ("Climb"), climb_text (out));
    }
  for (guint i = 0; i < results->n_duties; i++)
    if (g_strcmp0 (results->duties[i].duty->route, item->id) == 0)
      build_duty (box, session, results, &results->duties[i],
                  cor_item_label (&results->duties[i].duty->item, is_chinese ()));
}

/* A figure of a station; left out where it has none. */
static void
add_traffic_figure (GtkListBox *card, const CorResults *results, guint index, CorTraceQuantity quantity, const char *name, char *value)
{
  if (value == NULL)
    return;
  add (card, name, value);
  explain (card, results, (CorTraceKey){ .quantity = quantity, .index = index });
}

/* What all duties together do to the station, where that was worked out. */
static void
add_traffic (GtkListBox *card, const CorResults *results, guint index)
{
  const CorStationResult *station = &results->stations[index];

  add_traffic_figure (card, results, index, COR_TRACE_STATION_DAY, _ ("Energy a day"),
                      quantity (COR_QUANTITY_ENERGY, station->energy_kwh_per_day));
  add_traffic_figure (card, results, index, COR_TRACE_STATION_WAIT, _ ("Mean wait"),
                      quantity (COR_QUANTITY_MINUTES, station->mean_wait_min));
  add_traffic_figure (card, results, index, COR_TRACE_STATION_P95, _ ("95 of 100 wait less than"),
                      quantity (COR_QUANTITY_MINUTES, station->p95_wait_min));
  add_traffic_figure (card, results, index, COR_TRACE_STATION_PEAK, _ ("Peak power"), quantity (COR_QUANTITY_POWER, station->peak_kw));
  add_traffic_figure (card, results, index, COR_TRACE_STATION_USE, _ ("In use"),
                      isnan (station->utilisation) ? NULL : cor_format_percent (station->utilisation, 0, NULL));
  add_traffic_figure (card, results, index, COR_TRACE_STATION_BREAKEVEN, _ ("Fee that pays it back"),
                      with_unit (station->breakeven_fee_yuan_per_kwh, 2, cor_unit_text ("yuan/kWh")));
}

/* How far a stop leads off the way, for the duties that stop there. */
static void
add_detours (GtkListBox *card, const CorResults *results, int index)
{
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *shown = cor_duty_result_shown (duty);
      double detour = NAN;

      for (guint j = 0; shown != NULL && shown->plan != NULL && j < shown->plan->n_stops; j++)
        if (shown->plan->stops[j].station == index)
          detour = shown->plan->stops[j].detour_m / 1000;
      if (!isnan (detour))
        add (card, cor_item_label (&duty->duty->item, is_chinese ()),
             cor_format_change (COR_QUANTITY_KM, detour, NULL));
    }
}

/* The next card of @box, the one that was there before where there is one. */
static GtkListBox *
next_card (GtkBox *box, const char *title, const char *note)
{
  GtkWidget *card = g_object_get_data (G_OBJECT (box), "next");
  GtkListBox *list;

  if (card == NULL)
    return cor_inspector_add_card (box, title, note);
  list = GTK_LIST_BOX (gtk_widget_get_last_child (card));
  g_object_set_data (G_OBJECT (box), "next", gtk_widget_get_next_sibling (card));
  g_object_set_data (G_OBJECT (list), "next", gtk_widget_get_first_child (GTK_WIDGET (list)));
  return list;
}

/* Takes away what was there before and is not now. */
static void
drop_rest (GtkBox *box)
{
  GtkWidget *card = g_object_get_data (G_OBJECT (box), "next");

  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);

      gtk_box_remove (box, card);
      card = next;
    }
  g_object_set_data (G_OBJECT (box), "next", NULL);
}

/* What a station does, in the rows that are there from before: it is dragged about. */
static void
build_station (GtkBox *box, const CorResults *results, const CorItem *item)
{
  int index = cor_scenario_index (results->scenario, COR_ITEM_STATION, item->id);
  double visits = cor_station_visits (results, item->id);
  GtkListBox *card;

  g_object_set_data (G_OBJECT (box), "next", gtk_widget_get_first_child (GTK_WIDGET (box)));
  card = next_card (box, _ ("What it does"), NULL);
  if (!isnan (visits))
    {
      add (card, _ ("Visits a day"), cor_format_significant (visits, 3));
      explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_STATION_VISITS, .index = (guint)MAX (index, 0) });
    }
  if (index >= 0 && results->stations != NULL && (guint)index < results->n_stations)
    add_traffic (card, results, (guint)index);
  drop_rows (card, g_object_get_data (G_OBJECT (card), "next"));
  if (visits > 0)
    {
      card = next_card (box, _ ("Detours"), _ ("a stop"));
      add_detours (card, results, index);
      drop_rows (card, g_object_get_data (G_OBJECT (card), "next"));
    }
  drop_rest (box);
}

static void
build_truck (GtkBox *box, const CorResults *results, const CorItem *item)
{
  GtkListBox *card = NULL;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      CorParity parity;

      if (g_strcmp0 (duty->duty->truck, item->id) != 0)
        continue;
      if (card == NULL)
        card = cor_inspector_add_card (box, _ ("Duties"), _ ("parity"));
      parity = cor_item_parity (results, COR_ITEM_DUTY, duty->duty->item.id);
      add (card, cor_item_label (&duty->duty->item, is_chinese ()), cor_parity_full_text (&parity));
      explain_last (card, results, duty, COR_TRACE_TRUCK_PARITY, FALSE);
    }
}

/* What an instrument, or all of a package together, does. */
static CorPolicyFact
policy_fact (const CorResults *results, const CorPolicy *policy, gboolean *any)
{
  g_autoptr (GArray) facts = cor_policy_facts (results);
  CorPolicyFact sum = { .policy = policy };

  *any = FALSE;
  for (guint i = 0; i < facts->len; i++)
    {
      const CorPolicyFact *fact = &g_array_index (facts, CorPolicyFact, i);

      if (fact->policy != policy
          && (policy->members == NULL || !g_strv_contains ((const char *const *) policy->members, fact->policy->item.id)))
        continue;
      sum.gap_yuan += fact->gap_yuan;
      sum.paid += fact->paid;
      sum.forgone += fact->forgone;
      sum.raised += fact->raised;
      *any |= fact->gap_yuan != 0;
    }
  return sum;
}

/* A sum of money a year, where there is any. */
static void
add_yearly (GtkListBox *card, const CorResults *results, CorTraceKey key, const char *name, double yuan, const CorMoneyUnit *money)
{
  if (fabs (yuan) < 0.5)
    return;
  add (card, name, cor_format_money_as (yuan, money, FALSE));
  explain (card, results, key);
}

static void
build_policy (GtkBox *box, const CorResults *results, const CorItem *item)
{
  const CorPolicy *policy = (const CorPolicy *) item;
  double trucks = results->totals[results->year].trucks;
  gboolean any;
  CorPolicyFact fact = policy_fact (results, policy, &any);
  const double yuan[] = { fact.gap_yuan / trucks, fact.paid, fact.forgone, fact.raised };
  const struct
  {
    CorTraceQuantity quantity;
    const char *name;
  } yearly[] = { { COR_TRACE_INSTRUMENT_PAID, _ ("Public money paid a year") },
                 { COR_TRACE_INSTRUMENT_FORGONE, _ ("Public money forgone a year") },
                 { COR_TRACE_INSTRUMENT_RAISED, _ ("Public money raised a year") } };
  CorMoneyUnit money = cor_money_unit_for (yuan, G_N_ELEMENTS (yuan), NULL);
  CorTraceKey key = { .quantity = COR_TRACE_INSTRUMENT_GAP,
                      .index = (guint) MAX (cor_scenario_index (results->scenario, COR_ITEM_POLICY, item->id), 0) };
  g_autofree char *year = NULL;
  GtkListBox *card;

  if (!policy->on || !(trucks > 0))
    return;
  year = g_strdup_printf (_ ("trucks of %d"), results->first_year + (int) results->year);
  card = cor_inspector_add_card (box, _ ("What it does"), year);
  if (!any)
    {
      add (card, _ ("No truck that is counted gets or pays anything"), g_strdup (""));
      return;
    }
  add (card, _ ("Cost gap to diesel, a truck"), cor_format_money_as (fact.gap_yuan / trucks, &money, TRUE));
  explain (card, results, key);
  for (guint i = 0; i < G_N_ELEMENTS (yearly); i++)
    {
      key.quantity = yearly[i].quantity;
      add_yearly (card, results, key, yearly[i].name, yuan[i + 1], &money);
    }
  if (!(results->saved_t > 0 && fact.paid + fact.forgone > 0))
    return;
  add (card, _ ("Public cost of a tonne avoided, average"),
       with_unit ((fact.paid + fact.forgone) / results->saved_t, 0, cor_unit_text ("yuan/tCO2e")));
  key.quantity = COR_TRACE_INSTRUMENT_TONNE;
  explain (card, results, key);
}

static void
build_scenario (GtkBox *box, const CorResults *results)
{
  const CorTotals *totals = &results->totals[results->year];
  GtkListBox *card = cor_inspector_add_card (box, _ ("All duties"), NULL);

  add (card, _ ("Duties that can be done"),
       g_strdup_printf (_ ("%u of %u"), results->feasible, results->n_duties));
  add (card, _ ("Trucks"), cor_format_number (totals->trucks, 0));
  explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_TRUCKS });
  add (card, _ ("Driven a year"), quantity (COR_QUANTITY_KM, totals->driven_km));
  explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_KM });
  if (totals->tkm > 0)
    {
      add (card, _ ("Emissions, well to wheel"), with_unit (totals->wtw_kg * 1000 / totals->tkm, 3, "g/tkm"));
      explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_INTENSITY });
    }
  add_factor (card, results, COR_POWERTRAIN_BET);
  add_factor (card, results, COR_POWERTRAIN_DIESEL);
  add (card, _ ("Public money paid a year"), cor_format_money (totals->paid_yuan_per_year, NULL));
  explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_PAID_YEAR });
  add (card, _ ("Public money forgone a year"),
       cor_format_money (totals->forgone_yuan_per_year, NULL));
  explain (card, results, (CorTraceKey){ .quantity = COR_TRACE_FORGONE_YEAR });
}

void
cor_inspector_build_results (GtkBox *box,
                             CorSession *session,
                             const CorResults *results,
                             const CorItem *item)
{
  const CorDutyResult *duty;

  switch (item->kind)
    {
    case COR_ITEM_HEAD:
      build_scenario (box, results);
      break;
    case COR_ITEM_POLICY:
      build_policy (box, results, item);
      break;
    case COR_ITEM_ROUTE:
      build_route (box, session, results, item);
      break;
    case COR_ITEM_STATION:
      build_station (box, results, item);
      break;
    case COR_ITEM_TRUCK:
      build_truck (box, results, item);
      break;
    case COR_ITEM_DUTY:
      duty = cor_results_duty (results, item->id);
      if (duty != NULL)
        build_duty (box, session, results, duty, _ ("What it comes to"));
      break;
    default:
      break;
    }
}
