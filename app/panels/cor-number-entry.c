/* cor-number-entry.c: a number with its unit to type or step; may be empty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-number-entry.h"

#include "cor-format.h"
#include "cor-units.h"

#include <math.h>

/* The most digits behind the point that are shown. */
#define MAX_DIGITS 4

struct _CorNumberEntry
{
  AdwBin parent_instance;

  GtkSpinButton *spin;
  char *unit;
  double factor; /* what is shown of 1: 100 for per cent */
  double value;  /* what the user sees, in the value's own unit; NaN for nothing */
  int least_digits; /* behind the point */
  gboolean whole;
  gboolean grouped; /* whether thousands are; not in years */
  gboolean optional;
  gboolean setting;
};

enum
{
  EDITED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorNumberEntry, cor_number_entry, ADW_TYPE_BIN)

double
cor_number_step (double value, gboolean whole)
{
  double step = value != 0 && isfinite (value) ? pow (10, floor (log10 (fabs (value))) - 1) : 1;

  return whole ? MAX (1, step) : step;
}

int
cor_number_digits (double shown, int least)
{
  for (int digits = least; digits < MAX_DIGITS; digits++)
    {
      double scaled = shown * pow (10, digits);

      if (fabs (scaled - round (scaled)) < 1e-6 * MAX (1, fabs (scaled)))
        return digits;
    }
  return MAX_DIGITS;
}

int
cor_number_entry_get_digits (CorNumberEntry *self)
{
  g_return_val_if_fail (COR_IS_NUMBER_ENTRY (self), 0);

  return cor_number_digits (self->value * self->factor, self->least_digits);
}

void
cor_number_entry_set_least_digits (CorNumberEntry *self, int digits)
{
  g_return_if_fail (COR_IS_NUMBER_ENTRY (self));

  self->least_digits = digits;
}

/* The value as it is written, with some digits and its unit. */
static char *
value_text (CorNumberEntry *self)
{
  g_autofree char *number = NULL;

  if (isnan (self->value))
    return g_strdup ("");
  number = self->grouped ? cor_format_number (self->value * self->factor, cor_number_entry_get_digits (self))
                         : g_strdup_printf ("%.0f", self->value);
  if (self->unit == NULL || *self->unit == '\0')
    return g_steal_pointer (&number);
  /* As cor_format_percent() has it. */
  return g_strdup_printf (g_str_equal (self->unit, "%") && cor_format_is_chinese (NULL) ? "%s%s" : "%s" COR_NBSP "%s", number, self->unit);
}

static gboolean
show_value (CorNumberEntry *self)
{
  g_autofree char *text = value_text (self);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->spin)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->spin), text);
  return TRUE;
}

/* What was typed: digits with commas between thousands, either minus, anything behind. */
static gboolean
parse (const char *text, double *out)
{
  GString *plain = g_string_new (NULL);
  char *end;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2212)
        g_string_append_c (plain, '-');
      else if (c != ',' && c != 0xff0c && !g_unichar_isspace (c))
        g_string_append_unichar (plain, c);
    }
  *out = g_ascii_strtod (plain->str, &end);
  if (end == plain->str || !isfinite (*out))
    *out = NAN;
  g_string_free (plain, TRUE);
  return !isnan (*out);
}

static void
set_by_user (CorNumberEntry *self, double value)
{
  if (self->setting || value == self->value || (isnan (value) && isnan (self->value)))
    return;
  self->value = value;
  g_signal_emit (self, signals[EDITED], 0, value);
}

static int
spin_input (GtkSpinButton *spin, double *out, CorNumberEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));
  g_autofree char *shown = value_text (self);

  *out = gtk_spin_button_get_value (spin);
  /* Left as it was: what is shown has fewer digits than what counts. */
  if (!isnan (self->value) && g_str_equal (text, shown))
    return TRUE;
  if (self->optional && *text == '\0')
    {
      set_by_user (self, NAN);
      *out = gtk_spin_button_get_value (spin); /* what stands for nothing may have been set meanwhile */
      return TRUE;
    }
  if (!parse (text, out))
    {
      *out = gtk_spin_button_get_value (spin);
      return TRUE;
    }
  /* An empty entry that gets the number which its buttons would start from is an edit as well. */
  if (isnan (self->value) && *out == gtk_spin_button_get_value (spin))
    set_by_user (self, *out / self->factor);
  return TRUE;
}

static void
spin_changed (CorNumberEntry *self)
{
  double value = gtk_spin_button_get_value (self->spin) / self->factor;

  if (self->whole)
    value = round (value);
  set_by_user (self, value);
}

static void
left (CorNumberEntry *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
cor_number_entry_finalize (GObject *object)
{
  g_free (COR_NUMBER_ENTRY (object)->unit);
  G_OBJECT_CLASS (cor_number_entry_parent_class)->finalize (object);
}

static void
cor_number_entry_class_init (CorNumberEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_number_entry_finalize;
  signals[EDITED] = g_signal_new ("edited", COR_TYPE_NUMBER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[DONE] = g_signal_new ("done", COR_TYPE_NUMBER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

void
cor_number_leave_wheel (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
cor_number_entry_init (CorNumberEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->value = NAN;
  self->factor = 1;
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new (NULL, 0, MAX_DIGITS));
  gtk_spin_button_set_update_policy (self->spin, GTK_UPDATE_ALWAYS);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->spin), 14);
  gtk_editable_set_alignment (GTK_EDITABLE (self->spin), 1);
  /* Undo is the document's: what is typed reaches it at once. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->spin), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  cor_number_leave_wheel (GTK_WIDGET (self->spin));
  gtk_widget_add_css_class (GTK_WIDGET (self->spin), "cor-number-entry");
  g_signal_connect (self->spin, "input", G_CALLBACK (spin_input), self);
  g_signal_connect_swapped (self->spin, "output", G_CALLBACK (show_value), self);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (spin_changed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->spin), focus);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->spin));
}

GtkWidget *
cor_number_entry_new (double lowest,
                      double highest,
                      const char *unit,
                      gboolean whole,
                      gboolean optional)
{
  CorNumberEntry *self = g_object_new (COR_TYPE_NUMBER_ENTRY, NULL);

  self->unit = g_strdup (cor_units_shown (unit, highest, &self->factor));
  if (g_strcmp0 (unit, "%") == 0)
    self->factor = 100;
  self->whole = whole;
  self->grouped = !(whole && lowest > 1000);
  self->optional = optional;
  self->setting = TRUE;
  gtk_spin_button_set_range (self->spin, lowest * self->factor, highest * self->factor);
  self->setting = FALSE;
  cor_number_entry_set_value (self, NAN);
  cor_number_entry_set_missing (self, NULL);
  return GTK_WIDGET (self);
}

void
cor_number_entry_set_value (CorNumberEntry *self, double value)
{
  double step;

  g_return_if_fail (COR_IS_NUMBER_ENTRY (self));

  self->setting = TRUE;
  self->value = value;
  if (!isnan (value))
    {
      step = cor_number_step (value * self->factor, self->whole);
      gtk_spin_button_set_increments (self->spin, step, 10 * step);
      gtk_spin_button_set_value (self->spin, value * self->factor);
    }
  show_value (self);
  self->setting = FALSE;
}

void
cor_number_entry_set_missing (CorNumberEntry *self, const char *text)
{
  GtkEditable *delegate;

  g_return_if_fail (COR_IS_NUMBER_ENTRY (self));

  delegate = gtk_editable_get_delegate (GTK_EDITABLE (self->spin));
  gtk_text_set_placeholder_text (GTK_TEXT (delegate), text != NULL ? text : self->unit);
}

double
cor_number_entry_get_value (CorNumberEntry *self)
{
  g_return_val_if_fail (COR_IS_NUMBER_ENTRY (self), NAN);

  return self->value;
}

GtkWidget *
cor_number_entry_get_spin (CorNumberEntry *self)
{
  g_return_val_if_fail (COR_IS_NUMBER_ENTRY (self), NULL);

  return GTK_WIDGET (self->spin);
}
