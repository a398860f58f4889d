/* cor-attribution.h: emissions by city: where the trucks drive, and where they are registered.
 *
 * Method: Report on the carbon emissions of China's truck freight (2018-2023): operating counts the
 * part driven inside each city, registration counts all of a truck where its plate is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-cities.h"
#include "cor-results.h"

G_BEGIN_DECLS

/**
 * CorCityRow: one city; t CO2e a year by the factors in use, electric and diesel.
 * @operating_km: km a year driven inside, all trucks
 * @city_operating_kt, @city_registration_kt: the city's heavy trucks as reported, kt CO2 a year (tank
 * to wheel), and their @city_year; NaN where there is no figure
 */
typedef struct
{
  double operating_km;
  double operating_t, diesel_operating_t;
  double registration_t, diesel_registration_t;
  double diesel_direct_t;
  double city_operating_kt, city_registration_kt;
  int city_year;
} CorCityRow;

/** CorAttribution: rows by city, the last for everywhere else. */
typedef struct
{
  CorCityRow *rows;
  guint n_rows;
} CorAttribution;

/**
 * cor_attribution_new: all duties that count in the year shown, with their trucks. Duties without a
 * line on the map count elsewhere.
 */
CorAttribution *cor_attribution_new (const CorResults *results, const CorCities *cities);
void cor_attribution_free (CorAttribution *attribution);

/**
 * cor_attribute: splits @total by shares of km.
 * @km: (array length=n): driven in each city
 * @out: (out) (array length=n): parts that add up to @total
 */
void cor_attribute (double total, const double *km, guint n, double *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorAttribution, cor_attribution_free)

G_END_DECLS
