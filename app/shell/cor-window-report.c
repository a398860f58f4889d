/* cor-window-report.c: the report of what is open: what it is made of, and written to a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-report.h"

#include "cor-dialogs.h"
#include "cor-map-ground.h"
#include "cor-write.h"

#include <glib/gi18n-lib.h>

void
cor_report_job_free (CorReportJob *job)
{
  g_clear_pointer (&job->results, cor_results_unref);
  g_clear_pointer (&job->baseline, cor_results_unref);
  cor_engine_unref (job->engine);
  g_ptr_array_unref (job->variants);
  g_ptr_array_unref (job->names);
  g_free (job->missing);
  g_free (job->variant);
  g_free (job->base_file);
  g_free (job);
}

CorReportJob *
cor_report_job_new (CorWindow *self)
{
  gconstpointer results = cor_session_get_results (self->session);
  gconstpointer baseline = cor_session_get_baseline (self->session);
  CorTileArchive *own = cor_map_ground_get_archive (cor_map_ground_get_default ());
  CorDocument *document = cor_session_get_document (self->session);
  const CorItem *shown = cor_scenario_find (cor_document_get_base (document), COR_ITEM_VARIANT,
                                            cor_document_get_variant (document));
  CorReportJob *job;

  if (results == NULL)
    {
      cor_window_toast (self, _ ("There is nothing to report yet"), FALSE);
      return NULL;
    }
  job = g_new0 (CorReportJob, 1);
  job->results = cor_results_ref ((CorResults *) results);
  if (baseline != NULL
      && cor_session_get_baseline_scenario (self->session) != cor_session_get_results_scenario (self->session))
    job->baseline = cor_results_ref ((CorResults *) baseline);
  job->engine = cor_engine_ref (cor_session_get_engine (self->session)->data);
  if (own != NULL)
    job->base_file = g_strdup (cor_tile_archive_get_path (own));
  job->variant = shown != NULL ? g_strdup (cor_item_label (shown, cor_window_is_chinese ())) : NULL;
  job->variants = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_results_unref);
  job->names = g_ptr_array_new_with_free_func (g_free);
  job->missing = cor_window_take_variants (self, job->variants, job->names);
  return job;
}

CorReport *
cor_report_job_run (const CorReportJob *job, CorReportExtent extent, GCancellable *cancellable, GError **error)
{
  const char *name = cor_scenario_head (job->results->scenario)->network;
  g_autoptr (CorNetwork) network = cor_engine_network_for (job->engine, name, NULL);
  const CorReportInput input = { .results = job->results,
                                 .baseline = job->baseline,
                                 .network = network,
                                 .variant = job->variant,
                                 .base_file = job->base_file,
                                 .variants = (const CorResults *const *) job->variants->pdata,
                                 .variant_names = (const char *const *) job->names->pdata,
                                 .n_variants = job->variants->len,
                                 .missing = job->missing };

  return cor_report_new (&input, extent, cancellable, error);
}

static GBytes *
make_file (gpointer data, GCancellable *cancellable, GError **error)
{
  const CorReportJob *job = data;
  g_autoptr (CorReport) report = cor_report_job_run (job, cor_report_extent_for (job->format, job->summary), cancellable, error);

  return report != NULL ? cor_report_write (report, job->format, error) : NULL;
}

static void
report_written (GtkWindow *window, gboolean written)
{
  if (COR_WINDOW (window)->session != NULL) /* else closed meanwhile */
    cor_window_enable (COR_WINDOW (window), "export-report", TRUE);
}

/* What was asked for, while the variants are worked out. */
typedef struct
{
  GFile *file;
  gboolean summary;
} Asked;

static void
asked_free (gpointer data)
{
  g_object_unref (((Asked *) data)->file);
  g_free (data);
}

static Asked *
asked_new (GFile *file, gboolean summary)
{
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked){ g_object_ref (file), summary };
  return asked;
}

static void
write_now (CorWindow *self, gpointer data)
{
  const Asked *asked = data;
  GFile *file = asked->file;
  CorReportJob *job = cor_report_job_new (self);
  g_autofree char *name = g_file_get_basename (file);

  if (job == NULL)
    return;
  job->format = COR_REPORT_PDF;
  job->summary = asked->summary;
  cor_report_format_for (name, &job->format);
  cor_window_enable (self, "export-report", FALSE);
  cor_window_toast (self, _ ("Writing the report…"), FALSE);
  cor_write_file (GTK_WINDOW (self), file, make_file, job, (GDestroyNotify) cor_report_job_free, _ ("The report was not written"),
                  report_written);
}

static void
begin_report (CorWindow *self, GFile *file, gboolean summary)
{
  cor_window_when_ready (self, TRUE, write_now, asked_new (file, summary), asked_free);
}

void
cor_window_write_report (CorWindow *self, GFile *file)
{
  begin_report (self, file, FALSE);
}

static void
file_chosen (GtkWindow *window, GFile *file, gpointer data)
{
  if (file != NULL)
    begin_report (COR_WINDOW (window), file, GPOINTER_TO_INT (data));
}

/* What there is to choose: the ending of the name says what is written. */
typedef enum
{
  REPORT,
  SUMMARY,
  SLIDE
} What;

static void
ask_for_file (CorWindow *self, What what)
{
  const CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));
  const char *label = cor_scenario_title (scenario, cor_window_is_chinese ());
  const char *ending = what == SLIDE ? "png" : "pdf";
  g_autofree char *pattern = g_strconcat ("*.", ending, NULL);
  g_autofree char *name = g_strdup_printf ("%s.%s", label != NULL && *label != '\0' ? label : _ ("Report"), ending);

  cor_dialog_choose_file (GTK_WINDOW (self), COR_DIALOG_SAVE, g_strdelimit (name, "/", '-'), pattern,
                          what == SLIDE ? _ ("Picture for slides (PNG)") : _ ("PDF documents"), file_chosen, GINT_TO_POINTER (what == SUMMARY));
}

void
cor_window_ask_report_file (CorWindow *self, gboolean summary)
{
  ask_for_file (self, summary ? SUMMARY : REPORT);
}

static void
export_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_window_ask_report (data);
}

static void
summary_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_for_file (data, SUMMARY);
}

static void
slide_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_for_file (data, SLIDE);
}

void
cor_window_add_report_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "export-report", export_activated, NULL, NULL, NULL, { 0 } },
    { "export-summary", summary_activated, NULL, NULL, NULL, { 0 } },
    { "export-slide", slide_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  cor_window_add_print_action (self);
}
