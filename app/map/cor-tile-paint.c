/* cor-tile-paint.c: one tile of the base map, painted with cairo.
 *
 * Layers go by the names that are common in open tile schemas, so that a map file of one's own
 * draws much like the bundled one. A tile that says what is land is sea elsewhere; one that says
 * what is sea is land elsewhere. Boundaries are never drawn, whatever the file has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tile-paint.h"

#include "cor-mercator.h"
#include "cor-raster-tile.h"
#include "cor-vector-tile.h"

#include <math.h>

typedef enum
{
  ROLE_NONE,
  ROLE_LAND,
  ROLE_GREEN,
  ROLE_WATER,
  ROLE_RIVER,
  ROLE_ROAD,
} Role;

static const struct
{
  const char *layer;
  Role role;
} roles[] = {
  { "land", ROLE_LAND },
  { "sea", ROLE_WATER },
  { "ocean", ROLE_WATER },
  { "lake", ROLE_WATER },
  { "water", ROLE_WATER },
  { "water_polygons", ROLE_WATER },
  { "river", ROLE_RIVER },
  { "rivers", ROLE_RIVER },
  { "waterway", ROLE_RIVER },
  { "water_lines", ROLE_RIVER },
  { "road", ROLE_ROAD },
  { "roads", ROLE_ROAD },
  { "streets", ROLE_ROAD },
  { "transportation", ROLE_ROAD },
  { "landcover", ROLE_GREEN },
  { "landuse", ROLE_GREEN },
  { "park", ROLE_GREEN },
};

typedef struct
{
  const CorVectorLayer *layer;
  const CorMapStyle *style;
  cairo_t *cr;
  double scale; /* pixels a tile unit */
  double left, top; /* what of the enlarged source tile becomes (0, 0), in pixels */
  int z;
  double metres_per_pixel;
} Brush;

static Role
role_of (const char *layer)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (layer, roles[i].layer))
      return roles[i].role;
  return ROLE_NONE;
}

static void
trace_feature (const Brush *b, const CorVectorFeature *feature)
{
  guint i = 0;

  for (guint part = 0; part < feature->n_parts; part++)
    {
      for (guint first = i; i < feature->ends[part]; i++)
        {
          double x = feature->points[i].x * b->scale - b->left;
          double y = feature->points[i].y * b->scale - b->top;

          if (i == first)
            cairo_move_to (b->cr, x, y);
          else
            cairo_line_to (b->cr, x, y);
        }
      if (feature->type == COR_GEOMETRY_POLYGON)
        cairo_close_path (b->cr);
    }
}

static void
fill_layer (const Brush *b, guint32 colour)
{
  /* Not by direction: version 1 has none, and some writers get it wrong. */
  cairo_set_fill_rule (b->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cor_map_set_colour (b->cr, colour, 1.0);
  for (guint i = 0; i < b->layer->n_features; i++)
    if (b->layer->features[i].type == COR_GEOMETRY_POLYGON)
      {
        trace_feature (b, &b->layer->features[i]);
        cairo_fill (b->cr);
      }
}

static gboolean
is_green (const Brush *b, const CorVectorFeature *feature)
{
  static const char *const kinds[] = { "wood", "forest", "grass", "park", "nature_reserve", NULL };
  const char *kind = cor_vector_layer_get_string (b->layer, feature, "class");

  if (kind == NULL)
    kind = cor_vector_layer_get_string (b->layer, feature, "kind");
  return kind != NULL && g_strv_contains (kinds, kind);
}

static void
fill_green (const Brush *b)
{
  cor_map_set_colour (b->cr, b->style->green, 1.0);
  for (guint i = 0; i < b->layer->n_features; i++)
    if (b->layer->features[i].type == COR_GEOMETRY_POLYGON && is_green (b, &b->layer->features[i]))
      {
        trace_feature (b, &b->layer->features[i]);
        cairo_fill (b->cr);
      }
}

/* Rivers are as wide as their attribute says, or one pixel; thin ones fade in with the zoom. */
static void
stroke_rivers (const Brush *b)
{
  cor_map_set_colour (b->cr, b->style->sea, 1.0);
  for (guint i = 0; i < b->layer->n_features; i++)
    {
      const CorVectorFeature *feature = &b->layer->features[i];
      double width_m = cor_vector_layer_get_number (b->layer, feature, "width_m", 0.0);
      double width = width_m > 0.0 ? width_m / b->metres_per_pixel : 1.0;

      if (feature->type != COR_GEOMETRY_LINE || width < 0.35)
        continue;
      trace_feature (b, feature);
      cairo_set_line_width (b->cr, MAX (width, 0.8));
      cairo_stroke (b->cr);
    }
}

static CorMapRoadClass
road_class (const Brush *b, const CorVectorFeature *feature)
{
  static const char *const keys[] = { "class", "highway", "kind", "fclass" };
  const char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys) && name == NULL; i++)
    name = cor_vector_layer_get_string (b->layer, feature, keys[i]);
  if (name == NULL)
    return COR_MAP_ROAD_N_CLASSES;
  if (g_str_has_prefix (name, "motorway"))
    return COR_MAP_ROAD_MOTORWAY;
  if (g_str_has_prefix (name, "trunk"))
    return COR_MAP_ROAD_TRUNK;
  if (g_str_has_prefix (name, "primary"))
    return COR_MAP_ROAD_PRIMARY;
  if (g_str_has_prefix (name, "secondary") || g_str_has_prefix (name, "tertiary") || g_str_equal (name, "minor"))
    return COR_MAP_ROAD_MINOR;
  return COR_MAP_ROAD_N_CLASSES;
}

static void
stroke_road_class (const Brush *b, CorMapRoadClass road, double width)
{
  for (guint i = 0; i < b->layer->n_features; i++)
    {
      const CorVectorFeature *feature = &b->layer->features[i];

      if (feature->type == COR_GEOMETRY_LINE && road_class (b, feature) == road)
        trace_feature (b, feature);
    }
  cairo_set_line_width (b->cr, width);
  cairo_stroke (b->cr);
}

static void
stroke_roads (const Brush *b)
{
  for (int pass = 0; pass < 2; pass++)
    for (int road = COR_MAP_ROAD_N_CLASSES - 1; road >= 0; road--)
      {
        double width = cor_map_style_road_width (road, b->z);

        if (width <= 0.0)
          continue;
        cor_map_set_colour (b->cr, pass == 0 ? b->style->casing : b->style->road[road], 1.0);
        stroke_road_class (b, road, pass == 0 ? width + 1.4 : width);
      }
}

static void
paint_layer (const Brush *b, Role role)
{
  switch (role)
    {
    case ROLE_LAND:
      cor_map_set_colour (b->cr, b->style->sea, 1.0);
      cairo_paint (b->cr);
      fill_layer (b, b->style->land);
      break;
    case ROLE_GREEN:
      fill_green (b);
      break;
    case ROLE_WATER:
      fill_layer (b, b->style->sea);
      break;
    case ROLE_RIVER:
      stroke_rivers (b);
      break;
    case ROLE_ROAD:
      stroke_roads (b);
      break;
    case ROLE_NONE:
    default:
      break;
    }
}

static gboolean
paint_vector (
    GBytes *bytes, const CorMapStyle *style, cairo_t *cr, int z, int x, int y, int found_z, GError **error)
{
  g_autoptr (CorVectorTile) tile = cor_vector_tile_decode (bytes, COR_VECTOR_TILE_LENIENT, error);
  double enlarged = COR_TILE_SIZE * exp2 (z - found_z);
  double lat = cor_mercator_lat ((y + 0.5) / exp2 (z));
  Brush brush = {
    .style = style,
    .cr = cr,
    .left = (x - (double) ((x >> (z - found_z)) << (z - found_z))) * COR_TILE_SIZE,
    .top = (y - (double) ((y >> (z - found_z)) << (z - found_z))) * COR_TILE_SIZE,
    .z = z,
    .metres_per_pixel = cor_mercator_metres_per_pixel (lat, z),
  };

  if (tile == NULL)
    return FALSE;
  for (int role = ROLE_LAND; role <= ROLE_ROAD; role++)
    for (guint i = 0; i < cor_vector_tile_get_n_layers (tile); i++)
      {
        brush.layer = cor_vector_tile_get_layer (tile, i);
        brush.scale = enlarged / brush.layer->extent;
        if (role_of (brush.layer->name) == (Role) role)
          paint_layer (&brush, role);
      }
  return TRUE;
}

gboolean
cor_tile_paint (CorTileArchive *archive,
                const CorMapRoads *roads,
                const CorMapStyle *style,
                cairo_t *cr,
                int z,
                int x,
                int y,
                GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int found_z = z;

  cairo_save (cr);
  /* Half a pixel over the edge, and whole pixels only: neighbours overlap, and no seam shows between them. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_rectangle (cr, -0.5, -0.5, COR_TILE_SIZE + 1.0, COR_TILE_SIZE + 1.0);
  cairo_clip (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  cor_map_set_colour (cr, style->land, 1.0);
  cairo_paint (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  bytes = cor_tile_archive_read_nearest (archive, z, x, y, &found_z, &failure);
  if (bytes != NULL && cor_tile_archive_get_kind (archive) == COR_TILE_KIND_VECTOR)
    paint_vector (bytes, style, cr, z, x, y, found_z, &failure);
  else if (bytes != NULL)
    cor_raster_tile_paint (bytes, cr, z, x, y, found_z, &failure);
  if (roads != NULL)
    cor_map_roads_paint (roads, cr, style, z, (double) x * COR_TILE_SIZE, (double) y * COR_TILE_SIZE, COR_TILE_SIZE,
                         COR_TILE_SIZE);
  cairo_restore (cr);

  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
