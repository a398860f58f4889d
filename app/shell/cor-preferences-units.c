/* cor-preferences-units.c: the page of the preferences with the units.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-preferences-units.h"

#include "cor-preferences-choice.h"
#include "cor-settings.h"
#include "cor-units-setting.h"

#include <glib/gi18n-lib.h>

static const CorPreferencesChoice uses[] = {
  { "per-km", "kWh/km" },
  { "per-100-km", "kWh/100 km" },
  { NULL, NULL },
};

static const CorPreferencesChoice masses[] = {
  { "customary", N_ ("Loads in t, trucks in kg") },
  { "tonnes", N_ ("Tonnes") },
  { "kilograms", N_ ("Kilograms") },
  { NULL, NULL },
};

/* Labels to choose from; the first is the name in the language, the last any other. */
static const char *const labels[] = { "", "元", "yuan", "CNY", "RMB", "¥" };

/* The row of presets and the one for a label of one's own; freed with the group. */
typedef struct
{
  AdwComboRow *preset;
  GtkWidget *own;
  gboolean following; /* the rows are being set to the setting */
} Rows;

static void
follow (Rows *rows)
{
  g_autofree char *label = g_settings_get_string (cor_settings_get (), "currency-label");
  guint chosen = G_N_ELEMENTS (labels);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i], label))
      chosen = i;
  rows->following = TRUE;
  adw_combo_row_set_selected (rows->preset, chosen);
  gtk_widget_set_visible (rows->own, chosen == G_N_ELEMENTS (labels));
  if (chosen == G_N_ELEMENTS (labels))
    gtk_editable_set_text (GTK_EDITABLE (rows->own), label);
  rows->following = FALSE;
}

static void
preset_selected (Rows *rows)
{
  guint chosen = adw_combo_row_get_selected (rows->preset);

  if (rows->following)
    return;
  gtk_widget_set_visible (rows->own, chosen == G_N_ELEMENTS (labels));
  if (chosen < G_N_ELEMENTS (labels))
    g_settings_set_string (cor_settings_get (), "currency-label", labels[chosen]);
  else
    gtk_widget_grab_focus (rows->own);
}

static void
own_applied (GtkEditable *row)
{
  g_autofree char *label = cor_units_setting_clean (gtk_editable_get_text (row));

  g_settings_set_string (cor_settings_get (), "currency-label", label);
}

static GtkWidget *
preset_row (void)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("As the language"));
  for (guint i = 1; i < G_N_ELEMENTS (labels); i++)
    gtk_string_list_append (names, labels[i]);
  gtk_string_list_append (names, _ ("Another"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Name of the yuan"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("A label alone: nothing is converted"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  return row;
}

static void
rows_free (gpointer rows, GClosure *closure)
{
  g_free (rows);
}

static void
add_currency (AdwPreferencesGroup *group)
{
  Rows *rows = g_new0 (Rows, 1);
  GClosure *closure = g_cclosure_new_swap (G_CALLBACK (follow), rows, rows_free);

  rows->preset = ADW_COMBO_ROW (preset_row ());
  rows->own = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows->own),
                                 _ ("Own name, up to eight characters"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (rows->own), TRUE);
  adw_preferences_group_add (group, GTK_WIDGET (rows->preset));
  adw_preferences_group_add (group, rows->own);
  follow (rows);
  g_signal_connect_swapped (rows->preset, "notify::selected", G_CALLBACK (preset_selected), rows);
  g_signal_connect (rows->own, "apply", G_CALLBACK (own_applied), NULL);
  g_object_watch_closure (G_OBJECT (group), closure);
  g_signal_connect_closure (cor_settings_get (), "changed::currency-label", closure, FALSE);
}

GtkWidget *
cor_preferences_units_group (void)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Units"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("In windows, charts and the report. Scenario files and "
                                            "CSV always have yuan, kWh/km, t and kg."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             cor_preferences_choice_row (_ ("Electricity use"),
                                                         _ ("Diesel is always in L/100 km"),
                                                         "electricity-use", uses));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             cor_preferences_choice_row (_ ("Masses"), NULL, "masses", masses));
  add_currency (ADW_PREFERENCES_GROUP (group));
  return group;
}
