/* cor-siting-window.c: where to build: asks for a choice of stations, shows it, takes it over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-window.h"

#include "cor-data-table.h"
#include "cor-format.h"
#include "cor-siting-job.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How often the progress bar moves, ms. */
#define TICK_MS 80

/* What the choice is in the document until it is taken over. */
#define MERGE_KEY "siting"

struct _CorSitingWindow
{
  AdwWindow parent_instance;

  CorSession *session;
  CorEngine *engine;
  CorSitingJob *job;     /* while one runs */
  CorScenario *proposed; /* what the document holds while it is not decided */
  guint n_built;
  guint tick;
  CorDataTable *table;
  AdwToastOverlay *toasts;
  AdwComboRow *limit;
  GtkSpinButton *count;
  GtkSpinButton *budget;
  GtkWidget *count_row;
  GtkWidget *budget_row;
  AdwComboRow *aim;
  GtkSwitch *sizes;
  GtkStack *run_stack;
  GtkProgressBar *progress;
  GtkLabel *answer;
  AdwBin *table_bin;
  GtkWidget *decide;
};

G_DEFINE_FINAL_TYPE (CorSitingWindow, cor_siting_window, ADW_TYPE_WINDOW)

static CorDocument *
document_of (CorSitingWindow *self)
{
  return cor_session_get_document (self->session);
}

static void
update (CorSitingWindow *self)
{
  gboolean money = adw_combo_row_get_selected (self->limit) == 1;

  gtk_widget_set_visible (self->count_row, !money);
  gtk_widget_set_visible (self->budget_row, money);
  gtk_stack_set_visible_child_name (self->run_stack, self->job != NULL ? "running" : "ready");
  gtk_widget_set_sensitive (self->decide, self->proposed != NULL);
}

/* Takes the choice out of the document again, unless something else was changed since. */
static void
drop (CorSitingWindow *self)
{
  if (self->proposed == NULL)
    return;
  g_clear_pointer (&self->proposed, cor_scenario_unref);
  cor_document_cancel (document_of (self), MERGE_KEY);
}

/* Another step was made, or the choice was undone: there is nothing to decide any more. */
static void
document_changed (CorSitingWindow *self)
{
  if (self->proposed != NULL && cor_document_get_scenario (document_of (self)) != self->proposed)
    g_clear_pointer (&self->proposed, cor_scenario_unref);
  update (self);
}

static const char *
kind_name (int kind)
{
  return kind == COR_STATION_SWAP ? _ ("Swap") : kind == COR_STATION_BOTH ? _ ("Charging and swap")
         : kind == COR_STATION_HYDROGEN ? _ ("Hydrogen") : _ ("Charging");
}

static char *
size_text (const CorStation *station)
{
  if (station->station_kind == COR_STATION_SWAP && !isnan (station->batteries))
    return g_strdup_printf (_ ("%.0f batteries"), station->batteries);
  if (!isnan (station->plugs))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%.0f plug", "%.0f plugs", (gulong) station->plugs), station->plugs);
  return g_strdup ("–");
}

static void
add_gain (CorDataTable *table, double gain, char *text)
{
  cor_data_table_number (table, gain, isnan (gain) ? (g_free (text), g_strdup ("–")) : text);
}

static void
add_rank (CorSitingWindow *self, const CorSitingRank *rank, const CorSitingRank *before, guint place)
{
  gboolean alike = rank->served == before->served;
  double km = alike ? before->detour_km - rank->detour_km : NAN;
  double yuan = alike ? before->yuan_per_year - rank->yuan_per_year : NAN;
  const CorStation *station = rank->station;

  cor_data_table_row (self->table, station->item.id);
  cor_data_table_text (self->table, g_strdup (cor_item_label (&station->item, cor_format_is_chinese (NULL))));
  cor_data_table_number (self->table, place, g_strdup_printf ("%u", place));
  cor_data_table_text (self->table, g_strdup (kind_name (station->station_kind)));
  cor_data_table_text (self->table, size_text (station));
  cor_data_table_number (self->table, rank->cost_yuan, cor_format_money (rank->cost_yuan, NULL));
  cor_data_table_number (self->table, rank->served,
                         alike ? g_strdup_printf ("%u", rank->served)
                               : g_strdup_printf ("%u (%+d)", rank->served, (int) rank->served - (int) before->served));
  cor_data_table_number (self->table, rank->detour_share, cor_format_percent (rank->detour_share, 1, NULL));
  add_gain (self->table, km, cor_format_change (COR_QUANTITY_KM, -km, NULL));
  add_gain (self->table, yuan, cor_format_money_change (-yuan, NULL));
}

static void
show_ranks (CorSitingWindow *self, const CorSitingPlan *plan)
{
  const CorSitingRank *before = &plan->before;
  guint place = 0;

  self->n_built = 0;
  for (guint i = 0; plan != NULL && i < plan->ranks->len; i++)
    {
      const CorSitingRank *rank = &g_array_index (plan->ranks, CorSitingRank, i);

      if (!rank->gains)
        continue;
      add_rank (self, rank, before, ++place);
      before = rank;
      self->n_built++;
    }
  cor_data_table_show (self->table);
}

/* What the choice does, in a sentence, and how it was found. */
static void
show_answer (CorSitingWindow *self, const CorSitingPlan *plan)
{
  const CorSitingRank *last = self->n_built > 0 ? &g_array_index (plan->ranks, CorSitingRank, self->n_built - 1) : &plan->before;
  g_autofree char *was = cor_format_percent (plan->before.detour_share, 1, NULL);
  g_autofree char *is = cor_format_percent (last->detour_share, 1, NULL);
  const char *how = plan->method == COR_SITING_EXACT ? _ ("The best choice there is.") : _ ("A good choice; a better one may exist.");
  g_autofree char *text = NULL;

  if (self->n_built == 0)
    text = g_strdup_printf (_ ("Nothing to build: no candidate serves another duty or makes one better. %u of %u duties served."),
                            plan->before.served, plan->n_duties);
  else
    text = g_strdup_printf (_ ("Duties served: %u → %u of %u. Detour share: %s → %s. %s %u combinations looked at."),
                            plan->before.served, last->served, plan->n_duties, was, is, how, plan->evaluations);
  gtk_label_set_label (self->answer, text);
}

/* The choice into the document, to be seen everywhere, as a step that has not ended. */
static void
propose (CorSitingWindow *self, const CorSitingPlan *plan)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Build %u station", "Build %u stations", self->n_built), self->n_built);

  /* While a variant is shown the document makes a state of its own of it. */
  if (cor_document_apply (document_of (self), cor_scenario_ref (plan->scenario), label, MERGE_KEY))
    self->proposed = cor_scenario_ref (cor_document_get_scenario (document_of (self)));
  for (guint i = 0; i < self->n_built; i++)
    {
      const char *id = g_array_index (plan->ranks, CorSitingRank, i).station->item.id;

      if (i == 0)
        cor_selection_set (selection, COR_ITEM_STATION, id);
      else if (!cor_selection_contains (selection, COR_ITEM_STATION, id))
        cor_selection_toggle (selection, COR_ITEM_STATION, id);
    }
}

static void
stop_job (CorSitingWindow *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->job != NULL)
    cor_siting_job_cancel (self->job);
  g_clear_pointer (&self->job, cor_siting_job_unref);
}

static void
job_done (CorSitingJob *job, gpointer data)
{
  CorSitingWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorSitingPlan) plan = cor_siting_job_finish (job, &error);
  gboolean current = cor_siting_job_get_scenario (job) == cor_document_get_scenario (document_of (self));

  stop_job (self);
  if (plan == NULL)
    gtk_label_set_label (self->answer, error->message);
  else if (!current)
    gtk_label_set_label (self->answer, _ ("The scenario was changed meanwhile: find again."));
  else
    {
      show_ranks (self, plan);
      show_answer (self, plan);
      if (self->n_built > 0)
        propose (self, plan);
    }
  update (self);
}

static gboolean
tick (gpointer data)
{
  CorSitingWindow *self = data;

  gtk_progress_bar_set_fraction (self->progress, cor_siting_job_get_done (self->job));
  return G_SOURCE_CONTINUE;
}

static void
find_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorSitingWindow *self = COR_SITING_WINDOW (widget);
  gboolean money = adw_combo_row_get_selected (self->limit) == 1;
  CorSitingRequest request = { .budget_yuan = NAN };

  if (self->job != NULL)
    return;
  drop (self);
  request.count = money ? 0 : (guint) gtk_spin_button_get_value_as_int (self->count);
  if (money)
    request.budget_yuan = gtk_spin_button_get_value (self->budget) * 1e6;
  request.aim = adw_combo_row_get_selected (self->aim) == 1 ? COR_SITING_DETOUR : COR_SITING_COST;
  request.as_given = !gtk_switch_get_active (self->sizes);
  cor_data_table_show (self->table);
  gtk_label_set_label (self->answer, _ ("Looking…"));
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->job = cor_siting_job_start (self->engine, cor_document_get_scenario (document_of (self)), &request, job_done, self);
  self->tick = g_timeout_add (TICK_MS, tick, self);
  update (self);
}

static void
stop_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorSitingWindow *self = COR_SITING_WINDOW (widget);

  stop_job (self);
  gtk_label_set_label (self->answer, _ ("Stopped."));
  update (self);
}

static void
take_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorSitingWindow *self = COR_SITING_WINDOW (widget);
  g_autofree char *text
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u station is planned now. Undo takes it back.",
                                    "%u stations are planned now. Undo takes them back.", self->n_built), self->n_built);

  if (self->proposed == NULL)
    return;
  g_clear_pointer (&self->proposed, cor_scenario_unref);
  cor_document_commit (document_of (self));
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
  update (self);
}

static void
drop_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorSitingWindow *self = COR_SITING_WINDOW (widget);

  drop (self);
  cor_data_table_show (self->table);
  gtk_label_set_label (self->answer, _ ("Dropped: the scenario is as it was."));
  update (self);
}

static void
copy_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cor_data_table_copy (COR_SITING_WINDOW (widget)->table);
}

static void
row_selected (CorSitingWindow *self, const char *id)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  cor_selection_set (cor_session_get_selection (self->session), COR_ITEM_STATION, id);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-selected", NULL);
}

static void
cor_siting_window_dispose (GObject *object)
{
  CorSitingWindow *self = COR_SITING_WINDOW (object);

  stop_job (self);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (document_of (self), self);
      drop (self);
    }
  g_clear_object (&self->session);
  g_clear_pointer (&self->engine, cor_engine_unref);
  G_OBJECT_CLASS (cor_siting_window_parent_class)->dispose (object);
}

static void
cor_siting_window_class_init (CorSitingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_siting_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridor_planner/Corridor/cor-siting-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, limit);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, count);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, budget);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, count_row);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, budget_row);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, aim);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, sizes);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, run_stack);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, answer);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, table_bin);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, decide);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "siting.find", NULL, find_activated);
  gtk_widget_class_install_action (widget_class, "siting.stop", NULL, stop_activated);
  gtk_widget_class_install_action (widget_class, "siting.take", NULL, take_activated);
  gtk_widget_class_install_action (widget_class, "siting.drop", NULL, drop_activated);
  gtk_widget_class_install_action (widget_class, "siting.copy", NULL, copy_activated);
}

static void
add_columns (CorDataTable *table)
{
  cor_data_table_add_column (table, _ ("Station"), "station", FALSE);
  cor_data_table_add_column (table, _ ("Rank"), "rank", TRUE);
  cor_data_table_add_column (table, _ ("Kind"), "kind", FALSE);
  cor_data_table_add_column (table, _ ("Size"), "size", FALSE);
  cor_data_table_add_column (table, _ ("To build"), "cost_yuan", TRUE);
  cor_data_table_add_column (table, _ ("Duties"), "served_duties", TRUE);
  cor_data_table_add_column (table, _ ("Detour share"), "detour_share_after", TRUE);
  cor_data_table_add_column (table, _ ("Detour a year"), "gain_detour_km_per_year", TRUE);
  cor_data_table_add_column (table, _ ("Cost a year"), "gain_yuan_per_year", TRUE);
}

static void
cor_siting_window_init (CorSitingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = COR_DATA_TABLE (cor_data_table_new (_ ("Stations to build")));
  add_columns (self->table);
  g_signal_connect_object (self->table, "selected", G_CALLBACK (row_selected), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
}

GtkWidget *
cor_siting_window_new (GtkWindow *parent, CorSession *session, CorEngine *engine)
{
  CorSitingWindow *self = g_object_new (COR_TYPE_SITING_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->engine = cor_engine_ref (engine);
  g_signal_connect_swapped (document_of (self), "changed", G_CALLBACK (document_changed), self);
  update (self);
  return GTK_WIDGET (self);
}

gboolean
cor_siting_window_get_running (CorSitingWindow *self)
{
  g_return_val_if_fail (COR_IS_SITING_WINDOW (self), FALSE);

  return self->job != NULL;
}
