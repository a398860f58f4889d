/* cor-chart-money.h: charts of money over the years, of what policies do, and of what moves the gap.
 *
 * Each gives a chart (transfer full). The titles are copied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart.h"
#include "cor-gap.h"
#include "cor-heat-map.h"
#include "cor-monte-carlo.h"
#include "cor-tco.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/** CorChartStep: what one policy does to the gap of the mean truck, yuan, which is the figure of @key; strings are borrowed. */
typedef struct
{
  CorTraceKey key;
  const char *label;
  const char *note;
  const char *id;
  double yuan;
} CorChartStep;

/**
 * cor_chart_from_cash: yuan by year of ownership and group of parts, nominal; their sum as a line.
 * @truck: its duty and truck
 */
CorChart *cor_chart_from_cash (const CorResults *results, CorTraceKey truck, const char *title);

/** cor_chart_from_cumulative: nominal cost up to each year, residual values where they fall, and that of the diesel truck. */
CorChart *cor_chart_from_cumulative (const CorResults *results, CorTraceKey truck);

/** cor_chart_from_steps: from the gap without policies @from, yuan, over @n steps to what is left, all of @results. */
CorChart *cor_chart_from_steps (const CorResults *results, double from, const CorChartStep *steps, guint n, const char *title);

/** cor_chart_from_tornado: the @most factors that move the gap most, the gap at their low and high. */
CorChart *cor_chart_from_tornado (CorGap *gap, guint most, const char *title);

/** cor_chart_from_years: the spread of the gap by model year as a fan; @drawn with years. */
CorChart *cor_chart_from_years (const CorGap *gap, const CorMonteCarlo *drawn, const char *title);

/** cor_chart_from_heat: the parity year over two levers, and where the duty stands. */
CorChart *cor_chart_from_heat (const CorHeatMap *map, const char *title);

/** CorSureFigure: a figure of the sentences about draws. */
typedef enum
{
  COR_SURE_CHANCE, /* of the model year of that index */
  COR_SURE_GAP,    /* a #CorQuantile of it */
  COR_SURE_UNDONE,
  COR_SURE_RHO, /* of the factor of that index with another */
} CorSureFigure;

/** CorSureLink: (transfer full): what stands for @text, which is taken over, where it is the figure of @index, in markup. */
typedef char *(*CorSureLink) (gpointer data, CorSureFigure figure, guint index, char *text);

/**
 * cor_chart_together: (transfer full) (nullable): what of the draws moves together, how much and why.
 * @link: (nullable): with it the text is markup
 */
char *cor_chart_together (const CorGap *gap, const CorMonteCarlo *drawn, CorSureLink link, gpointer data);

/** cor_chart_cheaper_short: (transfer full): "Electric is cheaper by 2028: 72 %". */
char *cor_chart_cheaper_short (const CorMonteCarlo *drawn, int model_year);

/** cor_chart_cheaper_sentence: (transfer full): how likely the truck costs no more than diesel; @link as above. */
char *cor_chart_cheaper_sentence (const CorMonteCarlo *drawn, int model_year, CorSureLink link, gpointer data);

G_END_DECLS
