/* cor-enums.c: nicks and names of the enumerations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-enums.h"

#include <glib/gi18n-lib.h>

const CorEnumValue cor_powertrain_values[] = {
  { COR_POWERTRAIN_DIESEL, "diesel", N_ ("Diesel") },
  { COR_POWERTRAIN_BET, "bet", N_ ("Battery electric") },
  { COR_POWERTRAIN_BET_SWAP, "bet-swap", N_ ("Battery electric with swap") },
  { COR_POWERTRAIN_FCET, "fcet", N_ ("Fuel cell") },
  { 0, NULL, NULL },
};

const CorEnumValue cor_param_status_values[] = {
  { COR_STATUS_MEASURED, "measured", N_ ("Measured") },
  { COR_STATUS_PUBLISHED, "published", N_ ("Published") },
  { COR_STATUS_DERIVED, "derived", N_ ("Derived") },
  { COR_STATUS_ASSUMED, "assumed", N_ ("Assumed") },
  { 0, NULL, NULL },
};

const CorEnumValue cor_site_kind_values[] = {
  { COR_SITE_PORT, "port", N_ ("Port") },
  { COR_SITE_YARD, "yard", N_ ("Yard") },
  { COR_SITE_WAREHOUSE, "warehouse", N_ ("Warehouse") },
  { COR_SITE_MARKET, "market", N_ ("Market") },
  { COR_SITE_QUARRY, "quarry", N_ ("Quarry") },
  { COR_SITE_BORDER, "border", N_ ("Border crossing") },
  { COR_SITE_DEPOT, "depot", N_ ("Depot") },
  { COR_SITE_OTHER, "other", N_ ("Other place") },
  { 0, NULL, NULL },
};

const CorEnumValue cor_station_kind_values[] = {
  { COR_STATION_CHARGING, "charging", N_ ("Charging station") },
  { COR_STATION_SWAP, "swap", N_ ("Swap station") },
  { COR_STATION_BOTH, "both", N_ ("Charging and swap station") },
  { COR_STATION_HYDROGEN, "hydrogen", N_ ("Hydrogen station") },
  { 0, NULL, NULL },
};

const CorEnumValue cor_station_status_values[] = {
  { COR_STATION_EXISTING, "existing", N_ ("Existing") },
  { COR_STATION_PLANNED, "planned", N_ ("Planned") },
  { COR_STATION_CANDIDATE, "candidate", N_ ("Candidate") },
  { COR_STATION_CLOSED, "closed", N_ ("Closed") },
  { 0, NULL, NULL },
};

const CorEnumValue cor_adoption_values[] = {
  { COR_ADOPTION_ASSIGNED, "assigned", N_ ("The truck assigned") },
  { COR_ADOPTION_CHEAPEST, "cheapest", N_ ("The cheapest wins") },
  { 0, NULL, NULL },
};

const CorEnumValue cor_battery_deal_values[] = {
  { COR_BATTERY_BOUGHT, "bought", N_ ("Bought with the truck") },
  { COR_BATTERY_LEASED, "leased", N_ ("Leased for a monthly fee") },
  { COR_BATTERY_IN_FEE, "in-fee", N_ ("Paid by the swap fee") },
  { 0, NULL, NULL },
};

const CorEnumValue cor_emission_standard_values[] = {
  { COR_STANDARD_CHINA_III, "china-iii", N_ ("China III") },
  { COR_STANDARD_CHINA_IV, "china-iv", N_ ("China IV") },
  { COR_STANDARD_CHINA_V, "china-v", N_ ("China V") },
  { COR_STANDARD_CHINA_VI, "china-vi", N_ ("China VI") },
  { 0, NULL, NULL },
};

const CorEnumValue cor_activity_values[] = {
  { COR_ACTIVITY_SFD, "sfd", N_ ("Shortest feasible distance (SFD)") },
  { COR_ACTIVITY_GCD, "gcd", N_ ("Great circle distance (GCD)") },
  { 0, NULL, NULL },
};

const CorEnumValue cor_machine_battery_values[] = {
  { COR_MACHINE_LITHIUM, "lithium", N_ ("Lithium") },
  { COR_MACHINE_LEAD_ACID, "lead-acid", N_ ("Lead acid") },
  { 0, NULL, NULL },
};

const char *
cor_enum_nick (const CorEnumValue *values, int value)
{
  for (; values->nick != NULL; values++)
    if (values->value == value)
      return values->nick;
  return NULL;
}

const char *
cor_enum_name (const CorEnumValue *values, int value)
{
  for (; values->nick != NULL; values++)
    if (values->value == value)
      return _ (values->name);
  return NULL;
}

gboolean
cor_enum_from_nick (const CorEnumValue *values, const char *nick, int *out)
{
  for (; values->nick != NULL; values++)
    if (g_strcmp0 (values->nick, nick) == 0)
      {
        *out = values->value;
        return TRUE;
      }
  return FALSE;
}
