/* cor-window-export.c: scenario and results for other programs, written to a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-change-text.h"
#include "cor-dialogs.h"
#include "cor-engine.h"
#include "cor-export-xlsx.h"
#include "cor-export.h"
#include "cor-results-table.h"
#include "cor-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a worker writes: all of it immutable and counted. */
typedef struct
{
  CorResults *results;
  CorParamLayer *defaults;
  GPtrArray *variants; /* CorResults, that which the others are compared with first */
  GPtrArray *names;
  CorEngine *engine;
  char *what;
  char *route; /* the one that is selected, or NULL */
} Job;

static void
job_free (Job *job)
{
  cor_results_unref (job->results);
  cor_param_layer_unref (job->defaults);
  g_ptr_array_unref (job->variants);
  g_ptr_array_unref (job->names);
  cor_engine_unref (job->engine);
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
book_bytes (const Job *job, GError **error)
{
  gboolean zh = cor_window_is_chinese ();
  const char *name = cor_scenario_head (job->results->scenario)->network;
  g_autoptr (CorNetwork) network = cor_engine_network_for (job->engine, name, NULL);
  const CorExportBook book = { .results = job->results,
                               .defaults = job->defaults,
                               .variants = (const CorResults *const *) job->variants->pdata,
                               .names = (const char *const *) job->names->pdata,
                               .n_variants = job->variants->len,
                               .network = cor_network_title (network, zh),
                               .describe = cor_change_words,
                               .zh = zh };

  return cor_export_xlsx (&book, error);
}

static GBytes *
make_file (gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;

  if (strcmp (job->what, "xlsx") == 0)
    return book_bytes (job, error);
  if (strcmp (job->what, "geojson") == 0)
    return cor_export_geojson (job->results->scenario, job->results);
  if (strcmp (job->what, "gpx") == 0)
    return cor_export_gpx (job->results->scenario, job->results, job->route, error);
  return table_bytes (job->results, job->what);
}

/* What was asked for, while the variants are worked out. */
typedef struct
{
  GFile *file;
  char *what;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->file);
  g_free (asked->what);
  g_free (asked);
}

static void
export_now (CorWindow *self, gpointer data)
{
  const Asked *asked = data;
  GFile *file = asked->file;
  const char *what = asked->what;
  gconstpointer results = cor_session_get_results (self->session);
  CorSelection *selection = cor_session_get_selection (self->session);
  g_autofree char *missing = NULL, *text = NULL;
  Job *job;

  if (results == NULL)
    {
      cor_window_toast (self, _ ("There is nothing to export yet"), FALSE);
      return;
    }
  job = g_new0 (Job, 1);
  job->results = cor_results_ref ((CorResults *) results);
  job->defaults = cor_param_layer_ref (cor_session_get_defaults (self->session));
  job->engine = cor_engine_ref (cor_session_get_engine (self->session)->data);
  job->variants = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_results_unref);
  job->names = g_ptr_array_new_with_free_func (g_free);
  missing = cor_window_take_variants (self, job->variants, job->names);
  if (missing != NULL && strcmp (what, "xlsx") == 0)
    {
      text = g_strdup_printf (_ ("Written without: %s"), missing);
      cor_window_toast (self, text, FALSE);
    }
  job->what = g_strdup (what);
  if (cor_selection_get_kind (selection) == COR_ITEM_ROUTE)
    job->route = g_strdup (cor_selection_get_id (selection));
  cor_write_file (GTK_WINDOW (self), file, make_file, job, (GDestroyNotify) job_free, _ ("The data were not written"), NULL);
}

void
cor_window_export_data (CorWindow *self, GFile *file, const char *what)
{
  Asked *asked;

  g_return_if_fail (COR_IS_WINDOW (self));

  asked = g_new0 (Asked, 1);
  *asked = (Asked){ g_object_ref (file), g_strdup (what) };
  /* The spreadsheet alone has the variants. */
  cor_window_when_ready (self, strcmp (what, "xlsx") == 0, export_now, asked, asked_free);
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
  const char *label = cor_scenario_title (scenario, cor_window_is_chinese ());
  const char *ending = strchr (what, '.') != NULL ? strchr (what, '.') + 1 : what;
  g_autofree char *pattern = g_strconcat ("*.", ending, NULL);
  g_autofree char *name = g_strdup_printf ("%s%s%s", label ? label : "", ending == what ? "." : " ", what);

  cor_dialog_choose_file (GTK_WINDOW (self), COR_DIALOG_SAVE, g_strdelimit (name, "/", '-'), pattern, pattern, file_chosen, g_strdup (what));
}

void
cor_window_add_export_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "export-data", export_data_activated, "s", NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
