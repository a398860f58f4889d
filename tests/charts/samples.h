/* samples.h: one invented chart of every kind, for tests, benchmark and demo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart.h"

G_BEGIN_DECLS

/* Names of the samples, NULL at the end. */
extern const char *const sample_names[];

/* A sample by name; with Chinese names and titles where `chinese` is set. */
CorChart *sample_chart (const char *name, gboolean chinese);

G_END_DECLS
