/* cor-chart-canvas.c: the surface a chart is drawn on: text that never overlaps, and what lies
 * where.
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
  [COR_TEXT_TITLE] = { 1.5, PANGO_WEIGHT_BOLD }, [COR_TEXT_UNIT] = { 0.5, PANGO_WEIGHT_NORMAL },
  [COR_TEXT_STRONG] = { 0, PANGO_WEIGHT_BOLD },  [COR_TEXT_LABEL] = { 0, PANGO_WEIGHT_MEDIUM },
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

/* Whether anything in the chart stands for an object: a station that the chart does not know
 * must not fade all of it. */
static gboolean
has_id (const CorChart *chart, const char *id)
{
  gboolean found = FALSE;
  for (guint s = 0; s < chart->series->len && id != NULL; s++)
    {
      const CorChartSeries *series = chart->series->pdata[s];
      found |= g_strcmp0 (series->id, id) == 0;
      for (guint i = 0; i < series->points->len; i++)
        found |= g_strcmp0 (g_array_index (series->points, CorChartPoint, i).id, id) == 0;
    }
  for (guint m = 0; m < chart->marks->len && id != NULL; m++)
    found |= g_strcmp0 (g_array_index (chart->marks, CorChartMark, m).id, id) == 0;
  return found;
}

void
cor_canvas_init (CorCanvas *canvas,
                 const CorChart *chart,
                 cairo_t *cr,
                 double w,
                 double h,
                 const CorChartTheme *theme)
{
  *canvas = (CorCanvas){ .chart = chart, .theme = theme, .cr = cr, .width = w, .height = h };
  canvas->u = theme->scale > 0 ? theme->scale : 1;
  canvas->highlight = has_id (chart, chart->highlight) ? chart->highlight : NULL;
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

void
cor_canvas_color (CorCanvas *canvas, CorRole role, double alpha)
{
  CorColor color = cor_chart_theme_color (canvas->theme, role);
  cairo_set_source_rgba (canvas->cr, color.red, color.green, color.blue, alpha);
}

double
cor_canvas_line (CorCanvas *canvas, CorTextStyle style)
{
  return MAX (10, canvas->theme->base + styles[style].larger) * canvas->u * 1.28;
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
  guint pieces = (guint)CLAMP (length / (4 * canvas->u), 1, 512);
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
  double x = 0, gap = 6 * canvas->u, bottom = 0, middle = 0;
  gboolean marked = cor_canvas_has_assumed (canvas) && !cor_canvas_names_assumed (canvas);
  /* The mark stands at the end of the words, and has its room beside them. */
  double room = MAX (0, canvas->width - (marked ? gap + COR_CANVAS_DASHES * canvas->u : 0));
  if (chart->title != NULL && *chart->title != '\0')
    {
      double width, height;
      cor_canvas_measure (canvas, COR_TEXT_TITLE, chart->title, &width, &height);
      if (height > canvas->height / 3)
        return 0;
      cor_canvas_text_cut (canvas, COR_TEXT_TITLE, COR_ROLE_TEXT, chart->title,
                           (CorAnchor){ 0, 0, 0, 0 }, room);
      x = MIN (width, room) + gap;
      bottom = height;
      middle = height / 2;
    }
  if (chart->unit != NULL && *chart->unit != '\0')
    {
      g_autofree char *unit = resolve_unit (canvas);
      double width, height;
      cor_canvas_measure (canvas, COR_TEXT_UNIT, unit, &width, &height);
      gboolean below = bottom > 0 && x + width > room;
      /* A low chart has no line for it. */
      if (!below || canvas->height >= 180 * canvas->u)
        {
          x = below ? 0 : x;
          bottom += below ? height : 0;
          double base = MAX (bottom, height) - 0.5 * canvas->u;
          cor_canvas_text_cut (canvas, COR_TEXT_UNIT, COR_ROLE_SECONDARY, unit,
                               (CorAnchor){ x, base, 0, 1 }, MAX (0, room - x));
          bottom = MAX (bottom, height);
          x = MIN (x + width, room) + gap;
          middle = base - height / 2;
        }
    }
  /* Beside the title, not below it: there it would look like a figure that can be clicked. */
  if (bottom > 0 && marked)
    cor_canvas_underline (canvas, x, middle, COR_CANVAS_DASHES * canvas->u);
  return bottom > 0 ? bottom + gap : 0;
}

double
cor_canvas_footing (CorCanvas *canvas)
{
  double line = cor_canvas_line (canvas, COR_TEXT_TICK);
  if (canvas->chart->note == NULL || canvas->height < 8 * line)
    return cor_canvas_assumed_legend (canvas, canvas->height);
  cor_canvas_text_cut (canvas, COR_TEXT_LABEL, COR_ROLE_TEXT, canvas->chart->note,
                       (CorAnchor){ 0, canvas->height, 0, 1 }, canvas->width);
  return cor_canvas_assumed_legend (canvas, canvas->height - line - 4 * canvas->u);
}

double
cor_canvas_emphasis (const CorCanvas *canvas, const char *id)
{
  return canvas->highlight == NULL || g_strcmp0 (canvas->highlight, id) == 0 ? 1.0 : 0.35;
}

char *
cor_canvas_value (const CorCanvas *canvas, const CorChartAxis *axis, double value)
{
  const char *language = canvas->theme->language;
  switch (axis->quantity)
    {
    case COR_QUANTITY_MONEY:
      return cor_format_money_in (value, &canvas->money, axis->is_change);
    case COR_QUANTITY_TONNES:
      /* The title has the unit; a chart of tonnes needs no tenths above ten. */
      return axis->is_change ? cor_format_signed (value, fabs (value) < 10 ? 1 : 0)
                             : cor_format_number (value, fabs (value) < 10 ? 1 : 0);
    case COR_QUANTITY_NUMBER:
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
