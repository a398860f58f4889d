/* test-policies.c: a policy in the list and the inspector: its amount with its unit, and none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-format.h"
#include "cor-lever.h"
#include "cor-list-row.h"
#include "cor-number-entry.h"
#include "cor-units.h"

#include <glib/gi18n.h>

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

static GtkWidget *
label (UiFixture *f, const char *text)
{
  return ui_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, says, text);
}

static GtkWidget *
lever (UiFixture *f)
{
  return ui_find (GTK_WIDGET (f->window), COR_TYPE_LEVER, NULL, NULL);
}

static GtkEditable *
amount (UiFixture *f)
{
  GtkWidget *entry = ui_find (lever (f), COR_TYPE_NUMBER_ENTRY, NULL, NULL);

  return GTK_EDITABLE (cor_number_entry_get_spin (COR_NUMBER_ENTRY (entry)));
}

static void
add (UiFixture *f, const char *kind)
{
  ui_activate (f, "add-policy", kind);
  ui_wait (50);
  ui_settle (f);
}

/* Without an amount it says so in both places; with one the list has it with its unit, and the results follow. */
static void
test_none_yet (UiFixture *f, gconstpointer data)
{
  g_autofree char *before = ui_headline (f, COR_HEADLINE_PUBLIC);
  g_autofree char *shown = g_strdup_printf ("12,345" COR_NBSP "%s", cor_unit_text ("yuan"));
  g_autofree char *after = NULL;

  add (f, "purchase_grant");
  g_assert_nonnull (label (f, g_dgettext ("corridor", "no amount yet")));
  g_assert_nonnull (label (f, g_dgettext ("corridor", "No amount yet: it changes nothing.")));
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (cor_lever_get_scale (COR_LEVER (lever (f))))), ==, 0);

  gtk_editable_set_text (amount (f), "12,345");
  gtk_spin_button_update (GTK_SPIN_BUTTON (amount (f)));
  ui_wait (50);
  ui_settle (f);
  g_assert_null (label (f, g_dgettext ("corridor", "no amount yet")));
  g_assert_null (label (f, g_dgettext ("corridor", "No amount yet: it changes nothing.")));
  ui_until (label (f, shown) != NULL);
  g_assert_nonnull (label (f, shown));
  after = ui_headline (f, COR_HEADLINE_PUBLIC);
  g_assert_cmpstr (before, !=, after);
}

/* The carbon price without an amount is the one of the region; the field says which. */
static void
test_from_figures (UiFixture *f, gconstpointer data)
{
  const char *dim;

  add (f, "carbon_tax");
  g_assert_null (label (f, g_dgettext ("corridor", "No amount yet: it changes nothing.")));
  g_assert_cmpstr (gtk_editable_get_text (amount (f)), ==, "");
  dim = gtk_text_get_placeholder_text (GTK_TEXT (gtk_editable_get_delegate (amount (f))));
  g_assert_nonnull (strstr (dim, "CO₂e"));
  g_assert_cmpfloat (g_ascii_strtod (dim, NULL), >, 0);
}

/* More than anybody could mean is cut to the most that the figure can be. */
static void
test_beyond (UiFixture *f, gconstpointer data)
{
  add (f, "purchase_subsidy");
  gtk_editable_set_text (amount (f), "100000");
  gtk_spin_button_update (GTK_SPIN_BUTTON (amount (f)));
  ui_wait (50);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (amount (f))), ==, 20000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/policies/none-yet", UiFixture, NULL, ui_open, test_none_yet, ui_close);
  g_test_add ("/policies/from-figures", UiFixture, NULL, ui_open, test_from_figures, ui_close);
  g_test_add ("/policies/beyond", UiFixture, NULL, ui_open, test_beyond, ui_close);
  return g_test_run ();
}
