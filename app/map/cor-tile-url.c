/* cor-tile-url.c: addresses of tiles on the net, with places for zoom, column and row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tile-url.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
cor_tile_url_check (const char *template, GError **error)
{
  static const char *const marks[] = { "{z}", "{x}" };
  g_autofree char *plain = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *scheme, *host;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (template, marks[i]) == NULL)
      {
        g_set_error (error, G_URI_ERROR, G_URI_ERROR_FAILED, _ ("The address must contain %s"), marks[i]);
        return FALSE;
      }
  if (strstr (template, "{y}") == NULL && strstr (template, "{tmsy}") == NULL)
    {
      g_set_error (error, G_URI_ERROR, G_URI_ERROR_FAILED, _ ("The address must contain %s"), "{y}");
      return FALSE;
    }
  plain = g_strdelimit (g_strdup (template), "{}", '-');
  uri = g_uri_parse (plain, G_URI_FLAGS_PARSE_RELAXED, NULL);
  scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  host = uri != NULL ? g_uri_get_host (uri) : NULL;
  if (host == NULL || *host == '\0')
    {
      g_set_error (error, G_URI_ERROR, G_URI_ERROR_BAD_HOST, _ ("This is no address on the net"));
      return FALSE;
    }
  if (g_strcmp0 (scheme, "https") == 0
      || (g_strcmp0 (scheme, "http") == 0 && (g_str_equal (host, "localhost") || g_str_equal (host, "127.0.0.1"))))
    return TRUE;
  g_set_error (error, G_URI_ERROR, G_URI_ERROR_BAD_SCHEME, _ ("The address must begin with https://"));
  return FALSE;
}
