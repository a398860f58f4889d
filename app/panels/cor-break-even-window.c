/* cor-break-even-window.c: at what value of one lever a duty's truck reaches parity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-break-even-window.h"

#include "cor-break-even-apply.h"
#include "cor-break-even-cards.h"
#include "cor-break-even-text.h"
#include "cor-card.h"
#include "cor-dialogs.h"
#include "cor-format.h"
#include "cor-item-text.h"
#include "cor-toasts.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _CorBreakEvenWindow
{
  AdwWindow parent_instance;

  CorSession *session;
  GPtrArray *rows;
  GArray *duty_index; /* by row of the choice, index of the duty in the results */
  char *duty_id;
  gboolean filling;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  AdwComboRow *duties;
  GtkSpinButton *year;
  AdwPreferencesGroup *enough;
  AdwPreferencesGroup *ranking;
};

G_DEFINE_FINAL_TYPE (CorBreakEvenWindow, cor_break_even_window, ADW_TYPE_WINDOW)

static void
add_row (CorBreakEvenWindow *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (CorBreakEvenWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static const CorDutyResult *
current_duty (CorBreakEvenWindow *self, const CorResults *results)
{
  return self->duty_id != NULL ? cor_results_duty (results, self->duty_id) : NULL;
}

static void
apply_clicked (GtkButton *button, CorBreakEvenWindow *self)
{
  CorDocument *document = cor_session_get_document (self->session);
  const CorResults *results = cor_session_get_results (self->session);
  const CorDutyResult *duty = results ? current_duty (self, results) : NULL;
  const CorBreakEvenMove *move = g_object_get_data (G_OBJECT (button), "move");
  g_autoptr (GError) error = NULL;
  CorScenario *next;

  if (duty == NULL)
    return;
  next = cor_break_even_apply (cor_document_get_scenario (document), cor_duty_result_shown (duty)->table, move, &error);
  if (next != NULL)
    cor_document_apply (document, next, _ (cor_lever_info (move->lever)->label), NULL);
  cor_toasts_say (self->toasts, next ? _ ("Applied. Undo takes it back.") : error->message);
}

static GtkWidget *
apply_button (CorBreakEvenWindow *self, const CorBreakEvenMove *move)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Apply"));
  g_autofree char *spoken = g_strdup_printf (_ ("Apply: %s"), _ (cor_lever_info (move->lever)->label));
  CorBreakEvenMove *kept = g_memdup2 (move, sizeof *move);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  kept->instrument = g_intern_string (move->instrument);
  g_object_set_data_full (G_OBJECT (button), "move", kept, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (apply_clicked), self);
  return button;
}

/* A figure at the end of a row, marked with the row where that rests on something assumed. */
static void
add_figure (GtkWidget *row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "cor-figure");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
add_enough (
    CorBreakEvenWindow *self, CorSolver *solver, const CorParamTable *table, CorLeverId lever, int year, gboolean reached)
{
  GtkWidget *row = adw_action_row_new ();
  const CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));
  CorBreakEvenMove move = { lever, NAN, NAN, year, cor_solver_instrument (solver, lever, year) };
  double lowest, highest;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *now_text = NULL, *moves = NULL, *text = NULL, *subtitle = NULL;

  cor_solver_present (solver, lever, year, &move.now, &lowest, &highest);
  now_text = cor_break_even_value_text (lever, move.now);
  if (cor_solver_break_even (solver, lever, year, &move.value, &error))
    {
      g_autofree char *value_text = cor_break_even_value_text (lever, move.value);

      title = g_strdup (_ (cor_lever_info (lever)->label));
      add_figure (row, value_text);
      moves = cor_break_even_moves (scenario, table, &move);
      /* Translators: the value of a lever now, and what taking over the one found changes. */
      text = g_strdup_printf (_ ("today %s; %s"), now_text, moves);
      subtitle = cor_units_money_text (text);
      cor_break_even_attach_card (row, solver, COR_BREAK_EVEN_VALUE, lever, year, move.value);
      if (cor_break_even_can_apply (lever))
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), apply_button (self, &move));
    }
  else
    {
      title = g_strdup_printf (reached ? _ ("%s alone does not undo it") : _ ("%s alone is not enough"),
                               _ (cor_lever_info (lever)->label));
      text = isnan (move.now) ? g_strdup (error->message) : cor_break_even_no_value_text (solver, lever, year, lowest, highest);
      subtitle = cor_units_money_text (text);
      gtk_widget_add_css_class (row, "dim-label");
      gtk_widget_add_css_class (row, "cor-said-below");
      if (!isnan (move.now))
        cor_break_even_attach_card (row, solver, COR_BREAK_EVEN_GAP, lever, year, cor_break_even_nearest_end (solver, lever, year, lowest, highest));
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_row (self, self->enough, row);
}

static void
add_move (CorBreakEvenWindow *self, const CorSolver *solver, const CorLeverMove *move)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *from = cor_break_even_value_text (move->lever, move->from), *to = cor_break_even_value_text (move->lever, move->to);
  g_autofree char *subtitle = g_strdup_printf ("%s → %s", from, to);
  g_autofree char *year
    = move->parity_year > 0 ? g_strdup_printf ("%d", move->parity_year) : g_strdup (_ ("not reached"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (cor_lever_info (move->lever)->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_figure (row, year);
  if (!isnan (move->from))
    {
      int first, last, shown;

      cor_solver_years (solver, &first, &last, &shown);
      cor_break_even_attach_card (row, solver, COR_BREAK_EVEN_PARITY, move->lever, shown, move->to);
    }
  add_row (self, self->ranking, row);
}

/* Less than half a yuan apart: what a value found here was to do, once it is in force. */
static gboolean
is_even (double gap)
{
  return fabs (gap) < 0.5;
}

/* The gap as it is, above what would close it. */
static void
add_gap (CorBreakEvenWindow *self, const CorSolver *solver, const char *text, int year)
{
  GtkWidget *row = adw_action_row_new ();
  CorTraceKey key = { .quantity = COR_TRACE_TRUCK_GAP, .model_year = year };

  cor_solver_truck (solver, &key.duty, &key.truck);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (row, "cor-said");
  cor_card_attach (row, cor_solver_results (solver), &key);
  add_row (self, self->enough, row);
}

/* The heading says which question the values answer: how to get there, or how far it holds. */
static void
show_question (CorBreakEvenWindow *self, const CorSolver *solver, double gap, int year)
{
  g_autofree char *yuan = cor_format_number (fabs (gap), 0);
  g_autofree char *text = NULL, *shown = NULL;

  if (is_even (gap))
    text = g_strdup_printf (_ ("A truck of %d costs as much as diesel: nothing more is needed."), year);
  else if (gap < 0)
    text = g_strdup_printf (_ ("A truck of %d already costs %s yuan less than diesel. Each value alone would use that up."),
                            year, yuan);
  else if (gap > 0)
    text = g_strdup_printf (_ ("A truck of %d costs %s yuan more than diesel."), year, yuan);
  shown = text != NULL ? cor_units_money_text (text) : NULL;
  adw_preferences_group_set_title (self->enough, is_even (gap) ? _ ("Parity Is Reached") : gap < 0 ? _ ("Parity Would End At") : _ ("Each Alone Would Be Enough"));
  if (shown != NULL)
    add_gap (self, solver, shown, year);
}

/* An instrument that is not in force has nothing to give back. */
static gboolean
only_helps (CorSolver *solver, CorLeverId lever, int year)
{
  return cor_lever_is_instrument (lever) && cor_solver_instrument (solver, lever, year) == NULL;
}

static void
fill_levers (CorBreakEvenWindow *self, const CorResults *results, const CorDutyResult *duty)
{
  const CorAlternative *truck = cor_duty_result_shown (duty);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorSolver) solver = truck ? cor_solver_new (results, duty, truck, &error) : NULL;
  CorLeverMove moves[COR_N_LEVERS];
  int year = gtk_spin_button_get_value_as_int (self->year);
  double gap;

  if (solver == NULL)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("No answer for this duty"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), error ? error->message : "");
      add_row (self, self->enough, row);
      return;
    }
  gap = cor_break_even_present_gap (solver, year);
  show_question (self, solver, gap, year);
  for (guint lever = 0; lever < COR_N_LEVERS && !is_even (gap); lever++)
    if (gap > 0 || !only_helps (solver, lever, year))
      add_enough (self, solver, truck->table, lever, year, gap <= 0);
  cor_solver_rank (solver, moves);
  for (guint i = 0; i < COR_N_LEVERS; i++)
    add_move (self, solver, &moves[i]);
}

/* The group that a row stands in. */
static GtkWidget *
group_of (gpointer row)
{
  return gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
}

/* Which row the keyboard is in; as many as there are where it is elsewhere. */
static guint
focused_row (CorBreakEvenWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;
  guint index;

  return row != NULL && g_ptr_array_find (self->rows, row, &index) ? index : self->rows->len;
}

static void
fill (CorBreakEvenWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  const CorDutyResult *duty = results ? current_duty (self, results) : NULL;
  guint focused = focused_row (self);
  GtkWidget *group = focused < self->rows->len ? group_of (g_ptr_array_index (self->rows, focused)) : NULL;

  clear_rows (self);
  if (duty != NULL)
    fill_levers (self, results, duty);
  /* Where the row is gone the window stays at its top and does not go to what has taken its place further down. */
  if (group != NULL && focused < self->rows->len && group_of (g_ptr_array_index (self->rows, focused)) == group)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, focused));
  else if (group != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->duties));
}

static void
duty_selected (CorBreakEvenWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  guint row = adw_combo_row_get_selected (self->duties);

  if (self->filling || results == NULL || row >= self->duty_index->len)
    return;
  g_free (self->duty_id);
  self->duty_id = g_strdup (results->duties[g_array_index (self->duty_index, guint, row)].duty->item.id);
  fill (self);
}

static void
year_changed (CorBreakEvenWindow *self)
{
  if (!self->filling)
    fill (self);
}

/* The duties that have a cost; the one looked at stays chosen. */
static void
fill_duties (CorBreakEvenWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;
  gboolean zh = cor_format_is_chinese (NULL);

  if (results == NULL)
    return;
  self->filling = TRUE;
  g_array_set_size (self->duty_index, 0);
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_shown (duty);
      const CorItem *item = duty->duty->item.name == NULL && duty->route ? &duty->route->item : &duty->duty->item;

      if (truck == NULL || truck->tco == NULL || duty->diesel == NULL)
        continue;
      if (self->duty_id == NULL)
        self->duty_id = g_strdup (duty->duty->item.id);
      if (g_str_equal (duty->duty->item.id, self->duty_id))
        selected = self->duty_index->len;
      gtk_string_list_append (names, cor_item_label (item, zh));
      g_array_append_val (self->duty_index, i);
    }
  adw_combo_row_set_model (self->duties, G_LIST_MODEL (names));
  if (self->duty_index->len > 0)
    {
      /* The one looked at may be gone. */
      g_free (self->duty_id);
      self->duty_id = g_strdup (results->duties[g_array_index (self->duty_index, guint, selected)].duty->item.id);
      adw_combo_row_set_selected (self->duties, selected);
    }
  gtk_spin_button_set_range (self->year, results->first_year, results->first_year + (int) results->n_years - 1);
  gtk_spin_button_set_increments (self->year, 1, 5);
  self->filling = FALSE;
}

static void
results_changed (CorBreakEvenWindow *self)
{
  fill_duties (self);
  fill (self);
}

static void
cor_break_even_window_dispose (GObject *object)
{
  CorBreakEvenWindow *self = COR_BREAK_EVEN_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->duty_index, g_array_unref);
  g_clear_pointer (&self->duty_id, g_free);
  G_OBJECT_CLASS (cor_break_even_window_parent_class)->dispose (object);
}

static void
cor_break_even_window_class_init (CorBreakEvenWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_break_even_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridor_planner/Corridor/cor-break-even-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CorBreakEvenWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CorBreakEvenWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CorBreakEvenWindow, duties);
  gtk_widget_class_bind_template_child (widget_class, CorBreakEvenWindow, year);
  gtk_widget_class_bind_template_child (widget_class, CorBreakEvenWindow, enough);
  gtk_widget_class_bind_template_child (widget_class, CorBreakEvenWindow, ranking);
  gtk_widget_class_bind_template_callback (widget_class, duty_selected);
  gtk_widget_class_bind_template_callback (widget_class, year_changed);
}

static void
cor_break_even_window_init (CorBreakEvenWindow *self)
{
  self->rows = g_ptr_array_new ();
  self->duty_index = g_array_new (FALSE, FALSE, sizeof (guint));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_window_title_set_title (self->title, gtk_window_get_title (GTK_WINDOW (self)));
  self->filling = FALSE;
}

GtkWidget *
cor_break_even_window_new (GtkWindow *parent, CorSession *session, const char *duty_id)
{
  CorBreakEvenWindow *self = g_object_new (COR_TYPE_BREAK_EVEN_WINDOW, NULL);
  const CorResults *results = cor_session_get_results (session);

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  self->duty_id = g_strdup (duty_id);
  fill_duties (self);
  self->filling = TRUE;
  if (results != NULL)
    gtk_spin_button_set_value (self->year, results->first_year + (int) results->year);
  self->filling = FALSE;
  fill (self);
  g_signal_connect_swapped (session, "results-changed", G_CALLBACK (results_changed), self);
  return GTK_WIDGET (self);
}
