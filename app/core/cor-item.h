/* cor-item.h: the things a scenario is made of, as plain records described by field tables.
 *
 * An item is immutable once others can see it and is counted; an edit makes a copy with one field
 * changed. So an unchanged item is the same pointer before and after an edit, which is what undo,
 * recompute and the interface go by. The field table of a kind serves the file reader and writer,
 * the checks, the JSON Schema and the inspector alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-lonlat.h"
#include "cor-param.h"
#include "cor-policy.h"
#include "cor-tariff.h"

G_BEGIN_DECLS

/** CorItemKind: %COR_ITEM_HEAD holds what belongs to the scenario as a whole. */
typedef enum
{
  COR_ITEM_HEAD,
  COR_ITEM_SITE,
  COR_ITEM_STATION,
  COR_ITEM_ROUTE,
  COR_ITEM_TRUCK,
  COR_ITEM_DUTY,
  COR_ITEM_POLICY,
  COR_ITEM_MACHINE,
  COR_ITEM_TARIFF,
  COR_ITEM_VARIANT,
  COR_N_ITEM_KINDS
} CorItemKind;

/**
 * CorItem: what every item begins with.
 * @name_zh: Chinese name, or %NULL.
 * @note: what a reader must know about it; @illustrative says that it stands for something real
 * but its place or figures are not surveyed.
 * @source: where its figures come from.
 * @extra: members that this version does not know, an object as cor_json_to_text() has it, or %NULL.
 */
typedef struct
{
  gatomicrefcount refs;
  CorItemKind kind;
  char *id;
  char *name;
  char *name_zh;
  char *note;
  char *note_zh;
  char *source;
  gboolean illustrative;
  char *extra;
} CorItem;

/** CorVia: a point a route passes: a site by its id, or a free point in degrees WGS 84. */
typedef struct
{
  char *site;
  double lon, lat;
} CorVia;

/**
 * CorChange: one change of a variant: @path is "KIND/ID/KEY", "scenario/KEY" or "parameters/ID";
 * @value is JSON text as cor_json_to_text() has it.
 */
typedef struct
{
  char *path;
  char *value;
} CorChange;

/**
 * CorHead: years are model years; @temperature_c is the ambient temperature of the worst season.
 * @activity: a #CorActivity; @manufacture: whether totals show the making of vehicles and batteries
 * @workshop: levers of the workshop, "policies/ID" or "parameters/ID"; %NULL for the usual ones
 * @tariff: of depots and sites that name none of their own; %NULL for the parameters' price
 * @areas, @city_months: files with the user's own areas (GeoJSON) and city-month table (CSV)
 */
typedef struct
{
  CorItem item;
  char *region;
  char *convention;
  char *network;
  int first_model_year, last_model_year, model_year;
  int adoption;
  char *grid_factor;
  char *diesel_factor;
  char *hydrogen_factor;
  double green_share;
  int activity;
  gboolean manufacture;
  double temperature_c;
  double lon, lat, zoom;
  CorParamLayer *parameters;
  char *baseline;
  char *tariff;
  char *areas;
  char *city_months;
  char **workshop;
} CorHead;

/**
 * CorSite: a place freight starts, ends or passes; @plug_kw and @plugs for charging at the bay.
 * @tariff: a #CorTariffSheet that charging here is paid by, at a depot too
 */
typedef struct
{
  CorItem item;
  int site_kind;
  double lon, lat;
  char *city;
  double plug_kw;
  double plugs;
  char *tariff;
} CorSite;

/**
 * CorStation: hours are of the day, 0 to 24; lengths in m; NaN where not known or not limited.
 * @swap_type: the battery system a swap station serves; %NULL serves every one.
 * @tariff: a #CorTariffSheet, in place of @energy_price_yuan_per_kwh.
 */
typedef struct
{
  CorItem item;
  int station_kind;
  int status;
  double lon, lat;
  char *city;
  double power_kw;
  double plugs;
  double batteries;
  double bays;
  double swap_min;
  char *swap_type;
  double open_from_h, open_to_h;
  double max_length_m, max_height_m;
  char *tariff;
  double energy_price_yuan_per_kwh;
  double service_fee_yuan_per_kwh;
  double hydrogen_price_yuan_per_kg;
  double cost_yuan;
} CorStation;

/**
 * CorRoute: @origin and @destination are sites. @distance_km, where given, replaces the one-way
 * length of the line (a measured or an off-map route); @tolled_share likewise. @line: a free-hand
 * line off the network.
 */
typedef struct
{
  CorItem item;
  char *origin;
  char *destination;
  GArray *vias;
  GArray *line;
  gboolean round_trip;
  double distance_km;
  double tolled_share;
  double trips_per_day;
  double days_per_year;
  double payload_out_t, payload_back_t;
  double loading_min, unloading_min;
  double first_departure_h;
} CorRoute;

/** CorTruck: @truck_type is the type that default figures are looked up for. */
typedef struct
{
  CorItem item;
  char *truck_type;
  int powertrain;
  double length_m, height_m;
  char *swap_type;
  int battery_deal;
  int emission_standard;
  CorParamLayer *parameters;
} CorTruck;

/**
 * CorDuty: @trucks of @truck on @route; @alternatives are further trucks to compare; @diesel is
 * the truck the comparison is with. @plate_city: where the trucks are registered; the region where not
 * given. @recorded_*: what a trial measured, for emissions as recorded.
 */
typedef struct
{
  CorItem item;
  char *route;
  char *truck;
  char *diesel;
  char **alternatives;
  double trucks;
  char *region;
  char *plate_city;
  char *depot;
  double recorded_km;
  double recorded_kwh;
  double recorded_tkm;
  CorParamLayer *parameters;
} CorDuty;

/**
 * CorPolicy: an instrument: @kind is a row of the policy table; @amount in the unit of its kind;
 * @schedule, #CorPolicyPoint by year, replaces @amount where given. @tiers, #CorPolicyPoint by kWh of
 * the battery: the amount for the kWh up to there; @amount is for those above the last. @min_range_km,
 * @min_wh_per_kg: what a truck must reach to get money at purchase; NaN for no condition. Empty lists
 * touch everybody. @members: the policies that
 * a package switches on.
 */
typedef struct
{
  CorItem item;
  char *policy_kind;
  gboolean on;
  int first_year, last_year;
  double amount;
  double cap_yuan;
  GArray *schedule;
  GArray *tiers;
  double min_range_km;
  double min_wh_per_kg;
  char **powertrains;
  char **truck_types;
  char **regions;
  char **members;
} CorPolicy;

/**
 * CorYardMachine: @number of like machines at @site: forklifts, loaders, …; @machine_kind is one that
 * the parameters have a load share for. @load_share and @charger_kw: NaN for the default.
 */
typedef struct
{
  CorItem item;
  char *site;
  char *machine_kind;
  double number;
  double power_kw;
  double load_share;
  double hours_per_day;
  double days_per_year;
  int battery;
  double charger_kw;
} CorYardMachine;

/**
 * CorTariffSheet: an electricity tariff by season and hour, #CorTariffSeason in @seasons, as a supplier or a
 * province publishes it; stations, sites and the scenario name it.
 * @price_level, #CorPolicyPoint by year: what its prices of a kWh are multiplied by, 1 as they stand; read
 * linearly between the years and held outside. Demand charges stay as they are.
 */
typedef struct
{
  CorItem item;
  int year;
  GArray *seasons;
  GArray *price_level;
} CorTariffSheet;

/** CorVariant: named changes on the scenario. */
typedef struct
{
  CorItem item;
  GArray *changes;
} CorVariant;

/** CorFieldType: what a field holds; NaN, 0 for years, %NULL and empty lists mean "not given". */
typedef enum
{
  COR_FIELD_STRING,
  COR_FIELD_NUMBER,
  COR_FIELD_YEAR,
  COR_FIELD_BOOL,
  COR_FIELD_ENUM,
  COR_FIELD_STRINGS,
  COR_FIELD_VIAS,
  COR_FIELD_POINTS,
  COR_FIELD_SCHEDULE,
  COR_FIELD_TIERS,
  COR_FIELD_SEASONS,
  COR_FIELD_PARAMETERS,
  COR_FIELD_CHANGES,
} CorFieldType;

/**
 * CorField: a row of a field table.
 * @preset: number, year, boolean or enumeration value that an absent key means.
 * @refers: the #CorItemKind that a string must name, or -1.
 * @label: marked for translation; %NULL for what people do not edit.
 * @later: an enumeration that came after the first files: written only where it is not @preset.
 */
typedef struct
{
  const char *key;
  CorFieldType type;
  gsize offset;
  gboolean required;
  double lowest, highest, preset;
  const char *unit;
  const CorEnumValue *values;
  int refers;
  const char *label;
  gboolean later;
} CorField;

/** cor_item_kind_nick: the key of the kind's list in a scenario file ("sites", …). */
const char *cor_item_kind_nick (CorItemKind kind);

/** cor_item_kind_name: the translated name of one item of the kind ("Site"). */
const char *cor_item_kind_name (CorItemKind kind);

/** cor_item_fields: the field table of @kind, in the order of the file. */
const CorField *cor_item_fields (CorItemKind kind, guint *n);

/** cor_item_field: the field of that key, or %NULL. */
const CorField *cor_item_field (CorItemKind kind, const char *key);

/** cor_item_new: a fresh item with every field at its preset; mutable until it is shared. */
CorItem *cor_item_new (CorItemKind kind, const char *id);

/** cor_item_copy: a deep, mutable copy. */
CorItem *cor_item_copy (const CorItem *item);

/** cor_item_ref, cor_item_unref: counted, from any thread. */
CorItem *cor_item_ref (const CorItem *item);
void cor_item_unref (CorItem *item);

/** cor_item_equal: whether all fields are the same. */
gboolean cor_item_equal (const CorItem *a, const CorItem *b);

/** cor_item_label: the name to show: Chinese where @zh and given, else the name, else the id. A policy that still has the
 * English name of its kind is called so in the reader's language. */
const char *cor_item_label (const CorItem *item, gboolean zh);

/** cor_item_note: (nullable): the note to show: Chinese where @zh and given, else as the bundled data are translated. */
const char *cor_item_note (const CorItem *item, gboolean zh);

/** cor_item_number: a number, year, boolean or enumeration field as a double. */
double cor_item_number (const CorItem *item, const CorField *field);

/** cor_item_string: a string field; %NULL where not given. */
const char *cor_item_string (const CorItem *item, const CorField *field);

/**
 * cor_item_set_number: on a mutable item.
 * Errors: %COR_ERROR_RANGE with key, value and range.
 */
gboolean cor_item_set_number (CorItem *item, const CorField *field, double value, GError **error);

/** cor_item_set_string: on a mutable item; %NULL, or "" where it need not be given, takes it away. */
void cor_item_set_string (CorItem *item, const CorField *field, const char *value);

/** cor_item_set_boxed: list and layer fields; @value is copied or referenced, %NULL or one
 * without elements clears. */
void cor_item_set_boxed (CorItem *item, const CorField *field, gconstpointer value);

/** cor_item_boxed: a list or layer field: char **, GArray of the struct, #CorParamLayer. */
gconstpointer cor_item_boxed (const CorItem *item, const CorField *field);

/** cor_vias_new, cor_schedule_new (for tiers too), cor_points_new, cor_seasons_new, cor_changes_new: empty lists that own what they hold. */
GArray *cor_vias_new (void);
GArray *cor_points_new (void);
GArray *cor_schedule_new (void);
GArray *cor_seasons_new (void);
GArray *cor_changes_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorItem, cor_item_unref)

G_END_DECLS
