/* cor-export.c: sites, stations and routes for other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-export.h"

#include "cor-csv.h"
#include "cor-import-names.h"
#include "cor-item-json.h"
#include "cor-results-table.h"

#include <math.h>
#include <string.h>

static void
put_text (CorJsonWriter *writer, const char *key, const char *text)
{
  cor_json_writer_key (writer, key);
  cor_json_writer_string (writer, text);
}

static void
put_position (CorJsonWriter *writer, double lon, double lat)
{
  cor_json_writer_begin (writer, '[');
  cor_json_writer_number (writer, lon);
  cor_json_writer_number (writer, lat);
  cor_json_writer_end (writer, ']');
}

static void
put_line (CorJsonWriter *writer, const CorLonLat *points, guint n)
{
  cor_json_writer_begin (writer, '{');
  put_text (writer, "type", "LineString");
  cor_json_writer_key (writer, "coordinates");
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < n; i++)
    put_position (writer, points[i].lon, points[i].lat);
  cor_json_writer_end (writer, ']');
  cor_json_writer_end (writer, '}');
}

/* The line that the results have laid the route on, or %NULL. */
static const CorPath *
path_of (const CorResults *results, const CorRoute *route)
{
  for (guint i = 0; results != NULL && i < results->n_duties; i++)
    if (results->duties[i].route == route && results->duties[i].geometry != NULL)
      return results->duties[i].geometry->out;
  return NULL;
}

/* The line on the roads, as drawn, or straight between the ends; null off the map. */
GArray *
cor_export_line (const CorScenario *scenario, const CorResults *results, const CorRoute *route)
{
  const CorPath *path = path_of (results, route);
  const CorSite *from = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, route->origin);
  const CorSite *to = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, route->destination);
  GArray *line = g_array_new (FALSE, FALSE, sizeof (CorLonLat));

  if (path != NULL)
    g_array_append_vals (line, path->shape, path->n_shape);
  else if (route->line != NULL && route->line->len > 1)
    g_array_append_vals (line, route->line->data, route->line->len);
  else if (from != NULL && to != NULL)
    {
      CorLonLat ends[] = { { from->lon, from->lat }, { to->lon, to->lat } };

      g_array_append_vals (line, ends, G_N_ELEMENTS (ends));
    }
  return line;
}

static void
put_route_geometry (CorJsonWriter *writer, const CorScenario *scenario, const CorResults *results, const CorRoute *route)
{
  g_autoptr (GArray) line = cor_export_line (scenario, results, route);

  cor_json_writer_key (writer, "geometry");
  if (line->len > 1)
    put_line (writer, (const CorLonLat *) (gpointer) line->data, line->len);
  else
    cor_json_writer_string (writer, NULL);
}

static void
put_place_geometry (CorJsonWriter *writer, const CorItem *item)
{
  cor_json_writer_key (writer, "geometry");
  cor_json_writer_begin (writer, '{');
  put_text (writer, "type", "Point");
  cor_json_writer_key (writer, "coordinates");
  put_position (writer, cor_item_number (item, cor_item_field (item->kind, "lon")),
                cor_item_number (item, cor_item_field (item->kind, "lat")));
  cor_json_writer_end (writer, '}');
}

/* A row a duty and truck on the route, as in the table of results. */
static void
put_results (CorJsonWriter *writer, const CorResults *results, const CorRoute *route)
{
  g_autoptr (GArray) rows = cor_results_table_rows (results);

  cor_json_writer_key (writer, COR_IMPORT_RESULTS);
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < rows->len; i++)
    {
      const CorResultsRow *row = &g_array_index (rows, CorResultsRow, i);

      if (row->duty->route != route)
        continue;
      cor_json_writer_begin (writer, '{');
      for (guint c = 0; cor_results_table_column (c) != NULL; c++)
        {
          CorCell cell;

          cor_results_table_cell (row, c, &cell);
          cor_json_writer_key (writer, cor_results_table_column (c)->name);
          if (cell.borrowed != NULL)
            cor_json_writer_string (writer, cell.borrowed);
          else
            cor_json_writer_number (writer, cell.number);
        }
      cor_json_writer_end (writer, '}');
    }
  cor_json_writer_end (writer, ']');
}

/* Every field that is given; the place is in the geometry. */
static void
put_properties (CorJsonWriter *writer, const CorItem *item, const CorResults *results)
{
  guint n;
  const CorField *fields = cor_item_fields (item->kind, &n);

  cor_json_writer_key (writer, "properties");
  cor_json_writer_begin (writer, '{');
  put_text (writer, COR_IMPORT_KIND, cor_item_kind_nick (item->kind));
  for (guint i = 0; i < n; i++)
    {
      if (!cor_item_field_given (item, &fields[i]) || strcmp (fields[i].key, "lon") == 0 || strcmp (fields[i].key, "lat") == 0)
        continue;
      cor_json_writer_key (writer, fields[i].key);
      cor_item_write_field (writer, item, &fields[i]);
    }
  if (item->extra != NULL)
    {
      cor_json_writer_key (writer, COR_IMPORT_EXTRA);
      cor_json_writer_value (writer, item->extra);
    }
  if (results != NULL && item->kind == COR_ITEM_ROUTE)
    put_results (writer, results, (const CorRoute *) item);
  cor_json_writer_end (writer, '}');
}

GBytes *
cor_export_geojson (const CorScenario *scenario, const CorResults *results)
{
  static const CorItemKind kinds[] = { COR_ITEM_SITE, COR_ITEM_STATION, COR_ITEM_ROUTE };
  CorJsonWriter *writer = cor_json_writer_new ();

  cor_json_writer_begin (writer, '{');
  put_text (writer, "type", "FeatureCollection");
  cor_json_writer_key (writer, "features");
  cor_json_writer_begin (writer, '[');
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (scenario, kinds[k], &n);

      for (guint i = 0; i < n; i++)
        {
          cor_json_writer_begin (writer, '{');
          put_text (writer, "type", "Feature");
          if (kinds[k] == COR_ITEM_ROUTE)
            put_route_geometry (writer, scenario, results, (const CorRoute *) items[i]);
          else
            put_place_geometry (writer, items[i]);
          put_properties (writer, items[i], results);
          cor_json_writer_end (writer, '}');
        }
    }
  cor_json_writer_end (writer, ']');
  cor_json_writer_end (writer, '}');
  return cor_json_writer_finish (writer);
}

static gboolean
any_given (const CorItem *const *items, guint n, const CorField *field)
{
  for (guint i = 0; i < n; i++)
    if (cor_item_field_given (items[i], field))
      return TRUE;
  return FALSE;
}

GString *
cor_export_csv (const CorScenario *scenario, CorItemKind kind)
{
  GString *csv = g_string_new (NULL);
  guint n, n_fields;
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);
  const CorField *fields = cor_item_fields (kind, &n_fields);

  cor_csv_text (csv, COR_IMPORT_KIND);
  for (guint f = 0; f < n_fields; f++)
    if (any_given (items, n, &fields[f]))
      cor_csv_text (csv, fields[f].key);
  cor_csv_text (csv, COR_IMPORT_EXTRA);
  cor_csv_end_row (csv);
  for (guint i = 0; i < n; i++)
    {
      cor_csv_text (csv, cor_item_kind_nick (kind));
      for (guint f = 0; f < n_fields; f++)
        if (any_given (items, n, &fields[f]))
          {
            g_autofree char *text = cor_item_field_text (items[i], &fields[f]);

            cor_csv_text (csv, text);
          }
      cor_csv_text (csv, items[i]->extra);
      cor_csv_end_row (csv);
    }
  return csv;
}
