/* cor-price-move.h: a price moved wherever a scenario has it: defaults, its own figures, trucks, duties, stations, tariffs.
 *
 * Each takes the scenario and puts the moved one in its place; with an error it may be moved in part, and is to be
 * let go. %COR_ERROR_RANGE where a price would fall below zero.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-param.h"
#include "cor-scenario.h"

G_BEGIN_DECLS

/**
 * CorPriceMove: a price becomes @factor times itself, and @shift more.
 * @shift: in the unit of the price
 */
typedef struct
{
  double factor, shift;
} CorPriceMove;

/** cor_price_move_last_year: the last year of ownership of a truck of that model year. */
int cor_price_move_last_year (const CorParamTable *table, int model_year);

/**
 * cor_price_move_parameter: wherever the scenario has the parameter; what the defaults alone give becomes its own.
 * @year: the model year that is asked whether the defaults give it
 */
gboolean cor_price_move_parameter (CorScenario **scenario,
                                   const CorParamTable *table,
                                   CorParamId id,
                                   const CorPriceMove *move,
                                   int year,
                                   GError **error);

/**
 * cor_price_move_stations: at stations that say the price themselves.
 * @key: the field
 * @swaps: those that swap batteries, too
 */
gboolean cor_price_move_stations (CorScenario **scenario,
                                  const char *key,
                                  gboolean swaps,
                                  const CorPriceMove *move,
                                  GError **error);

/** cor_price_move_tariffs: each season's prices a kWh, of all tariffs. */
gboolean cor_price_move_tariffs (CorScenario **scenario, const CorPriceMove *move, GError **error);

G_END_DECLS
