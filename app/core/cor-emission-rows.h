/* cor-emission-rows.h: emissions by duty, route, truck, station or of the scenario, per trip, km and tkm.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-emissions.h"

G_BEGIN_DECLS

/** CorEmissionBy: what a row stands for. */
typedef enum
{
  COR_EMISSION_BY_DUTY,
  COR_EMISSION_BY_ROUTE,
  COR_EMISSION_BY_TRUCK,
  COR_EMISSION_BY_STATION,
  COR_EMISSION_BY_SCENARIO,
} CorEmissionBy;

extern const CorEnumValue cor_emission_by_values[];

/**
 * CorEmissionRow: sums of a year over all trucks, in kg.
 * @item: the duty, route, truck, station; %NULL for energy taken at depots and sites, the head for the
 *   scenario
 * @powertrain: whose; by route and scenario -1 for all that count
 * @reference: whether it is the diesel trucks doing the same work
 * @trucks; @trips, @km, @tkm a year: NaN where not known or, by station, where they do not apply
 * @factor: the main factor; %NULL where several powertrains are in the row
 */
typedef struct
{
  const CorItem *item;
  int powertrain;
  gboolean reference;
  double trucks, trips, km, tkm;
  CorEmission emission;
  double detour_kg, nox_kg, pm_kg, making_kg;
  const CorFactor *factor;
} CorEmissionRow;

/**
 * cor_emission_rows: (transfer full): array of #CorEmissionRow in the model year shown; those of all
 * trucks that count, and by duty, route and scenario the diesel trucks instead. Rows of one sort add
 * up to cor_emission_totals().
 */
GArray *cor_emission_rows (const CorResults *results, const CorFactorChoice *choice, CorEmissionBy by);

/**
 * CorEmissionMember: what a row is made of: @share of the energy of all trucks of a duty.
 * @truck: index of the alternative, -1 for the diesel truck
 */
typedef struct
{
  guint duty;
  int truck;
  double share;
} CorEmissionMember;

/** cor_emission_row_members: (transfer full): array of #CorEmissionMember of the row of that index; empty beyond the last. */
GArray *cor_emission_row_members (const CorResults *results, CorEmissionBy by, guint row);

/** cor_emission_row_label: (transfer full): its name; depots and sites where there is no item. */
char *cor_emission_row_label (const CorEmissionRow *row, gboolean zh);

G_END_DECLS
