/* cor-item-boxed.c: lists in the fields of items: making, copying, comparing them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-item-private.h"

static void
via_clear (CorVia *via)
{
  g_free (via->site);
}

static void
change_clear (CorChange *change)
{
  g_free (change->path);
  g_free (change->value);
}

GArray *
cor_vias_new (void)
{
  GArray *vias = g_array_new (FALSE, TRUE, sizeof (CorVia));

  g_array_set_clear_func (vias, (GDestroyNotify) via_clear);
  return vias;
}

GArray *
cor_points_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (CorLonLat));
}

GArray *
cor_schedule_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (CorPolicyPoint));
}

GArray *
cor_seasons_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (CorTariffSeason));
}

GArray *
cor_changes_new (void)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (CorChange));

  g_array_set_clear_func (changes, (GDestroyNotify) change_clear);
  return changes;
}

static GArray *
vias_copy (const GArray *from)
{
  GArray *to = cor_vias_new ();

  for (guint i = 0; i < from->len; i++)
    {
      CorVia via = g_array_index (from, CorVia, i);

      via.site = g_strdup (via.site);
      g_array_append_val (to, via);
    }
  return to;
}

static GArray *
changes_copy (const GArray *from)
{
  GArray *to = cor_changes_new ();

  for (guint i = 0; i < from->len; i++)
    {
      const CorChange *change = &g_array_index (from, CorChange, i);
      CorChange copy = { g_strdup (change->path), g_strdup (change->value) };

      g_array_append_val (to, copy);
    }
  return to;
}

gpointer
cor_boxed_copy (CorFieldType type, gconstpointer value)
{
  if (value == NULL)
    return NULL;
  switch (type)
    {
    case COR_FIELD_STRINGS:
      return g_strdupv ((char **) value);
    case COR_FIELD_VIAS:
      return vias_copy (value);
    case COR_FIELD_CHANGES:
      return changes_copy (value);
    case COR_FIELD_POINTS:
    case COR_FIELD_SCHEDULE:
    case COR_FIELD_TIERS:
    case COR_FIELD_SEASONS:
      return g_array_copy ((GArray *) value);
    case COR_FIELD_PARAMETERS:
      return cor_param_layer_ref ((CorParamLayer *) value);
    default:
      g_return_val_if_reached (NULL);
    }
}

void
cor_boxed_free (CorFieldType type, gpointer value)
{
  if (value == NULL)
    return;
  if (type == COR_FIELD_STRINGS)
    g_strfreev (value);
  else if (type == COR_FIELD_PARAMETERS)
    cor_param_layer_unref (value);
  else
    g_array_unref (value);
}

gboolean
cor_boxed_is_empty (CorFieldType type, gconstpointer value)
{
  guint n = 0;

  if (value == NULL)
    return TRUE;
  if (type == COR_FIELD_STRINGS)
    return *(const char *const *) value == NULL;
  if (type != COR_FIELD_PARAMETERS)
    return ((const GArray *) value)->len == 0;
  cor_param_layer_entries (value, &n);
  return n == 0;
}

static gboolean
arrays_equal (CorFieldType type, const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (type == COR_FIELD_VIAS)
        {
          const CorVia *va = &g_array_index (a, CorVia, i), *vb = &g_array_index (b, CorVia, i);

          /* The place of a site is the site's, whatever stands here. */
          if (g_strcmp0 (va->site, vb->site) != 0
              || (va->site == NULL && (va->lon != vb->lon || va->lat != vb->lat)))
            return FALSE;
        }
      else if (type == COR_FIELD_CHANGES)
        {
          const CorChange *ca = &g_array_index (a, CorChange, i);
          const CorChange *cb = &g_array_index (b, CorChange, i);

          if (g_strcmp0 (ca->path, cb->path) != 0 || g_strcmp0 (ca->value, cb->value) != 0)
            return FALSE;
        }
      else if (type == COR_FIELD_SEASONS)
        {
          if (!cor_tariff_season_equal (&g_array_index (a, CorTariffSeason, i), &g_array_index (b, CorTariffSeason, i)))
            return FALSE;
        }
      else if (type == COR_FIELD_POINTS)
        {
          const CorLonLat *pa = &g_array_index (a, CorLonLat, i), *pb = &g_array_index (b, CorLonLat, i);

          if (pa->lon != pb->lon || pa->lat != pb->lat)
            return FALSE;
        }
      else
        {
          const CorPolicyPoint *sa = &g_array_index (a, CorPolicyPoint, i);
          const CorPolicyPoint *sb = &g_array_index (b, CorPolicyPoint, i);

          if (sa->x != sb->x || sa->y != sb->y)
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
cor_boxed_equal (CorFieldType type, gconstpointer a, gconstpointer b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;
  if (type == COR_FIELD_PARAMETERS)
    return cor_param_layer_equal (a, b);
  if (type == COR_FIELD_STRINGS)
    return g_strv_equal (a, b);
  return arrays_equal (type, a, b);
}
