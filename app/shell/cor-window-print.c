/* cor-window-print.c: the report on paper: its pages are made in a worker, then the printer is asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-report.h"

#include "cor-dialogs.h"

#include <glib/gi18n-lib.h>

#define POINTS_AN_INCH 72.0

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

/* @report on paper, or in @file (nullable). */
static void
print_it (CorWindow *self, CorReport *report, GFile *file)
{
  GtkPrintOperationAction action = file != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  g_autoptr (GtkPrintOperation) print = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;

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

/* Where the pages go: paper for NULL. */
typedef struct
{
  CorReportJob *job;
  GFile *file;
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  cor_report_job_free (print->job);
  g_clear_object (&print->file);
  g_free (print);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Print *print = data;
  GError *error = NULL;
  CorReport *report = cor_report_job_run (print->job, cor_report_extent_for (COR_REPORT_PDF, print->job->summary), cancellable, &error);

  if (report == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, report, (GDestroyNotify) cor_report_free);
}

static void
made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorWindow) self = data;
  const Print *print = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (CorReport) report = g_task_propagate_pointer (G_TASK (result), &error);

  if (gtk_window_get_application (GTK_WINDOW (self)) == NULL) /* closed meanwhile */
    return;
  cor_window_enable (self, "print-report", TRUE);
  if (report != NULL)
    print_it (self, report, print->file);
  else
    cor_dialog_error (GTK_WINDOW (self), _ ("The report was not printed"), error);
}

/* What was asked for, while the variants are worked out. */
typedef struct
{
  GFile *file; /* (nullable) */
  gboolean summary;
} Pages;

static void
pages_free (gpointer data)
{
  g_clear_object (&((Pages *) data)->file);
  g_free (data);
}

static void
print_now (CorWindow *self, gpointer data)
{
  const Pages *pages = data;
  CorReportJob *job = cor_report_job_new (self);
  g_autoptr (GTask) task = NULL;
  Print *print;

  if (job == NULL)
    return;
  print = g_new0 (Print, 1);
  job->summary = pages->summary;
  *print = (Print){ job, pages->file != NULL ? g_object_ref (pages->file) : NULL };
  cor_window_enable (self, "print-report", FALSE);
  cor_window_toast (self, _ ("Writing the report…"), FALSE);
  /* No source: its last reference could go in the worker. */
  task = g_task_new (NULL, NULL, made, g_object_ref (self));
  g_task_set_task_data (task, print, print_free);
  g_task_run_in_thread (task, make_in_thread);
}

void
cor_window_print_pages (CorWindow *self, GFile *file, gboolean summary)
{
  Pages *pages = g_new0 (Pages, 1);

  *pages = (Pages){ file != NULL ? g_object_ref (file) : NULL, summary };
  cor_window_when_ready (self, TRUE, print_now, pages, pages_free);
}

void
cor_window_print_report (CorWindow *self, GFile *file)
{
  cor_window_print_pages (self, file, FALSE);
}

static void
print_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (CorWindow) self = g_object_ref (data);

  cor_window_print_report (self, NULL);
}

void
cor_window_add_print_action (CorWindow *self)
{
  const GActionEntry entry = { "print-report", print_activated, NULL, NULL, NULL, { 0 } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
}
