/* cor-yard-private.h: the power that a site draws over a day; for cor-yard*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results-private.h"
#include "cor-yard.h"

G_BEGIN_DECLS

/* Adds @kw from @from_h on for @hours to the quarters of a day, over midnight; mean power of each. */
void cor_yard_add_power (double *slots, double from_h, double hours, double kw);

/* The machines of a line on their chargers, from the start of the window until all are full. */
void cor_yard_add_charging (const CorYardLine *line, const double *row, double *slots);

/* Trucks of all duties that count which charge at @site: at the bay, or at night as their depot, there in the hours
 * that they pay for in a season of its tariff; how many seasons there are. */
guint cor_yard_add_trucks (const CorResults *results, const char *site, guint season, double *slots);

G_END_DECLS
