/* cor-map-scene-paint.c: detours, stations and sites, painted alike on screen and on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-icons.h"
#include "cor-map-scene-private.h"

#include <math.h>

#define HOVERED_ICON 1.2

static const CorMapSceneState nothing = { 0 };

gboolean
cor_map_is_mark (const CorMapMark *mark, CorMapObjectKind kind, const char *id)
{
  return mark->kind == kind && g_strcmp0 (mark->id, id) == 0;
}

static guint
hash_mark (gconstpointer mark)
{
  const CorMapMark *m = mark;

  return (m->id != NULL ? g_str_hash (m->id) : 0) ^ (guint) m->kind;
}

static gboolean
equal_marks (gconstpointer a, gconstpointer b)
{
  return cor_map_is_mark (a, ((const CorMapMark *) b)->kind, ((const CorMapMark *) b)->id);
}

GHashTable *
cor_map_chosen_new (const CorMapSceneState *state)
{
  GHashTable *chosen = g_hash_table_new (hash_mark, equal_marks);

  for (guint i = 0; i < state->n_selected; i++)
    g_hash_table_add (chosen, (gpointer) &state->selected[i]);
  return chosen;
}

gboolean
cor_map_is_chosen (GHashTable *chosen, CorMapObjectKind kind, const char *id)
{
  const CorMapMark mark = { kind, (char *) id };

  return g_hash_table_contains (chosen, &mark);
}

double
cor_map_scene_icon_size (double zoom)
{
  return zoom >= 9.0 ? 17.0 : zoom >= 7.8 ? 13.0 : 8.0;
}

static void
paint_detour (cairo_t *cr, const CorMapFrame *frame, const CorMapDetour *detour, gboolean dark)
{
  static const double dashes[] = { 4.0, 4.0 };
  guint32 rgb = cor_map_tint_rgb (detour->tint, dark);
  double x, y;

  for (guint i = 0; i < detour->n_points; i++)
    {
      cor_map_frame_project (frame, detour->lon_lat[2 * i], detour->lon_lat[2 * i + 1], &x, &y);
      if (i == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 4.4);
  cor_map_set_colour (cr, dark ? 0x232529 : 0xffffff, 0.7);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_set_line_width (cr, 2.0);
  cor_map_set_colour (cr, rgb, 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);

  cor_map_frame_project (frame, detour->lon_lat[0], detour->lon_lat[1], &x, &y);
  cairo_arc (cr, x, y, 3.6, 0.0, 2.0 * G_PI);
  cor_map_set_colour (cr, dark ? 0x242424 : 0xffffff, 1.0);
  cairo_fill_preserve (cr);
  cor_map_set_colour (cr, rgb, 1.0);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
}

/* Where a dragged station lay, and the way it has come. */
static void
paint_ghost (
    cairo_t *cr, const CorMapFrame *frame, const CorMapStation *s, const CorMapSceneState *state, double size, gboolean dark)
{
  static const double dashes[] = { 2.5, 2.5 };
  CorMapTint tint = s->kind == COR_MAP_STATION_SWAP || s->kind == COR_MAP_STATION_BOTH ? COR_MAP_TINT_SWAP
                                                                                        : COR_MAP_TINT_ELECTRIC;
  double x, y, to_x, to_y;

  cor_map_frame_project (frame, s->lon, s->lat, &x, &y);
  cor_map_frame_project (frame, state->drag_lon, state->drag_lat, &to_x, &to_y);
  cairo_save (cr);
  cor_map_set_colour (cr, cor_map_tint_rgb (tint, dark), 0.9);
  cairo_set_line_width (cr, 1.6);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cor_map_icon_trace_station (cr, x, y, size * 1.3, s->kind, 0.0);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, to_x, to_y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static gboolean
is_paper (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG || type == CAIRO_SURFACE_TYPE_PS;
}

/* Pixels from the icon's edge to that of the largest disc. */
#define DISC 20.0

/* How much energy a station gives and how busy it is, behind its icon. */
static void
paint_disc (cairo_t *cr, const CorMapFrame *frame, const CorMapStation *s, double size, gboolean dark)
{
  guint32 rgb = cor_map_tint_rgb (s->load, dark);
  double x, y;

  if (!(s->amount > 0.0))
    return;
  cor_map_frame_project (frame, s->lon, s->lat, &x, &y);
  cairo_arc (cr, x, y, size / 2.0 + 2.0 + DISC * sqrt (MIN (s->amount, 1.0)), 0.0, 2.0 * G_PI);
  cor_map_set_colour (cr, rgb, 0.42);
  cairo_fill_preserve (cr);
  cor_map_set_colour (cr, rgb, 0.95);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
}

/* What the things of a frame are painted with. */
typedef struct
{
  cairo_t *cr;
  const CorMapFrame *frame;
  const CorMapSceneState *state;
  CorMapStamps *stamps;
  GHashTable *chosen;
  double size;
  gboolean dark, paper;
} Hand;

/* Where a thing lies, or is dragged to; FALSE out of sight. */
static gboolean
place_of (const Hand *h, gboolean dragged, double lon, double lat, double *x, double *y)
{
  cor_map_frame_project (h->frame, dragged ? h->state->drag_lon : lon, dragged ? h->state->drag_lat : lat, x, y);
  return *x >= -40.0 && *y >= -40.0 && *x <= h->frame->width + 40.0 && *y <= h->frame->height + 40.0;
}

static void
paint_station (const Hand *h, const CorMapStation *s, gboolean marked)
{
  gboolean dragged = cor_map_is_mark (&h->state->dragged, COR_MAP_OBJECT_STATION, s->id);
  gboolean hovered = cor_map_is_mark (&h->state->hovered, COR_MAP_OBJECT_STATION, s->id);
  double x, y;

  if (!place_of (h, dragged, s->lon, s->lat, &x, &y))
    return;
  if (dragged)
    paint_ghost (h->cr, h->frame, s, h->state, h->size, h->dark);
  if (dragged || (marked && h->paper))
    cor_map_icon_paint_chosen_station (h->cr, x, y, h->size, s, h->dark);
  else if (!h->paper && (marked || !hovered))
    cor_map_stamps_put_station (h->stamps, h->cr, s, marked, x, y);
  else
    cor_map_icon_paint_station (h->cr, x, y, h->size * (hovered ? HOVERED_ICON : 1.0), s->kind, s->state, s->closed, h->dark);
}

static void
paint_site (const Hand *h, const CorMapSite *s, gboolean marked)
{
  gboolean dragged = cor_map_is_mark (&h->state->dragged, COR_MAP_OBJECT_SITE, s->id);
  gboolean hovered = cor_map_is_mark (&h->state->hovered, COR_MAP_OBJECT_SITE, s->id);
  double x, y;

  if (!place_of (h, dragged, s->lon, s->lat, &x, &y))
    return;
  if (dragged || (marked && h->paper))
    cor_map_icon_paint_chosen_site (h->cr, x, y, h->size, s->kind, h->dark);
  else if (!h->paper && (marked || !hovered))
    cor_map_stamps_put_site (h->stamps, h->cr, s, marked, x, y);
  else
    cor_map_icon_paint_site (h->cr, x, y, h->size * (hovered ? HOVERED_ICON : 1.0), s->kind, h->dark);
}

static gboolean
is_marked (const Hand *h, CorMapObjectKind kind, const char *id)
{
  return cor_map_is_chosen (h->chosen, kind, id) || cor_map_is_mark (&h->state->dragged, kind, id);
}

void
cor_map_scene_paint_marks (
    CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark, const CorMapSceneState *state)
{
  guint n_stations, n_sites, n_detours;
  const CorMapStation *stations = cor_map_scene_get_stations (scene, &n_stations);
  const CorMapSite *sites = cor_map_scene_get_sites (scene, &n_sites);
  const CorMapDetour *detours = cor_map_scene_get_detours (scene, &n_detours);
  double size = cor_map_scene_icon_size (frame->zoom);
  CorMapStamps *stamps = state->stamps != NULL ? state->stamps : cor_map_stamps_new ();
  g_autoptr (GHashTable) chosen = cor_map_chosen_new (state);
  const Hand hand = { cr, frame, state, stamps, chosen, size, dark, is_paper (cr) };

  cor_map_stamps_set (stamps, cr, size, dark);
  for (guint i = 0; i < n_detours; i++)
    paint_detour (cr, frame, &detours[i], dark);
  for (guint i = 0; i < n_stations; i++)
    paint_disc (cr, frame, &stations[i], size, dark);
  /* The marked ones last, so that nothing hides them. */
  for (int marked = 0; marked < 2; marked++)
    {
      for (guint i = 0; i < n_stations; i++)
        if (is_marked (&hand, COR_MAP_OBJECT_STATION, stations[i].id) == marked)
          paint_station (&hand, &stations[i], marked);
      for (guint i = 0; i < n_sites; i++)
        if (is_marked (&hand, COR_MAP_OBJECT_SITE, sites[i].id) == marked)
          paint_site (&hand, &sites[i], marked);
    }
  if (state->stamps == NULL)
    cor_map_stamps_free (stamps);
}

void
cor_map_scene_paint (
    CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark, const CorMapSceneState *state)
{
  if (state == NULL)
    state = &nothing;
  cor_map_scene_paint_lines (scene, cr, frame, dark);
  cor_map_scene_paint_emphasis (scene, cr, frame, dark, state);
  cor_map_scene_paint_marks (scene, cr, frame, dark, state);
  cor_map_scene_paint_texts (scene, cr, frame, dark, state, NULL);
}
