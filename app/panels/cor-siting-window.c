/* cor-siting-window.c: where to build: asks for a choice of stations, shows it, takes it over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-window.h"

#include "cor-card.h"
#include "cor-dialogs.h"
#include "cor-edit.h"
#include "cor-siting-answer.h"
#include "cor-siting-candidates.h"
#include "cor-siting-job.h"
#include "cor-toasts.h"
#include "cor-variant.h"
#include "cor-variants.h"

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
  CorSitingAim aim_asked;
  guint count_asked; /* no more than there are candidates; 0 for any */
  guint tick;
  CorDataTable *table;
  AdwToastOverlay *toasts;
  AdwActionRow *candidates;
  GtkWidget *take_planned;
  AdwComboRow *limit;
  GtkSpinButton *count;
  GtkSpinButton *budget;
  GtkWidget *count_row;
  GtkWidget *budget_row;
  AdwComboRow *aim;
  GtkLabel *aim_text;
  GtkSwitch *sizes;
  GtkStack *run_stack;
  GtkProgressBar *progress;
  GtkLabel *answer;
  GtkLabel *money;
  AdwBin *table_bin;
  GtkWidget *decide;
};

G_DEFINE_FINAL_TYPE (CorSitingWindow, cor_siting_window, ADW_TYPE_WINDOW)

static CorDocument *
document_of (CorSitingWindow *self)
{
  return cor_session_get_document (self->session);
}

/* What there is to choose among; while a choice is shown, what it was made from still stands there. */
static void
update_candidates (CorSitingWindow *self)
{
  const CorScenario *scenario = cor_document_get_scenario (document_of (self));
  guint candidates = cor_siting_stations (scenario, COR_STATION_CANDIDATE);
  g_autofree char *text = cor_siting_candidates_text (scenario);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "siting.find", candidates > 0 || self->proposed != NULL);
  if (self->proposed != NULL)
    return;
  adw_action_row_set_subtitle (self->candidates, text);
  gtk_widget_set_visible (self->take_planned,
                          candidates == 0 && cor_siting_stations (scenario, COR_STATION_PLANNED) > 0);
}

static void
update (CorSitingWindow *self)
{
  gboolean money = adw_combo_row_get_selected (self->limit) == 1;

  gtk_widget_set_visible (self->count_row, !money);
  gtk_widget_set_visible (self->budget_row, money);
  gtk_label_set_label (self->aim_text, cor_siting_answer_aim ((CorSitingAim) adw_combo_row_get_selected (self->aim)));
  gtk_stack_set_visible_child_name (self->run_stack, self->job != NULL ? "running" : "ready");
  gtk_widget_set_sensitive (self->decide, self->proposed != NULL);
  if (self->session != NULL)
    update_candidates (self);
}

/* Takes the choice out of the document again, unless something else was changed since. Its step may have ended
 * meanwhile: an entry was left, or the scenario saved. */
static void
drop (CorSitingWindow *self)
{
  g_autoptr (CorScenario) proposed = g_steal_pointer (&self->proposed);

  if (proposed == NULL)
    return;
  cor_document_cancel (document_of (self), MERGE_KEY);
  if (cor_document_get_scenario (document_of (self)) == proposed)
    cor_document_undo (document_of (self));
}

/* Another step was made, or the choice was undone: there is nothing to decide any more. */
static void
document_changed (CorSitingWindow *self)
{
  if (self->proposed != NULL && cor_document_get_scenario (document_of (self)) != self->proposed)
    g_clear_pointer (&self->proposed, cor_scenario_unref);
  update (self);
}

/* The choice into the document, to be seen everywhere, as a step that has not ended. */
static void
propose (CorSitingWindow *self, const CorSitingPlan *plan)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Build %u station", "Build %u stations", self->n_built), self->n_built);

  /* While a variant is shown the document makes a state of its own of it. */
  g_signal_handlers_block_by_func (document_of (self), document_changed, self);
  if (cor_document_apply (document_of (self), cor_scenario_ref (plan->scenario), label, MERGE_KEY))
    self->proposed = cor_scenario_ref (cor_document_get_scenario (document_of (self)));
  g_signal_handlers_unblock_by_func (document_of (self), document_changed, self);
  for (guint i = 0; i < self->n_built; i++)
    {
      char *id = g_array_index (plan->ranks, CorSitingRank, i).station->item.id;

      if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, id);
    }
  g_ptr_array_add (ids, NULL);
  cor_selection_set_all (cor_session_get_selection (self->session), COR_ITEM_STATION, (const char *const *)ids->pdata);
}

/* Words without figures. */
static void
say (CorSitingWindow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  cor_card_set_sentence (self->answer, markup, NULL, 0);
}

static void
clear_answer (CorSitingWindow *self, const char *text)
{
  cor_data_table_show (self->table);
  say (self, text);
  cor_card_set_sentence (self->money, "", NULL, 0);
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
    say (self, error->message);
  else if (!current)
    say (self, _ ("The scenario was changed meanwhile: find again."));
  else
    {
      self->n_built = cor_siting_answer_n_built (plan);
      cor_siting_answer_fill (self->table, plan, self->aim_asked);
      cor_siting_answer_say (self->answer, plan, self->count_asked);
      cor_siting_answer_say_money (self->money, plan);
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
  self->count_asked = MIN (request.count, cor_siting_stations (cor_document_get_scenario (document_of (self)), COR_STATION_CANDIDATE));
  if (money)
    request.budget_yuan = gtk_spin_button_get_value (self->budget) * 1e6;
  request.aim = self->aim_asked = (CorSitingAim) adw_combo_row_get_selected (self->aim);
  request.as_given = !gtk_switch_get_active (self->sizes);
  clear_answer (self, _ ("Looking…"));
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->job = cor_siting_job_start (self->engine, cor_document_get_scenario (document_of (self)), &request, job_done, self);
  self->tick = g_timeout_add (TICK_MS, tick, self);
  update (self);
}

static void
take_planned_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorSitingWindow *self = COR_SITING_WINDOW (widget);
  CorDocument *document = document_of (self);

  cor_document_apply (document, cor_siting_with_candidates (cor_document_get_scenario (document)), _ ("Candidates"), NULL);
}

static void
stop_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorSitingWindow *self = COR_SITING_WINDOW (widget);

  stop_job (self);
  clear_answer (self, _ ("Stopped."));
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
  cor_toasts_say (self->toasts, text);
  update (self);
}

/* The choice as a variant of its own, which is shown then; the base stays as it was. */
static void
keep_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorSitingWindow *self = COR_SITING_WINDOW (widget);
  g_autofree char *name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Build %u station", "Build %u stations", self->n_built), self->n_built);
  g_autoptr (CorScenario) chosen = NULL, added = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autofree char *id = NULL;
  CorDocument *document = document_of (self);

  if (self->proposed == NULL)
    return;
  chosen = cor_scenario_ref (self->proposed);
  drop (self);
  changes = cor_variant_difference (cor_document_get_base (document), chosen);
  added = cor_edit_add_variant (cor_document_get_scenario (document), name, &id);
  cor_document_apply (document, cor_edit_boxed (added, COR_ITEM_VARIANT, id, "changes", changes, NULL), name, NULL);
  cor_document_set_variant (document, id);
  cor_toasts_say (self->toasts, _ ("Kept as a variant, which is shown now. Undo takes it back."));
  update (self);
}

static void
drop_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorSitingWindow *self = COR_SITING_WINDOW (widget);

  drop (self);
  clear_answer (self, _ ("Dropped: the scenario is as it was."));
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

  if (id == NULL)
    return;
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
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "siting.copy", NULL);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, candidates);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, take_planned);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, limit);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, count);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, budget);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, count_row);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, budget_row);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, aim);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, aim_text);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, sizes);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, run_stack);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, answer);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, money);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, table_bin);
  gtk_widget_class_bind_template_child (widget_class, CorSitingWindow, decide);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "siting.find", NULL, find_activated);
  gtk_widget_class_install_action (widget_class, "siting.take-planned", NULL, take_planned_activated);
  gtk_widget_class_install_action (widget_class, "siting.stop", NULL, stop_activated);
  gtk_widget_class_install_action (widget_class, "siting.take", NULL, take_activated);
  gtk_widget_class_install_action (widget_class, "siting.keep", NULL, keep_activated);
  gtk_widget_class_install_action (widget_class, "siting.drop", NULL, drop_activated);
  gtk_widget_class_install_action (widget_class, "siting.copy", NULL, copy_activated);
}

static void
cor_siting_window_init (CorSitingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = COR_DATA_TABLE (cor_data_table_new (_ ("Stations to build")));
  cor_siting_answer_add_columns (self->table);
  g_signal_connect_object (self->table, "selected", G_CALLBACK (row_selected), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
}

GtkWidget *
cor_siting_window_new (GtkWindow *parent, CorSession *session, CorEngine *engine)
{
  CorSitingWindow *self = g_object_new (COR_TYPE_SITING_WINDOW, NULL);

  cor_dialog_attach (GTK_WINDOW (self), parent);
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
