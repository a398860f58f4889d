/* cor-chart-file.h: a chart as a file: SVG, PNG or CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart.h"

G_BEGIN_DECLS

/** CorChartFormat: what a file holds. */
typedef enum
{
  COR_CHART_FILE_SVG,
  COR_CHART_FILE_PNG,
  COR_CHART_FILE_CSV,
} CorChartFormat;

/** cor_chart_format_for: the format by a file name's ending; FALSE where it is none of them. */
gboolean cor_chart_format_for (const char *name, CorChartFormat *format);

/**
 * cor_chart_file:
 * @width, @height: in points; a PNG has @scale pixels a point
 * @theme: its ground is painted
 *
 * Returns: (transfer full): the file's content; the same chart gives the same bytes
 */
GBytes *cor_chart_file (const CorChart *chart,
                        CorChartFormat format,
                        double width,
                        double height,
                        double scale,
                        const CorChartTheme *theme);

G_END_DECLS
