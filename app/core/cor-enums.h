/* cor-enums.h: the words of the field as enumerations, each with the nick that files use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CorPowertrain: what moves the truck. */
typedef enum
{
  COR_POWERTRAIN_DIESEL,
  COR_POWERTRAIN_BET,
  COR_POWERTRAIN_BET_SWAP,
  COR_POWERTRAIN_FCET,
  COR_N_POWERTRAINS
} CorPowertrain;

/** CorParamStatus: how a figure is known. */
typedef enum
{
  COR_STATUS_MEASURED,
  COR_STATUS_PUBLISHED,
  COR_STATUS_DERIVED,
  COR_STATUS_ASSUMED,
} CorParamStatus;

/** CorSiteKind: what a place is to freight. */
typedef enum
{
  COR_SITE_PORT,
  COR_SITE_YARD,
  COR_SITE_WAREHOUSE,
  COR_SITE_MARKET,
  COR_SITE_QUARRY,
  COR_SITE_BORDER,
  COR_SITE_DEPOT,
  COR_SITE_OTHER,
} CorSiteKind;

/** CorStationKind: what energy a station gives. */
typedef enum
{
  COR_STATION_CHARGING,
  COR_STATION_SWAP,
  COR_STATION_BOTH,
  COR_STATION_HYDROGEN,
} CorStationKind;

/** CorStationStatus: whether a station takes part; a candidate is only for siting. */
typedef enum
{
  COR_STATION_EXISTING,
  COR_STATION_PLANNED,
  COR_STATION_CANDIDATE,
  COR_STATION_CLOSED,
} CorStationStatus;

/** CorAdoption: which truck a duty counts with: the one assigned, or the cheapest by model year. */
typedef enum
{
  COR_ADOPTION_ASSIGNED,
  COR_ADOPTION_CHEAPEST,
} CorAdoption;

/** CorBatteryDeal: who owns the battery. */
typedef enum
{
  COR_BATTERY_BOUGHT, /* with the truck */
  COR_BATTERY_LEASED, /* a monthly fee to its owner */
  COR_BATTERY_IN_FEE, /* its owner is paid by the swap fee alone */
} CorBatteryDeal;

/** CorEmissionStandard: of a diesel engine: GB 17691, stages III to VI. */
typedef enum
{
  COR_STANDARD_CHINA_III,
  COR_STANDARD_CHINA_IV,
  COR_STANDARD_CHINA_V,
  COR_STANDARD_CHINA_VI,
} CorEmissionStandard;

/** CorActivity: the distance that transport activity is counted on (ISO 14083:2023, GLEC 3). */
typedef enum
{
  COR_ACTIVITY_SFD, /* shortest feasible distance: the way on the road network, without detours */
  COR_ACTIVITY_GCD, /* great circle between origin and destination */
} CorActivity;

/** CorMachineBattery: what a yard machine stores its energy in. */
typedef enum
{
  COR_MACHINE_LITHIUM,
  COR_MACHINE_LEAD_ACID,
} CorMachineBattery;

/** CorEnumValue: one value: its number, its nick in files, its name marked for translation. */
typedef struct
{
  int value;
  const char *nick;
  const char *name;
} CorEnumValue;

/* Tables that end with a NULL nick. */
extern const CorEnumValue cor_powertrain_values[];
extern const CorEnumValue cor_emission_standard_values[];
extern const CorEnumValue cor_activity_values[];
extern const CorEnumValue cor_machine_battery_values[];
extern const CorEnumValue cor_param_status_values[];
extern const CorEnumValue cor_site_kind_values[];
extern const CorEnumValue cor_station_kind_values[];
extern const CorEnumValue cor_station_status_values[];
extern const CorEnumValue cor_adoption_values[];
extern const CorEnumValue cor_battery_deal_values[];

/** cor_enum_nick: the nick of @value, or %NULL. */
const char *cor_enum_nick (const CorEnumValue *values, int value);

/** cor_enum_name: the translated name of @value, or %NULL. */
const char *cor_enum_name (const CorEnumValue *values, int value);

/** cor_enum_from_nick: finds a nick; FALSE where there is none. */
gboolean cor_enum_from_nick (const CorEnumValue *values, const char *nick, int *out);

G_END_DECLS
