/* cor-object-aids.c: what helps while working on the map: rubber band, guide, box, a place found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-object-layer-private.h"

#include "cor-label-layer.h"

#include <math.h>
#include <pango/pangocairo.h>

static void
trace (const GArray *line, cairo_t *cr, const CorMapFrame *frame)
{
  for (guint i = 0; i + 1 < line->len; i += 2)
    {
      double x, y;

      cor_map_frame_project (frame, g_array_index (line, double, i), g_array_index (line, double, i + 1), &x, &y);
      cairo_line_to (cr, x, y);
    }
}

static void
paint_band (CorObjectLayer *self, cairo_t *cr, const CorMapFrame *frame)
{
  static const double dashes[] = { 6.0, 5.0 };

  cairo_save (cr);
  trace (self->band, cr, frame);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 6.0);
  cor_map_set_colour (cr, self->dark ? 0x232529 : 0xffffff, 0.8);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_set_line_width (cr, 3.0);
  cor_map_set_colour (cr, cor_map_tint_rgb (COR_MAP_TINT_ACCENT, self->dark), 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_guide (CorObjectLayer *self, cairo_t *cr, const CorMapFrame *frame)
{
  static const double dots[] = { 0.5, 4.5 };

  cairo_save (cr);
  trace (self->guide, cr, frame);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 4.5);
  cor_map_set_colour (cr, self->dark ? 0x232529 : 0xffffff, 0.7);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0.0);
  cairo_set_line_width (cr, 2.4);
  cor_map_set_colour (cr, self->dark ? 0xf2f2f2 : 0x2e2e31, 0.9);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The frame of a box selection, or the handle on a line that is pulled. */
static void
paint_drag (CorObjectLayer *self, cairo_t *cr, const CorMapFrame *frame)
{
  guint32 accent = cor_map_tint_rgb (COR_MAP_TINT_ACCENT, self->dark);
  double x, y;

  if (self->mode == COR_DRAG_BOX)
    {
      cairo_rectangle (cr, self->press_x, self->press_y, self->box_x - self->press_x, self->box_y - self->press_y);
      cor_map_set_colour (cr, accent, 0.14);
      cairo_fill_preserve (cr);
    }
  else if (self->mode == COR_DRAG_ROUTE)
    {
      cor_map_frame_project (frame, self->drag_lon, self->drag_lat, &x, &y);
      cairo_arc (cr, x, y, 6.0, 0.0, 2.0 * G_PI);
      cor_map_set_colour (cr, self->dark ? 0x242424 : 0xffffff, 1.0);
      cairo_fill_preserve (cr);
    }
  else
    return;
  cor_map_set_colour (cr, accent, 1.0);
  cairo_set_line_width (cr, self->mode == COR_DRAG_BOX ? 1.0 : 2.5);
  cairo_stroke (cr);
}

/* A ring around a place that was looked up. */
static void
paint_found (CorObjectLayer *self, cairo_t *cr, const CorMapFrame *frame)
{
  double x, y;

  cor_map_frame_project (frame, self->found_lon, self->found_lat, &x, &y);
  for (int pass = 0; pass < 2; pass++)
    {
      cairo_arc (cr, x, y, 13.0, 0.0, 2.0 * G_PI);
      cor_map_set_colour (cr, pass == 0 ? (self->dark ? 0x232529 : 0xffffff)
                                        : cor_map_tint_rgb (COR_MAP_TINT_ACCENT, self->dark), 1.0);
      cairo_set_line_width (cr, pass == 0 ? 6.0 : 3.0);
      cairo_stroke (cr);
    }
  cairo_arc (cr, x, y, 2.6, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
}

#define TAG_PADDING 6.0
#define TAG_SIZE 12.0

/* Where a tag lies, of a text so wide. */
static cairo_rectangle_t
tag_box (const CorMapFrame *frame, double lon, double lat, double gap, double down, double width, double height)
{
  double x, y;

  cor_map_frame_project (frame, lon, lat, &x, &y);
  width += 2.0 * TAG_PADDING;
  x = x + gap + width > frame->width ? x - gap - width : x + gap;
  return (cairo_rectangle_t){ round (x), round (y - height / 2.0 + down) - TAG_PADDING / 2.0, width, height + TAG_PADDING };
}

/* Text in a small box right of a point, or left of it where the map ends; @down pixels lower. */
static void
paint_tag (CorObjectLayer *self, cairo_t *cr, const CorMapFrame *frame, double lon, double lat, double gap, double down,
           const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (COR_MAP_FONT);
  cairo_rectangle_t box;
  int width, height;

  pango_font_description_set_absolute_size (font, cor_map_frame_text (frame, TAG_SIZE) * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  box = tag_box (frame, lon, lat, gap, down, width, height);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cor_map_set_colour (cr, self->dark ? 0x363636 : 0xffffff, 0.92);
  cairo_fill (cr);
  cor_map_set_colour (cr, self->dark ? 0xf2f2f2 : 0x2e2e31, 1.0);
  cairo_move_to (cr, box.x + TAG_PADDING, box.y + TAG_PADDING / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/* Where the tag of the guide hangs from its end. */
#define GUIDE_GAP 8.0
#define GUIDE_DOWN 26.0

/* How far the ring of a place that was looked up reaches, and where its tag hangs. */
#define FOUND_RADIUS 16
#define FOUND_GAP 20.0

/* Nothing is set before all that is covered is known: letters are at most so wide, on the mean. */
static void
cover_tag (const CorMapFrame *frame, double lon, double lat, double gap, double down, const char *text, GArray *covered)
{
  double size = cor_map_frame_text (frame, TAG_SIZE), width = 0.0;
  cairo_rectangle_int_t whole;
  cairo_rectangle_t box;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += (g_unichar_iswide (g_utf8_get_char (at)) ? 1.0 : 0.58) * size;
  box = tag_box (frame, lon, lat, gap, down, width, 1.5 * size);
  whole = (cairo_rectangle_int_t){ (int) box.x, (int) box.y, (int) box.width, (int) box.height };
  g_array_append_val (covered, whole);
}

void
cor_object_layer_cover_tags (CorObjectLayer *self, const CorMapFrame *frame, GArray *covered)
{
  const GArray *guide = self->guide;

  if (self->guide_text != NULL && guide->len >= 4)
    cover_tag (frame, g_array_index (guide, double, guide->len - 2), g_array_index (guide, double, guide->len - 1), GUIDE_GAP,
               GUIDE_DOWN, self->guide_text, covered);
  if (self->has_found)
    {
      double x, y;
      cairo_rectangle_int_t ring;

      cor_map_frame_project (frame, self->found_lon, self->found_lat, &x, &y);
      ring = (cairo_rectangle_int_t){ (int) (x - FOUND_RADIUS), (int) (y - FOUND_RADIUS), 2 * FOUND_RADIUS, 2 * FOUND_RADIUS };
      g_array_append_val (covered, ring);
      if (self->found_text != NULL)
        cover_tag (frame, self->found_lon, self->found_lat, FOUND_GAP, 0.0, self->found_text, covered);
    }
}

void
cor_object_layer_paint_aids (CorObjectLayer *self, cairo_t *cr, const CorMapFrame *frame)
{
  if (self->guide->len >= 4)
    paint_guide (self, cr, frame);
  if (self->band->len >= 4)
    paint_band (self, cr, frame);
  if (self->has_found)
    paint_found (self, cr, frame);
  paint_drag (self, cr, frame);
}

void
cor_object_layer_paint_aid_texts (CorObjectLayer *self, cairo_t *cr, const CorMapFrame *frame)
{
  const GArray *guide = self->guide;

  if (self->guide_text != NULL && guide->len >= 4)
    paint_tag (self, cr, frame, g_array_index (guide, double, guide->len - 2),
               g_array_index (guide, double, guide->len - 1), GUIDE_GAP, GUIDE_DOWN, self->guide_text);
  if (self->has_found && self->found_text != NULL)
    paint_tag (self, cr, frame, self->found_lon, self->found_lat, FOUND_GAP, 0.0, self->found_text);
}

void
cor_object_layer_set_band (CorObjectLayer *self, const double *lon_lat, guint n_points)
{
  g_return_if_fail (COR_IS_OBJECT_LAYER (self));
  g_array_set_size (self->band, 0);
  if (n_points > 0)
    g_array_append_vals (self->band, lon_lat, 2 * n_points);
  cor_object_layer_redraw (self, FALSE);
}

void
cor_object_layer_set_guide (CorObjectLayer *self, const double *lon_lat, guint n_points, const char *text)
{
  g_return_if_fail (COR_IS_OBJECT_LAYER (self));

  g_array_set_size (self->guide, 0);
  if (n_points > 0)
    g_array_append_vals (self->guide, lon_lat, 2 * n_points);
  g_free (self->guide_text);
  self->guide_text = n_points > 0 ? g_strdup (text) : NULL;
  cor_object_layer_redraw (self, FALSE);
}

void
cor_object_layer_set_found (CorObjectLayer *self, const double *place, const char *text)
{
  g_return_if_fail (COR_IS_OBJECT_LAYER (self));

  self->has_found = place != NULL;
  self->found_lon = place != NULL ? place[0] : 0.0;
  self->found_lat = place != NULL ? place[1] : 0.0;
  g_free (self->found_text);
  self->found_text = place != NULL ? g_strdup (text) : NULL;
  cor_object_layer_redraw (self, FALSE);
}

gboolean
cor_object_layer_has_found (CorObjectLayer *self)
{
  g_return_val_if_fail (COR_IS_OBJECT_LAYER (self), FALSE);
  return self->has_found;
}
