/* cor-inspector-station.c: the cards that say what a station does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-figures.h"
#include "cor-inspector-results.h"

#include "cor-item-text.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A figure of a station; left out where it has none. */
static void
add_traffic_figure (GtkListBox *card,
                    const CorResults *results,
                    guint index,
                    CorTraceQuantity quantity,
                    const char *name,
                    char *value)
{
  if (value == NULL)
    return;
  cor_figures_add (card, name, value);
  cor_figures_explain (card, results, (CorTraceKey){ .quantity = quantity, .index = index });
}

/* What all duties together do to the station, where that was worked out. */
static void
add_traffic (GtkListBox *card, const CorResults *results, guint index)
{
  const CorStationResult *station = &results->stations[index];

  add_traffic_figure (card, results, index, COR_TRACE_STATION_DAY, _ ("Energy a day"),
                      cor_figures_quantity (COR_QUANTITY_ENERGY, station->energy_kwh_per_day));
  add_traffic_figure (card, results, index, COR_TRACE_STATION_WAIT, _ ("Mean wait of all visits"),
                      cor_figures_quantity (COR_QUANTITY_MINUTES, station->mean_wait_min));
  add_traffic_figure (card, results, index, COR_TRACE_STATION_P95, _ ("95 of 100 wait less than"),
                      cor_figures_quantity (COR_QUANTITY_MINUTES, station->p95_wait_min));
  add_traffic_figure (card, results, index, COR_TRACE_STATION_PEAK, _ ("Peak power"),
                      cor_figures_quantity (COR_QUANTITY_POWER, station->peak_kw));
  add_traffic_figure (card, results, index, COR_TRACE_STATION_USE, _ ("In use"),
                      isnan (station->utilisation) ? NULL : cor_format_percent (station->utilisation, 0, NULL));
  add_traffic_figure (card, results, index, COR_TRACE_STATION_BREAKEVEN, _ ("Fee that pays it back"),
                      cor_figures_with_unit (station->breakeven_fee_yuan_per_kwh, 2, cor_unit_text ("yuan/kWh")));
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
        cor_figures_add (card, cor_item_label (&duty->duty->item, cor_format_is_chinese (NULL)),
                         cor_format_change (COR_QUANTITY_KM, detour, NULL));
    }
}

void
cor_inspector_build_station (GtkBox *box, const CorResults *results, const CorItem *item)
{
  int index = cor_scenario_index (results->scenario, COR_ITEM_STATION, item->id);
  double visits = cor_station_visits (results, item->id);
  GtkListBox *card;

  cor_figures_again (box);
  card = cor_figures_next (box, _ ("What it does"), NULL);
  if (!isnan (visits))
    {
      cor_figures_add (card, _ ("Visits a day"), cor_format_significant (visits, 3));
      cor_figures_explain (card, results,
                           (CorTraceKey){ .quantity = COR_TRACE_STATION_VISITS, .index = (guint)MAX (index, 0) });
    }
  if (index >= 0 && results->stations != NULL && (guint)index < results->n_stations)
    add_traffic (card, results, (guint)index);
  cor_figures_end (card);
  if (visits > 0)
    {
      card = cor_figures_next (box, _ ("Detours"), _ ("a stop"));
      add_detours (card, results, index);
      cor_figures_end (card);
    }
  cor_figures_rest (box);
}
