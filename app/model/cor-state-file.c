/* cor-state-file.c: a scenario with a few lines about it, as the program leaves them in the state folder.
 *
 * What the file is, the lines, an empty line, and the scenario as its file would hold it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-state-file.h"

#include "cor-file.h"
#include "cor-json.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All lines together, bytes. */
#define MAX_HEAD 65536u

GBytes *
cor_state_file_to_bytes (const char *head, const char *const *lines, CorScenario *scenario)
{
  GString *text = g_string_new (head);

  g_string_append_c (text, '\n');
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", lines[i]);
  g_string_append_c (text, '\n');
  if (scenario != NULL)
    {
      g_autoptr (GBytes) body = cor_scenario_to_bytes (scenario);
      gsize size;
      const char *data = g_bytes_get_data (body, &size);

      g_string_append_len (text, data, (gssize)size);
    }
  return g_string_free_to_bytes (text);
}

/* The next line; @text goes behind it. NULL where there is none. */
static char *
next_line (const char **text, const char *end)
{
  const char *stop = *text != NULL ? memchr (*text, '\n', (gsize)(end - *text)) : NULL;
  char *line;

  if (stop == NULL || (gsize)(stop - *text) > MAX_HEAD)
    return NULL;
  line = g_strndup (*text, (gsize)(stop - *text));
  *text = stop + 1;
  return line;
}

/* The lines, where what begins with @head has so many of them before an empty one; else NULL. */
static GStrv
take_lines (const char **text, const char *end, const char *head, guint n_lines)
{
  g_autofree char *first = next_line (text, end), *empty = NULL;
  g_auto (GStrv) lines = g_new0 (char *, n_lines + 1);

  if (g_strcmp0 (first, head) != 0)
    return NULL;
  for (guint i = 0; i < n_lines; i++)
    if ((lines[i] = next_line (text, end)) == NULL)
      return NULL;
  empty = next_line (text, end);
  return g_strcmp0 (empty, "") == 0 ? g_steal_pointer (&lines) : NULL;
}

GStrv
cor_state_file_read (const char *path, const char *head, guint n_lines, CorScenario **scenario, GError **error)
{
  g_autoptr (GBytes) bytes = cor_file_read (path, COR_JSON_MAX_BYTES + MAX_HEAD, error);
  g_autoptr (GBytes) body = NULL;
  g_auto (GStrv) lines = NULL;
  const char *data, *text;
  gsize size;

  *scenario = NULL;
  if (bytes == NULL)
    return NULL;
  data = text = g_bytes_get_data (bytes, &size);
  lines = take_lines (&text, data + size, head, n_lines);
  if (lines == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("%s: is not what the program leaves there"), path);
      return NULL;
    }
  if (text == data + size)
    return g_steal_pointer (&lines);
  body = g_bytes_new_from_bytes (bytes, (gsize)(text - data), (gsize)(data + size - text));
  *scenario = cor_scenario_from_bytes (body, error);
  return *scenario != NULL ? g_steal_pointer (&lines) : NULL;
}
