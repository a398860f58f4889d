/* cor-item-fields.c: the field tables, in the order that files are written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-item-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STRING(Type, member, key, label)                                                           \
  { key, COR_FIELD_STRING, G_STRUCT_OFFSET (Type, member), FALSE, 0, 0, NAN, NULL, NULL, -1, label }
#define NEEDED(Type, member, key, label)                                                           \
  { key, COR_FIELD_STRING, G_STRUCT_OFFSET (Type, member), TRUE, 0, 0, NAN, NULL, NULL, -1, label }
#define REF(Type, member, key, kind, label)                                                        \
  { key, COR_FIELD_STRING, G_STRUCT_OFFSET (Type, member), FALSE, 0, 0, NAN, NULL, NULL, kind, label }
#define NUMBER(Type, member, key, lo, hi, preset, unit, label)                                     \
  { key, COR_FIELD_NUMBER, G_STRUCT_OFFSET (Type, member), FALSE, lo, hi, preset, unit, NULL, -1, label }
#define PLACE(Type, member, key, lo, hi)                                                           \
  { key, COR_FIELD_NUMBER, G_STRUCT_OFFSET (Type, member), TRUE, lo, hi, NAN, "°", NULL, -1, NULL }
#define YEAR(Type, member, key, preset, label)                                                     \
  { key, COR_FIELD_YEAR, G_STRUCT_OFFSET (Type, member), FALSE, 1990, 2100, preset, NULL, NULL, -1, label }
#define BOOL(Type, member, key, preset, label)                                                     \
  { key, COR_FIELD_BOOL, G_STRUCT_OFFSET (Type, member), FALSE, 0, 1, preset, NULL, NULL, -1, label }
#define ENUM(Type, member, key, table, preset, label)                                              \
  { key, COR_FIELD_ENUM, G_STRUCT_OFFSET (Type, member), FALSE, 0, 0, preset, NULL, table, -1, label }
#define LATER_ENUM(Type, member, key, table, preset, label)                                        \
  { key, COR_FIELD_ENUM, G_STRUCT_OFFSET (Type, member), FALSE, 0, 0, preset, NULL, table, -1, label, TRUE }
#define BOXED(Type, member, key, type, kind, label)                                                \
  { key, type, G_STRUCT_OFFSET (Type, member), FALSE, 0, 0, NAN, NULL, NULL, kind, label }

/* What every item has, first and last in its object. */
#define COMMON                                                                                     \
  NEEDED (CorItem, id, "id", NULL), STRING (CorItem, name, "name", N_ ("Name")),                   \
    STRING (CorItem, name_zh, "name_zh", N_ ("Chinese name"))
#define COMMON_END                                                                                 \
  BOOL (CorItem, illustrative, "illustrative", 0, NULL),                                           \
    STRING (CorItem, note, "note", N_ ("Note")), STRING (CorItem, note_zh, "note_zh", N_ ("Chinese note")),       \
    STRING (CorItem, source, "source", N_ ("Source"))

static const CorField head_fields[] = {
  COMMON,
  REF (CorHead, region, "region", -1, N_ ("Region")),
  STRING (CorHead, convention, "convention", N_ ("Accounting")),
  STRING (CorHead, network, "network", N_ ("Road network")),
  YEAR (CorHead, first_model_year, "first_model_year", 2024, N_ ("First model year")),
  YEAR (CorHead, last_model_year, "last_model_year", 2034, N_ ("Last model year")),
  YEAR (CorHead, model_year, "model_year", 2027, N_ ("Model year shown")),
  ENUM (CorHead, adoption, "adoption", cor_adoption_values, COR_ADOPTION_ASSIGNED, N_ ("Truck counted")),
  STRING (CorHead, grid_factor, "grid_factor", N_ ("Grid emission factor")),
  STRING (CorHead, diesel_factor, "diesel_factor", N_ ("Diesel emission factor")),
  STRING (CorHead, hydrogen_factor, "hydrogen_factor", N_ ("Hydrogen emission factor")),
  NUMBER (CorHead, green_share, "green_share", 0, 1, 0, "1", N_ ("Green power share")),
  LATER_ENUM (CorHead, activity, "activity_distance", cor_activity_values, COR_ACTIVITY_SFD, N_ ("Distance of transport activity")),
  BOOL (CorHead, manufacture, "manufacture", 0, N_ ("Making of vehicles in reports")),
  NUMBER (CorHead, temperature_c, "temperature_c", -40, 50, NAN, "°C", N_ ("Ambient temperature")),
  NUMBER (CorHead, lon, "lon", -180, 180, NAN, "°", NULL),
  NUMBER (CorHead, lat, "lat", -85, 85, NAN, "°", NULL),
  NUMBER (CorHead, zoom, "zoom", 0, 22, NAN, NULL, NULL),
  STRING (CorHead, baseline, "baseline", NULL),
  REF (CorHead, tariff, "tariff", COR_ITEM_TARIFF, N_ ("Tariff of depots and sites")),
  STRING (CorHead, areas, "areas", NULL),
  STRING (CorHead, city_months, "city_months", NULL),
  BOXED (CorHead, workshop, "workshop", COR_FIELD_STRINGS, -1, NULL),
  COMMON_END,
  BOXED (CorHead, parameters, "parameters", COR_FIELD_PARAMETERS, -1, N_ ("Prices and other figures")),
};

static const CorField site_fields[] = {
  COMMON,
  ENUM (CorSite, site_kind, "kind", cor_site_kind_values, COR_SITE_OTHER, N_ ("Kind")),
  PLACE (CorSite, lon, "lon", -180, 180),
  PLACE (CorSite, lat, "lat", -85, 85),
  STRING (CorSite, city, "city", N_ ("City")),
  NUMBER (CorSite, plug_kw, "plug_kw", 0, 5000, NAN, "kW", N_ ("Plug power at the bay")),
  NUMBER (CorSite, plugs, "plugs", 0, 1000, NAN, NULL, N_ ("Plugs at the bay")),
  REF (CorSite, tariff, "tariff", COR_ITEM_TARIFF, N_ ("Electricity tariff")),
  COMMON_END,
};

static const CorField station_fields[] = {
  COMMON,
  ENUM (CorStation, station_kind, "kind", cor_station_kind_values, COR_STATION_CHARGING, N_ ("Kind")),
  ENUM (CorStation, status, "status", cor_station_status_values, COR_STATION_EXISTING, N_ ("Status")),
  PLACE (CorStation, lon, "lon", -180, 180),
  PLACE (CorStation, lat, "lat", -85, 85),
  STRING (CorStation, city, "city", N_ ("City")),
  NUMBER (CorStation, power_kw, "power_kw", 0, 5000, NAN, "kW", N_ ("Power of a plug")),
  NUMBER (CorStation, plugs, "plugs", 0, 1000, NAN, NULL, N_ ("Plugs")),
  NUMBER (CorStation, batteries, "batteries", 0, 1000, NAN, NULL, N_ ("Batteries in stock")),
  NUMBER (CorStation, bays, "bays", 0, 100, NAN, NULL, N_ ("Swap bays")),
  NUMBER (CorStation, swap_min, "swap_min", 0, 120, NAN, "min", N_ ("Time of a swap")),
  STRING (CorStation, swap_type, "swap_type", N_ ("Battery system")),
  NUMBER (CorStation, open_from_h, "open_from_h", 0, 24, 0, "h", N_ ("Opens")),
  NUMBER (CorStation, open_to_h, "open_to_h", 0, 24, 24, "h", N_ ("Closes")),
  NUMBER (CorStation, max_length_m, "max_length_m", 0, 100, NAN, "m", N_ ("Longest vehicle")),
  NUMBER (CorStation, max_height_m, "max_height_m", 0, 10, NAN, "m", N_ ("Highest vehicle")),
  REF (CorStation, tariff, "tariff", COR_ITEM_TARIFF, N_ ("Electricity tariff")),
  NUMBER (CorStation, energy_price_yuan_per_kwh, "energy_price_yuan_per_kwh", 0, 20, NAN, "yuan/kWh",
          N_ ("Electricity price")),
  NUMBER (CorStation, service_fee_yuan_per_kwh, "service_fee_yuan_per_kwh", 0, 20, NAN, "yuan/kWh",
          N_ ("Service fee")),
  NUMBER (CorStation, hydrogen_price_yuan_per_kg, "hydrogen_price_yuan_per_kg", 0, 1000, NAN,
          "yuan/kg", N_ ("Hydrogen price")),
  NUMBER (CorStation, cost_yuan, "cost_yuan", 0, 1e10, NAN, "yuan", N_ ("Cost to build")),
  COMMON_END,
};

static const CorField route_fields[] = {
  COMMON,
  REF (CorRoute, origin, "origin", COR_ITEM_SITE, N_ ("From")),
  REF (CorRoute, destination, "destination", COR_ITEM_SITE, N_ ("To")),
  BOXED (CorRoute, vias, "vias", COR_FIELD_VIAS, COR_ITEM_SITE, N_ ("By way of")),
  BOXED (CorRoute, line, "line", COR_FIELD_POINTS, -1, NULL),
  BOOL (CorRoute, round_trip, "round_trip", 1, N_ ("Out and back")),
  NUMBER (CorRoute, distance_km, "distance_km", 0.1, 10000, NAN, "km", N_ ("Distance one way, as given")),
  NUMBER (CorRoute, tolled_share, "tolled_share", 0, 1, NAN, "1", N_ ("Tolled share, as given")),
  NUMBER (CorRoute, trips_per_day, "trips_per_day", 0.01, 100, NAN, NULL, N_ ("Trips a day and truck")),
  NUMBER (CorRoute, days_per_year, "days_per_year", 1, 366, NAN, NULL, N_ ("Days a year")),
  NUMBER (CorRoute, payload_out_t, "payload_out_t", 0, 200, 0, "t", N_ ("Payload out")),
  NUMBER (CorRoute, payload_back_t, "payload_back_t", 0, 200, 0, "t", N_ ("Payload back")),
  NUMBER (CorRoute, loading_min, "loading_min", 0, 1440, 0, "min", N_ ("Loading time")),
  NUMBER (CorRoute, unloading_min, "unloading_min", 0, 1440, 0, "min", N_ ("Unloading time")),
  NUMBER (CorRoute, first_departure_h, "first_departure_h", 0, 24, 7, "h", N_ ("First departure")),
  COMMON_END,
};

static const CorField truck_fields[] = {
  COMMON,
  STRING (CorTruck, truck_type, "type", N_ ("Type")),
  ENUM (CorTruck, powertrain, "powertrain", cor_powertrain_values, COR_POWERTRAIN_DIESEL, N_ ("Powertrain")),
  NUMBER (CorTruck, length_m, "length_m", 2, 60, NAN, "m", N_ ("Length with trailer")),
  NUMBER (CorTruck, height_m, "height_m", 1, 6, NAN, "m", N_ ("Height")),
  STRING (CorTruck, swap_type, "swap_type", N_ ("Battery system")),
  ENUM (CorTruck, battery_deal, "battery_deal", cor_battery_deal_values, COR_BATTERY_BOUGHT, N_ ("Battery deal")),
  LATER_ENUM (CorTruck, emission_standard, "emission_standard", cor_emission_standard_values, COR_STANDARD_CHINA_VI,
              N_ ("Emission standard, diesel")),
  COMMON_END,
  BOXED (CorTruck, parameters, "parameters", COR_FIELD_PARAMETERS, -1, N_ ("Figures of this truck")),
};

static const CorField duty_fields[] = {
  COMMON,
  REF (CorDuty, route, "route", COR_ITEM_ROUTE, N_ ("Route")),
  REF (CorDuty, truck, "truck", COR_ITEM_TRUCK, N_ ("Truck")),
  REF (CorDuty, diesel, "diesel", COR_ITEM_TRUCK, N_ ("Compared with")),
  BOXED (CorDuty, alternatives, "alternatives", COR_FIELD_STRINGS, COR_ITEM_TRUCK, N_ ("Alternatives")),
  NUMBER (CorDuty, trucks, "trucks", 1, 100000, 1, NULL, N_ ("Number of trucks")),
  STRING (CorDuty, region, "region", N_ ("Region")),
  STRING (CorDuty, plate_city, "plate_city", N_ ("Registered in")),
  REF (CorDuty, depot, "depot", COR_ITEM_SITE, N_ ("Depot")),
  NUMBER (CorDuty, recorded_km, "recorded_km", 0, 1e9, NAN, "km", N_ ("Recorded distance")),
  NUMBER (CorDuty, recorded_kwh, "recorded_kwh", 0, 1e9, NAN, "kWh", N_ ("Recorded electricity")),
  NUMBER (CorDuty, recorded_tkm, "recorded_tkm", 0, 1e12, NAN, "tkm", N_ ("Recorded transport activity")),
  COMMON_END,
  BOXED (CorDuty, parameters, "parameters", COR_FIELD_PARAMETERS, -1, N_ ("Figures of this duty")),
};

static const CorField policy_fields[] = {
  COMMON,
  NEEDED (CorPolicy, policy_kind, "kind", NULL),
  BOOL (CorPolicy, on, "on", 0, N_ ("In force")),
  YEAR (CorPolicy, first_year, "first_year", 0, N_ ("First year")),
  YEAR (CorPolicy, last_year, "last_year", 0, N_ ("Last year")),
  NUMBER (CorPolicy, amount, "amount", -1e9, 1e9, NAN, NULL, N_ ("Amount")),
  NUMBER (CorPolicy, cap_yuan, "cap_yuan", 0, 1e9, NAN, "yuan", N_ ("At most")),
  BOXED (CorPolicy, schedule, "schedule", COR_FIELD_SCHEDULE, -1, N_ ("Amount by year")),
  BOXED (CorPolicy, tiers, "tiers", COR_FIELD_TIERS, -1, N_ ("Amount by battery size")),
  NUMBER (CorPolicy, min_range_km, "min_range_km", 0, 10000, NAN, "km", N_ ("Needs a range of")),
  NUMBER (CorPolicy, min_wh_per_kg, "min_wh_per_kg", 0, 2000, NAN, "Wh/kg", N_ ("Needs a battery of")),
  BOXED (CorPolicy, powertrains, "powertrains", COR_FIELD_STRINGS, -1, N_ ("Powertrains")),
  BOXED (CorPolicy, truck_types, "truck_types", COR_FIELD_STRINGS, -1, N_ ("Truck types")),
  BOXED (CorPolicy, regions, "regions", COR_FIELD_STRINGS, -1, N_ ("Regions")),
  BOXED (CorPolicy, members, "members", COR_FIELD_STRINGS, COR_ITEM_POLICY, N_ ("Instruments")),
  COMMON_END,
};

static const CorField machine_fields[] = {
  COMMON,
  REF (CorYardMachine, site, "site", COR_ITEM_SITE, N_ ("Site")),
  NEEDED (CorYardMachine, machine_kind, "kind", N_ ("Kind")),
  NUMBER (CorYardMachine, number, "number", 1, 10000, 1, NULL, N_ ("Number")),
  NUMBER (CorYardMachine, power_kw, "power_kw", 0.1, 5000, NAN, "kW", N_ ("Rated power")),
  NUMBER (CorYardMachine, load_share, "load_share", 0.01, 1, NAN, "1", N_ ("Share of rated power used")),
  NUMBER (CorYardMachine, hours_per_day, "hours_per_day", 0.1, 24, NAN, "h", N_ ("Hours a day")),
  NUMBER (CorYardMachine, days_per_year, "days_per_year", 1, 366, 300, NULL, N_ ("Days a year")),
  ENUM (CorYardMachine, battery, "battery", cor_machine_battery_values, COR_MACHINE_LITHIUM, N_ ("Battery")),
  NUMBER (CorYardMachine, charger_kw, "charger_kw", 1, 5000, NAN, "kW", N_ ("Charger")),
  COMMON_END,
};

static const CorField tariff_fields[] = {
  COMMON,
  YEAR (CorTariffSheet, year, "year", 0, N_ ("In force since")),
  BOXED (CorTariffSheet, seasons, "seasons", COR_FIELD_SEASONS, -1, N_ ("Seasons")),
  BOXED (CorTariffSheet, price_level, "price_level", COR_FIELD_SCHEDULE, -1, N_ ("Price level by year")),
  COMMON_END,
};

static const CorField variant_fields[] = {
  COMMON,
  BOXED (CorVariant, changes, "changes", COR_FIELD_CHANGES, -1, NULL),
  COMMON_END,
};

#define TABLE(nick, name, Type, table) { nick, name, sizeof (Type), table, G_N_ELEMENTS (table) }

const CorItemClass cor_item_classes[COR_N_ITEM_KINDS] = {
  [COR_ITEM_HEAD] = TABLE ("scenario", N_ ("Scenario"), CorHead, head_fields),
  [COR_ITEM_SITE] = TABLE ("sites", N_ ("Site"), CorSite, site_fields),
  [COR_ITEM_STATION] = TABLE ("stations", N_ ("Station"), CorStation, station_fields),
  [COR_ITEM_ROUTE] = TABLE ("routes", N_ ("Route"), CorRoute, route_fields),
  [COR_ITEM_TRUCK] = TABLE ("trucks", N_ ("Truck"), CorTruck, truck_fields),
  [COR_ITEM_DUTY] = TABLE ("duties", N_ ("Duty"), CorDuty, duty_fields),
  [COR_ITEM_POLICY] = TABLE ("policies", N_ ("Policy"), CorPolicy, policy_fields),
  [COR_ITEM_MACHINE] = TABLE ("machines", N_ ("Machine"), CorYardMachine, machine_fields),
  [COR_ITEM_TARIFF] = TABLE ("tariffs", N_ ("Tariff"), CorTariffSheet, tariff_fields),
  [COR_ITEM_VARIANT] = TABLE ("variants", N_ ("Variant"), CorVariant, variant_fields),
};
