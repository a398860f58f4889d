/* cor-policy.h: what a policy does to one truck's money and to the public purse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-enums.h"
#include "cor-param.h"

G_BEGIN_DECLS

/** Masks of powertrains, one bit a #CorPowertrain. */
#define COR_POLICY_BIT(powertrain) (1u << (powertrain))
#define COR_POLICY_DIESEL COR_POLICY_BIT (COR_POWERTRAIN_DIESEL)
#define COR_POLICY_ELECTRIC \
  (COR_POLICY_BIT (COR_POWERTRAIN_BET) | COR_POLICY_BIT (COR_POWERTRAIN_BET_SWAP))
#define COR_POLICY_FUEL_CELL COR_POLICY_BIT (COR_POWERTRAIN_FCET)
#define COR_POLICY_ZERO_EMISSION (COR_POLICY_ELECTRIC | COR_POLICY_FUEL_CELL)

/** What a policy without an amount does: all of what it can (a share of 1), or nothing; else a parameter gives the amount. */
#define COR_POLICY_NOTHING COR_N_PARAMS
#define COR_POLICY_WHOLE ((CorParamId) (COR_N_PARAMS + 1))

/** How many policies can be on for one truck at once. */
#define COR_POLICY_TERMS_MAX 24

/** CorPolicyKind: one value for each row of cor-policy-table.def. */
typedef enum
{
#define COR_POLICY_KIND(ENUM, id, unit, money, limit, otherwise, top, powertrains, function, label) COR_POLICY_##ENUM,
#include "cor-policy-table.def"
#undef COR_POLICY_KIND
  COR_N_POLICY_KINDS
} CorPolicyKind;

/** CorPolicyMoney: what a policy is to the public purse. */
typedef enum
{
  COR_POLICY_MONEY_NONE,
  COR_POLICY_MONEY_PAID,
  COR_POLICY_MONEY_FORGONE,
  COR_POLICY_MONEY_RAISED,
} CorPolicyMoney;

/** CorPolicyLimit: what all policies of a kind together cannot save more of than there is. */
typedef enum
{
  COR_POLICY_LIMIT_NONE,
  COR_POLICY_LIMIT_PRICE,
  COR_POLICY_LIMIT_TAX,
  COR_POLICY_LIMIT_TOLL,
  COR_POLICY_LIMIT_ENERGY,
  COR_N_POLICY_LIMITS
} CorPolicyLimit;

/**
 * CorPolicyKindInfo: a row of the table.
 * @unit: of the amount; empty where the kind has several amounts, all of them parameters
 * @otherwise: the parameter that gives the amount where the policy gives none, #COR_POLICY_WHOLE or #COR_POLICY_NOTHING
 * @top: amount at which a slider for it ends, in @unit: what people can think in, no limit
 * @powertrains: mask it touches unless the policy names others
 * @label: marked for translation, not translated
 */
typedef struct
{
  const char *id;
  const char *unit;
  CorPolicyMoney money;
  CorPolicyLimit limit;
  CorParamId otherwise;
  double top;
  guint powertrains;
  const char *label;
} CorPolicyKindInfo;

/**
 * CorPolicyPoint: a value over something: the amount (@y) from year @x on, linear between points
 * (a price path), or the amount (@y) for the kWh up to @x (a tier).
 */
typedef struct
{
  double x;
  double y;
} CorPolicyPoint;

/**
 * CorPolicyTerm: one policy as it touches one truck.
 * @kind: which
 * @powertrains: mask, 0 for the kind's own
 * @first_year, @last_year: calendar years in which it is on; 0 for open. What is given at purchase
 *   asks the model year, what is given in use asks each year of ownership.
 * @amount: in the kind's unit; NaN for the parameter of that name in the grid
 * @cap_yuan: the most that one truck can get from it; NaN for none (or the parameter's)
 * @path, @n_path: amount by calendar year, in order; overrides @amount; linear between the years,
 *   along the last slope beyond them. Not owned.
 * @tiers, @n_tiers: amount per kWh for the battery's kWh up to x, in order; @amount is for those
 *   above the last, NaN for none. Not owned.
 * @min_range_km, @min_wh_per_kg: what the truck must reach to get money at purchase: range on a full
 *   battery or tank, and the battery's energy by mass; NaN for no condition. A truck of which the
 *   figure is not known gets it.
 */
typedef struct
{
  CorPolicyKind kind;
  guint powertrains;
  int first_year;
  int last_year;
  double amount;
  double cap_yuan;
  const CorPolicyPoint *path;
  guint n_path;
  const CorPolicyPoint *tiers;
  guint n_tiers;
  double min_range_km;
  double min_wh_per_kg;
} CorPolicyTerm;

/** cor_policy_kind_info: the row of @kind. */
const CorPolicyKindInfo *cor_policy_kind_info (CorPolicyKind kind);

/** cor_policy_kind_from_id: finds a kind by its id; FALSE where there is none. */
gboolean cor_policy_kind_from_id (const char *id, CorPolicyKind *out);

/** cor_policy_term_init: a term of @kind with nothing given: always on, amounts from the grid. */
void cor_policy_term_init (CorPolicyTerm *term, CorPolicyKind kind);

/** cor_policy_term_on: whether @term touches a truck of @powertrain in calendar year @year. */
gboolean cor_policy_term_on (const CorPolicyTerm *term, CorPowertrain powertrain, int year);

G_END_DECLS
