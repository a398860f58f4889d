/* cor-report-private.h: what a file needs of a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-report.h"

G_BEGIN_DECLS

/** cor_report_title: the scenario's name. */
const char *cor_report_title (const CorReport *report);

/** cor_report_height: of its pages, points. */
double cor_report_height (const CorReport *report);

G_END_DECLS
