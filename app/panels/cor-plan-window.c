/* cor-plan-window.c: a duty's working day along its route.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-window.h"

#include "cor-barred.h"
#include "cor-chart-results.h"
#include "cor-chart-view.h"
#include "cor-dialogs.h"
#include "cor-format.h"
#include "cor-plan-missing.h"
#include "cor-plan-note.h"
#include "cor-plan-rows.h"

#include <glib/gi18n-lib.h>

/* Below this width, px, the table shows the columns that matter most. */
#define NARROW_BELOW 620

/* No more stations than these are named that a truck cannot use. */
#define MOST_BARRED 4

struct _CorPlanWindow
{
  AdwWindow parent_instance;

  CorSession *session;
  char *duty_id;
  gboolean filling;
  gboolean narrow;
  CorDataTable *table;
  GtkDropDown *duties;
  GtkStack *pages;
  AdwStatusPage *missing;
  GtkLabel *note;
  GtkLabel *barred;
  GtkFlowBox *figures;
  AdwBin *table_bin;
  CorChartView *chart;
};

G_DEFINE_FINAL_TYPE (CorPlanWindow, cor_plan_window, ADW_TYPE_WINDOW)

static const CorDutyResult *
current_duty (CorPlanWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);

  return results != NULL && self->duty_id != NULL ? cor_results_duty (results, self->duty_id) : NULL;
}

/* The stations near the route that the truck cannot use, each with the rule and by how much. */
static void
show_barred (CorPlanWindow *self, const CorResults *results, const CorDutyResult *duty)
{
  g_autoptr (GArray) found = duty != NULL ? cor_barred_find (results, duty) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const CorItem *const *stations;
  guint n;

  gtk_widget_set_visible (GTK_WIDGET (self->barred), found != NULL && found->len > 0);
  if (found == NULL || found->len == 0)
    return;
  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  g_string_append (text, _ ("Near the route, but closed to this truck or slow for it:"));
  for (guint i = 0; i < found->len; i++)
    {
      const CorBarred *barred = &g_array_index (found, CorBarred, i);
      g_autofree char *why = cor_barred_text (results, duty, barred);

      if (i == MOST_BARRED && found->len > MOST_BARRED + 1)
        {
          g_string_append_printf (text, _ ("\n… and %u more"), found->len - i);
          break;
        }
      g_string_append_printf (text, "\n%s: %s", cor_item_label (stations[barred->station], cor_format_is_chinese (NULL)), why);
    }
  gtk_label_set_label (self->barred, text->str);
}

static void
fill (CorPlanWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  const CorDutyResult *duty = current_duty (self);
  GtkWindow *owner = gtk_window_get_transient_for (GTK_WINDOW (self));
  gboolean missing = cor_plan_missing_show (self->missing, self->session, results, duty, owner);
  g_autofree char *note = cor_plan_note (results, duty);

  gtk_stack_set_visible_child_name (self->pages, missing ? "missing" : "plan");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.copy", !missing);
  gtk_label_set_label (self->note, note);
  show_barred (self, results, duty);
  cor_plan_rows_figures (self->figures, results, duty);
  cor_plan_rows_fill (self->table, results, duty);
  cor_plan_rows_show_columns (self->table, duty, self->narrow);
  cor_chart_view_set_chart (
    self->chart, duty != NULL ? cor_chart_from_charge (results, self->duty_id, cor_format_is_chinese (NULL)) : NULL);
}

static gboolean
same_names (GListModel *model, const CorResults *results, gboolean zh)
{
  if (model == NULL || g_list_model_get_n_items (model) != results->n_duties)
    return FALSE;
  for (guint i = 0; i < results->n_duties; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                   cor_item_label (&results->duties[i].duty->item, zh)) != 0)
      return FALSE;
  return TRUE;
}

/* The duties by name; the one looked at stays chosen. */
static void
fill_duties (CorPlanWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  gboolean zh = cor_format_is_chinese (NULL);
  guint selected = 0;

  if (results == NULL || results->n_duties == 0)
    return;
  self->filling = TRUE;
  if (!same_names (gtk_drop_down_get_model (self->duties), results, zh))
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      for (guint i = 0; i < results->n_duties; i++)
        gtk_string_list_append (names, cor_item_label (&results->duties[i].duty->item, zh));
      gtk_drop_down_set_model (self->duties, G_LIST_MODEL (names));
    }
  for (guint i = 0; i < results->n_duties; i++)
    if (g_strcmp0 (results->duties[i].duty->item.id, self->duty_id) == 0)
      selected = i;
  g_free (self->duty_id);
  self->duty_id = g_strdup (results->duties[selected].duty->item.id);
  gtk_drop_down_set_selected (self->duties, selected);
  self->filling = FALSE;
}

static void
results_changed (CorPlanWindow *self)
{
  fill_duties (self);
  fill (self);
}

/* A duty that is chosen here is selected in the window as well, so that the map shows its route. */
static void
duty_selected (CorPlanWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  guint row = gtk_drop_down_get_selected (self->duties);

  if (self->filling || results == NULL || row >= results->n_duties)
    return;
  g_free (self->duty_id);
  self->duty_id = g_strdup (results->duties[row].duty->item.id);
  cor_selection_set (cor_session_get_selection (self->session), COR_ITEM_DUTY, self->duty_id);
  fill (self);
}

static void
select_station (CorPlanWindow *self, const char *station)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  cor_selection_set (cor_session_get_selection (self->session), COR_ITEM_STATION, station);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-selected", NULL);
}

static void
stop_selected (CorPlanWindow *self, const char *row)
{
  const CorResults *results = cor_session_get_results (self->session);
  const CorDutyResult *duty = current_duty (self);
  const char *station = duty != NULL ? cor_plan_rows_station (results, duty, row) : NULL;

  if (station != NULL)
    select_station (self, station);
}

static void
chart_picked (CorPlanWindow *self, const char *id)
{
  if (cor_scenario_find (cor_document_get_scenario (cor_session_get_document (self->session)), COR_ITEM_STATION, id) != NULL)
    select_station (self, id);
}

static void
copy_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cor_data_table_copy (COR_PLAN_WINDOW (widget)->table);
}

static void
cor_plan_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorPlanWindow *self = COR_PLAN_WINDOW (widget);
  gboolean narrow = width < NARROW_BELOW;

  if (narrow != self->narrow)
    cor_plan_rows_show_columns (self->table, current_duty (self), narrow);
  self->narrow = narrow;
  GTK_WIDGET_CLASS (cor_plan_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
cor_plan_window_dispose (GObject *object)
{
  CorPlanWindow *self = COR_PLAN_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->duty_id, g_free);
  G_OBJECT_CLASS (cor_plan_window_parent_class)->dispose (object);
}

static void
cor_plan_window_class_init (CorPlanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_plan_window_dispose;
  widget_class->size_allocate = cor_plan_window_size_allocate;
  g_type_ensure (COR_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridor_planner/Corridor/cor-plan-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "plan.copy", NULL);
  gtk_widget_class_bind_template_child (widget_class, CorPlanWindow, duties);
  gtk_widget_class_bind_template_child (widget_class, CorPlanWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CorPlanWindow, missing);
  gtk_widget_class_bind_template_child (widget_class, CorPlanWindow, note);
  gtk_widget_class_bind_template_child (widget_class, CorPlanWindow, barred);
  gtk_widget_class_bind_template_child (widget_class, CorPlanWindow, figures);
  gtk_widget_class_bind_template_child (widget_class, CorPlanWindow, table_bin);
  gtk_widget_class_bind_template_child (widget_class, CorPlanWindow, chart);
  gtk_widget_class_bind_template_callback (widget_class, duty_selected);
  gtk_widget_class_bind_template_callback (widget_class, chart_picked);
  gtk_widget_class_install_action (widget_class, "plan.copy", NULL, copy_activated);
}

static void
cor_plan_window_init (CorPlanWindow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  self->table = COR_DATA_TABLE (cor_data_table_new (_ ("Stops")));
  cor_plan_rows_columns (self->table);
  g_signal_connect_object (self->table, "selected", G_CALLBACK (stop_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (stop_selected), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
}

GtkWidget *
cor_plan_window_new (GtkWindow *parent, CorSession *session, const char *duty_id)
{
  CorPlanWindow *self = g_object_new (COR_TYPE_PLAN_WINDOW, NULL);

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  self->duty_id = g_strdup (duty_id);
  results_changed (self);
  g_signal_connect_swapped (session, "results-changed", G_CALLBACK (results_changed), self);
  return GTK_WIDGET (self);
}
