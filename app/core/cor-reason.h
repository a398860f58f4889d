/* cor-reason.h: why a duty cannot be done, and what would make it possible.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CorReasonCode:
 * @COR_REASON_NONE: nothing stands in the way
 * @COR_REASON_RANGE: the charge does not last from one chance to take energy to the next
 * @COR_REASON_LENGTH: it would, were the vehicle not too long for a station
 * @COR_REASON_HEIGHT: likewise too high
 * @COR_REASON_SWAP_TYPE: likewise of another battery system
 * @COR_REASON_NIGHT: the day can be driven once, but the depot does not refill what it takes
 * @COR_REASON_DAY: driving, loading and charging take longer than the working day allows
 * @COR_REASON_PAYLOAD: empty, the truck is as heavy as it may be, or heavier: it can carry nothing. A load that is
 * only too much for it forbids no duty: the part left behind is priced
 * @COR_REASON_NO_PATH: no road leads there for this vehicle
 * @COR_REASON_NO_FIGURE: a figure that the calculation needs is missing
 */
typedef enum
{
  COR_REASON_NONE,
  COR_REASON_RANGE,
  COR_REASON_LENGTH,
  COR_REASON_HEIGHT,
  COR_REASON_SWAP_TYPE,
  COR_REASON_NIGHT,
  COR_REASON_DAY,
  COR_REASON_PAYLOAD,
  COR_REASON_NO_PATH,
  COR_REASON_NO_FIGURE,
} CorReasonCode;

/**
 * CorReason: plain value; what does not apply is 0, or -1 for an index.
 * @leg: index of the leg on which it fails; @from, @to: its ends, as the caller's place indices
 * @at_m: metres along the leg where the charge runs out
 * @short_m: km missing, in metres; @short_kwh: the same as energy
 * @station: index of the station that would have helped (too long, too high, other system)
 * @limit, @actual: allowed and actual: metres, hours, kWh a day, or tonnes of the empty truck, as @code says
 * @payload_t, @temperature_c: load and ambient temperature on that leg
 * @missing: id of the parameter that is missing; static
 * @fix_battery_kwh: smallest battery that would do, 0 where none up to four times as large does; for
 * %COR_REASON_PAYLOAD the largest with which the truck may carry the load
 * @fix_power_kw, @fix_within_m: a station of at least that power that close to @at_m on @leg would do;
 * 0 where one station does not suffice
 * @fix_unhitch_min: most minutes, in steps of 5 up to 120, that leaving the trailer outside may take each
 * time so that the day can be done; 0 where that does not help, or is allowed already
 * @fix_trips: trips a day that could be done, 0 for none or where fewer do not help
 * @cut: not searched to the end, which would have taken too long: a day, or more that would do, may be missed
 */
typedef struct
{
  CorReasonCode code;
  int leg;
  int from, to;
  double at_m;
  double short_m;
  double short_kwh;
  int station;
  double limit, actual;
  double payload_t;
  double temperature_c;
  const char *missing;
  double fix_battery_kwh;
  double fix_power_kw, fix_within_m;
  double fix_unhitch_min;
  guint fix_trips;
  gboolean cut;
} CorReason;

/**
 * cor_reason_text:
 * @from, @to: names of the places at @reason->from and @reason->to; %NULL where there are none
 * @station: name of @reason->station, or %NULL
 *
 * Returns: (transfer full): one translated sentence, "38 km short between A and B at 20 t and 5 °C";
 * an empty string for %COR_REASON_NONE
 */
char *
cor_reason_text (const CorReason *reason, const char *from, const char *to, const char *station);

/** cor_reason_fix_text: (transfer full): what would help, translated, or an empty string. */
char *cor_reason_fix_text (const CorReason *reason);

G_END_DECLS
