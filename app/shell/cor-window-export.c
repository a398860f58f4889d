/* cor-window-export.c: scenario and results for other programs, written to a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-dialogs.h"
#include "cor-export-xlsx.h"
#include "cor-export.h"
#include "cor-results-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a worker writes: all of it immutable and counted. */
typedef struct
{
  CorResults *results;
  CorParamLayer *defaults;
  GFile *file;
  char *what;
  char *route; /* the one that is selected, or NULL */
} Job;

static void
job_free (Job *job)
{
  cor_results_unref (job->results);
  cor_param_layer_unref (job->defaults);
  g_clear_object (&job->file);
  g_free (job->what);
  g_free (job->route);
  g_free (job);
}

/* A table by the name that it has in scenario files, or that of the results. */
static GBytes *
table_bytes (const CorResults *results, const char *what)
{
  for (int kind = COR_ITEM_HEAD + 1; kind < COR_N_ITEM_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat (cor_item_kind_nick (kind), ".csv", NULL);

      if (strcmp (what, name) == 0)
        return g_string_free_to_bytes (cor_export_csv (results->scenario, kind));
    }
  return g_string_free_to_bytes (cor_results_table_csv (results, NULL));
}

static GBytes *
make_bytes (const Job *job, GError **error)
{
  if (strcmp (job->what, "xlsx") == 0)
    return cor_export_xlsx (job->results, job->defaults, error);
  if (strcmp (job->what, "geojson") == 0)
    return cor_export_geojson (job->results->scenario, job->results);
  if (strcmp (job->what, "gpx") == 0)
    return cor_export_gpx (job->results->scenario, job->results, job->route, error);
  return table_bytes (job->results, job->what);
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (job, &error);
  gsize size = 0;
  const char *content = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL
      || !g_file_replace_contents (job->file, content, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorWindow) self = data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *text = g_strdup_printf (_ ("%s is written"), name);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    cor_window_toast (self, text, FALSE);
  else
    cor_dialog_error (GTK_WINDOW (self), _ ("The data were not written"), error);
}

void
cor_window_export_data (CorWindow *self, GFile *file, const char *what)
{
  gconstpointer results = cor_session_get_results (self->session);
  CorSelection *selection = cor_session_get_selection (self->session);
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (COR_IS_WINDOW (self));

  if (results == NULL)
    {
      cor_window_toast (self, _ ("There is nothing to export yet"), FALSE);
      return;
    }
  job = g_new0 (Job, 1);
  job->results = cor_results_ref ((CorResults *) results);
  job->defaults = cor_param_layer_ref (cor_session_get_defaults (self->session));
  job->file = g_object_ref (file);
  job->what = g_strdup (what);
  if (cor_selection_get_kind (selection) == COR_ITEM_ROUTE)
    job->route = g_strdup (cor_selection_get_id (selection));
  task = g_task_new (NULL, NULL, written, g_object_ref (self));
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_file);
}

static void
file_chosen (GtkWindow *window, GFile *file, gpointer data)
{
  g_autofree char *what = data;

  if (file != NULL)
    cor_window_export_data (COR_WINDOW (window), file, what);
}

static void
export_data_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  const char *what = g_variant_get_string (parameter, NULL);
  const CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));
  const char *label = cor_item_label (&cor_scenario_head (scenario)->item, cor_window_is_chinese ());
  const char *ending = strchr (what, '.') != NULL ? strchr (what, '.') + 1 : what;
  g_autofree char *pattern = g_strconcat ("*.", ending, NULL);
  g_autofree char *name = g_strdup_printf ("%s%s%s", label ? label : "", ending == what ? "." : " ", what);

  cor_dialog_choose_file (GTK_WINDOW (self), TRUE, g_strdelimit (name, "/", '-'), pattern, pattern, file_chosen, g_strdup (what));
}

void
cor_window_add_export_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "export-data", export_data_activated, "s", NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
