/* cor-units-setting.c: the units that the preferences hold, wherever figures are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-units-setting.h"

#include "cor-settings.h"
#include "cor-units.h"
#include "cor-window.h"

/* As long as a label of a currency may be. */
#define MOST_CHARS 8

char *
cor_units_setting_clean (const char *label)
{
  g_autofree char *plain = g_strdelimit (g_strdup (label), "<>&%{}", ' ');

  g_strstrip (plain);
  return g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), MOST_CHARS));
}

static void
apply (GSettings *settings)
{
  g_autofree char *written = g_settings_get_string (settings, "currency-label");
  g_autofree char *currency = cor_units_setting_clean (written);
  g_autofree char *use = g_settings_get_string (settings, "electricity-use");
  g_autofree char *masses = g_settings_get_string (settings, "masses");
  CorUnits units = { .currency = currency,
                     .per_100_km = g_str_equal (use, "per-100-km"),
                     .masses = g_str_equal (masses, "tonnes")      ? COR_MASSES_TONNES
                               : g_str_equal (masses, "kilograms") ? COR_MASSES_KILOGRAMS
                                                                   : COR_MASSES_CUSTOMARY };

  cor_units_set (&units);
}

/* Windows tell their figures anew, and those that hang on them do. */
static void
changed (GSettings *settings, const char *key, GtkApplication *app)
{
  guint round = cor_units_get_round ();

  apply (settings);
  if (round == cor_units_get_round ())
    return;
  for (GList *l = gtk_application_get_windows (app); l != NULL; l = l->next)
    if (COR_IS_WINDOW (l->data))
      cor_session_show_again (cor_window_get_session (l->data));
}

void
cor_units_setting_follow (GtkApplication *app)
{
  static const char *const keys[] = { "currency-label", "electricity-use", "masses" };

  apply (cor_settings_get ());
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);

      g_signal_connect_object (cor_settings_get (), signal, G_CALLBACK (changed), app, 0);
    }
}
