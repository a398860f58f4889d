/* cor-map-bubble.c: what a drag does, beside the thing that is dragged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-desk.h"

#include <math.h>
#include <string.h>

#define FONT_SIZE 12.0

typedef struct
{
  PangoLayout *what, *before, *after;
  double what_width, before_width, after_width, height;
} BubbleRow;

static BubbleRow
set_bubble_row (CorMapDesk *d, const CorMapBubbleRow *row)
{
  BubbleRow r;
  double height;
  g_autofree char *before = g_strdup_printf ("%s  →", row->before);

  r.what = cor_map_desk_text (d, row->what, FONT_SIZE, PANGO_WEIGHT_NORMAL, &r.what_width, &height);
  r.before = cor_map_desk_text (d, before, FONT_SIZE, PANGO_WEIGHT_NORMAL, &r.before_width, &r.height);
  r.after = cor_map_desk_text (d, row->after, FONT_SIZE, PANGO_WEIGHT_BOLD, &r.after_width, &height);
  return r;
}

/* The point that the bubble belongs to, in pixels. */
static gboolean
bubble_anchor (CorMapDesk *d, double *x, double *y)
{
  const CorMapSceneState *s = d->state;
  CorMapMark mark = s->dragged;
  guint n_stations, n_sites;
  const CorMapStation *stations = cor_map_scene_get_stations (d->scene, &n_stations);
  const CorMapSite *sites = cor_map_scene_get_sites (d->scene, &n_sites);

  if (mark.kind != COR_MAP_OBJECT_NONE)
    {
      cor_map_frame_project (d->frame, s->drag_lon, s->drag_lat, x, y);
      return TRUE;
    }
  if (s->n_selected == 0)
    return FALSE;
  mark = s->selected[0];
  for (guint i = 0; i < n_stations; i++)
    if (mark.kind == COR_MAP_OBJECT_STATION && g_strcmp0 (mark.id, stations[i].id) == 0)
      {
        cor_map_frame_project (d->frame, stations[i].lon, stations[i].lat, x, y);
        return TRUE;
      }
  for (guint i = 0; i < n_sites; i++)
    if (mark.kind == COR_MAP_OBJECT_SITE && g_strcmp0 (mark.id, sites[i].id) == 0)
      {
        cor_map_frame_project (d->frame, sites[i].lon, sites[i].lat, x, y);
        return TRUE;
      }
  return FALSE;
}

#define BUBBLE_MAX_ROWS 6
#define BUBBLE_PADDING 12.0
#define BUBBLE_LINE(d) cor_map_frame_text ((d)->frame, 19.0)

void
cor_map_desk_paint_bubble (CorMapDesk *d, const CorMapBubble *bubble)
{
  BubbleRow rows[BUBBLE_MAX_ROWS];
  guint n = MIN (bubble->n_rows, BUBBLE_MAX_ROWS);
  double title_width, note_width, what = 0.0, before = 0.0, after = 0.0, height, width, x, y, left, top;
  g_autoptr (PangoLayout) title = cor_map_desk_text (d, bubble->title, FONT_SIZE, PANGO_WEIGHT_BOLD, &title_width, &height);
  g_autoptr (PangoLayout) note
      = cor_map_desk_text (d, bubble->note != NULL ? bubble->note : "", FONT_SIZE, PANGO_WEIGHT_NORMAL, &note_width, &height);
  guint32 text = d->dark ? 0xf2f2f2 : 0x2e2e31, secondary = d->dark ? 0xa9a9ad : 0x6f6f73;

  if (!bubble_anchor (d, &x, &y))
    return;
  for (guint i = 0; i < n; i++)
    {
      rows[i] = set_bubble_row (d, &bubble->rows[i]);
      what = MAX (what, rows[i].what_width);
      before = MAX (before, rows[i].before_width);
      after = MAX (after, rows[i].after_width);
    }
  width = MAX (title_width + 8.0 + note_width, what + 18.0 + before + 8.0 + after) + 2.0 * BUBBLE_PADDING;
  height = (n + 1) * BUBBLE_LINE (d) + 2.0 * BUBBLE_PADDING - 6.0;
  left = round (CLAMP (x - width * 0.35, 8.0, MAX (8.0, d->frame->width - width - 8.0)));
  top = round (y - 34.0 - height >= 8.0 ? y - 34.0 - height : y + 34.0);
  cor_map_desk_fill_box (d, left, top, width, height, 9.0, d->dark ? 0x363636 : 0xffffff, 0.97);
  cor_map_desk_show (d, title, left + BUBBLE_PADDING, top + BUBBLE_PADDING - 3.0, text);
  cor_map_desk_show (d, note, left + BUBBLE_PADDING + title_width + 8.0, top + BUBBLE_PADDING - 3.0, secondary);
  for (guint i = 0; i < n; i++)
    {
      double line = top + BUBBLE_PADDING - 3.0 + (i + 1) * BUBBLE_LINE (d);
      double end = left + width - BUBBLE_PADDING;

      cor_map_desk_show (d, rows[i].what, left + BUBBLE_PADDING, line, secondary);
      cor_map_desk_show (d, rows[i].before, end - after - 8.0 - rows[i].before_width, line, secondary);
      cor_map_desk_show (d, rows[i].after, end - after, line, cor_map_tint_rgb (bubble->rows[i].tint, d->dark));
      g_object_unref (rows[i].what);
      g_object_unref (rows[i].before);
      g_object_unref (rows[i].after);
    }
}
