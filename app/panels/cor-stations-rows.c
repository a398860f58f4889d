/* cor-stations-rows.c: stations as rows of a table, and a station's prices by hour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-stations-rows.h"

#include "cor-evaluate.h"
#include "cor-format.h"
#include "cor-item-text.h"
#include "cor-stations-trace.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *
kind_name (int kind)
{
  switch (kind)
    {
    case COR_STATION_SWAP:
      return _ ("Swap");
    case COR_STATION_BOTH:
      return _ ("Charging and swap");
    case COR_STATION_HYDROGEN:
      return _ ("Hydrogen");
    default:
      return _ ("Charging");
    }
}

/* The columns after the station's name; first those of words. */
static const CorColumn columns[] = {
  { "kind", N_ ("Kind"), N_ ("Station"), TRUE },
  { "power", N_ ("Power paid by"), N_ ("Station"), FALSE },
  { "visits_per_day", N_ ("Visits"), N_ ("Traffic"), TRUE },
  { "energy_kwh_per_day", N_ ("kWh a day"), N_ ("Traffic"), TRUE },
  { "mean_wait_min", N_ ("Mean wait, min"), N_ ("Traffic"), TRUE },
  { "p95_wait_min", N_ ("95 of 100 below, min"), N_ ("Traffic"), FALSE },
  { "utilisation", N_ ("In use"), N_ ("Traffic"), TRUE },
  { "lowest_stock", N_ ("Stock left"), N_ ("Traffic"), TRUE },
  { "peak_kw", N_ ("Peak kW"), N_ ("Traffic"), TRUE },
  { "detour_km_per_day", N_ ("Detour km"), N_ ("Traffic"), TRUE },
  { "capital_yuan", N_ ("Building cost"), N_ ("Money"), TRUE },
  { "running_yuan_per_year", N_ ("Upkeep a year"), N_ ("Money"), FALSE },
  { "demand_yuan_per_year", N_ ("Demand charge a year"), N_ ("Money"), FALSE },
  { "lost_yuan_per_year", N_ ("Charging losses a year"), N_ ("Money"), FALSE },
  { "fee_yuan_per_kwh", N_ ("Fee, yuan/kWh"), N_ ("Money"), TRUE },
  { "breakeven_fee_yuan_per_kwh", N_ ("Payback fee, yuan/kWh"), N_ ("Money"), TRUE },
  { "return_rate", N_ ("Return"), N_ ("Money"), TRUE },
};

#define WORDS 2

/* No more stations that are left out are named. */
#define MOST_LEFT_OUT 6

void
cor_stations_rows_columns (CorDataTable *table)
{
  cor_data_table_add_column (table, _ ("Station"), "station", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cor_data_table_add_column (table, cor_units_money (_ (columns[i].title)), columns[i].key, i >= WORDS);
}

const CorColumn *
cor_stations_rows_list (guint *n)
{
  *n = G_N_ELEMENTS (columns);
  return columns;
}

/* The figures of a station by column, those of words left out. */
static const CorTraceQuantity quantities[] = {
  COR_TRACE_STATION_VISITS,  COR_TRACE_STATION_DAY,     COR_TRACE_STATION_WAIT,    COR_TRACE_STATION_P95,       COR_TRACE_STATION_USE,
  COR_TRACE_STATION_STOCK,   COR_TRACE_STATION_PEAK,    COR_TRACE_STATION_DETOURS, COR_TRACE_STATION_CAPITAL,   COR_TRACE_STATION_RUNNING,
  COR_TRACE_STATION_DEMAND,  COR_TRACE_STATION_LOST,    COR_TRACE_STATION_FEE,     COR_TRACE_STATION_BREAKEVEN, COR_TRACE_STATION_RETURN,
};

G_STATIC_ASSERT (G_N_ELEMENTS (quantities) + WORDS == G_N_ELEMENTS (columns));

static gboolean
is_money (CorTraceQuantity quantity)
{
  return quantity == COR_TRACE_STATION_CAPITAL || quantity == COR_TRACE_STATION_RUNNING || quantity == COR_TRACE_STATION_DEMAND
         || quantity == COR_TRACE_STATION_LOST;
}

/* The text of the figure of a column; a dash where there is none. */
static char *
figure_text (CorTraceQuantity quantity, double value, const CorMoneyUnit *money)
{
  if (isnan (value))
    return g_strdup ("–");
  switch (quantity)
    {
    case COR_TRACE_STATION_VISITS:
      return cor_format_significant (value, 3);
    case COR_TRACE_STATION_USE:
    case COR_TRACE_STATION_RETURN:
      return cor_format_percent (value, 1, NULL);
    case COR_TRACE_STATION_CAPITAL:
    case COR_TRACE_STATION_RUNNING:
    case COR_TRACE_STATION_DEMAND:
    case COR_TRACE_STATION_LOST:
      return cor_format_money_as (value, money, FALSE);
    case COR_TRACE_STATION_WAIT:
    case COR_TRACE_STATION_P95:
    case COR_TRACE_STATION_DETOURS:
      return cor_format_number (value, 1);
    case COR_TRACE_STATION_FEE:
    case COR_TRACE_STATION_BREAKEVEN:
      return cor_format_number (value, 2);
    default:
      return cor_format_number (value, 0);
    }
}

/* What power is paid by: a tariff's name, a price of the station's own, or the scenario's. */
static char *
power_text (const CorScenario *scenario, const CorStation *station)
{
  const CorItem *tariff = cor_scenario_find (scenario, COR_ITEM_TARIFF, station->tariff);
  g_autofree char *price = NULL;

  if (tariff != NULL)
    return g_strdup (cor_item_label (tariff, cor_format_is_chinese (NULL)));
  if (isnan (station->energy_price_yuan_per_kwh))
    return g_strdup (_ ("as the scenario"));
  price = cor_format_number (station->energy_price_yuan_per_kwh, 2);
  return g_strdup_printf ("%s %s", price, cor_unit_text ("yuan/kWh"));
}

/* The figures of a station, by column. */
static void
fill_values (const CorStationResult *r, double *values)
{
  gboolean used = r->visits_per_day > 0;
  const double all[] = { r->visits_per_day, r->energy_kwh_per_day, r->mean_wait_min, r->p95_wait_min, used ? r->utilisation : NAN,
                            r->lowest_stock, used ? r->peak_kw : NAN, used ? r->detour_km_per_day : NAN, r->capital_yuan,
                            r->running_yuan_per_year, used ? r->demand_yuan_per_year : NAN, used ? r->lost_yuan_per_year : NAN, r->fee_yuan_per_kwh,
                         r->breakeven_fee_yuan_per_kwh, r->return_rate };

  G_STATIC_ASSERT (G_N_ELEMENTS (all) == G_N_ELEMENTS (quantities));
  memcpy (values, all, sizeof all);
}

static void
add_station (CorDataTable *table, const CorResults *results, guint index, const CorMoneyUnit *money)
{
  const CorItem *const *stations;
  double values[G_N_ELEMENTS (quantities)];
  const CorStation *station;
  guint n;

  fill_values (&results->stations[index], values);
  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  station = (const CorStation *) stations[index];
  cor_data_table_row (table, station->item.id);
  cor_data_table_text (table, g_strdup (cor_item_label (&station->item, cor_format_is_chinese (NULL))));
  cor_data_table_text (table, g_strdup (kind_name (station->station_kind)));
  cor_data_table_text (table, power_text (results->scenario, station));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      cor_data_table_number (table, values[i], figure_text (quantities[i], values[i], money));
      if (!isnan (values[i]))
        cor_data_table_explain (table, results, (CorTraceKey){ .quantity = quantities[i], .index = index });
    }
}

/* Figures that add up over stations: what the card of the sum calls them. */
static const struct
{
  CorTraceQuantity quantity;
  const char *title, *unit;
} summed[] = {
  { COR_TRACE_STATION_VISITS, N_ ("Visits a day"), "" },
  { COR_TRACE_STATION_DAY, N_ ("Energy a day"), "kWh" },
  { COR_TRACE_STATION_DETOURS, N_ ("Detours a day of all trucks"), "km" },
  { COR_TRACE_STATION_CAPITAL, N_ ("Cost to build"), "yuan" },
  { COR_TRACE_STATION_RUNNING, N_ ("Running cost a year"), N_ ("yuan a year") },
  { COR_TRACE_STATION_DEMAND, N_ ("Demand charge a year"), N_ ("yuan a year") },
  { COR_TRACE_STATION_LOST, N_ ("Losses of charging batteries a year"), N_ ("yuan a year") },
};

/* The cell of a column in the sum of @stations, empty where it does not add up. */
static void
add_sum_cell (CorDataTable *table, const CorResults *results, guint column, const GArray *stations, const CorMoneyUnit *money)
{
  g_autofree double *figures = g_new (double, stations->len);
  guint i = 0;

  while (i < G_N_ELEMENTS (summed) && summed[i].quantity != quantities[column])
    i++;
  if (i == G_N_ELEMENTS (summed))
    {
      cor_data_table_number (table, NAN, NULL);
      return;
    }
  for (guint s = 0; s < stations->len; s++)
    {
      double values[G_N_ELEMENTS (quantities)];

      fill_values (&results->stations[g_array_index (stations, guint, s)], values);
      figures[s] = values[column];
    }
  {
    CorStationsSum sum = { summed[i].quantity, _ (summed[i].title), *summed[i].unit != '\0' ? _ (summed[i].unit) : "",
                           (const guint *) (void *) stations->data, figures, stations->len };
    double all = cor_stations_sum (&sum);

    cor_data_table_number (table, all, figure_text (sum.quantity, all, money));
    cor_data_table_explain_by (table, results, cor_stations_sum_trace (results, &sum, cor_format_is_chinese (NULL)));
  }
}

/* What the stations listed add up to, below them all. */
static void
add_sums (CorDataTable *table, const CorResults *results, const GArray *stations, const CorMoneyUnit *money)
{
  if (stations->len < 2)
    return;
  cor_data_table_last_row (table);
  cor_data_table_text (table, g_strdup (_ ("Sum")));
  for (guint i = 0; i < WORDS; i++)
    cor_data_table_text (table, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    add_sum_cell (table, results, i, stations, money);
}

static gboolean
stands (const CorStation *station)
{
  return station->station_kind != COR_STATION_HYDROGEN
         && (station->status == COR_STATION_EXISTING || station->status == COR_STATION_PLANNED);
}

/* One unit for all amounts of the table. */
static CorMoneyUnit
money_unit (const CorResults *results, guint n)
{
  g_autoptr (GArray) yuan = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n && results->stations != NULL; i++)
    {
      double values[G_N_ELEMENTS (quantities)];

      fill_values (&results->stations[i], values);
      for (guint k = 0; k < G_N_ELEMENTS (quantities); k++)
        if (is_money (quantities[k]))
          g_array_append_val (yuan, values[k]);
    }
  return cor_money_unit_for ((const double *) (void *) yuan->data, yuan->len, NULL);
}

void
cor_stations_rows_fill (CorDataTable *table, const CorResults *results, gboolean visited)
{
  guint n = 0;
  const CorItem *const *items = results != NULL ? cor_scenario_items (results->scenario, COR_ITEM_STATION, &n) : NULL;
  CorMoneyUnit money = money_unit (results, n);
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n && results->stations != NULL; i++)
    if (stands ((const CorStation *) items[i]) && (!visited || results->stations[i].visits_per_day > 0))
      {
        add_station (table, results, i, &money);
        g_array_append_val (listed, i);
      }
  add_sums (table, results, listed, &money);
  cor_data_table_show (table);
}

char *
cor_stations_rows_left_out (const CorResults *results)
{
  guint n = 0, left_out = 0;
  const CorItem *const *items = results != NULL ? cor_scenario_items (results->scenario, COR_ITEM_STATION, &n) : NULL;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (!stands ((const CorStation *) items[i]) && left_out++ <= MOST_LEFT_OUT)
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "",
                              left_out > MOST_LEFT_OUT ? "…" : cor_item_label (items[i], cor_format_is_chinese (NULL)));
  return g_string_free (names, names->len == 0);
}

/* What a kWh costs in half hour @slot, the year's mean. */
static double
yuan_at (const CorTariff *tariff, guint slot)
{
  double sum = 0;

  for (guint i = 0; i < tariff->n; i++)
    sum += tariff->share[i] * tariff->yuan_per_kwh[i][slot];
  return sum;
}

char *
cor_stations_rows_prices (const CorResults *results, const CorStation *station)
{
  CorTariff tariff;
  GString *text;
  guint from = 0;

  if (!cor_evaluate_tariff (results->scenario, station->tariff, results->first_year + (int) results->year, &tariff))
    return NULL;
  text = g_string_new (NULL);
  for (guint slot = 1; slot <= COR_TARIFF_SLOTS; slot++)
    {
      g_autofree char *price = NULL;

      if (slot < COR_TARIFF_SLOTS && fabs (yuan_at (&tariff, slot) - yuan_at (&tariff, from)) < 0.0005)
        continue;
      price = cor_format_number (yuan_at (&tariff, from), 2);
      g_string_append_printf (text, "%s%g–%g h %s", from > 0 ? ", " : "", (double) from / COR_TARIFF_SLOTS_PER_H,
                              (double) slot / COR_TARIFF_SLOTS_PER_H, price);
      from = slot;
    }
  g_string_append_printf (text, " %s", cor_unit_text ("yuan/kWh"));
  return g_string_free (text, FALSE);
}
