/* cor-inspector-duty.c: the cards that say what a duty comes to, and a route with its duties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-figures.h"
#include "cor-inspector-results.h"

#include "cor-headline-text.h"
#include "cor-item-text.h"
#include "cor-stated-trace.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

  cor_figures_add (card, _ ("TCO parity year"),
                   cor_parity_full_text (&parity));
  cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_PARITY, FALSE);
  if (shown->tco != NULL)
    {
      cor_figures_add (card, _ ("Payback"), payback_text (shown));
      cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_PAYBACK, FALSE);
    }
  if (diesel != NULL && !isnan (diesel->tco_yuan))
    {
      cor_figures_add (card, _ ("TCO gap to diesel, a truck"),
                       cor_format_money_change (outcome->tco_yuan - diesel->tco_yuan, NULL));
      cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_GAP, FALSE);
    }
  cor_figures_add (card, _ ("TCO"),
                   cor_figures_with_unit (outcome->tco_yuan_per_km, 3, cor_units_money (_ ("yuan/km"))));
  cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_TCO_KM, FALSE);
  if (diesel == NULL)
    return;
  cor_figures_add (card, _ ("TCO of diesel"),
                   cor_figures_with_unit (diesel->tco_yuan_per_km, 3, cor_units_money (_ ("yuan/km"))));
  cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_TCO_KM, TRUE);
}

/* What a truck takes: kWh a km, kg or litres per 100 km; NULL where that is not known. */
static char *
use_text (const CorOutcome *outcome)
{
  return !isnan (outcome->kwh_per_km)       ? cor_units_electricity_use (outcome->kwh_per_km)
         : !isnan (outcome->kgh2_per_100km) ? cor_figures_with_unit (outcome->kgh2_per_100km, 3, "kg/100 km")
                                            : cor_figures_with_unit (outcome->l_per_100km, 3, "L/100 km");
}

/* What the truck takes, and the diesel truck that does the same work, and whether that was worked out or given. */
static void
add_energy_use (GtkListBox *card, const CorResults *results, const CorDutyResult *duty, const CorOutcome *outcome)
{
  const CorOutcome *diesel = shown_outcome (results, duty->diesel);
  char *text = use_text (outcome);

  if (text != NULL)
    {
      cor_figures_add (card, outcome->measured ? _ ("Energy use, as given") : _ ("Energy use, calculated"), text);
      cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_ENERGY, FALSE);
    }
  text = diesel != NULL && diesel != outcome ? use_text (diesel) : NULL;
  if (text == NULL)
    return;
  cor_figures_add (card, diesel->measured ? _ ("Of diesel, as given") : _ ("Of diesel, calculated"), text);
  cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_ENERGY, TRUE);
}

static void
add_operation (GtkListBox *card,
               const CorResults *results,
               const CorDutyResult *duty,
               const CorAlternative *truck,
               const CorOutcome *outcome)
{
  cor_figures_add (card, _ ("Driven a year, a truck"),
                   cor_figures_quantity (COR_QUANTITY_KM, cor_outcome_driven_km (outcome)));
  cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_KM, FALSE);
  if (!isnan (outcome->detour_km))
    {
      cor_figures_add (card, _ ("Detour share"),
                       cor_format_percent (cor_outcome_detour_share (outcome), 1, NULL));
      cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_DETOUR_SHARE, FALSE);
    }
  if (!isnan (outcome->stops_per_trip))
    {
      cor_figures_add (card, _ ("Stops a trip"), cor_format_significant (outcome->stops_per_trip, 2));
      cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_STOPS, FALSE);
      cor_figures_add (card, _ ("Time for energy a trip"),
                       cor_figures_quantity (COR_QUANTITY_MINUTES, outcome->energy_h_per_trip * 60));
      cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_HOURS, FALSE);
    }
  add_energy_use (card, results, duty, outcome);
  if (outcome->tkm > 0)
    {
      cor_figures_add (card, _ ("Emissions, well to wheel"),
                       cor_figures_with_unit (outcome->wtw_kg * 1000 / outcome->tkm, 3, "g/tkm"));
      cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_INTENSITY, FALSE);
    }
  cor_figures_add (card, _ ("Emissions, well to wheel"),
                   cor_figures_with_unit (outcome->wtw_kg / 1000, 3, _ ("t CO₂e a year")));
  cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_EMISSIONS, FALSE);
  cor_figures_add_factor (card, results, truck->powertrain);
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
      cor_figures_add (card, _ ("Battery replaced"), replaced_text (tco));
      cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_REPLACED, FALSE);
    }
  if (!(tco->payload_revenue > 0))
    return;
  cor_figures_add (card, _ ("Payload lost, as revenue"), cor_format_money (tco->payload_revenue, NULL));
  cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_PAYLOAD_REVENUE, FALSE);
  cor_figures_add (card, _ ("Payload lost, as extra trucks"), cor_format_money (tco->payload_trucks, NULL));
  cor_figures_explain_duty (card, results, duty, COR_TRACE_TRUCK_PAYLOAD_TRUCKS, FALSE);
}

void
cor_inspector_build_duty (GtkBox *box,
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

/* A figure of the way, with its card. */
static void
add_of_way (GtkListBox *card, const CorResults *results, const CorItem *route, const CorPath *path, const char *name, char *value, CorWayFigure figure)
{
  cor_figures_add (card, name, value);
  cor_figures_explain_by (card, results, cor_way_trace (results, route, path, figure, cor_format_is_chinese (NULL)));
}

/* Metres that a way goes up in all; without heights it counts as level. */
static void
add_climb (GtkListBox *card, const CorResults *results, const CorItem *route, const CorPath *path)
{
  if (path->graded)
    add_of_way (card, results, route, path, _ ("Climb"), cor_figures_with_unit (cor_way_climb_m (path), 3, "m"), COR_WAY_CLIMB);
  else
    cor_figures_add (card, _ ("Climb"), g_strdup (_ ("no heights, level")));
}

/* The length of the way; beside one that was given, which of the two counts. */
static void
add_length (GtkListBox *card, const CorResults *results, const CorItem *route, const CorPath *path)
{
  double given_km = ((const CorRoute *) route)->distance_km;

  if (!isnan (given_km))
    cor_figures_add (card, _ ("Distance as given, counts"), cor_figures_quantity (COR_QUANTITY_KM, given_km));
  add_of_way (card, results, route, path, isnan (given_km) ? _ ("Distance") : _ ("By road, does not count"),
              cor_figures_quantity (COR_QUANTITY_KM, path->length_m / 1000), COR_WAY_LENGTH);
}

void
cor_inspector_build_route (GtkBox *box, CorSession *session, const CorResults *results, const CorItem *item)
{
  const CorGeometry *geometry = geometry_of (results, item->id);
  const CorPath *out = geometry != NULL ? geometry->out : NULL;
  GtkListBox *card;

  if (out != NULL)
    {
      card = cor_inspector_add_card (box, _ ("The way there"), _ ("indicative roads"));
      add_length (card, results, item, out);
      add_of_way (card, results, item, out, _ ("Driving time"), cor_figures_quantity (COR_QUANTITY_MINUTES, out->duration_s / 60), COR_WAY_TIME);
      add_of_way (card, results, item, out, _ ("Tolled"), cor_format_percent (out->tolled_m / out->length_m, 0, NULL), COR_WAY_TOLLED);
      if (out->n_links > 0)
        add_climb (card, results, item, out);
    }
  for (guint i = 0; i < results->n_duties; i++)
    if (g_strcmp0 (results->duties[i].duty->route, item->id) == 0)
      cor_inspector_build_duty (box, session, results, &results->duties[i],
                  cor_item_label (&results->duties[i].duty->item, cor_format_is_chinese (NULL)));
}
