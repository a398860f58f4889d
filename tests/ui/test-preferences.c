/* test-preferences.c: units and the name of the yuan hold at once, everywhere, and never in a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-data-text.h"

#include "cor-format.h"
#include "cor-notify.h"
#include "cor-number-entry.h"
#include "cor-preferences.h"
#include "cor-settings.h"
#include "cor-units-setting.h"

#include <string.h>

static const char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));
  return "";
}

static gboolean
says (GtkWidget *widget, gconstpointer part)
{
  return gtk_widget_get_mapped (widget) && strstr (text_of (widget), part) != NULL;
}

static GtkWidget *
find_text (UiFixture *f, const char *part)
{
  GtkWidget *found = ui_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, says, part);

  return found != NULL ? found : ui_find (GTK_WIDGET (f->window), GTK_TYPE_SPIN_BUTTON, says, part);
}

static void
select_first (UiFixture *f, CorItemKind kind)
{
  const CorItem *const *items;
  guint n;

  items = cor_scenario_items (ui_scenario (f), kind, &n);
  g_assert_cmpuint (n, >, 0);
  cor_selection_set (cor_session_get_selection (f->session), kind, items[0]->id);
  ui_wait (150);
}

static void
reset (void)
{
  static const char *const keys[] = { "currency-label", "electricity-use", "masses", "notify" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (cor_settings_get (), keys[i]);
}

/* No figure in the window keeps the old name, whatever is selected; the scenario is the same. */
static void
test_currency (UiFixture *f, gconstpointer data)
{
  static const CorItemKind kinds[]
      = { COR_ITEM_DUTY, COR_ITEM_STATION, COR_ITEM_TRUCK, COR_ITEM_POLICY };
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      select_first (f, kinds[i]);
      g_settings_set_string (cor_settings_get (), "currency-label", "RMB");
      ui_wait (150);
      if (kinds[i] != COR_ITEM_POLICY)
        g_assert_nonnull (find_text (f, "RMB"));
      g_assert_null (find_text (f, "yuan"));
      g_assert_null (find_text (f, "元"));
      g_settings_reset (cor_settings_get (), "currency-label");
      ui_wait (150);
      g_assert_null (find_text (f, "RMB"));
    }
  g_assert_true (ui_scenario (f) == before);
  reset ();
}

static void
test_use (UiFixture *f, gconstpointer data)
{
  select_first (f, COR_ITEM_DUTY);
  g_assert_nonnull (find_text (f, "kWh/km"));
  g_settings_set_string (cor_settings_get (), "electricity-use", "per-100-km");
  ui_wait (150);
  g_assert_nonnull (find_text (f, "kWh/100" COR_NBSP "km"));
  g_assert_null (find_text (f, "kWh/km"));
  reset ();
  ui_wait (150);
}

/* What is typed in tonnes is kept in kilograms. */
static void
test_typed (UiFixture *f, gconstpointer data)
{
  g_autofree char *tonnes = g_strconcat ("8.8" COR_NBSP, cor_unit_name ("t"), NULL);
  GtkWidget *entry;

  g_settings_set_string (cor_settings_get (), "masses", "tonnes");
  entry = g_object_ref_sink (cor_number_entry_new (0, 200000, "kg", FALSE, FALSE));
  cor_number_entry_set_value (COR_NUMBER_ENTRY (entry), 8800);
  g_assert_cmpstr (text_of (cor_number_entry_get_spin (COR_NUMBER_ENTRY (entry))), ==,
                   tonnes);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (cor_number_entry_get_spin (COR_NUMBER_ENTRY (entry))),
                             9.2);
  g_assert_cmpfloat_with_epsilon (cor_number_entry_get_value (COR_NUMBER_ENTRY (entry)), 9200,
                                  1e-6);
  g_object_unref (entry);
  reset ();
}

static void
test_clean (UiFixture *f, gconstpointer data)
{
  static const char *const table[][2] = {
    { "CNY", "CNY" }, { "  元 ", "元" }, { "<b>", "b" }, { "100 % yuan of gold", "100   yu" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *clean = cor_units_setting_clean (table[i][0]);

      g_assert_cmpstr (clean, ==, table[i][1]);
    }
}

/* Nobody is told anything who did not ask for it, nor who is looking. */
static void
test_notify (UiFixture *f, gconstpointer data)
{
  g_assert_false (g_settings_get_boolean (cor_settings_get (), "notify"));
  g_assert_false (cor_notify_done (GTK_WINDOW (f->window), "done", NULL));
}

/* Online tiles are off until chosen; all pages open and close. */
static void
test_window (UiFixture *f, gconstpointer data)
{
  g_autofree char *base = g_settings_get_string (cor_settings_get (), "base-map");
  g_autofree char *url = g_settings_get_string (cor_settings_get (), "online-url");
  g_autoptr (GList) all = NULL;
  gboolean found = FALSE;

  g_assert_cmpstr (base, ==, "bundled");
  g_assert_cmpstr (url, ==, "");
  cor_preferences_show (GTK_WINDOW (f->window));
  ui_wait (200);
  all = gtk_window_list_toplevels ();
  for (GList *l = all; l != NULL; l = l->next)
    if (ADW_IS_PREFERENCES_WINDOW (l->data))
      {
        found = TRUE;
        gtk_window_destroy (l->data);
      }
  g_assert_true (found);
  ui_wait (100);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/preferences/currency", test_currency);
  ADD ("/preferences/use", test_use);
  ADD ("/preferences/typed", test_typed);
  ADD ("/preferences/clean", test_clean);
  ADD ("/preferences/notify", test_notify);
  ADD ("/preferences/window", test_window);
  return g_test_run ();
}
