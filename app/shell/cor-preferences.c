/* cor-preferences.c: the preferences window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-preferences.h"

#include "cor-preferences-map.h"
#include "cor-settings.h"

#include <glib/gi18n-lib.h>

/* A choice of a setting: its value and what it is called. */
typedef struct
{
  const char *value;
  const char *name;
} Choice;

static const Choice languages[] = {
  { "system", N_ ("As the system") },
  { "en", "English" },
  { "zh_CN", "中文" },
};

static const Choice looks[] = {
  { "system", N_ ("As the system") },
  { "light", N_ ("Light") },
  { "dark", N_ ("Dark") },
};

static gboolean
choice_from_setting (GValue *value, GVariant *variant, gpointer choices)
{
  const char *text = g_variant_get_string (variant, NULL);
  const Choice *choice = choices;

  for (guint i = 0; i < 3; i++)
    if (g_str_equal (choice[i].value, text))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
choice_to_setting (const GValue *value, const GVariantType *type, gpointer choices)
{
  guint index = g_value_get_uint (value);

  return g_variant_new_string (((const Choice *)choices)[MIN (index, 2)].value);
}

static GtkWidget *
choice_row (const char *title, const char *subtitle, const char *key, const Choice *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < 3; i++)
    gtk_string_list_append (names, _ (choices[i].name));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_settings_bind_with_mapping (cor_settings_get (), key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                choice_from_setting, choice_to_setting, (gpointer)choices, NULL);
  return row;
}

void
cor_preferences_show (GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      choice_row (_ ("Language"), _ ("Holds from the next start"), "language", languages));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             choice_row (_ ("Appearance"), NULL, "color-scheme", looks));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (cor_preferences_map_group ()));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 480);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
