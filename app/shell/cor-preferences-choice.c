/* cor-preferences-choice.c: a row of the preferences that chooses one value of a setting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-preferences-choice.h"

#include "cor-settings.h"

#include <glib/gi18n-lib.h>

static gboolean
from_setting (GValue *value, GVariant *variant, gpointer data)
{
  const char *text = g_variant_get_string (variant, NULL);
  const CorPreferencesChoice *choices = data;

  for (guint i = 0; choices[i].value != NULL; i++)
    if (g_str_equal (choices[i].value, text))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
to_setting (const GValue *value, const GVariantType *type, gpointer data)
{
  const CorPreferencesChoice *choices = data;
  guint index = g_value_get_uint (value);

  return index == GTK_INVALID_LIST_POSITION ? NULL : g_variant_new_string (choices[index].value);
}

GtkWidget *
cor_preferences_choice_row (const char *title,
                            const char *subtitle,
                            const char *key,
                            const CorPreferencesChoice *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].value != NULL; i++)
    gtk_string_list_append (names, _ (choices[i].name));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_settings_bind_with_mapping (cor_settings_get (), key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                from_setting, to_setting, (gpointer)choices, NULL);
  return row;
}
