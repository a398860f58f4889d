/* cor-window-report.h: what a report of the window is made of, for files and for paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-engine.h"
#include "cor-report.h"
#include "cor-window-private.h"

G_BEGIN_DECLS

/**
 * CorReportJob: all of it immutable and counted, for a worker.
 * @baseline: (nullable): where other results are pinned
 * @base_file: (nullable): of a map file of one's own
 * @variants: #CorResults, the baseline first, with their @names
 * @missing: (nullable): names of variants that are left out
 * @variant: (nullable): name of the one shown; %NULL for the base
 * @summary: page one alone
 */
typedef struct
{
  CorResults *results;
  CorResults *baseline;
  CorEngine *engine;
  char *base_file;
  GPtrArray *variants;
  GPtrArray *names;
  char *missing;
  char *variant;
  CorReportFormat format;
  gboolean summary;
} CorReportJob;

/** cor_report_job_new: (transfer full) (nullable): of the newest results; without any it says so and is %NULL. */
CorReportJob *cor_report_job_new (CorWindow *self);
void cor_report_job_free (CorReportJob *job);

/** cor_report_job_run: (transfer full): the report, in whatever thread; %NULL with @error as cor_report_new() has it. */
CorReport *cor_report_job_run (const CorReportJob *job, CorReportExtent extent, GCancellable *cancellable, GError **error);

/** cor_window_ask_report: shows what a report is about and has in it, to be printed or written. */
void cor_window_ask_report (CorWindow *self);

/** cor_window_ask_report_file: asks for the file of a PDF; @summary: page one alone. */
void cor_window_ask_report_file (CorWindow *self, gboolean summary);

/** cor_window_print_pages: on paper, or as it would be printed into @file (nullable); @summary: page one alone. */
void cor_window_print_pages (CorWindow *self, GFile *file, gboolean summary);

/** cor_window_add_print_action: "print-report". */
void cor_window_add_print_action (CorWindow *self);

G_END_DECLS
