/* cor-chart-results.h: the charts that results of a scenario become.
 *
 * Each gives a chart (transfer full) that says what is missing where there is nothing to draw.
 * @zh: names in Chinese.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart.h"
#include "cor-results.h"

G_BEGIN_DECLS

/** cor_chart_empty_text: why a chart of costs or emissions is empty: no duty at all, or none that counts. */
const char *cor_chart_empty_text (const CorResults *results);

/**
 * cor_chart_from_gap: TCO gap to diesel per truck by model year, yuan, over all duties that count.
 * @baseline: (nullable): results to compare with, drawn dashed
 * @duty_id: (nullable): a duty whose own line is added
 */
CorChart *cor_chart_from_gap (const CorResults *results,
                              const CorResults *baseline,
                              const char *duty_id,
                              gboolean zh);

/** cor_chart_from_charge: state of charge over a working day of the duty's truck. */
CorChart *cor_chart_from_charge (const CorResults *results, const char *duty_id, gboolean zh);

/** cor_chart_from_stages: tonnes CO2e a year of the diesel and the electric fleet, by stage. */
CorChart *cor_chart_from_stages (const CorResults *results);

/**
 * cor_chart_from_parts: cost of ownership per truck by group of parts, diesel beside electric, in
 * the model year shown.
 * @duty_id: (nullable): of that duty's truck instead of the mean over all
 */
CorChart *cor_chart_from_parts (const CorResults *results, const char *duty_id);

/** cor_chart_group_role: the colour of a group of cost parts. */
CorRole cor_chart_group_role (CorTcoGroup group);

/**
 * cor_chart_results_duty: the duty to show where none is chosen: the one with the most stops under
 * way, else the first with a plan, else the first; %NULL without any.
 */
const CorDutyResult *cor_chart_results_duty (const CorResults *results);

/**
 * cor_chart_from_station: (transfer full): power and arrivals of a station by hour of the day.
 * @station: index in the results' scenario; empty where nobody comes
 */
CorChart *cor_chart_from_station (const CorResults *results, int station);

G_END_DECLS
