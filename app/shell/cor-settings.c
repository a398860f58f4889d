/* cor-settings.c: what the program remembers between starts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-settings.h"

#include "cor-config.h"

/* How many recent files the menu lists. */
#define MAX_RECENT 8

/* Of how many sources the coordinate system is remembered. */
#define MAX_SYSTEMS 100

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  GSettingsSchema *schema = NULL;

  built
      = g_settings_schema_source_new_from_directory (COR_BUILD_ROOT "/data", installed, TRUE, NULL);
  if (built != NULL)
    schema = g_settings_schema_source_lookup (built, COR_APP_ID, TRUE);
  else if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, COR_APP_ID, TRUE);
  return schema;
}

GSettings *
cor_settings_get (void)
{
  static GSettings *settings;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings != NULL)
    return settings;
  schema = find_schema ();
  if (schema != NULL)
    settings = g_settings_new_full (schema, NULL, NULL);
  return settings;
}

/* The recent files without @uri, @first before them. */
static void
set_recent (const char *first, const char *without)
{
  GSettings *settings = cor_settings_get ();
  g_auto (GStrv) old = g_settings_get_strv (settings, "recent-files");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint n = 0;

  if (first != NULL)
    {
      g_strv_builder_add (builder, first);
      n++;
    }
  for (guint i = 0; old[i] != NULL && n < MAX_RECENT; i++)
    if (!g_str_equal (old[i], without))
      {
        g_strv_builder_add (builder, old[i]);
        n++;
      }
  list = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-files", (const char *const *)list);
}

void
cor_settings_remember (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  set_recent (uri, uri);
}

void
cor_settings_forget (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  set_recent (NULL, uri);
}

char *
cor_settings_get_system (const char *fingerprint)
{
  g_autoptr (GVariant) systems = g_settings_get_value (cor_settings_get (), "import-systems");
  char *nick = NULL;

  g_variant_lookup (systems, fingerprint, "s", &nick);
  return nick;
}

void
cor_settings_set_system (const char *fingerprint, const char *nick)
{
  g_autoptr (GVariant) systems = g_settings_get_value (cor_settings_get (), "import-systems");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *its;
  guint n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", fingerprint, nick);
  g_variant_iter_init (&iter, systems);
  while (n < MAX_SYSTEMS && g_variant_iter_next (&iter, "{&s&s}", &other, &its))
    if (!g_str_equal (other, fingerprint))
      {
        g_variant_builder_add (&builder, "{ss}", other, its);
        n++;
      }
  g_settings_set_value (cor_settings_get (), "import-systems", g_variant_builder_end (&builder));
}
