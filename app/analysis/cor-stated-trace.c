/* cor-stated-trace.c: the cards of figures that are read off a road or a table, and not worked out from others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-stated-trace.h"

#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const CorItem *route;
  const CorPath *path;
  CorWayFigure figure;
} Way;

double
cor_way_climb_m (const CorPath *path)
{
  double climb_m = 0;

  for (guint i = 0; i < path->n_segments; i++)
    climb_m += MAX (0.0, path->segments[i].grade) * path->segments[i].length_m;
  return climb_m;
}

/* A sum over the pieces of the way, which the roads give. */
static void
sum_of_pieces (CorTracer *t, const Way *way, const char *what, const char *formula, double value, const char *unit)
{
  cor_tracer_head (t, g_strdup_printf ("%s · %s", what, cor_item_label (way->route, t->zh)), formula, value, unit);
  cor_tracer_numbers (t, "#", value);
  cor_tracer_add_found (t, "i", _ ("Pieces of road"), way->path->n_segments, "", COR_TRACE_BY_ROADS, _ ("The way over the road network, or the line drawn by hand"));
}

static void
write_way (CorTracer *t, gconstpointer data)
{
  const Way *way = data;
  const CorPath *path = way->path;
  const char *roads = _ ("The way over the road network, or the line drawn by hand");

  switch (way->figure)
    {
    case COR_WAY_LENGTH:
      sum_of_pieces (t, way, _ ("Distance"), "Σ l<sub>i</sub>", path->length_m / 1000, "km");
      return;
    case COR_WAY_TIME:
      sum_of_pieces (t, way, _ ("Driving time"), "Σ l<sub>i</sub> ÷ v<sub>i</sub>", path->duration_s / 60, "min");
      cor_tracer_add_found (t, "v", _ ("Mean speed"), path->length_m / 1000 / (path->duration_s / 3600), "km/h", COR_TRACE_BY_ROADS, roads);
      return;
    case COR_WAY_CLIMB:
      sum_of_pieces (t, way, _ ("Climb"), "Σ max (0; h<sub>i+1</sub> − h<sub>i</sub>)", cor_way_climb_m (path), "m");
      return;
    case COR_WAY_TOLLED:
    default:
      cor_tracer_head (t, g_strdup_printf ("%s · %s", _ ("Tolled"), cor_item_label (way->route, t->zh)), "l<sub>t</sub> ÷ l", path->tolled_m / path->length_m, "1");
      cor_tracer_numbers (t, "# ÷ #", path->tolled_m / 1000, path->length_m / 1000);
      cor_tracer_add_found (t, "l<sub>t</sub>", _ ("Tolled"), path->tolled_m / 1000, "km", COR_TRACE_BY_ROADS, roads);
      cor_tracer_add_found (t, "l", _ ("Distance"), path->length_m / 1000, "km", COR_TRACE_BY_ROADS, roads);
    }
}

CorTrace *
cor_way_trace (const CorResults *results, const CorItem *route, const CorPath *path, CorWayFigure figure, gboolean zh)
{
  const Way way = { route, path, figure };

  return cor_tracer_run (results, zh, write_way, &way);
}

static void
write_electricity (CorTracer *t, const CorFactorChoice *choice)
{
  int year = cor_tracer_model_year (t);
  double grid = cor_factor_total (choice->grid, year), g = choice->green_share;
  gboolean green = cor_tracer_green_counts (choice);

  cor_tracer_head (t, g_strdup (_ ("Emissions of a kWh")), green ? "f · (1 − g) + w · g" : "f · (1 − g)", cor_factor_choice_grid (choice, year), "kg CO₂e/kWh");
  if (green)
    cor_tracer_numbers (t, "# · (1 − #) + # · #", grid, g, cor_factor_total (choice->green, year), g);
  else
    cor_tracer_numbers (t, "# · (1 − #)", grid, g);
  cor_tracer_add_electricity (t, choice, "f");
}

/* Of a fuel: what is burnt, and its supply. */
static void
write_fuel (CorTracer *t, const CorFactor *factor, const char *title, const char *unit)
{
  double total = cor_factor_total (factor, cor_tracer_model_year (t));

  cor_tracer_head (t, g_strdup (title), "f<sub>t</sub> + f<sub>s</sub>", total, unit);
  cor_tracer_numbers (t, "# + #", factor->direct, total - factor->direct);
  cor_tracer_add_factor (t, "f<sub>t</sub>", factor, factor->direct, unit);
  cor_tracer_add_factor (t, "f<sub>s</sub>", factor, total - factor->direct, unit);
}

static void
write_factor (CorTracer *t, gconstpointer data)
{
  const CorPowertrain *powertrain = data;
  CorFactorChoice choice;

  cor_factor_choice_init (t->results, &choice);
  if (*powertrain == COR_POWERTRAIN_DIESEL)
    write_fuel (t, choice.diesel, _ ("Emissions of a litre of diesel"), "kg CO₂e/L");
  else if (*powertrain == COR_POWERTRAIN_FCET)
    write_fuel (t, choice.hydrogen, _ ("Emissions of a kilogram of hydrogen"), "kg CO₂e/kg");
  else
    write_electricity (t, &choice);
}

CorTrace *
cor_factor_trace (const CorResults *results, CorPowertrain powertrain, gboolean zh)
{
  return cor_tracer_run (results, zh, write_factor, &powertrain);
}
