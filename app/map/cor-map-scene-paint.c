/* cor-map-scene-paint.c: detours, stations and sites, painted alike on screen and on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-icons.h"
#include "cor-map-scene-private.h"

#include <math.h>

#define SELECTED_ICON 1.75
#define HOVERED_ICON 1.2

static const CorMapSceneState nothing = { 0 };

gboolean
cor_map_is_mark (const CorMapMark *mark, CorMapObjectKind kind, const char *id)
{
  return mark->kind == kind && g_strcmp0 (mark->id, id) == 0;
}

gboolean
cor_map_is_selected (const CorMapSceneState *state, CorMapObjectKind kind, const char *id)
{
  for (guint i = 0; i < state->n_selected; i++)
    if (cor_map_is_mark (&state->selected[i], kind, id))
      return TRUE;
  return FALSE;
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

/* Pixels around an icon's shape that its picture must have. */
#define STAMP_BORDER 3.0

/* On a screen the plain icons are stamps, drawn once for each kind; on paper they are drawn each time. */
typedef struct
{
  cairo_surface_t *stations[(COR_MAP_STATION_HYDROGEN + 1) * (COR_MAP_STATION_CANDIDATE + 1) * 2];
  cairo_surface_t *sites[COR_MAP_SITE_OTHER + 1];
  double size;
  gboolean dark;
} Stamps;

static gboolean
is_paper (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG || type == CAIRO_SURFACE_TYPE_PS;
}

/* From the edge of a stamp to its middle. */
static double
stamp_middle (const Stamps *stamps)
{
  return ceil (stamps->size / 2.0 + STAMP_BORDER);
}

/* For a new stamp, as fine as what it is put on. */
static cairo_t *
stamp_begin (const Stamps *stamps, cairo_t *cr, cairo_surface_t **stamp)
{
  int edge = (int) (2.0 * stamp_middle (stamps));

  *stamp = cairo_surface_create_similar (cairo_get_target (cr), CAIRO_CONTENT_COLOR_ALPHA, edge, edge);
  return cairo_create (*stamp);
}

static void
put_stamp (const Stamps *stamps, cairo_t *cr, cairo_surface_t *stamp, double x, double y)
{
  cairo_set_source_surface (cr, stamp, round (x) - stamp_middle (stamps), round (y) - stamp_middle (stamps));
  cairo_paint (cr);
}

static void
stamp_station (Stamps *stamps, cairo_t *cr, const CorMapStation *s, double x, double y)
{
  guint look = (s->kind * (COR_MAP_STATION_CANDIDATE + 1) + s->state) * 2 + (s->closed ? 1 : 0);
  cairo_surface_t **stamp = &stamps->stations[look];
  double middle = stamp_middle (stamps);

  if (*stamp == NULL)
    {
      cairo_t *own = stamp_begin (stamps, cr, stamp);

      cor_map_icon_paint_station (own, middle, middle, stamps->size, s->kind, s->state, s->closed, stamps->dark);
      cairo_destroy (own);
    }
  put_stamp (stamps, cr, *stamp, x, y);
}

static void
stamp_site (Stamps *stamps, cairo_t *cr, const CorMapSite *s, double x, double y)
{
  cairo_surface_t **stamp = &stamps->sites[s->kind];
  double middle = stamp_middle (stamps);

  if (*stamp == NULL)
    {
      cairo_t *own = stamp_begin (stamps, cr, stamp);

      cor_map_icon_paint_site (own, middle, middle, stamps->size, s->kind, stamps->dark);
      cairo_destroy (own);
    }
  put_stamp (stamps, cr, *stamp, x, y);
}

static void
stamps_clear (Stamps *stamps)
{
  for (guint i = 0; i < G_N_ELEMENTS (stamps->stations); i++)
    g_clear_pointer (&stamps->stations[i], cairo_surface_destroy);
  for (guint i = 0; i < G_N_ELEMENTS (stamps->sites); i++)
    g_clear_pointer (&stamps->sites[i], cairo_surface_destroy);
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

static void
paint_station (cairo_t *cr, const CorMapFrame *frame, const CorMapStation *s, const CorMapSceneState *state, Stamps *stamps)
{
  gboolean dark = stamps->dark;
  double size = cor_map_scene_icon_size (frame->zoom), x, y;
  gboolean dragged = cor_map_is_mark (&state->dragged, COR_MAP_OBJECT_STATION, s->id);
  CorMapTint tint = s->kind == COR_MAP_STATION_SWAP ? COR_MAP_TINT_SWAP : COR_MAP_TINT_ELECTRIC;

  cor_map_frame_project (frame, dragged ? state->drag_lon : s->lon, dragged ? state->drag_lat : s->lat, &x, &y);
  if (x < -40.0 || y < -40.0 || x > frame->width + 40.0 || y > frame->height + 40.0)
    return;
  if (dragged)
    paint_ghost (cr, frame, s, state, size, dark);
  if (dragged || cor_map_is_selected (state, COR_MAP_OBJECT_STATION, s->id))
    {
      size = MAX (size, 17.0) * SELECTED_ICON;
      cor_map_icon_trace_station (cr, x, y, size, s->kind, 8.0);
      cor_map_set_colour (cr, cor_map_tint_rgb (tint, dark), 0.24);
      cairo_fill (cr);
    }
  else if (cor_map_is_mark (&state->hovered, COR_MAP_OBJECT_STATION, s->id))
    size *= HOVERED_ICON;
  else if (!is_paper (cr))
    {
      stamp_station (stamps, cr, s, x, y);
      return;
    }
  cor_map_icon_paint_station (cr, x, y, size, s->kind, s->state, s->closed, dark);
}

static void
paint_site (cairo_t *cr, const CorMapFrame *frame, const CorMapSite *s, const CorMapSceneState *state, Stamps *stamps)
{
  gboolean dark = stamps->dark;
  double size = cor_map_scene_icon_size (frame->zoom), x, y;
  gboolean dragged = cor_map_is_mark (&state->dragged, COR_MAP_OBJECT_SITE, s->id);

  cor_map_frame_project (frame, dragged ? state->drag_lon : s->lon, dragged ? state->drag_lat : s->lat, &x, &y);
  if (x < -40.0 || y < -40.0 || x > frame->width + 40.0 || y > frame->height + 40.0)
    return;
  if (dragged || cor_map_is_selected (state, COR_MAP_OBJECT_SITE, s->id))
    {
      size = MAX (size, 17.0) * 1.4;
      cairo_arc (cr, x, y, size / 2.0 + 7.0, 0.0, 2.0 * G_PI);
      cor_map_set_colour (cr, cor_map_tint_rgb (COR_MAP_TINT_ACCENT, dark), 0.3);
      cairo_fill (cr);
    }
  else if (cor_map_is_mark (&state->hovered, COR_MAP_OBJECT_SITE, s->id))
    size *= HOVERED_ICON;
  else if (!is_paper (cr))
    {
      stamp_site (stamps, cr, s, x, y);
      return;
    }
  cor_map_icon_paint_site (cr, x, y, size, s->kind, dark);
}

void
cor_map_scene_paint_marks (
    CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark, const CorMapSceneState *state)
{
  guint n_stations, n_sites, n_detours;
  const CorMapStation *stations = cor_map_scene_get_stations (scene, &n_stations);
  const CorMapSite *sites = cor_map_scene_get_sites (scene, &n_sites);
  const CorMapDetour *detours = cor_map_scene_get_detours (scene, &n_detours);
  Stamps stamps = { .size = cor_map_scene_icon_size (frame->zoom), .dark = dark };

  for (guint i = 0; i < n_detours; i++)
    paint_detour (cr, frame, &detours[i], dark);
  for (guint i = 0; i < n_stations; i++)
    paint_disc (cr, frame, &stations[i], stamps.size, dark);
  /* The marked ones last, so that nothing hides them. */
  for (int marked = 0; marked < 2; marked++)
    {
      for (guint i = 0; i < n_stations; i++)
        if ((cor_map_is_selected (state, COR_MAP_OBJECT_STATION, stations[i].id)
             || cor_map_is_mark (&state->dragged, COR_MAP_OBJECT_STATION, stations[i].id))
            == marked)
          paint_station (cr, frame, &stations[i], state, &stamps);
      for (guint i = 0; i < n_sites; i++)
        if ((cor_map_is_selected (state, COR_MAP_OBJECT_SITE, sites[i].id)
             || cor_map_is_mark (&state->dragged, COR_MAP_OBJECT_SITE, sites[i].id))
            == marked)
          paint_site (cr, frame, &sites[i], state, &stamps);
    }
  stamps_clear (&stamps);
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
