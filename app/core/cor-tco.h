/* cor-tco.h: cost of owning one truck over some years, in parts that add up.
 *
 * In this order:
 *   grid = cor_tco_grid_new (table, first calendar year, last)  once for each context
 *   cor_tco_prepare (&in, grid, model year, &use, deal, terms, n_terms, &error)
 *   cor_tco_evaluate (&in, &out)                                pure, no allocation
 * then cor_parity_year() over the totals of the model years, cor_payback_year() over two results.
 *
 * Money is yuan of constant value, VAT included unless the convention takes it out. Slot 0 is the
 * day of purchase, slot y ownership year y, which is calendar year model_year + y - 1. Costs are
 * above 0, what comes back is below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-param.h"
#include "cor-policy.h"

G_BEGIN_DECLS

/** The longest ownership, years; cor_tco_prepare() refuses more. */
#define COR_TCO_YEARS_MAX 20
#define COR_TCO_SLOTS (COR_TCO_YEARS_MAX + 1)

/** CorTcoPart: one value for each row of cor-tco-part-table.def. */
typedef enum
{
#define COR_TCO_PART(ENUM, id, group, timing, function, label) COR_TCO_##ENUM,
#include "cor-tco-part-table.def"
#undef COR_TCO_PART
  COR_N_TCO_PARTS
} CorTcoPart;

/** CorTcoGroup: what parts belong together in charts and tables. */
typedef enum
{
  COR_TCO_GROUP_TRUCK,
  COR_TCO_GROUP_ENERGY,
  COR_TCO_GROUP_TOLLS,
  COR_TCO_GROUP_UPKEEP,
  COR_TCO_GROUP_INSURANCE,
  COR_TCO_GROUP_TIME,
  COR_TCO_GROUP_POLICY,
  COR_N_TCO_GROUPS
} CorTcoGroup;

/**
 * CorTcoPartInfo: a row of the table.
 * @at_end: it falls at the end of each year (loan, residual); else where the convention says that
 *   running costs fall
 * @label: marked for translation, not translated
 */
typedef struct
{
  const char *id;
  CorTcoGroup group;
  gboolean at_end;
  const char *label;
} CorTcoPartInfo;

/**
 * CorPricePath: what a kWh bought at the depot, at a plug or in a swap costs more in a year of ownership
 * than in the first, yuan; by slot.
 */
typedef struct
{
  double depot[COR_TCO_SLOTS];
  double station[COR_TCO_SLOTS];
  double swap[COR_TCO_SLOTS];
} CorPricePath;

/**
 * CorUse: what the operation is, for one truck in its first year. NaN means "not known from a
 * duty": the parameter of the grid stands in, as in studies without a route.
 * @powertrain: of this truck
 * @path: (nullable): how the prices of the use move on through the ownership; it has to outlive the use
 * @transport_km: transport km a year, energy detours not in it
 * @detour_km: km a year driven only to reach energy
 * @toll_share: share of @transport_km on tolled roads, 0 to 1
 * @detour_toll_share: the same of @detour_km
 * @kwh_per_km, @l_per_100km, @kgh2_per_100km: at the battery or tank, over all driven km
 * @depot_kwh, @station_kwh, @swap_kwh: paid for a year, at the meter, in swaps what the batteries hold; together they
 *   carry the driven km. All three NaN: split by the parameters of the study (overnight, and fast under way)
 * @depot_yuan_per_kwh: mean price of @depot_kwh without demand charge
 * @depot_tariff_yuan_per_kwh: where no price is given: the mean tariff of the hours in which the
 *   depot charges, on which the price is built up; NaN: by the parameters
 * @station_yuan_per_kwh, @swap_yuan_per_kwh: mean price with service or swap fee
 * @energy_hours, @wait_hours, @detour_hours: driver hours a year lost charging or swapping (rest
 *   that counts anyway left out), waiting, on detours
 * @depot_peak_kw: what this truck adds to the billed demand of the depot and of sites where it
 *   charges while loading, mean of the months by their charge; NaN: none but by the parameter
 * @demand_yuan_per_kw: demand charge of the depot's own tariff, all months of a year; NaN: by the parameters
 * @leg_kwh: energy at the battery that has to be there between two charges for the day to be done, or what a worn-out one
 *   gives where less would do; NaN: a battery is replaced when it is worn out (battery_end_health_share)
 * @payload_t: mean payload carried, over transport km; @payload_lost_t: what the battery's mass
 *   takes away from it; NaN: none
 * @avoided_tco2e: t CO2e a year avoided against diesel, for credits; NaN: none
 */
typedef struct
{
  CorPowertrain powertrain;
  const CorPricePath *path;
  double transport_km;
  double detour_km;
  double toll_share;
  double detour_toll_share;
  double kwh_per_km;
  double l_per_100km;
  double kgh2_per_100km;
  double depot_kwh;
  double station_kwh;
  double swap_kwh;
  double depot_yuan_per_kwh;
  double depot_tariff_yuan_per_kwh;
  double station_yuan_per_kwh;
  double swap_yuan_per_kwh;
  double energy_hours;
  double wait_hours;
  double detour_hours;
  double depot_peak_kw;
  double demand_yuan_per_kw;
  double leg_kwh;
  double payload_t;
  double payload_lost_t;
  double avoided_tco2e;
} CorUse;

/** CorTcoGrid: all parameters of one context over calendar years, and what follows from them. */
typedef struct _CorTcoGrid CorTcoGrid;

/** CorTcoInputs: all that cor_tco_evaluate() reads. Made by cor_tco_prepare(); copied freely as
 * long as its grid and terms live. The fields are in cor-tco-private.h. */
typedef struct _CorTcoInputs CorTcoInputs;

/**
 * CorTco: the answer.
 * @n_years: years of ownership; slots 0 to @n_years are set
 * @part: nominal yuan by part and slot
 * @part_total: discounted yuan by part; @total is their sum
 * @nominal_total: undiscounted
 * @driven_km: transport and detour km over the years, undiscounted; @total_per_km: @total over it
 * @discount: the factor of each slot, [0] for running costs, [1] for parts that fall at_end
 * @cumulative: nominal yuan up to each slot, residuals only where they fall
 * @n_terms: policies looked at, in the order given
 * @term: yuan that a policy adds to the owner's cost, by slot; cor_tco_public() tells what that is
 *   to the public purse
 * @payload_revenue, @payload_trucks: discounted yuan of the payload lost, priced as lost revenue
 *   and as extra trucks; which of them counts is the convention's matter
 * @battery_replaced: ownership year in which the battery is first replaced, 0 for never;
 *   @batteries_replaced: how often
 * @battery_health: remaining capacity of the battery at the end, share
 */
typedef struct
{
  guint n_years;
  double part[COR_N_TCO_PARTS][COR_TCO_SLOTS];
  double part_total[COR_N_TCO_PARTS];
  double total;
  double nominal_total;
  double driven_km;
  double total_per_km;
  double discount[2][COR_TCO_SLOTS];
  double cumulative[COR_TCO_SLOTS];
  guint n_terms;
  double term[COR_POLICY_TERMS_MAX][COR_TCO_SLOTS];
  CorPolicyMoney term_money[COR_POLICY_TERMS_MAX];
  double payload_revenue;
  double payload_trucks;
  guint battery_replaced;
  guint batteries_replaced;
  double battery_health;
} CorTco;

/** CorPublicMoney: undiscounted yuan of the public purse for one truck; all at least 0. */
typedef struct
{
  double paid;
  double forgone;
  double raised;
} CorPublicMoney;

/** cor_tco_part_info: the table row of @part. */
const CorTcoPartInfo *cor_tco_part_info (CorTcoPart part);

/** cor_tco_group_name: the translated name of a group. */
const char *cor_tco_group_name (CorTcoGroup group);

/** cor_use_init: a use of @powertrain with nothing known: every figure NaN. */
void cor_use_init (CorUse *use, CorPowertrain powertrain);

/**
 * cor_tco_grid_new:
 * @first_year, @last_year: calendar years; the last is the last model year plus the years of
 *   ownership. Years outside read the nearest inside.
 *
 * Reads all parameters of @table. Free with cor_tco_grid_free(). Once made it is only read, so
 * threads may share it; a change by cor_tco_grid_set() or _scale() wants a copy of one's own.
 */
CorTcoGrid *cor_tco_grid_new (const CorParamTable *table, int first_year, int last_year);
CorTcoGrid *cor_tco_grid_copy (const CorTcoGrid *grid);
void cor_tco_grid_free (CorTcoGrid *grid);

/** cor_tco_grid_get: the value of @id in calendar @year; NaN where nothing applies. */
double cor_tco_grid_get (const CorTcoGrid *grid, CorParamId id, int year);

/** cor_tco_grid_set: one value for all years; for levers and draws. */
void cor_tco_grid_set (CorTcoGrid *grid, CorParamId id, double value);

/** cor_tco_grid_set_year: one value for one calendar year inside the grid. */
void cor_tco_grid_set_year (CorTcoGrid *grid, CorParamId id, int year, double value);

/** cor_tco_grid_scale: multiplies the values of all years; for levers and draws. */
void cor_tco_grid_scale (CorTcoGrid *grid, CorParamId id, double factor);

/**
 * CorParamScale: a parameter and what its values are multiplied by.
 * @lowest, @highest: of the values that are multiplied
 */
typedef struct
{
  CorParamId id;
  double factor;
  double lowest, highest;
} CorParamScale;

/** cor_tco_grid_scale_of: the parameter with the lowest and the highest of its values, times 1. */
CorParamScale cor_tco_grid_scale_of (const CorTcoGrid *grid, CorParamId id);

/**
 * cor_tco_grid_scale_from: the values of the @n parameters of @scales are those of @from, of which
 * cor_tco_grid_scale_of() was asked, times their factors; @grid, of the same years, has to equal @from in all
 * others. For draws, one after another.
 */
void cor_tco_grid_scale_from (CorTcoGrid *grid, const CorTcoGrid *from, const CorParamScale *scales, guint n);

/** cor_tco_grid_assign: copies all values of @from, a grid of the same years, without allocating. */
void cor_tco_grid_assign (CorTcoGrid *grid, const CorTcoGrid *from);

/**
 * cor_tco_inputs_new: room for inputs; free with g_free(). May be prepared again and again.
 */
CorTcoInputs *cor_tco_inputs_new (void);

/**
 * cor_tco_prepare:
 * @model_year: the year of purchase
 * @terms: (array length=n_terms): the policies that are on; those that do not touch this
 *   powertrain or these years have no effect; at most %COR_POLICY_TERMS_MAX
 *
 * Sets @in up. Fails with %COR_ERROR_MISSING where a parameter is needed and not given, with
 * %COR_ERROR_RANGE where a figure is absurd (0 km, a negative price, a share above 1, a model year
 * outside 1990 to 2100), naming parameter, value and range. @grid, @terms must outlive @in.
 */
gboolean cor_tco_prepare (CorTcoInputs *in,
                          const CorTcoGrid *grid,
                          int model_year,
                          const CorUse *use,
                          CorBatteryDeal deal,
                          const CorPolicyTerm *terms,
                          guint n_terms,
                          GError **error);

/** cor_tco_evaluate: cost parts, totals and policies; pure, allocates nothing, thread safe. */
void cor_tco_evaluate (const CorTcoInputs *in, CorTco *out);

/** cor_tco_discounted: the discounted yuan of @part in @slot; all of them add up to the total. */
double cor_tco_discounted (const CorTco *tco, CorTcoPart part, guint slot);

/** cor_tco_public: what policy @term costs the public purse in @slot. */
CorPublicMoney cor_tco_public (const CorTco *tco, guint term, guint slot);

/** cor_tco_public_total: all policies over all slots, undiscounted. */
CorPublicMoney cor_tco_public_total (const CorTco *tco);

/**
 * cor_parity_year:
 * @truck, @diesel: totals by model year, @n each, the first of @first_year
 *
 * Returns: the first model year in which the truck costs no more, or 0 where there is none.
 * NaN on either side is never parity.
 */
int cor_parity_year (const double *truck, const double *diesel, guint n, int first_year);

/** How many spells of parity are told apart; the last of them takes in any that come after it. */
#define COR_PARITY_SPELLS_MAX 8

/** CorParitySpell: the model years from @first to @last, in each of which the truck costs no more. */
typedef struct
{
  int first;
  int last;
} CorParitySpell;

/**
 * CorParitySpells: all such spells in order; an instrument that ends can take parity away again.
 * @n: 0 where parity is not reached
 * @lost: the first model year after the first spell, in which the truck costs more again; 0 where
 *   the spell lasts to the last model year
 */
typedef struct
{
  guint n;
  CorParitySpell at[COR_PARITY_SPELLS_MAX];
  int lost;
} CorParitySpells;

/** cor_parity_spells: as cor_parity_year(), with every spell; the first begins in the parity year. */
void cor_parity_spells (const double *truck, const double *diesel, guint n, int first_year, CorParitySpells *out);

/**
 * cor_payback_year: the first year of ownership (1 to n_years) at whose end the truck's
 * cumulative cost is no higher than the diesel's, both without residual values; 0 for none.
 */
guint cor_payback_year (const CorTco *truck, const CorTco *diesel);

/** cor_payback_at_once: whether the truck has cost no more from the day of purchase on, and after a year too. */
gboolean cor_payback_at_once (const CorTco *truck, const CorTco *diesel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTcoGrid, cor_tco_grid_free)

G_END_DECLS
