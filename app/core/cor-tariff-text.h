/* cor-tariff-text.h: months and hours of a tariff as people write them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/** cor_tariff_period_name: "Sharp peak", "Peak", "Flat", "Valley", translated. */
const char *cor_tariff_period_name (CorTariffPeriod period);

/** cor_tariff_months_text: (transfer full): "7–9" or "1–6, 10–12"; a stretch may pass the new year. */
char *cor_tariff_months_text (guint16 months);

/** cor_tariff_hours_text: (transfer full): the hours of a period: "11–12, 15–17", "23:30–7"; "" for none. */
char *cor_tariff_hours_text (const CorTariffSeason *season, CorTariffPeriod period);

/** cor_tariff_months_read: such a text, with hyphens too; FALSE where it is none or names no month. */
gboolean cor_tariff_months_read (const char *text, guint16 *months);

/**
 * cor_tariff_hours_read: gives @period the hours of such a text, and takes them from the others; its other
 * hours become flat. A period that comes to hours without a price takes the flat one.
 *
 * Returns: FALSE, and leaves @season, where the text is none
 */
gboolean cor_tariff_hours_read (CorTariffSeason *season, CorTariffPeriod period, const char *text);

/**
 * cor_tariff_set_months: gives season @index of @n the months @months. They are taken from the other seasons,
 * and months that it leaves go to the first other one, so that each stays in one season.
 *
 * Returns: FALSE, and changes nothing, where a season would be left without a month
 */
gboolean cor_tariff_set_months (CorTariffSeason *seasons, guint n, guint index, guint16 months);

/** cor_tariff_users_text: (transfer full): who pays by the tariff: "6 stations, depots and sites"; %NULL where nobody does. */
char *cor_tariff_users_text (const CorScenario *scenario, const char *id);

G_END_DECLS
