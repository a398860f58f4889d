/* cor-import-window-read.c: the import window looks at a source and reads it in the background.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-window-private.h"

#include <math.h>

/* How often progress is looked at, milliseconds. */
#define PROGRESS_MS 100

/* What counts as near: kilometres, and how many of them a degree of latitude has. */
#define NEAR_KM 50.0
#define KM_PER_DEGREE 111.2

/* Progress is shown while there is something to wait for. */
static gboolean
show_progress (gpointer data)
{
  CorImportWindow *self = data;
  int share = g_atomic_int_get (&self->share);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  if (share > 0)
    gtk_progress_bar_set_fraction (self->progress, share / 1000.0);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
end_work (CorImportWindow *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  g_clear_object (&self->cancellable);
}

/* Gives up what is being read, for what is asked for now. */
static GCancellable *
begin_work (CorImportWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  end_work (self);
  g_atomic_int_set (&self->share, 0);
  self->cancellable = g_cancellable_new ();
  self->progress_source = g_timeout_add (PROGRESS_MS, show_progress, self);
  return self->cancellable;
}

gboolean
cor_import_window_get_busy (CorImportWindow *self)
{
  g_return_val_if_fail (COR_IS_IMPORT_WINDOW (self), FALSE);

  return self->cancellable != NULL;
}

/* Whether an answer is to a question that was given up since. */
static gboolean
is_stale (CorImportWindow *self, GAsyncResult *result)
{
  return self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable;
}

static void
show_problem (CorImportWindow *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", cor_import_source_name (self->source), error->message);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->problem, escaped);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), FALSE);
}

/* Ends of traces have no name: they are called after where they are, as what is drawn on the map. */
static void
name_sites (CorImportWindow *self, CorImport *import)
{
  for (guint i = 0; self->places != NULL && i < import->items->len; i++)
    {
      CorItem *item = g_ptr_array_index (import->items, i);
      const CorPlace *near;

      if (item->kind != COR_ITEM_SITE || item->name != NULL || item->name_zh != NULL)
        continue;
      near = cor_map_place_near (self->places, (CorLonLat){ ((CorSite *) item)->lon, ((CorSite *) item)->lat });
      if (near == NULL)
        continue;
      item->name = g_strdup (near->name_en);
      item->name_zh = g_strdup (near->name_zh);
    }
}

static void
read_done (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  CorImport *import = cor_import_job_read_finish (result, &shown, &error);

  if (is_stale (self, result))
    {
      g_clear_pointer (&import, cor_import_free);
      return;
    }
  end_work (self);
  if (import == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_clear_pointer (&self->import, cor_import_free);
  self->import = import;
  name_sites (self, import);
  cor_import_window_show_import (self, shown);
}

static void
box_add (double box[4], double lon, double lat)
{
  box[0] = MIN (box[0], lon);
  box[1] = MIN (box[1], lat);
  box[2] = MAX (box[2], lon);
  box[3] = MAX (box[3], lat);
}

/* Around the sites and stations of the scenario; FALSE where it has none. */
static gboolean
near_box (CorScenario *scenario, double box[4])
{
  guint n, m;
  const CorItem *const *sites = cor_scenario_items (scenario, COR_ITEM_SITE, &n);
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &m);
  double lat_margin = NEAR_KM / KM_PER_DEGREE, lon_margin;

  box[0] = box[1] = INFINITY;
  box[2] = box[3] = -INFINITY;
  for (guint i = 0; i < n; i++)
    box_add (box, ((const CorSite *) sites[i])->lon, ((const CorSite *) sites[i])->lat);
  for (guint i = 0; i < m; i++)
    box_add (box, ((const CorStation *) stations[i])->lon, ((const CorStation *) stations[i])->lat);
  if (n + m == 0)
    return FALSE;
  lon_margin = lat_margin / cos ((box[1] + box[3]) / 2 * G_PI / 180);
  box[0] -= lon_margin;
  box[1] -= lat_margin;
  box[2] += lon_margin;
  box[3] += lat_margin;
  return TRUE;
}

gboolean
cor_import_window_has_places (CorImportWindow *self)
{
  double box[4];

  return near_box (cor_import_window_scenario (self), box);
}

/* The columns as they are taken now: what is shown is what is read. */
static GHashTable *
columns_now (CorImportWindow *self)
{
  guint row = adw_combo_row_get_selected (self->kind_row);
  GHashTable *columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, key;

  for (guint i = 0; !self->look->form.header && i < self->look->columns->len; i++)
    {
      const char *guessed = cor_import_guess (self->look, i, cor_import_window_kinds[row].kind, cor_import_window_kinds[row].trace);

      g_hash_table_insert (columns, g_strdup (g_ptr_array_index (self->look->columns, i)), g_strdup (guessed ? guessed : ""));
    }
  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &name, &key))
    g_hash_table_insert (columns, g_strdup (name), g_strdup (key));
  return columns;
}

void
cor_import_window_read (CorImportWindow *self)
{
  guint row = adw_combo_row_get_selected (self->kind_row);
  CorImportOptions options = COR_IMPORT_OPTIONS_INIT (cor_import_window_kinds[row].kind, cor_import_window_system (self));
  g_autoptr (GHashTable) columns = NULL;
  double box[4];

  if (self->looking)
    return;
  columns = columns_now (self);
  options.trace = cor_import_window_kinds[row].trace;
  options.columns = columns;
  options.read.form = self->look->form;
  if (gtk_switch_get_active (self->near_switch) && near_box (cor_import_window_scenario (self), box))
    options.box = box;
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), FALSE);
  cor_import_job_read (self->source, &options, cor_import_window_scenario (self), self->network,
                       gtk_switch_get_active (self->roads_switch), begin_work (self), &self->share, self, read_done);
}

static void
look_done (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  CorImportLook *look = cor_import_job_look_finish (result, &error);
  gboolean first = self->look == NULL;

  if (is_stale (self, result))
    {
      g_clear_pointer (&look, cor_import_look_free);
      return;
    }
  end_work (self);
  self->looking = FALSE;
  if (look == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_clear_pointer (&self->look, cor_import_look_free);
  self->look = look;
  cor_import_window_show_look (self, first);
  cor_import_window_read (self);
}

void
cor_import_window_look (CorImportWindow *self)
{
  self->looking = TRUE;
  cor_import_job_look (self->source, &self->form, begin_work (self), self, look_done);
}

/* Another file or text: nothing is known of it. */
static void
show_source (CorImportWindow *self, CorImportSource *source)
{
  g_clear_pointer (&self->source, cor_import_source_unref);
  g_clear_pointer (&self->look, cor_import_look_free);
  g_clear_pointer (&self->import, cor_import_free);
  g_hash_table_remove_all (self->columns);
  self->source = source;
  self->form = (CorTableForm) COR_TABLE_FORM_FIND;
  cor_import_window_take_form (self);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  cor_import_window_show_counts (self);
  cor_import_window_look (self);
}

void
cor_import_window_show_file (CorImportWindow *self, GFile *file)
{
  g_return_if_fail (COR_IS_IMPORT_WINDOW (self));

  show_source (self, cor_import_source_new_file (file));
}

void
cor_import_window_show_text (CorImportWindow *self, const char *text)
{
  g_return_if_fail (COR_IS_IMPORT_WINDOW (self));

  show_source (self, cor_import_source_new_text (text));
}
