/* cor-look.c: light or dark, and the font where nobody chose one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-look.h"

#include "cor-settings.h"

#include <adwaita.h>
#include <string.h>

static void
apply_color_scheme (GSettings *settings, const char *key, gpointer data)
{
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");
  AdwColorScheme value = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    value = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), value);
}

/* Where nobody chose a font, one that goes with the charts and the map. */
static void
choose_font (void)
{
  static const char *const families[] = { "Inter", "Cantarell", "Noto Sans" };
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;
  PangoFontMap *map = pango_cairo_font_map_get_default ();

  g_object_get (settings, "gtk-font-name", &font, NULL);
  if (font == NULL || !g_str_has_prefix (font, "Sans "))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (pango_font_map_get_family (map, families[i]) != NULL)
      {
        g_autofree char *name = g_strdup_printf ("%s %s", families[i], font + strlen ("Sans "));

        g_object_set (settings, "gtk-font-name", name, NULL);
        return;
      }
}

void
cor_look_follow (GApplication *app)
{
  choose_font ();
  apply_color_scheme (cor_settings_get (), NULL, NULL);
  g_signal_connect_object (cor_settings_get (), "changed::color-scheme",
                           G_CALLBACK (apply_color_scheme), app, 0);
}
