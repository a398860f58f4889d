/* cor-trace-window.c: a figure answers for itself: formula, numbers, inputs, sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-window.h"

#include "cor-card.h"
#include "cor-dialogs.h"
#include "cor-emissions.h"
#include "cor-format.h"
#include "cor-trace-row.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>

struct _CorTraceWindow
{
  AdwWindow parent_instance;

  CorResults *results;
  GArray *history; /* Step */
  CorTrace *trace;
  GtkWidget *back;
  GtkLabel *path;
  GtkLabel *headline;
  GtkLabel *formula;
  GtkLabel *numbers;
  GtkLabel *result;
  GtkWidget *trust;
  GtkListBox *inputs;
  GtkWidget *factors_box;
  GtkListBox *factors;
};

/* A card on the way: of results of its own where it is of a case, or of what a case comes from; @given where no key names it. */
typedef struct
{
  CorTraceKey key;
  CorResults *of;
  CorTrace *given;
} Step;

G_DEFINE_FINAL_TYPE (CorTraceWindow, cor_trace_window, ADW_TYPE_WINDOW)

static GtkWidget *
figure_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
fill_inputs (CorTraceWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->inputs))) != NULL)
    gtk_list_box_remove (self->inputs, child);
  for (guint i = 0; i < self->trace->inputs->len; i++)
    gtk_list_box_append (self->inputs, cor_trace_row_new (&g_array_index (self->trace->inputs, CorTraceInput, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->inputs), self->trace->inputs->len > 0);
}

/* Whether the window that this one belongs to can switch the factor. */
static gboolean
can_switch (CorTraceWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  return parent != NULL && G_IS_ACTION_GROUP (parent)
         && g_action_group_has_action (G_ACTION_GROUP (parent), "grid-factor");
}

static void
factor_toggled (GtkCheckButton *check, CorTraceWindow *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "factor");

  if (gtk_check_button_get_active (check) && g_strcmp0 (id, self->results->grid->id) != 0)
    g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_transient_for (GTK_WINDOW (self))), "grid-factor",
                                    g_variant_new_string (id));
}

/* Tonnes a year that all trucks would emit more than diesel with another factor. */
static double
change_with (const CorResults *results, const CorFactor *factor)
{
  CorFactorChoice choice;
  CorEmissionTotals totals;

  cor_factor_choice_init (results, &choice);
  choice.grid = factor;
  totals = cor_emission_totals (results, &choice, results->year);
  return (totals.counted.wtw_kg - totals.diesel.wtw_kg) / 1000;
}

/* A factor to choose, and what it would give. */
static GtkWidget *
factor_row (CorTraceWindow *self, const CorFactor *factor, GtkWidget **group)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  int year = self->results->first_year + (int) self->results->year;
  g_autofree char *label = cor_factor_label (factor, year, cor_format_is_chinese (NULL));
  g_autofree char *escaped = g_markup_escape_text (label, -1);
  double change = change_with (self->results, factor);
  g_autofree char *tonnes = cor_format_change (COR_QUANTITY_TONNES, change, NULL);
  GtkWidget *value = figure_new (tonnes);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  gtk_widget_add_css_class (value, change < 0 ? "better" : "impossible");
  if (*group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (*group));
  *group = check;
  g_object_set_data_full (G_OBJECT (check), "factor", g_strdup (factor->id), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strcmp0 (factor->id, self->results->grid->id) == 0);
  g_signal_connect (check, "toggled", G_CALLBACK (factor_toggled), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

/* The electricity factors with what each would give, below the card of the emissions. */
static void
fill_factors (CorTraceWindow *self)
{
  gboolean shown = self->trace->key.quantity == COR_TRACE_EMISSIONS && self->results->base == NULL && self->results->grid != NULL && can_switch (self);
  const CorFactor *factors;
  GtkWidget *child, *group = NULL;
  guint n;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->factors))) != NULL)
    gtk_list_box_remove (self->factors, child);
  gtk_widget_set_visible (self->factors_box, shown);
  if (!shown)
    return;
  factors = cor_factor_set_all (self->results->factors, &n);
  for (guint i = 0; i < n; i++)
    if (factors[i].kind == COR_FACTOR_GRID)
      gtk_list_box_append (self->factors, factor_row (self, &factors[i], &group));
}

static char *
result_text (const CorTrace *trace)
{
  if ((trace->key.quantity == COR_TRACE_PARITY || trace->key.quantity == COR_TRACE_TRUCK_PARITY) && trace->value == 0)
    return g_strdup (_ ("not reached"));
  return cor_trace_value_text (trace->value, trace->unit);
}

static void
step_clear (gpointer data)
{
  g_clear_pointer (&((Step *) data)->of, cor_results_unref);
  g_clear_pointer (&((Step *) data)->given, cor_trace_unref);
}

static void
add_step (CorTraceWindow *self, const CorTraceKey *key, const CorResults *of, CorTrace *given)
{
  Step step = { *key, of != NULL ? cor_results_ref ((CorResults *) of) : NULL, given != NULL ? cor_trace_ref (given) : NULL };

  g_array_append_val (self->history, step);
}

/* The results of a place in the history. */
static const CorResults *
results_at (CorTraceWindow *self, guint index)
{
  const Step *step = &g_array_index (self->history, Step, index);

  return step->of != NULL ? step->of : self->results;
}

/* The card of a place in the history. */
static CorTrace *
trace_at (CorTraceWindow *self, guint index)
{
  const Step *step = &g_array_index (self->history, Step, index);

  if (step->given != NULL)
    return cor_trace_ref (step->given);
  return cor_trace_new (results_at (self, index), &step->key, cor_format_is_chinese (NULL));
}

/* The way from the first figure to this one. */
static char *
path_text (CorTraceWindow *self)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i + 1 < self->history->len; i++)
    {
      g_autoptr (CorTrace) trace = trace_at (self, i);

      g_string_append_printf (path, "%s ▸ ", trace->title);
    }
  return g_string_free (path, FALSE);
}

static void
show (CorTraceWindow *self)
{
  CorTrace *trace = trace_at (self, self->history->len - 1);
  g_autofree char *result = NULL;
  g_autofree char *path = NULL, *numbers = NULL;

  g_return_if_fail (trace != NULL);

  g_clear_pointer (&self->trace, cor_trace_unref);
  self->trace = trace;
  result = result_text (trace);
  path = path_text (self);
  gtk_label_set_label (self->path, path);
  gtk_widget_set_visible (GTK_WIDGET (self->path), self->history->len > 1);
  gtk_label_set_label (self->headline, trace->title);
  gtk_label_set_markup (self->formula, trace->formula);
  numbers = cor_units_money_text (trace->numbers);
  gtk_label_set_label (self->numbers, numbers);
  gtk_widget_set_visible (GTK_WIDGET (self->numbers), *trace->numbers != '\0');
  gtk_label_set_label (self->result, result);
  gtk_widget_set_visible (self->trust, self->trace->key.quantity == COR_TRACE_TRUCK_ENERGY);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trace.back", self->history->len > 1);
  fill_inputs (self);
  fill_factors (self);
}

static void
row_activated (GtkListBox *list, GtkListBoxRow *row, CorTraceWindow *self)
{
  const CorTraceInput *input
    = &g_array_index (self->trace->inputs, CorTraceInput, (guint) gtk_list_box_row_get_index (row));
  const Step *now = &g_array_index (self->history, Step, self->history->len - 1);
  const CorResults *of = input->of != NULL ? input->of : now->of;
  g_autoptr (CorTrace) trace = cor_trace_input_card (input, of != NULL ? of : self->results, FALSE);

  if (trace == NULL)
    return;
  add_step (self, &input->child, of, input->card);
  show (self);
}

static void
back_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorTraceWindow *self = COR_TRACE_WINDOW (widget);

  g_array_set_size (self->history, self->history->len - 1);
  show (self);
}

/* The help page on consumption, from the application of the window that this one belongs to. */
static void
trust_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));
  GtkApplication *app = parent != NULL ? gtk_window_get_application (parent) : NULL;

  if (app != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (app), "help", g_variant_new_string ("consumption"));
}

static void
copy_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorTraceWindow *self = COR_TRACE_WINDOW (widget);
  g_autofree char *result = result_text (self->trace), *told = cor_format_told (self->trace->title, result);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s = %s\n", told, gtk_label_get_text (self->formula), self->trace->numbers);
  for (guint i = 0; i < self->trace->inputs->len; i++)
    {
      const CorTraceInput *input = &g_array_index (self->trace->inputs, CorTraceInput, i);
      g_autofree char *value = cor_trace_value_text (input->value, input->unit);

      g_string_append_printf (text, "%s\t%s\t%d\t%s\t%s\t%s %s\t%s\n", input->label, value, input->year, input->region,
                              cor_enum_name (cor_param_status_values, input->status), input->source, input->place, input->note);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static void
cor_trace_window_dispose (GObject *object)
{
  CorTraceWindow *self = COR_TRACE_WINDOW (object);

  g_clear_pointer (&self->trace, cor_trace_unref);
  g_clear_pointer (&self->results, cor_results_unref);
  g_clear_pointer (&self->history, g_array_unref);
  G_OBJECT_CLASS (cor_trace_window_parent_class)->dispose (object);
}

static void
cor_trace_window_class_init (CorTraceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_trace_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridor_planner/Corridor/cor-trace-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "trace.copy", NULL);
  gtk_widget_class_bind_template_child (widget_class, CorTraceWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CorTraceWindow, path);
  gtk_widget_class_bind_template_child (widget_class, CorTraceWindow, headline);
  gtk_widget_class_bind_template_child (widget_class, CorTraceWindow, formula);
  gtk_widget_class_bind_template_child (widget_class, CorTraceWindow, numbers);
  gtk_widget_class_bind_template_child (widget_class, CorTraceWindow, result);
  gtk_widget_class_bind_template_child (widget_class, CorTraceWindow, trust);
  gtk_widget_class_bind_template_child (widget_class, CorTraceWindow, inputs);
  gtk_widget_class_bind_template_child (widget_class, CorTraceWindow, factors_box);
  gtk_widget_class_bind_template_child (widget_class, CorTraceWindow, factors);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_install_action (widget_class, "trace.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "trace.trust", NULL, trust_activated);
  gtk_widget_class_install_action (widget_class, "trace.copy", NULL, copy_activated);
}

static void
cor_trace_window_init (CorTraceWindow *self)
{
  self->history = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->history, step_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
window_new (GtkWindow *parent, CorResults *results, const CorTraceKey *key, CorTrace *given)
{
  CorTraceWindow *self = g_object_new (COR_TYPE_TRACE_WINDOW, NULL);

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->results = cor_results_ref (results);
  add_step (self, key, NULL, given);
  show (self);
  return GTK_WIDGET (self);
}

GtkWidget *
cor_trace_window_new (GtkWindow *parent, CorResults *results, const CorTraceKey *key)
{
  return window_new (parent, results, key, NULL);
}

GtkWidget *
cor_trace_window_new_for (GtkWindow *parent, CorResults *results, CorTrace *trace)
{
  gboolean named = trace->key.quantity != COR_N_TRACE_QUANTITIES;

  return window_new (parent, results, &trace->key, named ? NULL : trace);
}

void
cor_trace_window_update (CorTraceWindow *self, CorResults *results)
{
  g_return_if_fail (COR_IS_TRACE_WINDOW (self));

  if (results == self->results || g_array_index (self->history, Step, 0).given != NULL || self->results->base != NULL)
    return;
  for (guint i = 0; i < self->history->len; i++)
    {
      const CorTraceKey *key = &g_array_index (self->history, Step, i).key;
      g_autoptr (CorTrace) trace = key->duty < MAX (results->n_duties, 1) ? cor_trace_new (results, key, FALSE) : NULL;

      if (trace != NULL)
        continue;
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  cor_results_unref (self->results);
  self->results = cor_results_ref (results);
  show (self);
}

const char *
cor_trace_window_get_figure (CorTraceWindow *self)
{
  g_return_val_if_fail (COR_IS_TRACE_WINDOW (self), NULL);

  return self->trace->title;
}
