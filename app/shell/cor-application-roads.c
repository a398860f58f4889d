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
    self->map_base = cor_map_base_new (cor_engine_network (self->engine), NULL);
  return self->map_base;
}

/* Roads on their way to a window. */
typedef struct
{
  CorEngine *engine;
  char *name;
  guint built;
  gboolean missing;
  GWeakRef owner;
  CorMapBaseReady ready;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  cor_engine_unref (load->engine);
  g_free (load->name);
  g_weak_ref_clear (&load->owner);
  g_free (load);
}

/* Returns NULL where the network that comes with the program serves. */
static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;
  g_autoptr (CorNetwork) network = cor_engine_network_for (load->engine, load->name, &load->missing);
  gboolean own = network != cor_engine_network (load->engine) && !g_cancellable_is_cancelled (cancellable);

  g_task_return_pointer (task, own ? cor_map_base_new (network, cancellable) : NULL, (GDestroyNotify) cor_map_base_free);
}

/* Two windows may have asked for the same roads, and they may have been built anew meanwhile. */
static const CorMapBase *
keep (CorApplication *self, const Load *load, CorMapBase *base)
{
  CorMapBase *kept = g_hash_table_lookup (self->map_bases, load->name);

  if (load->built != self->built)
    g_ptr_array_add (self->retired, base);
  else if (kept == NULL)
    g_hash_table_insert (self->map_bases, g_strdup (load->name), base);
  else
    cor_map_base_free (base);
  return kept != NULL ? kept : base;
}

static void
loaded (GObject *object, GAsyncResult *result, gpointer data)
{
  CorApplication *self = COR_APPLICATION (object);
  const Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GObject) owner = g_weak_ref_get ((GWeakRef *) &load->owner);
  g_autoptr (GError) error = NULL;
  const CorMapBase *base;
  CorMapBase *own;

  /* After the end of the application there is nobody to show it. */
  if (self->map_bases == NULL)
    return;
  own = g_task_propagate_pointer (G_TASK (result), &error);
  if (error != NULL)
    return;
  base = own != NULL ? keep (self, load, own) : cor_application_get_map_base (self);
  if (owner != NULL)
    load->ready (owner, base, load->missing);
}

void
cor_application_load_map_base (CorApplication *self,
                               const char *name,
                               GCancellable *cancellable,
                               gpointer owner,
                               CorMapBaseReady ready)
{
  const CorMapBase *base;
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_return_if_fail (COR_IS_APPLICATION (self));

  base = name == NULL ? cor_application_get_map_base (self) : g_hash_table_lookup (self->map_bases, name);
  if (base != NULL)
    {
      ready (owner, base, FALSE);
      return;
    }
  load = g_new0 (Load, 1);
  load->engine = cor_engine_ref (self->engine);
  load->name = g_strdup (name);
  load->built = self->built;
  load->ready = ready;
  g_weak_ref_init (&load->owner, owner);
  task = g_task_new (self, cancellable, loaded, NULL);
  g_task_set_source_tag (task, cor_application_load_map_base);
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_in_thread);
}

void
cor_application_network_built (CorApplication *self, const char *name)
{
  gpointer key, base;

  g_return_if_fail (COR_IS_APPLICATION (self));

  self->built++;
  if (!g_hash_table_steal_extended (self->map_bases, name, &key, &base))
    return;
  g_free (key);
  g_ptr_array_add (self->retired, base);
}
