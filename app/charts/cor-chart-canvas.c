/* cor-chart-canvas.c: the surface a chart is drawn on: text that never overlaps, and what lies where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-canvas.h"

#include <math.h>
#include <string.h>

static const struct
{
  double larger;
  PangoWeight weight;
} styles[COR_TEXT_LAST] = {
  [COR_TEXT_TITLE] = { 1.5, PANGO_WEIGHT_BOLD },   [COR_TEXT_UNIT] = { 0.5, PANGO_WEIGHT_NORMAL },
  [COR_TEXT_STRONG] = { 0, PANGO_WEIGHT_BOLD },    [COR_TEXT_LABEL] = { 0, PANGO_WEIGHT_MEDIUM },
  [COR_TEXT_TICK] = { 0, PANGO_WEIGHT_NORMAL },
};

static void
init_layout (CorCanvas *canvas)
{
  const CorChartTheme *theme = canvas->theme;
  canvas->layout = pango_cairo_create_layout (canvas->cr);
  PangoContext *context = pango_layout_get_context (canvas->layout);

  /* Unhinted metrics: the same layout on screen and on paper. */
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (theme->language != NULL)
    pango_context_set_language (context, pango_language_from_string (theme->language));

  PangoAttrList *features = pango_attr_list_new ();
  pango_attr_list_insert (features, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (canvas->layout, features);
  pango_attr_list_unref (features);
}

static void
init_fonts (CorCanvas *canvas)
{
  const CorChartTheme *theme = canvas->theme;
  const char *family = theme->family ? theme->family : "Inter, Cantarell, Noto Sans CJK SC, Sans";
  for (int i = 0; i < COR_TEXT_LAST; i++)
    {
      PangoFontDescription *font = pango_font_description_new ();
      double size = MAX (10, theme->base + styles[i].larger) * canvas->u;
      pango_font_description_set_family (font, family);
      pango_font_description_set_absolute_size (font, MAX (10, size) * PANGO_SCALE);
      pango_font_description_set_weight (font, styles[i].weight);
      canvas->fonts[i] = font;
    }
}

void
cor_canvas_init (CorCanvas *canvas, const CorChart *chart, cairo_t *cr, double w, double h,
                 const CorChartTheme *theme)
{
  *canvas = (CorCanvas){ .chart = chart, .theme = theme, .cr = cr, .width = w, .height = h };
  canvas->u = theme->scale > 0 ? theme->scale : 1;
  canvas->boxes = g_array_new (FALSE, FALSE, sizeof (CorBox));
  canvas->taken = g_array_new (FALSE, FALSE, sizeof (CorBox));
  canvas->ink = g_array_new (FALSE, FALSE, sizeof (CorSpot));
  canvas->regions = g_array_new (FALSE, FALSE, sizeof (CorRegion));
  init_layout (canvas);
  init_fonts (canvas);
}

void
cor_canvas_clear (CorCanvas *canvas)
{
  g_clear_object (&canvas->layout);
  for (int i = 0; i < COR_TEXT_LAST; i++)
    g_clear_pointer (&canvas->fonts[i], pango_font_description_free);
  g_clear_pointer (&canvas->boxes, g_array_unref);
  g_clear_pointer (&canvas->taken, g_array_unref);
  g_clear_pointer (&canvas->ink, g_array_unref);
  g_clear_pointer (&canvas->regions, g_array_unref);
}

static void
set_color (CorCanvas *canvas, CorColor color, double alpha)
{
  cairo_set_source_rgba (canvas->cr, color.red, color.green, color.blue, alpha);
}

void
cor_canvas_color (CorCanvas *canvas, CorRole role, double alpha)
{
  set_color (canvas, cor_chart_theme_color (canvas->theme, role), alpha);
}

static void
layout_size (CorCanvas *canvas, double *width, double *height)
{
  PangoRectangle logical;
  pango_layout_get_extents (canvas->layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

void
cor_canvas_measure (CorCanvas *canvas, CorTextStyle style, const char *text, double *width,
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

double
cor_canvas_line (CorCanvas *canvas, CorTextStyle style)
{
  return MAX (10, canvas->theme->base + styles[style].larger) * canvas->u * 1.28;
}

/* The box of a text without the air that fonts keep above and below: an em a line. */
static CorBox
text_box (CorCanvas *canvas, CorTextStyle style, CorAnchor at, double width, double height)
{
  int lines = MAX (1, pango_layout_get_line_count (canvas->layout));
  double em = pango_font_description_get_size (canvas->fonts[style]) / (double) PANGO_SCALE;
  double air = MAX (0, (height / lines - em) / 2);
  return (CorBox){ at.x - at.ax * width, at.y - at.ay * height + air, width, height - 2 * air };
}

static gboolean
is_free (CorCanvas *canvas, const CorBox *box)
{
  const double slack = 0.75;
  if (box->x < -slack || box->y < -slack || box->x + box->width > canvas->width + slack
      || box->y + box->height > canvas->height + slack)
    return FALSE;
  for (guint i = 0; i < canvas->boxes->len; i++)
    if (cor_box_overlaps (box, &g_array_index (canvas->boxes, CorBox, i)))
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
draw_layout (CorCanvas *canvas, CorTextStyle style, CorColor color, CorAnchor at, double width,
             double height, gboolean halo)
{
  CorBox box = text_box (canvas, style, at, width, height);
  if (width <= 0 || !isfinite (at.x) || !isfinite (at.y) || !is_free (canvas, &box))
    return FALSE;
  g_array_append_val (canvas->boxes, box);
  double x = at.x - at.ax * width;
  double y = at.y - at.ay * height;
  if (halo)
    draw_halo (canvas, x, y);
  set_color (canvas, color, 1);
  cairo_move_to (canvas->cr, x, y);
  pango_cairo_show_layout (canvas->cr, canvas->layout);
  cairo_new_path (canvas->cr);
  return TRUE;
}

static gboolean
draw_text (CorCanvas *canvas, CorTextStyle style, CorColor color, const char *text, CorAnchor at,
           gboolean halo)
{
  if (text == NULL || *text == '\0' || canvas->quiet)
    return FALSE;
  double width, height;
  cor_canvas_measure (canvas, style, text, &width, &height);
  return draw_layout (canvas, style, color, at, width, height, halo);
}

gboolean
cor_canvas_text (CorCanvas *canvas, CorTextStyle style, CorRole role, const char *text,
                 CorAnchor at)
{
  return draw_text (canvas, style, cor_chart_theme_color (canvas->theme, role), text, at, FALSE);
}

gboolean
cor_canvas_text_halo (CorCanvas *canvas, CorTextStyle style, CorRole role, const char *text,
                      CorAnchor at)
{
  return draw_text (canvas, style, cor_chart_theme_color (canvas->theme, role), text, at, TRUE);
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
cor_canvas_text_best (CorCanvas *canvas, CorTextStyle style, CorRole role, const char *text,
                      const CorAnchor *places, guint count)
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
  return best < count && cor_canvas_text_halo (canvas, style, role, text, places[best]);
}

gboolean
cor_canvas_text_on (CorCanvas *canvas, CorTextStyle style, CorRole fill, const char *text,
                    CorAnchor at)
{
  return draw_text (canvas, style, cor_chart_theme_ink (canvas->theme, fill), text, at, FALSE);
}

gboolean
cor_canvas_text_cut (CorCanvas *canvas, CorTextStyle style, CorRole role, const char *text,
                     CorAnchor at, double width)
{
  if (text == NULL || *text == '\0' || canvas->quiet)
    return FALSE;
  double full, height;
  cor_canvas_measure (canvas, style, text, &full, &height);
  if (full <= width)
    return cor_canvas_text (canvas, style, role, text, at);
  if (width < 2.5 * height)
    return FALSE;
  pango_layout_set_width (canvas->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (canvas->layout, PANGO_ELLIPSIZE_END);
  canvas->plain = FALSE;
  layout_size (canvas, &full, &height);
  return draw_layout (canvas, style, cor_chart_theme_color (canvas->theme, role), at, full, height,
                      FALSE);
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
  pango_layout_set_width (layout, (int) (target * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_get_extents (layout, NULL, &logical);
  if (logical.width > width * PANGO_SCALE)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_get_extents (layout, NULL, &logical);
    }
  return (double) logical.width / PANGO_SCALE;
}

double
cor_canvas_text_wrap (CorCanvas *canvas, CorTextStyle style, CorRole role, const char *text,
                      double x, double y, double width, int lines)
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
  pango_layout_set_width (layout, (int) ceil (used * PANGO_SCALE) + 1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  layout_size (canvas, NULL, &height);
  gboolean drawn = draw_layout (canvas, style, cor_chart_theme_color (canvas->theme, role),
                                (CorAnchor){ x, y, 0.5, 0 }, used, height, FALSE);
  return drawn ? height : 0;
}

void
cor_canvas_reserve (CorCanvas *canvas, CorBox box)
{
  g_array_append_val (canvas->taken, box);
}

void
cor_canvas_ink (CorCanvas *canvas, double x0, double y0, double x1, double y1)
{
  double length = hypot (x1 - x0, y1 - y0);
  if (!isfinite (length))
    return;
  guint pieces = (guint) CLAMP (length / (4 * canvas->u), 1, 512);
  for (guint i = 0; i <= pieces; i++)
    {
      CorSpot spot = { x0 + (x1 - x0) * i / pieces, y0 + (y1 - y0) * i / pieces };
      g_array_append_val (canvas->ink, spot);
    }
}

void
cor_canvas_region (CorCanvas *canvas, CorBox box, int series, int point, int mark)
{
  CorRegion region = { box, series, point, mark };
  g_array_append_val (canvas->regions, region);
}

/* The unit with "{money}" filled in. */
static char *
resolve_unit (const CorCanvas *canvas)
{
  g_auto (GStrv) pieces = g_strsplit (canvas->chart->unit, "{money}", 2);
  return g_strjoinv (canvas->money.name ? canvas->money.name : "", pieces);
}

double
cor_canvas_heading (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  double x = 0, gap = 6 * canvas->u, bottom = 0;
  if (chart->title != NULL && *chart->title != '\0')
    {
      double width, height;
      cor_canvas_measure (canvas, COR_TEXT_TITLE, chart->title, &width, &height);
      if (height > canvas->height / 3)
        return 0;
      cor_canvas_text_cut (canvas, COR_TEXT_TITLE, COR_ROLE_TEXT, chart->title,
                           (CorAnchor){ 0, 0, 0, 0 }, canvas->width);
      x = width + gap;
      bottom = height;
    }
  if (chart->unit != NULL && *chart->unit != '\0')
    {
      g_autofree char *unit = resolve_unit (canvas);
      double width, height;
      cor_canvas_measure (canvas, COR_TEXT_UNIT, unit, &width, &height);
      if (bottom > 0 && x + width > canvas->width)
        {
          if (canvas->height < 180 * canvas->u)
            return bottom + gap;
          x = 0;
          bottom += height;
        }
      double base = MAX (bottom, height) - 0.5 * canvas->u;
      cor_canvas_text_cut (canvas, COR_TEXT_UNIT, COR_ROLE_SECONDARY, unit,
                           (CorAnchor){ x, base, 0, 1 }, canvas->width - x);
      bottom = MAX (bottom, height);
    }
  return bottom > 0 ? bottom + gap : 0;
}

double
cor_canvas_footing (CorCanvas *canvas)
{
  double line = cor_canvas_line (canvas, COR_TEXT_TICK);
  if (canvas->chart->note == NULL || canvas->height < 8 * line)
    return canvas->height;
  cor_canvas_text_cut (canvas, COR_TEXT_LABEL, COR_ROLE_TEXT, canvas->chart->note,
                       (CorAnchor){ 0, canvas->height, 0, 1 }, canvas->width);
  return canvas->height - line - 4 * canvas->u;
}

double
cor_canvas_emphasis (const CorCanvas *canvas, const char *id)
{
  const char *highlight = canvas->chart->highlight;
  return highlight == NULL || g_strcmp0 (highlight, id) == 0 ? 1.0 : 0.35;
}

char *
cor_canvas_value (const CorCanvas *canvas, const CorChartAxis *axis, double value)
{
  const char *language = canvas->theme->language;
  switch (axis->quantity)
    {
    case COR_QUANTITY_MONEY:
      return cor_format_money_in (value, &canvas->money, axis->is_change);
    case COR_QUANTITY_NUMBER:
    case COR_QUANTITY_TONNES:
      {
        g_autofree char *number = cor_format_significant (value, 3);
        gboolean plus = axis->is_change && value > 0;
        return g_strconcat (plus ? "+" : "", number, NULL);
      }
    default:
      return axis->is_change ? cor_format_change (axis->quantity, value, language)
                             : cor_format_quantity (axis->quantity, value, language);
    }
}

void
cor_canvas_rounded (CorCanvas *canvas, CorBox box, double radius)
{
  cairo_t *cr = canvas->cr;
  double r = MIN (radius, MIN (fabs (box.width), fabs (box.height)) / 2);
  double right = box.x + box.width, bottom = box.y + box.height;
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, box.y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, box.x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box.x + r, box.y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
cor_canvas_dashes (CorCanvas *canvas, double on, double off)
{
  double dashes[] = { on * canvas->u, off * canvas->u };
  cairo_set_dash (canvas->cr, dashes, on > 0 ? 2 : 0, 0);
}

/* Two arrows that pass each other. */
static void
path_swap (cairo_t *cr, double x, double y, double s)
{
  for (int side = -1; side <= 1; side += 2)
    {
      double at = y + side * 0.22 * s;
      double tip = x - side * 0.5 * s;
      cairo_move_to (cr, x + side * 0.5 * s, at);
      cairo_line_to (cr, tip, at);
      cairo_move_to (cr, tip + side * 0.24 * s, at - 0.24 * s);
      cairo_line_to (cr, tip, at);
      cairo_line_to (cr, tip + side * 0.24 * s, at + 0.24 * s);
    }
}

/* A flash. */
static void
path_bolt (cairo_t *cr, double x, double y, double s)
{
  static const double shape[][2] = { { 0.12, -0.6 }, { -0.34, 0.1 }, { -0.02, 0.1 },
                                     { -0.12, 0.6 }, { 0.34, -0.12 }, { 0.02, -0.12 } };
  for (guint i = 0; i < G_N_ELEMENTS (shape); i++)
    cairo_line_to (cr, x + shape[i][0] * s, y + shape[i][1] * s);
  cairo_close_path (cr);
}

void
cor_canvas_icon (CorCanvas *canvas, CorRole role, double x, double y)
{
  cairo_t *cr = canvas->cr;
  double u = canvas->u, side = 14 * u;
  CorBox box = { x - side / 2, y - side / 2, side, side };
  cairo_new_path (cr);
  cor_canvas_rounded (canvas, box, role == COR_ROLE_SWAP ? 3.5 * u : side / 2);
  cor_canvas_color (canvas, role, 1);
  cairo_fill_preserve (cr);
  cor_canvas_color (canvas, COR_ROLE_GROUND, 1);
  cairo_set_line_width (cr, 1 * u);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  if (role == COR_ROLE_SWAP)
    {
      cairo_set_line_width (cr, 1.2 * u);
      path_swap (cr, x, y, 8 * u);
      cairo_stroke (cr);
    }
  else
    {
      path_bolt (cr, x, y, 8 * u);
      cairo_fill (cr);
    }
  cor_canvas_reserve (canvas, box);
}
