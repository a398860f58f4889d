/* cor-figures.c: rows of figures in a card of the inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-figures.h"

#include "cor-card.h"
#include "cor-emissions.h"
#include "cor-stated-trace.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static GtkWidget *
row_new (const char *name)
{
  GtkWidget *row = adw_action_row_new (), *label = gtk_label_new (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "cor-figure");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_add_css_class (row, "cor-row");
  g_object_set_data (G_OBJECT (row), "label", label);
  return row;
}

/* Removes a row and those behind it. */
static void
drop_rows (GtkListBox *card, GtkWidget *from)
{
  while (from != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (from);

      gtk_list_box_remove (card, from);
      from = next;
    }
  g_object_set_data (G_OBJECT (card), "next", NULL);
}

void
cor_figures_add (GtkListBox *card, const char *name, char *value)
{
  g_autofree char *text = value;
  GtkWidget *row = g_object_get_data (G_OBJECT (card), "next");

  g_object_set_data (G_OBJECT (card), "now", NULL);
  if (text == NULL)
    return;
  if (row != NULL && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), name) == 0)
    g_object_set_data (G_OBJECT (card), "next", gtk_widget_get_next_sibling (row));
  else
    {
      drop_rows (card, row);
      row = row_new (name);
      gtk_list_box_append (card, row);
    }
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "label"), text);
  g_object_set_data (G_OBJECT (card), "now", row);
}

void
cor_figures_explain (GtkListBox *card, const CorResults *results, CorTraceKey key)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (card), "now");
  g_autoptr (CorTrace) trace = cor_trace_new (results, &key, FALSE);

  if (row != NULL)
    cor_card_attach (row, trace != NULL ? results : NULL, &key);
}

void
cor_figures_explain_by (GtkListBox *card, const CorResults *results, CorTrace *trace)
{
  g_autoptr (CorTrace) taken = trace;
  GtkWidget *row = g_object_get_data (G_OBJECT (card), "now");

  if (row != NULL && taken != NULL)
    cor_card_attach_trace (row, results, taken);
}

void
cor_figures_explain_duty (GtkListBox *card,
                          const CorResults *results,
                          const CorDutyResult *duty,
                          CorTraceQuantity quantity,
                          gboolean diesel)
{
  CorTraceKey key = { .quantity = quantity, .duty = (guint)(duty - results->duties), .truck = -1 };

  for (guint i = 0; !diesel && i < duty->n_alternatives; i++)
    if (duty->alternatives[i] == cor_duty_result_shown (duty))
      key.truck = (int)i;
  cor_figures_explain (card, results, key);
}

char *
cor_figures_quantity (CorQuantity kind, double value)
{
  return isnan (value) ? NULL : cor_format_quantity (kind, value, NULL);
}

char *
cor_figures_with_unit (double value, int digits, const char *unit)
{
  g_autofree char *number = isnan (value) ? NULL : cor_format_significant (value, digits);

  return number != NULL ? g_strdup_printf ("%s" COR_NBSP "%s", number, unit) : NULL;
}

/* The factor in use, with its value. */
static char *
factor_label (const CorResults *results, CorPowertrain powertrain)
{
  gboolean chinese = cor_format_is_chinese (NULL);
  CorFactorChoice choice;
  const CorFactor *factor;

  cor_factor_choice_init (results, &choice);
  factor = cor_factor_choice_main (&choice, powertrain);
  return factor == results->grid ? cor_results_grid_label (results, chinese)
                                 : cor_factor_label (factor, results->first_year + (int) results->year, chinese);
}

static void
mark_clear (gpointer data)
{
  g_clear_pointer (&((CorMark *) data)->trace, cor_trace_unref);
}

GArray *
cor_figures_marks_new (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (CorMark));

  g_array_set_clear_func (marks, mark_clear);
  return marks;
}

char *
cor_figures_link_factor (GArray *marks, const CorResults *results, CorPowertrain powertrain)
{
  CorMark mark = { .results = (CorResults *) results, .trace = cor_factor_trace (results, powertrain, cor_format_is_chinese (NULL)) };

  g_array_append_val (marks, mark);
  return cor_card_link (factor_label (results, powertrain), marks->len - 1);
}

void
cor_figures_add_factor (GtkListBox *card, const CorResults *results, CorPowertrain powertrain)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (CorTrace) trace = cor_factor_trace (results, powertrain, cor_format_is_chinese (NULL));
  g_autofree char *label = factor_label (results, powertrain), *escaped = g_markup_escape_text (label, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Counted with"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_add_css_class (row, "cor-row");
  if (trace != NULL)
    cor_card_attach_trace (row, results, trace);
  gtk_list_box_append (card, row);
}

void
cor_figures_again (GtkBox *box)
{
  g_object_set_data (G_OBJECT (box), "next", gtk_widget_get_first_child (GTK_WIDGET (box)));
}

GtkListBox *
cor_figures_next (GtkBox *box, const char *title, const char *note)
{
  GtkWidget *card = g_object_get_data (G_OBJECT (box), "next");
  GtkListBox *list;

  if (card == NULL)
    return cor_inspector_add_card (box, title, note);
  list = GTK_LIST_BOX (gtk_widget_get_last_child (card));
  g_object_set_data (G_OBJECT (box), "next", gtk_widget_get_next_sibling (card));
  g_object_set_data (G_OBJECT (list), "next", gtk_widget_get_first_child (GTK_WIDGET (list)));
  return list;
}

void
cor_figures_end (GtkListBox *card)
{
  drop_rows (card, g_object_get_data (G_OBJECT (card), "next"));
}

void
cor_figures_rest (GtkBox *box)
{
  GtkWidget *card = g_object_get_data (G_OBJECT (box), "next");

  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);

      gtk_box_remove (box, card);
      card = next;
    }
  g_object_set_data (G_OBJECT (box), "next", NULL);
}
