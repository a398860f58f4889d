/* cor-stations-window.c: what all duties do to the stations, and what these cost and earn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-stations-window.h"

#include "cor-chart-results.h"
#include "cor-chart-view.h"
#include "cor-data-table.h"
#include "cor-dialogs.h"
#include "cor-evaluate.h"
#include "cor-format.h"
#include "cor-item-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _CorStationsWindow
{
  AdwWindow parent_instance;

  CorSession *session;
  char *station; /* whose day is drawn */
  CorDataTable *table;
  GtkCheckButton *visited;
  GtkLabel *note;
  GtkLabel *day_title;
  GtkLabel *prices;
  AdwBin *table_bin;
  CorChartView *chart;
};

G_DEFINE_FINAL_TYPE (CorStationsWindow, cor_stations_window, ADW_TYPE_WINDOW)

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

static void
add_columns (CorDataTable *table)
{
  static const struct
  {
    const char *title, *key;
  } columns[] = {
    { N_ ("Visits"), "visits_per_day" },
    { N_ ("kWh a day"), "energy_kwh_per_day" },
    { N_ ("Mean wait, min"), "mean_wait_min" },
    { N_ ("95 of 100 below, min"), "p95_wait_min" },
    { N_ ("In use"), "utilisation" },
    { N_ ("Stock left"), "lowest_stock" },
    { N_ ("Peak kW"), "peak_kw" },
    { N_ ("Detour km"), "detour_km_per_day" },
    { N_ ("Building cost"), "capital_yuan" },
    { N_ ("Upkeep a year"), "running_yuan_per_year" },
    { N_ ("Demand charge a year"), "demand_yuan_per_year" },
    { N_ ("Fee"), "fee_yuan_per_kwh" },
    { N_ ("Fee to pay back"), "breakeven_fee_yuan_per_kwh" },
    { N_ ("Return"), "return_rate" },
  };

  cor_data_table_add_column (table, _ ("Station"), "station", FALSE);
  cor_data_table_add_column (table, _ ("Kind"), "kind", FALSE);
  cor_data_table_add_column (table, _ ("Power paid by"), "power", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cor_data_table_add_column (table, _ (columns[i].title), columns[i].key, TRUE);
}

/* The figures of a station by column, from the fourth on. */
static const CorTraceQuantity quantities[] = {
  COR_TRACE_STATION_VISITS,  COR_TRACE_STATION_DAY,     COR_TRACE_STATION_WAIT,    COR_TRACE_STATION_P95,       COR_TRACE_STATION_USE,
  COR_TRACE_STATION_STOCK,   COR_TRACE_STATION_PEAK,    COR_TRACE_STATION_DETOURS, COR_TRACE_STATION_CAPITAL,   COR_TRACE_STATION_RUNNING,
  COR_TRACE_STATION_DEMAND,  COR_TRACE_STATION_FEE,     COR_TRACE_STATION_BREAKEVEN, COR_TRACE_STATION_RETURN,
};

static gboolean
is_money (CorTraceQuantity quantity)
{
  return quantity == COR_TRACE_STATION_CAPITAL || quantity == COR_TRACE_STATION_RUNNING || quantity == COR_TRACE_STATION_DEMAND;
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
                            r->running_yuan_per_year, used ? r->demand_yuan_per_year : NAN, r->fee_yuan_per_kwh,
                         r->breakeven_fee_yuan_per_kwh, r->return_rate };

  G_STATIC_ASSERT (G_N_ELEMENTS (all) == G_N_ELEMENTS (quantities));
  memcpy (values, all, sizeof all);
}

static void
add_station (CorStationsWindow *self, const CorResults *results, guint index, const CorMoneyUnit *money)
{
  const CorItem *const *stations;
  double values[G_N_ELEMENTS (quantities)];
  const CorStation *station;
  guint n;

  fill_values (&results->stations[index], values);
  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  station = (const CorStation *) stations[index];
  cor_data_table_row (self->table, station->item.id);
  cor_data_table_text (self->table, g_strdup (cor_item_label (&station->item, cor_format_is_chinese (NULL))));
  cor_data_table_text (self->table, g_strdup (kind_name (station->station_kind)));
  cor_data_table_text (self->table, power_text (results->scenario, station));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      cor_data_table_number (self->table, values[i], figure_text (quantities[i], values[i], money));
      if (!isnan (values[i]))
        cor_data_table_explain (self->table, results, (CorTraceKey){ .quantity = quantities[i], .index = index });
    }
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

static const CorItem *
station_item (CorStationsWindow *self, const CorResults *results)
{
  return results != NULL && self->station != NULL ? cor_scenario_find (results->scenario, COR_ITEM_STATION, self->station) : NULL;
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

/* "0–8 h 0.26, 8–10 h 0.68, ... yuan/kWh": the day's prices at a station with a tariff, the year's mean of each hour,
 * without the fee; %NULL for one price at all hours. */
static char *
prices_text (const CorResults *results, const CorStation *station)
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

static void
show_day (CorStationsWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  const CorItem *item = station_item (self, results);

  g_autofree char *prices = item != NULL ? prices_text (results, (const CorStation *) item) : NULL;
  /* Translators: what power costs by hour of the day: "0–8 h 0.26, 8–10 h 0.68, ... yuan/kWh". */
  g_autofree char *text = prices != NULL ? g_strdup_printf (_ ("Power by its tariff, mean of the year, fee apart: %s"), prices) : NULL;

  gtk_label_set_label (self->day_title, item != NULL ? cor_item_label (item, cor_format_is_chinese (NULL))
                                                     : _ ("Choose a station to see its day"));
  gtk_label_set_label (self->prices, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->prices), text != NULL);
  cor_chart_view_set_chart (
    self->chart,
    item != NULL ? cor_chart_from_station (results, cor_scenario_index (results->scenario, COR_ITEM_STATION, item->id)) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), item != NULL);
}

static void
show_note (CorStationsWindow *self, const CorResults *results)
{
  g_autofree char *large
    = g_strdup_printf (_ (" With more than %u duties the plans do not react to the queues."), COR_SETTLED_DUTIES);
  const char *steady = results == NULL ? ""
                       : results->n_duties > COR_SETTLED_DUTIES ? large
                       : results->stations_steady ? ""
                         : _ (" Queues and plans did not become steady: waits are the last ones found.");
  g_autofree char *text = g_strconcat (
    _ ("Only the trucks of this scenario are counted; other customers are not known. Running cost and demand charge are a year. "
       "The fee to pay back covers them and the capital over the station's life at the return asked for."),
    steady, NULL);

  gtk_label_set_label (self->note, text);
}

static void
fill (CorStationsWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  gboolean visited = gtk_check_button_get_active (self->visited);
  guint n = 0;
  const CorItem *const *items = results != NULL ? cor_scenario_items (results->scenario, COR_ITEM_STATION, &n) : NULL;

  CorMoneyUnit money = money_unit (results, n);

  for (guint i = 0; i < n && results->stations != NULL; i++)
    if (stands ((const CorStation *) items[i]) && (!visited || results->stations[i].visits_per_day > 0))
      add_station (self, results, i, &money);
  cor_data_table_show (self->table);
  show_note (self, results);
  show_day (self);
}

static void
set_station (CorStationsWindow *self, const char *id)
{
  g_free (self->station);
  self->station = g_strdup (id);
  cor_data_table_select (self->table, id);
  show_day (self);
}

static void
row_selected (CorStationsWindow *self, const char *id)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  set_station (self, id);
  cor_selection_set (cor_session_get_selection (self->session), COR_ITEM_STATION, id);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-selected", NULL);
}

/* A station that is chosen elsewhere is chosen here as well. */
static void
selection_changed (CorStationsWindow *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  const char *id = cor_selection_get_id (selection);

  if (cor_selection_get_kind (selection) == COR_ITEM_STATION && id != NULL && g_strcmp0 (id, self->station) != 0)
    set_station (self, id);
}

static void
copy_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cor_data_table_copy (COR_STATIONS_WINDOW (widget)->table);
}

static void
cor_stations_window_dispose (GObject *object)
{
  CorStationsWindow *self = COR_STATIONS_WINDOW (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (cor_session_get_selection (self->session), self);
    }
  g_clear_object (&self->session);
  g_clear_pointer (&self->station, g_free);
  G_OBJECT_CLASS (cor_stations_window_parent_class)->dispose (object);
}

static void
cor_stations_window_class_init (CorStationsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_stations_window_dispose;
  g_type_ensure (COR_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridor_planner/Corridor/cor-stations-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "stations.copy", NULL);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, visited);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, note);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, day_title);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, prices);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, table_bin);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, chart);
  gtk_widget_class_install_action (widget_class, "stations.copy", NULL, copy_activated);
}

static void
cor_stations_window_init (CorStationsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = COR_DATA_TABLE (cor_data_table_new (_ ("Stations")));
  add_columns (self->table);
  g_signal_connect_object (self->table, "selected", G_CALLBACK (row_selected), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
}

GtkWidget *
cor_stations_window_new (GtkWindow *parent, CorSession *session)
{
  CorStationsWindow *self = g_object_new (COR_TYPE_STATIONS_WINDOW, NULL);

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  fill (self);
  selection_changed (self);
  g_signal_connect_swapped (self->visited, "toggled", G_CALLBACK (fill), self);
  g_signal_connect_swapped (session, "results-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (cor_session_get_selection (session), "changed", G_CALLBACK (selection_changed), self);
  return GTK_WIDGET (self);
}
