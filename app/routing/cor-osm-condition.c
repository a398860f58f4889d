/* cor-osm-condition.c: restrictions under a condition: "no @ (weight > 7.5)".
 *
 * After https://wiki.openstreetmap.org/wiki/Conditional_restrictions. What hangs on the weight or size of a
 * truck is a limit like those on signs. Hours, seasons and whatever else are not known to a network that is
 * the same all day: these restrictions are left out and counted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-road.h"

#include <string.h>

/* What a condition may be about, and which limit that is. */
typedef struct
{
  const char *word;
  gsize offset;
  gboolean weight;
} Measure;

static const Measure measures[] = {
  { "maxweightrating", G_STRUCT_OFFSET (CorLimit, weight_kg), TRUE },
  { "weightrating", G_STRUCT_OFFSET (CorLimit, weight_kg), TRUE },
  { "weight", G_STRUCT_OFFSET (CorLimit, weight_kg), TRUE },
  { "length", G_STRUCT_OFFSET (CorLimit, length_cm), FALSE },
  { "height", G_STRUCT_OFFSET (CorLimit, height_cm), FALSE },
  { "width", G_STRUCT_OFFSET (CorLimit, width_cm), FALSE },
};

/* "weight>7.5": which limit that is; whether it is for what is above it, or below. */
static gboolean
read_measure (const char *text, CorLimit *limit, gboolean *above)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      const char *at = text + strlen (measures[i].word);

      if (!g_str_has_prefix (text, measures[i].word))
        continue;
      at += strspn (at, " ");
      if (*at != '>' && *at != '<')
        return FALSE;
      *above = *at == '>';
      at += strspn (at, "<>= ");
      if (measures[i].weight)
        return (G_STRUCT_MEMBER (guint32, limit, measures[i].offset) = cor_osm_weight_kg (at)) > 0;
      return (G_STRUCT_MEMBER (guint16, limit, measures[i].offset) = cor_osm_length_cm (at)) > 0;
    }
  return FALSE;
}

/* The condition without its brackets and space around; NULL where it is several. */
static char *
plain_condition (const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  gsize length = strlen (plain);

  if (*plain == '(' && length > 1 && plain[length - 1] == ')')
    {
      plain[length - 1] = '\0';
      memmove (plain, plain + 1, length - 1);
    }
  return strstr (plain, " AND ") != NULL || strstr (plain, " and ") != NULL || strpbrk (plain, ",:") != NULL
           ? NULL
           : g_strdup (g_strstrip (plain));
}

/* One "VALUE @ CONDITION" of a list. */
static gboolean
read_one (const char *text, CorOsmCondition *out)
{
  const char *at = strchr (text, '@');
  g_autofree char *condition = at != NULL ? plain_condition (at + 1) : NULL;
  g_autofree char *value = at != NULL ? g_strstrip (g_strndup (text, (gsize) (at - text))) : NULL;

  *out = (CorOsmCondition){ 0 };
  if (condition == NULL || !read_measure (condition, &out->limit, &out->above))
    return FALSE;
  g_strlcpy (out->value, value, sizeof out->value);
  return TRUE;
}

guint
cor_osm_conditions_read (const char *text, CorOsmCondition *out, guint max, guint *left_out)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GString) part = g_string_new (parts[i]);

      /* A semicolon inside brackets parts hours, not conditions. */
      while (strchr (part->str, '(') != NULL && strchr (part->str, ')') == NULL && parts[i + 1] != NULL)
        g_string_append_printf (part, ",%s", parts[++i]);
      if (n < max && read_one (part->str, &out[n]))
        n++;
      else
        (*left_out)++;
    }
  return n;
}
