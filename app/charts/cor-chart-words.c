/* cor-chart-words.c: texts on the canvas: measured, broken, cut, and never in each other's place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-canvas.h"

#include <math.h>
#include <string.h>

/* A line's height and the place of its baseline, in ems: the same for every script, so that
 * titles in Latin and Chinese letters stand on one line across charts. */
static const double line_height = 1.21, baseline = 0.97;

static double
em_of (CorCanvas *canvas, CorTextStyle style)
{
  return pango_font_description_get_size (canvas->fonts[style]) / (double)PANGO_SCALE;
}

static void
layout_size (CorCanvas *canvas, double *width, double *height)
{
  PangoRectangle logical;
  pango_layout_get_extents (canvas->layout, NULL, &logical);
  if (width != NULL)
    *width = (double)logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = pango_layout_get_line_count (canvas->layout) > 1
                  ? (double)logical.height / PANGO_SCALE
                  : line_height * em_of (canvas, canvas->style);
}

void
cor_canvas_measure (CorCanvas *canvas,
                    CorTextStyle style,
                    const char *text,
                    double *width,
                    double *height)
{
  PangoLayout *layout = canvas->layout;
  /* Texts are measured before they are drawn: what the layout holds is not shaped again. */
  if (!canvas->plain || canvas->style != style
      || strcmp (pango_layout_get_text (layout), text) != 0)
    {
      pango_layout_set_width (layout, -1);
      pango_layout_set_height (layout, -1);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
      pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
      pango_layout_set_font_description (layout, canvas->fonts[style]);
      pango_layout_set_text (layout, text, -1);
      canvas->plain = TRUE;
      canvas->style = style;
    }
  layout_size (canvas, width, height);
}

/* The box of a text without the air that fonts keep above and below: an em a line. */
static CorBox
text_box (CorCanvas *canvas, CorTextStyle style, CorAnchor at, double width, double height)
{
  int lines = MAX (1, pango_layout_get_line_count (canvas->layout));
  double air = MAX (0, (height / lines - em_of (canvas, style)) / 2);
  return (CorBox){ at.x - at.ax * width, at.y - at.ay * height + air, width, height - 2 * air };
}

static gboolean
is_free (CorCanvas *canvas, const CorBox *box)
{
  const double slack = 0.75;
  if (box->x < -slack || box->y < -slack || box->x + box->width > canvas->width + slack
      || box->y + box->height > canvas->height + slack)
    return FALSE;
  /* Words side by side need a gap to be read apart. */
  double gap = 3 * canvas->u;
  CorBox wide = { box->x - gap, box->y, box->width + 2 * gap, box->height };
  for (guint i = 0; i < canvas->boxes->len; i++)
    if (cor_box_overlaps (&wide, &g_array_index (canvas->boxes, CorBox, i)))
      return FALSE;
  for (guint i = 0; i < canvas->taken->len; i++)
    if (cor_box_overlaps (box, &g_array_index (canvas->taken, CorBox, i)))
      return FALSE;
  return TRUE;
}

/* A rim in the ground's colour. Paper gets an outline; pixels get the cached glyphs shifted
 * by a little, which takes a tenth of the time. */
static void
draw_halo (CorCanvas *canvas, double x, double y)
{
  cairo_t *cr = canvas->cr;
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_group_target (cr));
  if (type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_layout_path (cr, canvas->layout);
      cor_canvas_color (canvas, COR_ROLE_GROUND, 0.85);
      cairo_set_line_width (cr, 3 * canvas->u);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      return;
    }
  cor_canvas_color (canvas, COR_ROLE_GROUND, 0.7);
  for (int i = 0; i < 8; i++)
    {
      double angle = i * G_PI / 4;
      cairo_move_to (cr, x + 1.4 * canvas->u * cos (angle), y + 1.4 * canvas->u * sin (angle));
      pango_cairo_show_layout (cr, canvas->layout);
    }
}

/* Draws the layout as it stands. */
static gboolean
draw_layout (CorCanvas *canvas,
             CorTextStyle style,
             CorColor color,
             CorAnchor at,
             double width,
             double height,
             gboolean halo)
{
  CorBox box = text_box (canvas, style, at, width, height);
  if (width <= 0 || !isfinite (at.x) || !isfinite (at.y) || !is_free (canvas, &box))
    return FALSE;
  g_array_append_val (canvas->boxes, box);
  double x = at.x - at.ax * width;
  double y = at.y - at.ay * height;
  if (pango_layout_get_line_count (canvas->layout) == 1)
    y += baseline * em_of (canvas, style)
         - pango_layout_get_baseline (canvas->layout) / (double)PANGO_SCALE;
  if (halo)
    draw_halo (canvas, x, y);
  cairo_set_source_rgb (canvas->cr, color.red, color.green, color.blue);
  cairo_move_to (canvas->cr, x, y);
  pango_cairo_show_layout (canvas->cr, canvas->layout);
  cairo_new_path (canvas->cr);
  return TRUE;
}

static gboolean
draw_text (CorCanvas *canvas,
           CorTextStyle style,
           CorColor color,
           const char *text,
           CorAnchor at,
           gboolean halo)
{
  if (text == NULL || *text == '\0' || canvas->quiet)
    return FALSE;
  double width, height;
  cor_canvas_measure (canvas, style, text, &width, &height);
  return draw_layout (canvas, style, color, at, width, height, halo);
}

gboolean
cor_canvas_text (CorCanvas *canvas,
                 CorTextStyle style,
                 CorRole role,
                 const char *text,
                 CorAnchor at)
{
  return draw_text (canvas, style, cor_chart_theme_color (canvas->theme, role), text, at, FALSE);
}

gboolean
cor_canvas_text_halo (CorCanvas *canvas,
                      CorTextStyle style,
                      CorRole role,
                      const char *text,
                      CorAnchor at)
{
  return draw_text (canvas, style, cor_chart_theme_color (canvas->theme, role), text, at, TRUE);
}

double
cor_canvas_room (CorCanvas *canvas, double x, double y, double height)
{
  double gap = 4 * canvas->u, left = 0, right = canvas->width;
  for (guint i = 0; i < canvas->boxes->len; i++)
    {
      const CorBox *box = &g_array_index (canvas->boxes, CorBox, i);
      if (box->y >= y + height || y >= box->y + box->height)
        continue;
      if (box->x + box->width / 2 < x)
        left = MAX (left, box->x + box->width + gap);
      else
        right = MIN (right, box->x - gap);
    }
  return MAX (0, 2 * MIN (x - left, right - x));
}

static guint
count_ink (CorCanvas *canvas, const CorBox *box)
{
  guint count = 0;
  for (guint i = 0; i < canvas->ink->len; i++)
    {
      const CorSpot *spot = &g_array_index (canvas->ink, CorSpot, i);
      count += spot->x >= box->x && spot->x <= box->x + box->width && spot->y >= box->y
               && spot->y <= box->y + box->height;
    }
  return count;
}

gboolean
cor_canvas_text_best (CorCanvas *canvas,
                      CorTextStyle style,
                      CorRole role,
                      const char *text,
                      const CorAnchor *places,
                      guint count,
                      guint most_ink)
{
  double width, height;
  guint best = count, least = G_MAXUINT;
  if (canvas->quiet)
    return FALSE;
  cor_canvas_measure (canvas, style, text, &width, &height);
  for (guint i = 0; i < count; i++)
    {
      CorBox box = text_box (canvas, style, places[i], width, height);
      guint ink = is_free (canvas, &box) ? count_ink (canvas, &box) : G_MAXUINT;
      if (ink < least)
        {
          least = ink;
          best = i;
        }
    }
  return best < count && least <= most_ink
         && cor_canvas_text_halo (canvas, style, role, text, places[best]);
}

gboolean
cor_canvas_text_on (CorCanvas *canvas,
                    CorTextStyle style,
                    CorRole fill,
                    const char *text,
                    CorAnchor at)
{
  return draw_text (canvas, style, cor_chart_theme_ink (canvas->theme, fill), text, at, FALSE);
}

/* Cuts the layout's text to `width` with an ellipsis; FALSE where less than a few letters fit. */
static gboolean
cut (CorCanvas *canvas, CorTextStyle style, const char *text, double width, double *full, double *height)
{
  cor_canvas_measure (canvas, style, text, full, height);
  if (*full <= width)
    return TRUE;
  if (width < 2 * *height)
    return FALSE;
  pango_layout_set_width (canvas->layout, (int)(width * PANGO_SCALE));
  pango_layout_set_ellipsize (canvas->layout, PANGO_ELLIPSIZE_END);
  canvas->plain = FALSE;
  layout_size (canvas, full, height);
  return TRUE;
}

static gboolean
draw_cut (CorCanvas *canvas,
          CorTextStyle style,
          CorColor color,
          const char *text,
          CorAnchor at,
          double width)
{
  double full, height;
  if (text == NULL || *text == '\0' || canvas->quiet)
    return FALSE;
  return cut (canvas, style, text, width, &full, &height)
         && draw_layout (canvas, style, color, at, full, height, FALSE);
}

gboolean
cor_canvas_text_cut (CorCanvas *canvas,
                     CorTextStyle style,
                     CorRole role,
                     const char *text,
                     CorAnchor at,
                     double width)
{
  return draw_cut (canvas, style, cor_chart_theme_color (canvas->theme, role), text, at, width);
}

gboolean
cor_canvas_text_cut_on (CorCanvas *canvas,
                        CorTextStyle style,
                        CorRole fill,
                        const char *text,
                        CorAnchor at,
                        double width)
{
  return draw_cut (canvas, style, cor_chart_theme_ink (canvas->theme, fill), text, at, width);
}

void
cor_canvas_text_up (CorCanvas *canvas,
                    CorTextStyle style,
                    CorRole role,
                    const char *text,
                    CorAnchor at,
                    double length)
{
  CorColor color = cor_chart_theme_color (canvas->theme, role);
  double full, height;
  if (text == NULL || *text == '\0' || canvas->quiet
      || !cut (canvas, style, text, length, &full, &height))
    return;
  CorBox box = { at.x - at.ax * height, at.y - at.ay * full, height, full };
  if (!is_free (canvas, &box))
    return;
  g_array_append_val (canvas->boxes, box);
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, box.x, box.y + full);
  cairo_rotate (canvas->cr, -G_PI / 2);
  cairo_set_source_rgb (canvas->cr, color.red, color.green, color.blue);
  cairo_move_to (canvas->cr, 0, 0);
  pango_cairo_show_layout (canvas->cr, canvas->layout);
  cairo_new_path (canvas->cr);
  cairo_restore (canvas->cr);
}

/* Breaks the layout's text into lines of `width`: at words, inside them only where one is too
 * long. Text without spaces (Chinese) gets lines of like length. Returns the longest line. */
static double
break_lines (CorCanvas *canvas, const char *text, double full, double width)
{
  PangoLayout *layout = canvas->layout;
  PangoRectangle logical;
  double target = width;
  if (strchr (text, ' ') == NULL && full > width)
    target = MIN (width, full / ceil (full / width) + full / g_utf8_strlen (text, -1) * 0.6);
  pango_layout_set_width (layout, (int)(target * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_get_extents (layout, NULL, &logical);
  if (logical.width > width * PANGO_SCALE)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_get_extents (layout, NULL, &logical);
    }
  return (double)logical.width / PANGO_SCALE;
}

double
cor_canvas_text_wrap (CorCanvas *canvas,
                      CorTextStyle style,
                      CorRole role,
                      const char *text,
                      double x,
                      double y,
                      double width,
                      int lines)
{
  if (text == NULL || *text == '\0' || width < 20 * canvas->u || canvas->quiet)
    return 0;
  PangoLayout *layout = canvas->layout;
  double full, height;
  cor_canvas_measure (canvas, style, text, &full, NULL);
  canvas->plain = FALSE;
  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  double used = MIN (width, break_lines (canvas, text, full, width));
  /* Centred by hand: the lines against the longest, the longest on x. */
  pango_layout_set_width (layout, (int)ceil (used * PANGO_SCALE) + 1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  layout_size (canvas, NULL, &height);
  gboolean drawn = draw_layout (canvas, style, cor_chart_theme_color (canvas->theme, role),
                                (CorAnchor){ x, y, 0.5, 0 }, used, height, FALSE);
  return drawn ? height : 0;
}
