/* cor-results-json.c: results with all that is behind them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-json-writer.h"
#include "cor-results-table.h"
#include "cor-trace-json.h"

#include <math.h>

static void
write_number (CorJsonWriter *writer, const char *key, double number)
{
  cor_json_writer_key (writer, key);
  cor_json_writer_number (writer, number);
}

static void
write_text (CorJsonWriter *writer, const char *key, const char *text)
{
  cor_json_writer_key (writer, key);
  cor_json_writer_string (writer, text);
}

static void
write_cells (CorJsonWriter *writer, const CorResultsRow *row)
{
  const CorResultsColumn *column;

  for (guint c = 0; (column = cor_results_table_column (c)) != NULL; c++)
    {
      CorCell cell;

      cor_results_table_cell (row, c, &cell);
      cor_json_writer_key (writer, column->name);
      if (g_strcmp0 (column->name, "feasible") == 0)
        cor_json_writer_boolean (writer, g_strcmp0 (cell.borrowed, "true") == 0);
      else if (cell.borrowed != NULL)
        cor_json_writer_string (writer, cell.borrowed);
      else
        cor_json_writer_number (writer, cell.number);
    }
}

/* The discounted parts; together they are the total. */
static void
write_parts (CorJsonWriter *writer, const CorOutcome *outcome)
{
  cor_json_writer_key (writer, "cost_parts_yuan");
  cor_json_writer_begin (writer, '{');
  for (int part = 0; part < COR_N_TCO_PARTS && isfinite (outcome->tco_yuan); part++)
    write_number (writer, cor_tco_part_info (part)->id, outcome->part_yuan[part]);
  cor_json_writer_end (writer, '}');
}

static const char *
stop_kind (CorStopKind kind)
{
  static const char *const nicks[] = {
    [COR_STOP_PLUG] = "charging", [COR_STOP_SWAP] = "swap", [COR_STOP_SITE] = "site", [COR_STOP_DEPOT] = "depot",
  };

  return nicks[kind];
}

static void
write_stop (CorJsonWriter *writer, const CorResultsRow *row, const CorPlanStop *stop)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (row->results->scenario, COR_ITEM_STATION, &n);

  cor_json_writer_begin (writer, '{');
  write_text (writer, "kind", stop_kind (stop->kind));
  if (stop->station >= 0 && (guint) stop->station < n)
    write_text (writer, "station", stations[stop->station]->id);
  write_number (writer, "leg", stop->leg);
  write_number (writer, "at_km", stop->at_m / 1000);
  write_number (writer, "day_km", stop->day_m / 1000);
  write_number (writer, "arrive_h", stop->arrive_h);
  write_number (writer, "soc_in", stop->soc_in);
  write_number (writer, "soc_out", stop->soc_out);
  write_number (writer, "kwh", stop->kwh);
  write_number (writer, "yuan", stop->yuan);
  write_number (writer, "minutes", stop->minutes);
  write_number (writer, "wait_min", stop->wait_min);
  write_number (writer, "detour_km", stop->detour_m / 1000);
  write_number (writer, "detour_min", stop->detour_s / 60);
  cor_json_writer_end (writer, '}');
}

static void
write_stops (CorJsonWriter *writer, const CorResultsRow *row)
{
  const CorPlan *plan = row->alternative->plan;

  cor_json_writer_key (writer, "stops");
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
    write_stop (writer, row, &plan->stops[i]);
  cor_json_writer_end (writer, ']');
}

/* The parts of one year, nominal or discounted; their sum. */
static double
write_slot (CorJsonWriter *writer, const char *key, const CorTco *tco, guint slot, gboolean discounted)
{
  double total = 0;

  cor_json_writer_key (writer, key);
  cor_json_writer_begin (writer, '{');
  for (int part = 0; part < COR_N_TCO_PARTS; part++)
    {
      double yuan = discounted ? cor_tco_discounted (tco, part, slot) : tco->part[part][slot];

      total += yuan;
      write_number (writer, cor_tco_part_info (part)->id, yuan);
    }
  cor_json_writer_end (writer, '}');
  return total;
}

/* Year 0 is the day of purchase. */
static void
write_cash_flow (CorJsonWriter *writer, const CorTco *tco)
{
  cor_json_writer_key (writer, "cash_flow");
  cor_json_writer_begin (writer, '[');
  for (guint slot = 0; tco != NULL && slot <= tco->n_years; slot++)
    {
      double total;

      cor_json_writer_begin (writer, '{');
      write_number (writer, "year", slot);
      total = write_slot (writer, "parts_yuan", tco, slot, FALSE);
      write_number (writer, "total_yuan", total);
      write_number (writer, "cumulative_yuan", tco->cumulative[slot]);
      total = write_slot (writer, "discounted_parts_yuan", tco, slot, TRUE);
      write_number (writer, "discounted_total_yuan", total);
      cor_json_writer_end (writer, '}');
    }
  cor_json_writer_end (writer, ']');
}

/* Ageing of the battery, and the payload its mass takes away in both prices. */
static void
write_battery (CorJsonWriter *writer, const CorTco *tco)
{
  if (tco == NULL)
    return;
  write_number (writer, "battery_health_at_end", tco->battery_health);
  write_number (writer, "batteries_replaced", tco->batteries_replaced);
  write_number (writer, "battery_first_replaced_year", tco->batteries_replaced > 0 ? tco->battery_replaced : NAN);
  write_number (writer, "payload_lost_as_revenue_yuan", tco->payload_revenue);
  write_number (writer, "payload_lost_as_trucks_yuan", tco->payload_trucks);
}

static void
write_model_years (CorJsonWriter *writer, const CorResultsRow *row)
{
  cor_json_writer_key (writer, "model_years");
  cor_json_writer_begin (writer, '[');
  for (guint y = 0; y < row->results->n_years; y++)
    {
      const CorOutcome *outcome = &row->alternative->outcomes[y];

      cor_json_writer_begin (writer, '{');
      write_number (writer, "model_year", outcome->model_year);
      write_number (writer, "tco_yuan", outcome->tco_yuan);
      write_number (writer, "tco_yuan_per_km", outcome->tco_yuan_per_km);
      write_number (writer, "kwh_per_km", outcome->kwh_per_km);
      write_number (writer, "l_per_100km", outcome->l_per_100km);
      write_number (writer, "kgh2_per_100km", outcome->kgh2_per_100km);
      write_number (writer, "wtw_kgco2e_per_year", outcome->wtw_kg);
      write_number (writer, "public_paid_yuan", outcome->money.paid);
      write_number (writer, "public_forgone_yuan", outcome->money.forgone);
      write_number (writer, "public_raised_yuan", outcome->money.raised);
      cor_json_writer_end (writer, '}');
    }
  cor_json_writer_end (writer, ']');
}

/* Each spell of parity by its first and last model year. */
static void
write_spells (CorJsonWriter *writer, const char *key, const CorParitySpells *parity)
{
  cor_json_writer_key (writer, key);
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < parity->n; i++)
    {
      cor_json_writer_begin (writer, '{');
      write_number (writer, "first_model_year", parity->at[i].first);
      write_number (writer, "last_model_year", parity->at[i].last);
      cor_json_writer_end (writer, '}');
    }
  cor_json_writer_end (writer, ']');
}

static void
write_row (CorJsonWriter *writer, const CorResultsRow *row)
{
  const CorOutcome *outcome = &row->alternative->outcomes[row->results->year];

  cor_json_writer_begin (writer, '{');
  write_cells (writer, row);
  write_text (writer, "truck_id", row->alternative->truck->item.id);
  write_spells (writer, "parity_spells", &row->alternative->parity);
  write_number (writer, "ownership_years", outcome->feasible ? outcome->ownership_years : NAN);
  write_number (writer, "direct_kgco2e_per_year", outcome->direct_kg);
  write_number (writer, "detour_kgco2e_per_year", outcome->detour_kg);
  write_number (writer, "tkm_per_year", outcome->tkm);
  write_parts (writer, outcome);
  write_stops (writer, row);
  write_battery (writer, row->alternative->tco);
  write_cash_flow (writer, row->alternative->tco);
  write_model_years (writer, row);
  cor_json_writer_key (writer, "cards");
  cor_trace_write_ids (writer, row);
  cor_json_writer_end (writer, '}');
}

static void
write_factor (CorJsonWriter *writer, const char *key, const CorFactor *factor, int year)
{
  if (factor == NULL)
    return;
  cor_json_writer_key (writer, key);
  cor_json_writer_begin (writer, '{');
  write_text (writer, "id", factor->id);
  write_text (writer, "scope", cor_enum_nick (cor_factor_scope_values, factor->scope));
  write_text (writer, "region", factor->region);
  write_number (writer, "year", factor->year);
  write_number (writer, "total", cor_factor_total (factor, year));
  write_text (writer, "source", factor->source);
  cor_json_writer_end (writer, '}');
}

static void
write_summary (CorJsonWriter *writer, const CorResults *results)
{
  const CorHead *head = cor_scenario_head (results->scenario);
  int year = results->first_year + (int) results->year;

  write_text (writer, "scenario", head->item.id);
  write_number (writer, "model_year", year);
  write_number (writer, "first_model_year", results->first_year);
  write_number (writer, "last_model_year", results->first_year + (int) results->n_years - 1);
  write_number (writer, "duties", results->n_duties);
  write_number (writer, "feasible_duties", results->feasible);
  write_number (writer, "corridor_parity_year", results->parity_year != 0 ? results->parity_year : NAN);
  write_spells (writer, "corridor_parity_spells", &results->parity);
  write_number (writer, "detour_share", results->detour_share);
  write_number (writer, "saved_tco2e_per_year", results->saved_t);
  write_number (writer, "public_cost_yuan_per_year", results->public_yuan_per_year);
  write_number (writer, "waived_at_stations_yuan_per_year", results->totals[results->year].stations_yuan_per_year);
  write_number (writer, "public_cost_yuan_per_tco2e", results->public_yuan_per_t);
  cor_json_writer_key (writer, "factors_may_be_compared");
  cor_json_writer_boolean (writer, results->scopes_agree);
  cor_json_writer_key (writer, "factors");
  cor_json_writer_begin (writer, '{');
  write_factor (writer, "grid", results->grid, year);
  write_factor (writer, "diesel", results->diesel, year);
  write_factor (writer, "hydrogen", results->hydrogen, year);
  cor_json_writer_end (writer, '}');
}

GBytes *
cor_results_table_json (const CorResults *results)
{
  g_autoptr (GArray) rows = cor_results_table_rows (results);
  CorJsonWriter *writer = cor_json_writer_new ();

  cor_json_writer_begin (writer, '{');
  write_summary (writer, results);
  cor_json_writer_key (writer, "rows");
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < rows->len; i++)
    write_row (writer, &g_array_index (rows, CorResultsRow, i));
  cor_json_writer_end (writer, ']');
  cor_json_writer_key (writer, "cards");
  cor_trace_write_cards (writer, results);
  cor_json_writer_end (writer, '}');
  return cor_json_writer_finish (writer);
}
