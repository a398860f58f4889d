/* cor-preferences.c: the preferences window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-preferences.h"

#include "cor-preferences-choice.h"
#include "cor-preferences-map.h"
#include "cor-preferences-units.h"
#include "cor-settings.h"

#include <glib/gi18n-lib.h>

static const CorPreferencesChoice languages[] = {
  { "system", N_ ("As the system") },
  { "en", "English" },
  { "zh_CN", "中文" },
  { NULL, NULL },
};

static const CorPreferencesChoice looks[] = {
  { "system", N_ ("As the system") },
  { "light", N_ ("Light") },
  { "dark", N_ ("Dark") },
  { NULL, NULL },
};

static GtkWidget *
language_group (void)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             cor_preferences_choice_row (_ ("Language"),
                                                         _ ("Holds from the next start"),
                                                         "language", languages));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      cor_preferences_choice_row (_ ("Appearance"), NULL, "color-scheme", looks));
  return group;
}

static GtkWidget *
switch_row (const char *title, const char *subtitle, const char *key)
{
  GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_settings_bind (cor_settings_get (), key, toggle, "active", G_SETTINGS_BIND_DEFAULT);
  return row;
}

/* What happens to work that is not saved is no choice, but worth knowing. */
static GtkWidget *
work_group (void)
{
  GtkWidget *group = adw_preferences_group_new (), *kept = adw_action_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Work"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (kept), _ ("Unsaved work is kept"));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (kept),
      _ ("A copy every two seconds, offered at the next start should this one end in trouble. "
         "The file itself is written by Save alone."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), kept);
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      switch_row (_ ("Tell me when long work is done"),
                  _ ("A notification, while the window is in the background"), "notify"));
  return group;
}

static void
add_page (GtkWidget *window,
          const char *title,
          const char *icon,
          GtkWidget *first,
          GtkWidget *second)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), title);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), icon);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (first));
  if (second != NULL)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (second));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
}

void
cor_preferences_show (GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();

  add_page (window, _ ("General"), "preferences-system-symbolic", language_group (), work_group ());
  add_page (window, _ ("Units"), "corridor-price-symbolic", cor_preferences_units_group (), NULL);
  add_page (window, _ ("Map"), "corridor-layers-symbolic", cor_preferences_map_group (), NULL);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 500);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
