/* cor-network-store.c: the road networks that a person built.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ENDING ".network"

static char *
store_dir (void)
{
  return g_build_filename (g_get_user_data_dir (), "corridor", "networks", NULL);
}

char *
cor_network_store_path (const char *name)
{
  g_autofree char *dir = store_dir ();
  g_autofree char *file = NULL;

  if (name == NULL || *name == '\0' || *name == '.' || strchr (name, G_DIR_SEPARATOR) != NULL || !g_utf8_validate (name, -1, NULL))
    return NULL;
  file = g_strconcat (name, ENDING, NULL);
  return g_build_filename (dir, file, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
cor_network_store_names (void)
{
  g_autofree char *path = store_dir ();
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ENDING) && g_utf8_validate (file, -1, NULL))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (ENDING)));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_steal (names, NULL);
}

char *
cor_network_store_name_for (const char *extract)
{
  char *name = g_path_get_basename (extract);
  char *dot = strchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

CorNetwork *
cor_network_store_load (const char *name, const CorRoadSpeeds *speeds, GError **error)
{
  g_autofree char *path = cor_network_store_path (name);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _ ("there is no road network “%s” on this computer; build it from its OpenStreetMap extract first"), name);
      return NULL;
    }
  return cor_network_load (path, speeds, error);
}
