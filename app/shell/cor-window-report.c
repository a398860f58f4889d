/* cor-window-report.c: the report of what is open: written to a file, or printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-dialogs.h"
#include "cor-engine.h"
#include "cor-map-ground.h"
#include "cor-report.h"
#include "cor-write.h"

#include <glib/gi18n-lib.h>

#define POINTS_AN_INCH 72.0

/* What a worker makes a report of: all of it immutable and counted. */
typedef struct
{
  CorResults *results;
  CorResults *baseline;
  CorEngine *engine;
  char *base_file; /* of a map file of one's own, or NULL */
  GPtrArray *variants; /* CorResults, the baseline first */
  GPtrArray *names;
  char *missing; /* names of variants that are left out, or NULL */
  char *variant; /* name of the one shown; NULL for the base */
  CorReportFormat format;
  gboolean summary; /* page one alone */
} Job;

static void
job_free (Job *job)
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

/* The newest results, and the pinned ones where they are others; NULL where there are none yet. */
static Job *
job_new (CorWindow *self)
{
  gconstpointer results = cor_session_get_results (self->session);
  gconstpointer baseline = cor_session_get_baseline (self->session);
  CorTileArchive *own = cor_map_ground_get_archive (cor_map_ground_get_default ());
  CorDocument *document = cor_session_get_document (self->session);
  const CorItem *shown = cor_scenario_find (cor_document_get_base (document), COR_ITEM_VARIANT,
                                            cor_document_get_variant (document));
  Job *job;

  if (results == NULL)
    {
      cor_window_toast (self, _ ("There is nothing to report yet"), FALSE);
      return NULL;
    }
  job = g_new0 (Job, 1);
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

static CorReport *
make_report (const Job *job, CorReportExtent extent, GCancellable *cancellable, GError **error)
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
  const Job *job = data;
  g_autoptr (CorReport) report = make_report (job, cor_report_extent_for (job->format, job->summary), cancellable, error);

  return report != NULL ? cor_report_write (report, job->format, error) : NULL;
}

static void
report_written (GtkWindow *window, gboolean written)
{
  if (COR_WINDOW (window)->session != NULL) /* else closed meanwhile */
    cor_window_enable (COR_WINDOW (window), "export-report", TRUE);
}

/* What was asked for, while the variants are worked out; no @file is paper. */
typedef struct
{
  GFile *file;
  gboolean summary;
} Asked;

static void
asked_free (gpointer data)
{
  g_clear_object (&((Asked *) data)->file);
  g_free (data);
}

static Asked *
asked_new (GFile *file, gboolean summary)
{
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked){ file != NULL ? g_object_ref (file) : NULL, summary };
  return asked;
}

static void
write_now (CorWindow *self, gpointer data)
{
  const Asked *asked = data;
  GFile *file = asked->file;
  Job *job = job_new (self);
  g_autofree char *name = g_file_get_basename (file);

  if (job == NULL)
    return;
  job->format = COR_REPORT_PDF;
  job->summary = asked->summary;
  cor_report_format_for (name, &job->format);
  cor_window_enable (self, "export-report", FALSE);
  cor_window_toast (self, _ ("Writing the report…"), FALSE);
  cor_write_file (GTK_WINDOW (self), file, make_file, job, (GDestroyNotify) job_free, _ ("The report was not written"),
                  report_written);
}

static void
begin_report (CorWindow *self, GFile *file, gboolean summary)
{
  cor_window_when_ready (self, write_now, asked_new (file, summary), asked_free);
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

static void
export_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_for_file (data, REPORT);
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

static void
begin_print (GtkPrintOperation *print, GtkPrintContext *context, CorReport *report)
{
  gtk_print_operation_set_n_pages (print, (int) cor_report_n_pages (report));
}

/* A4 on whatever paper there is. */
static void
draw_page (GtkPrintOperation *print, GtkPrintContext *context, int page, CorReport *report)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  double scale = MIN (width / COR_REPORT_WIDTH, height / COR_REPORT_HEIGHT);

  cairo_save (cr);
  cairo_translate (cr, (width - scale * COR_REPORT_WIDTH) / 2, (height - scale * COR_REPORT_HEIGHT) / 2);
  cairo_scale (cr, scale, scale);
  cor_report_draw_page (report, (guint) page, cr);
  cairo_restore (cr);
}

/* GTK wants something to measure its pages on before it lets a preview go. */
static void
give_context (GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, POINTS_AN_INCH, POINTS_AN_INCH);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
preview_ready (GtkPrintOperationPreview *preview, GtkPrintContext *context, gpointer data)
{
  gtk_print_operation_preview_end_preview (preview);
}

static void
preview_free (gpointer file)
{
  g_file_delete (file, NULL, NULL);
  g_object_unref (file);
}

/* Another program reads the file as long as it likes; it goes with this one. */
static void
delete_at_exit (GtkWindow *window, GFile *file)
{
  GObject *app = G_OBJECT (gtk_window_get_application (window));
  GPtrArray *files = g_object_get_data (app, "previews");

  if (files == NULL)
    {
      files = g_ptr_array_new_with_free_func (preview_free);
      g_object_set_data_full (app, "previews", files, (GDestroyNotify) g_ptr_array_unref);
    }
  g_ptr_array_add (files, g_object_ref (file));
}

/* The pages as they would be printed, in whatever shows PDF on this computer. GTK's own way asks for one program by
 * name, and fails without words where that is not there. */
static gboolean
show_preview (GtkPrintOperation *print, GtkPrintOperationPreview *preview, GtkPrintContext *context, GtkWindow *parent, CorReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("corridor-XXXXXX.pdf", &stream, &error);
  g_autoptr (GBytes) bytes = file != NULL ? cor_report_write (report, COR_REPORT_PDF, &error) : NULL;
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  GtkWindow *window = g_object_get_data (G_OBJECT (print), "window");

  give_context (context);
  if (file != NULL)
    delete_at_exit (GTK_WINDOW (window), file);
  g_signal_connect (preview, "ready", G_CALLBACK (preview_ready), NULL);
  if (bytes == NULL || !g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), g_bytes_get_data (bytes, NULL),
                                                   g_bytes_get_size (bytes), NULL, NULL, &error)
      || !g_io_stream_close (G_IO_STREAM (stream), NULL, &error) || !g_app_info_launch_default_for_uri (uri, NULL, &error))
    {
      cor_dialog_error (window, _ ("There is no preview; write the report to a file instead"), error);
      if (file != NULL)
        g_file_delete (file, NULL, NULL);
    }
  return TRUE;
}

/* The paper of the pages, and what the printer's queue calls them. */
static void
prepare_print (GtkPrintOperation *print, CorWindow *self)
{
  const CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (self->session));
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_print_operation_set_default_page_setup (print, setup);
  gtk_print_operation_set_job_name (print, cor_scenario_title (scenario, cor_window_is_chinese ()));
  g_object_set_data (G_OBJECT (print), "window", self);
}

static void
print_now (CorWindow *self, gpointer data)
{
  GFile *file = ((const Asked *) data)->file;
  g_autoptr (GtkPrintOperation) print = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;
  Job *job = job_new (self);
  g_autoptr (CorReport) report = job != NULL ? make_report (job, FALSE, NULL, &error) : NULL;
  GtkPrintOperationAction action = file != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;

  g_clear_pointer (&job, job_free);
  if (error != NULL)
    cor_dialog_error (GTK_WINDOW (self), _ ("The report was not printed"), error);
  if (report == NULL)
    return;
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (print, TRUE);
  if (file != NULL)
    gtk_print_operation_set_export_filename (print, g_file_peek_path (file));
  prepare_print (print, self);
  g_signal_connect (print, "preview", G_CALLBACK (show_preview), report);
  g_signal_connect (print, "begin-print", G_CALLBACK (begin_print), report);
  g_signal_connect (print, "draw-page", G_CALLBACK (draw_page), report);
  if (gtk_print_operation_run (print, action, GTK_WINDOW (self), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    cor_dialog_error (GTK_WINDOW (self), _ ("The report was not printed"), error);
}

void
cor_window_print_report (CorWindow *self, GFile *file)
{
  cor_window_when_ready (self, print_now, asked_new (file, FALSE), asked_free);
}

static void
print_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (CorWindow) self = g_object_ref (data);

  cor_window_print_report (self, NULL);
}

void
cor_window_add_report_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "export-report", export_activated, NULL, NULL, NULL, { 0 } },
    { "export-summary", summary_activated, NULL, NULL, NULL, { 0 } },
    { "export-slide", slide_activated, NULL, NULL, NULL, { 0 } },
    { "print-report", print_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
