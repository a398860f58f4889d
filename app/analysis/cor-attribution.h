/* cor-attribution.h: emissions by city: where the trucks drive, and where they are registered.
 *
 * Method: Report on the carbon emissions of China's truck freight (2018-2023): operating counts the
 * part driven inside each city, registration counts all of a truck where its plate is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-cities.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/** CorCityAmount: a year's km, and t CO2e by the factors in use: of the trucks that count, of diesel. */
typedef struct
{
  double km;
  double wtw_t, direct_t;
  double diesel_wtw_t, diesel_direct_t;
} CorCityAmount;

/** CorCityKind: an area, or what lies in none. */
typedef enum
{
  COR_CITY_AREA,
  COR_CITY_OUTSIDE,   /* driven outside all areas */
  COR_CITY_UNMAPPED,  /* driven on routes without a line on the map */
  COR_CITY_PLATE,     /* registered in a city that has no area */
  COR_CITY_NO_PLATE,  /* nobody says where it is registered */
} CorCityKind;

/**
 * CorCityRow: one city, or a remainder that has a name.
 * @area: index among the areas where @kind is %COR_CITY_AREA
 * @operating, @registration: by where driven and by where registered
 * @city_operating_kt, @city_registration_kt: the city's heavy trucks as reported, kt CO2 a year (tank
 * to wheel), and their @city_year; NaN where there is no figure
 */
typedef struct
{
  CorCityKind kind;
  guint area;
  char *name, *name_zh;
  CorCityAmount operating, registration;
  double city_operating_kt, city_registration_kt;
  int city_year;
} CorCityRow;

/** CorCityPart: the share of the trucks of a duty that is driven or @registered in the city of @row. */
typedef struct
{
  guint row, duty;
  gboolean registered;
  double share;
} CorCityPart;

/** CorAttribution: the areas first and in their order; @total: of all, the same both ways; @parts: #CorCityPart. */
typedef struct
{
  CorCityRow *rows;
  guint n_rows;
  GArray *parts;
  CorCityAmount total;
} CorAttribution;

/** cor_attribution_new: all duties that count in the totals of the year shown, with their trucks. */
CorAttribution *cor_attribution_new (const CorResults *results, const CorCities *cities);
void cor_attribution_free (CorAttribution *attribution);

/** cor_city_row_share: of the city's heavy-truck CO2 by where driven, tank to wheel; NaN without a figure. */
double cor_city_row_share (const CorCityRow *row);

/** cor_city_row_saved_share: what the trucks that count would save of it; NaN without a figure. */
double cor_city_row_saved_share (const CorCityRow *row);

/** CorCityFigure: what is known of a city, in the order of the columns of its table. */
typedef enum
{
  COR_CITY_DRIVEN,       /* t CO2e a year of the diesel trucks, by where driven */
  COR_CITY_REGISTERED,   /* the same by where registered */
  COR_CITY_PLANNED,      /* of the trucks that count, by where driven */
  COR_CITY_SAVED,        /* their difference */
  COR_CITY_SHARE,        /* cor_city_row_share() */
  COR_CITY_SAVED_SHARE,  /* cor_city_row_saved_share() */
  COR_CITY_TRUCKS,       /* kt CO2 of the city's heavy trucks, as reported */
  COR_CITY_KM,           /* driven there a year by the trucks that count */
  COR_N_CITY_FIGURES
} CorCityFigure;

/** cor_attribution_figure: NaN where it is not known. */
double cor_attribution_figure (const CorAttribution *attribution, guint row, CorCityFigure figure);

/** cor_attribution_trace: (transfer full): where that figure comes from; %NULL where it is not known. */
CorTrace *
cor_attribution_trace (const CorResults *results, const CorAttribution *attribution, guint row, CorCityFigure figure, gboolean zh);


G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorAttribution, cor_attribution_free)

G_END_DECLS
