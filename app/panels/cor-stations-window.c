/* cor-stations-window.c: what all duties do to the stations, and what these cost and earn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-stations-window.h"

#include "cor-chart-results.h"
#include "cor-chart-view.h"
#include "cor-column-menu.h"
#include "cor-dialogs.h"
#include "cor-evaluate.h"
#include "cor-format.h"
#include "cor-stations-rows.h"

#include <glib/gi18n-lib.h>

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
  CorColumnMenu *columns;
  CorChartView *chart;
};

enum
{
  PROP_COLUMNS = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CorStationsWindow, cor_stations_window, ADW_TYPE_WINDOW)

static const CorItem *
station_item (CorStationsWindow *self, const CorResults *results)
{
  return results != NULL && self->station != NULL ? cor_scenario_find (results->scenario, COR_ITEM_STATION, self->station) : NULL;
}

static void
show_day (CorStationsWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  const CorItem *item = station_item (self, results);

  g_autofree char *prices = item != NULL ? cor_stations_rows_prices (results, (const CorStation *) item) : NULL;
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
    = g_strdup_printf (_ ("With more than %u duties the plans do not react to the queues."), COR_SETTLED_DUTIES);
  const char *steady = results == NULL ? ""
                       : results->n_duties > COR_SETTLED_DUTIES ? large
                       : results->stations_steady ? ""
                         : _ ("Queues and plans did not become steady: waits are the last ones found.");
  g_autofree char *names = cor_stations_rows_left_out (results);
  /* Translators: names of stations. */
  g_autofree char *left_out = names != NULL ? g_strdup_printf (_ ("Not listed, as a candidate, closed, or of hydrogen: %s"), names) : NULL;
  g_autofree char *text = g_strconcat (
    left_out != NULL ? left_out : "", left_out != NULL ? "\n" : "",
    _ ("Only the trucks of this scenario are counted; other customers are not known. Running cost and demand charge are a year. "
       "The fee to pay back covers them and the capital over the station's life at the return asked for."),
    *steady != '\0' ? " " : "", steady, NULL);

  gtk_label_set_label (self->note, text);
}

static void
fill (CorStationsWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);

  cor_stations_rows_fill (self->table, results, gtk_check_button_get_active (self->visited));
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
columns_changed (CorStationsWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLUMNS]);
}

static void
cor_stations_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COLUMNS)
    g_object_get_property (G_OBJECT (COR_STATIONS_WINDOW (object)->columns), "shown", value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cor_stations_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COLUMNS)
    g_object_set_property (G_OBJECT (COR_STATIONS_WINDOW (object)->columns), "shown", value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
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
  G_OBJECT_CLASS (klass)->get_property = cor_stations_window_get_property;
  G_OBJECT_CLASS (klass)->set_property = cor_stations_window_set_property;
  props[PROP_COLUMNS] = g_param_spec_boxed ("columns", NULL, NULL, G_TYPE_STRV, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  g_type_ensure (COR_TYPE_CHART_VIEW);
  g_type_ensure (COR_TYPE_COLUMN_MENU);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridor_planner/Corridor/cor-stations-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "stations.copy", NULL);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, visited);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, note);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, day_title);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, prices);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, table_bin);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, CorStationsWindow, chart);
  gtk_widget_class_install_action (widget_class, "stations.copy", NULL, copy_activated);
}

static void
cor_stations_window_init (CorStationsWindow *self)
{
  const CorColumn *columns;
  guint n;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = COR_DATA_TABLE (cor_data_table_new (_ ("Stations")));
  cor_stations_rows_columns (self->table);
  columns = cor_stations_rows_list (&n);
  cor_column_menu_set_table (self->columns, self->table, columns, n);
  g_signal_connect_swapped (self->columns, "notify::shown", G_CALLBACK (columns_changed), self);
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
