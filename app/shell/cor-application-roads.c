/* cor-application-roads.c: what lies below the maps of all windows, by the road network that it
 * shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-application-private.h"

const CorMapBase *
cor_application_get_map_base (CorApplication *self)
{
  g_return_val_if_fail (COR_IS_APPLICATION (self), NULL);

  if (self->map_base == NULL)
    self->map_base = cor_map_base_new (cor_engine_network (self->engine));
  return self->map_base;
}

const CorMapBase *
cor_application_get_map_base_for (CorApplication *self, const char *name, gboolean *missing)
{
  g_autoptr (CorNetwork) network = NULL;
  CorMapBase *base;

  g_return_val_if_fail (COR_IS_APPLICATION (self), NULL);

  network = cor_engine_network_for (self->engine, name, missing);
  if (network == cor_engine_network (self->engine))
    return cor_application_get_map_base (self);
  base = g_hash_table_lookup (self->map_bases, name);
  if (base == NULL)
    {
      base = cor_map_base_new (network);
      g_hash_table_insert (self->map_bases, g_strdup (name), base);
    }
  return base;
}

void
cor_application_network_built (CorApplication *self, const char *name)
{
  gpointer key, base;

  g_return_if_fail (COR_IS_APPLICATION (self));

  if (!g_hash_table_steal_extended (self->map_bases, name, &key, &base))
    return;
  g_free (key);
  g_ptr_array_add (self->retired, base);
}
