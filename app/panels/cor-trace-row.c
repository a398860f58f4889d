/* cor-trace-row.c: an input of a card, as a row of its list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-row.h"

#include "cor-card.h"
#include "cor-format.h"
#include "cor-item-text.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
cor_trace_value_text (double value, const char *unit)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("–");
  if (g_str_equal (unit, "1"))
    return cor_format_percent (value, -1, NULL);
  if (g_str_equal (unit, COR_UNIT_CHANCE))
    return cor_format_chance (value, NULL);
  if (fabs (value) >= 1900 && fabs (value) <= 2100 && *unit == '\0')
    return g_strdup_printf ("%.0f", value);
  number = fabs (value) >= 1000 ? cor_format_number (value, 0) : cor_format_significant (value, 4);
  return *unit == '\0' ? g_steal_pointer (&number) : g_strdup_printf ("%s %s", number, cor_units_money (cor_unit_text (unit)));
}

static GtkWidget *
label_new (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What it is called and where it comes from, one above the other. */
static GtkWidget *
text_column (const CorTraceInput *input)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *origin = g_strdup_printf ("%d · %s · %s%s%s%s%s", input->year, input->region, input->source,
                                             *input->place ? " · " : "", input->place, *input->note ? "\n" : "", input->note);
  GtkWidget *source = label_new (origin, "cor-caption", 0);

  gtk_label_set_wrap (GTK_LABEL (source), TRUE);
  gtk_box_append (GTK_BOX (box), label_new (input->label, NULL, 0));
  gtk_box_append (GTK_BOX (box), source);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

GtkWidget *
cor_trace_row_new (const CorTraceInput *input)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *symbol = label_new (NULL, "cor-symbol", 0);
  g_autofree char *value = cor_trace_value_text (input->value, input->unit);
  g_autofree char *told = cor_format_told (input->label, value), *spoken = g_strdup_printf ("%s · %s", told, input->source);

  gtk_label_set_markup (GTK_LABEL (symbol), input->symbol);
  gtk_widget_set_size_request (symbol, 44, -1);
  gtk_box_append (GTK_BOX (box), symbol);
  gtk_box_append (GTK_BOX (box), text_column (input));
  gtk_box_append (GTK_BOX (box), label_new (value, "heading", 1));
  gtk_box_append (GTK_BOX (box), cor_card_chip_new (input->status, input->source));
  if (input->computed)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), input->computed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}
