/* test-policies.c: a policy in the list and the inspector: its amount with its unit, and none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-item-text.h"
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

/* A policy that keeps the name of its kind is called so in the language of the window, with its number; what is meant by
 * all powertrains is said. */
static void
test_name (UiFixture *f, gconstpointer data)
{
  const char *kind = g_dgettext ("corridor", "Tolled distance spared by access");
  g_autofree char *second = g_strdup_printf ("%s 2", kind);
  const CorItem *item;

  add (f, "access_toll");
  item = cor_scenario_find (ui_scenario (f), COR_ITEM_POLICY, "access-toll");
  g_assert_cmpstr (item->name, ==, "Tolled distance spared by access");
  g_assert_cmpstr (cor_item_label (item, cor_format_is_chinese (NULL)), ==, kind);
  g_assert_nonnull (label (f, kind));
  g_assert_nonnull (label (f, g_dgettext ("corridor", "all zero-emission")));
  add (f, "access_toll");
  item = cor_scenario_find (ui_scenario (f), COR_ITEM_POLICY, "access-toll-2");
  g_assert_cmpstr (cor_item_label (item, cor_format_is_chinese (NULL)), ==, second);
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_string (ui_scenario (f), COR_ITEM_POLICY, item->id, "name", "Tolled distance spared by access of mine", NULL), "", NULL);
  item = cor_scenario_find (ui_scenario (f), COR_ITEM_POLICY, "access-toll-2");
  g_assert_cmpstr (cor_item_label (item, cor_format_is_chinese (NULL)), ==, "Tolled distance spared by access of mine");
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

/* Of a kind with several amounts no figure stands for all of them, nor is it said to do nothing. */
static void
test_several (UiFixture *f, gconstpointer data)
{
  const char *dim;

  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_parameter (ui_scenario (f), COR_ITEM_HEAD, NULL, COR_PARAM_DEMAND_WAIVER, 0.45, NULL), "", NULL);
  add (f, "energy");
  g_assert_null (label (f, g_dgettext ("corridor", "no amount yet")));
  g_assert_null (label (f, g_dgettext ("corridor", "No amount yet: it changes nothing.")));
  dim = gtk_text_get_placeholder_text (GTK_TEXT (gtk_editable_get_delegate (amount (f))));
  g_assert_cmpstr (dim, ==, "");
}

/* Amounts by year, or steps, stand in place of the one amount; what has no unit has no room for it. */
static void
test_by_year (UiFixture *f, gconstpointer data)
{
  const CorPolicyPoint points[] = { { 2026, 0.2 }, { 2030, 0.1 } };
  CorPolicy *policy = (CorPolicy *) cor_item_new (COR_ITEM_POLICY, "by-year");
  g_autofree char *text = NULL, *own = NULL;

  policy->policy_kind = g_strdup ("toll_relief");
  policy->amount = 0.9;
  policy->schedule = cor_schedule_new ();
  g_array_append_vals (policy->schedule, points, 2);
  text = cor_policy_amount_text (policy, NAN);
  g_assert_nonnull (strstr (text, "10"));
  g_assert_nonnull (strstr (text, "20"));
  g_assert_null (strstr (text, "90"));
  g_free (policy->policy_kind);
  policy->policy_kind = g_strdup ("energy");
  g_array_set_size (policy->schedule, 0);
  own = cor_policy_amount_text (policy, NAN);
  g_assert_cmpstr (own, ==, "0.9");
  cor_item_unref (&policy->item);
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
  g_test_add ("/policies/several", UiFixture, NULL, ui_open, test_several, ui_close);
  g_test_add ("/policies/by-year", UiFixture, NULL, ui_open, test_by_year, ui_close);
  g_test_add ("/policies/beyond", UiFixture, NULL, ui_open, test_beyond, ui_close);
  g_test_add ("/policies/name", UiFixture, NULL, ui_open, test_name, ui_close);
  return g_test_run ();
}
