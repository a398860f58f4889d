/* cor-factor.h: emission factors, each with its scope, region, year and source.
 *
 * Which factor is used decides the story, so a factor is never a bare number: it carries its scope
 * and stands beside every result that it made. Total is well to wheel where the scope says so;
 * @direct is the part that leaves the truck itself (ISO 14083: tank to wheel).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-enums.h"
#include "cor-error.h"

G_BEGIN_DECLS

/** CorFactorKind: what energy it belongs to; the unit is kg CO2e per kWh, L or kg of it. */
typedef enum
{
  COR_FACTOR_GRID,
  COR_FACTOR_DIESEL,
  COR_FACTOR_HYDROGEN,
  COR_N_FACTOR_KINDS
} CorFactorKind;

/** CorFactorScope: what a factor counts. */
typedef enum
{
  COR_SCOPE_GENERATION,
  COR_SCOPE_LIFE_CYCLE,
  COR_SCOPE_TANK_TO_WHEEL,
  COR_SCOPE_WELL_TO_WHEEL,
} CorFactorScope;

extern const CorEnumValue cor_factor_kind_values[];
extern const CorEnumValue cor_factor_scope_values[];

/** CorFactorPoint: the total in a later (or earlier) year; linear between points. */
typedef struct
{
  int year;
  double total;
} CorFactorPoint;

/**
 * CorFactor:
 * @total: kg CO2e per unit, all that the scope counts
 * @direct: of it, what leaves the truck; 0 for electricity and hydrogen
 * @grid_kwh_per_unit: for hydrogen made from grid power: kWh per kg, then @total comes on top; else 0
 * @path: totals of other years, in order; empty where the factor is held constant
 * Strings and @path are owned.
 */
typedef struct
{
  char *id;
  CorFactorKind kind;
  CorFactorScope scope;
  char *name;
  char *name_zh;
  char *region;
  char *region_zh;
  int year;
  double total, low, high;
  double direct;
  double grid_kwh_per_unit;
  CorFactorPoint *path;
  guint n_path;
  CorParamStatus status;
  char *source;
  char *place;
  char *note;
} CorFactor;

/** CorFactorSet: an immutable, counted list. */
typedef struct _CorFactorSet CorFactorSet;

/** cor_factor_clear: frees what the factor owns. */
void cor_factor_clear (CorFactor *factor);

/** cor_factor_set_new: @factors (transfer full): array of #CorFactor. */
CorFactorSet *cor_factor_set_new (GArray *factors);
CorFactorSet *cor_factor_set_ref (CorFactorSet *set);
void cor_factor_set_unref (CorFactorSet *set);

/** cor_factor_set_all: all factors in their order, @n of them. */
const CorFactor *cor_factor_set_all (const CorFactorSet *set, guint *n);

/** cor_factor_set_find: the factor of that kind and id; the first of the kind where @id is %NULL. */
const CorFactor *cor_factor_set_find (const CorFactorSet *set, CorFactorKind kind, const char *id);

/** cor_factor_total: kg CO2e per unit in @year, along the path where there is one. */
double cor_factor_total (const CorFactor *factor, int year);

/** cor_factor_region: the name of the place that it holds for; %NULL where it holds for any. */
const char *cor_factor_region (const CorFactor *factor, gboolean zh);

/**
 * cor_factor_label: (transfer full): one line with name, region, year, scope and value.
 * @year: the model year that the value is of, 0 for the factor's own
 */
char *cor_factor_label (const CorFactor *factor, int year, gboolean zh);

/**
 * cor_factor_scopes_agree: whether two factors may stand in one comparison: both count the supply
 * chain, or neither does. Power plants' generation counts no fuel supply; well to wheel does.
 */
gboolean cor_factor_scopes_agree (const CorFactor *a, const CorFactor *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorFactorSet, cor_factor_set_unref)

G_END_DECLS
