/* cor-report-sheet.c: paper and type: a cursor that goes down A4 pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-sheet.h"

#include "cor-chart-cards.h"

#include <math.h>

/* Between two charts side by side. */
#define GUTTER 18.0

/* Charts are made for pixels of a screen: points a pixel. */
#define CHART_SCALE 0.7

/* Noto's lines are tall already. */
#define ZH_LEADING 0.9

/* A section begins on a new page where less than this is left. */
#define SECTION_ROOM 300.0

static const struct
{
  double size;
  PangoWeight weight;
  double leading; /* of the line's own height */
  CorRole role;
  double after;
} inks[COR_N_INKS] = {
  [COR_INK_TITLE] = { 21.5, PANGO_WEIGHT_BOLD, 0.98, COR_ROLE_TEXT, 5 },
  [COR_INK_LEAD] = { 9.6, PANGO_WEIGHT_NORMAL, 1.12, COR_ROLE_TEXT, 7 },
  [COR_INK_HEADING] = { 15, PANGO_WEIGHT_BOLD, 1, COR_ROLE_TEXT, 3 },
  [COR_INK_SUBHEAD] = { 9.6, PANGO_WEIGHT_BOLD, 1, COR_ROLE_TEXT, 3 },
  [COR_INK_BODY] = { 8.4, PANGO_WEIGHT_NORMAL, 1.16, COR_ROLE_TEXT, 5 },
  [COR_INK_CAPTION] = { 7.6, PANGO_WEIGHT_NORMAL, 1.08, COR_ROLE_SECONDARY, 4 },
  [COR_INK_SMALL] = { 7.2, PANGO_WEIGHT_NORMAL, 1, COR_ROLE_TEXT, 3 },
  [COR_INK_SMALL_STRONG] = { 7.2, PANGO_WEIGHT_BOLD, 1, COR_ROLE_TEXT, 3 },
  [COR_INK_TINY] = { 6.2, PANGO_WEIGHT_NORMAL, 1.02, COR_ROLE_SECONDARY, 2 },
  [COR_INK_TINY_STRONG] = { 6.2, PANGO_WEIGHT_BOLD, 1.02, COR_ROLE_TEXT, 2 },
  [COR_INK_NUMBER] = { 25, PANGO_WEIGHT_BOLD, 1, COR_ROLE_TEXT, 0 },
  [COR_INK_HUGE] = { 32, PANGO_WEIGHT_BOLD, 0.94, COR_ROLE_TEXT, 0 },
};

void
cor_sheet_open (CorSheet *sheet, double height)
{
  const cairo_rectangle_t paper = { 0, 0, COR_REPORT_WIDTH, height };
  cairo_surface_t *page = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper);

  g_clear_pointer (&sheet->cr, cairo_destroy);
  g_ptr_array_add (sheet->pages, page);
  sheet->cr = cairo_create (page);
  sheet->y = COR_SHEET_TOP;
}

void
cor_sheet_turn (CorSheet *sheet)
{
  cor_sheet_open (sheet, COR_REPORT_HEIGHT);
}

void
cor_sheet_need (CorSheet *sheet, double height)
{
  if (sheet->y + height > COR_SHEET_BOTTOM && sheet->y > COR_SHEET_TOP)
    cor_sheet_turn (sheet);
}

void
cor_sheet_skip (CorSheet *sheet, double height)
{
  if (sheet->y > COR_SHEET_TOP)
    sheet->y += height;
}

void
cor_sheet_color (const CorSheet *sheet, CorRole role, double alpha)
{
  CorColor color = cor_chart_theme_color (&sheet->theme, role);

  cairo_set_source_rgba (sheet->cr, color.red, color.green, color.blue, alpha);
}

/* Outlines as the font has them, so that lines break alike on paper and in pictures. */
static void
set_context (PangoLayout *layout)
{
  PangoContext *context = pango_layout_get_context (layout);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
}

static void
set_figures (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  PangoAttrList *all = attributes != NULL ? pango_attr_list_copy (attributes) : pango_attr_list_new ();

  pango_attr_list_insert (all, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, all);
  pango_attr_list_unref (all);
}

PangoLayout *
cor_sheet_layout (const CorSheet *sheet, CorInk ink, const char *text, gboolean markup, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (sheet->cr);
  PangoFontDescription *font = pango_font_description_from_string (sheet->theme.family);

  set_context (layout);
  pango_font_description_set_absolute_size (font, inks[ink].size * PANGO_SCALE);
  pango_font_description_set_weight (font, inks[ink].weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_line_spacing (layout, (float) (inks[ink].leading * (sheet->zh ? ZH_LEADING : 1)));
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  if (markup)
    pango_layout_set_markup (layout, text, -1);
  else
    pango_layout_set_text (layout, text, -1);
  if (ink != COR_INK_TITLE && ink != COR_INK_NUMBER && ink != COR_INK_HUGE)
    set_figures (layout);
  return layout;
}

double
cor_sheet_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

void
cor_sheet_show (const CorSheet *sheet, PangoLayout *layout, CorInk ink, double x, double y)
{
  cor_sheet_color (sheet, inks[ink].role, 1);
  cairo_move_to (sheet->cr, x, y);
  pango_cairo_show_layout (sheet->cr, layout);
}

double
cor_sheet_put (const CorSheet *sheet, CorInk ink, const char *text, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = cor_sheet_layout (sheet, ink, text, FALSE, width);

  cor_sheet_show (sheet, layout, ink, x, y);
  return cor_sheet_height (layout);
}

static void
paragraph (CorSheet *sheet, CorInk ink, const char *text, gboolean markup)
{
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  if (sheet->cr == NULL || text == NULL || *text == '\0')
    return;
  layout = cor_sheet_layout (sheet, ink, text, markup, COR_SHEET_WIDTH);
  height = cor_sheet_height (layout);
  if (sheet->y + height > COR_SHEET_BOTTOM && sheet->y > COR_SHEET_TOP)
    {
      cor_sheet_turn (sheet);
      g_object_unref (layout);
      layout = cor_sheet_layout (sheet, ink, text, markup, COR_SHEET_WIDTH);
    }
  cor_sheet_show (sheet, layout, ink, COR_SHEET_LEFT, sheet->y);
  sheet->y += height + inks[ink].after;
}

void
cor_sheet_text (CorSheet *sheet, CorInk ink, const char *text)
{
  paragraph (sheet, ink, text, FALSE);
}

void
cor_sheet_markup (CorSheet *sheet, CorInk ink, const char *markup)
{
  paragraph (sheet, ink, markup, TRUE);
}

void
cor_sheet_section (CorSheet *sheet, const char *title, const char *lead)
{
  cor_sheet_need (sheet, SECTION_ROOM);
  cor_sheet_skip (sheet, 18);
  cor_sheet_text (sheet, COR_INK_HEADING, title);
  if (lead != NULL)
    cor_sheet_text (sheet, COR_INK_BODY, lead);
  sheet->y += 3;
}

void
cor_sheet_subhead (CorSheet *sheet, const char *title)
{
  cor_sheet_need (sheet, 70);
  cor_sheet_skip (sheet, 8);
  cor_sheet_text (sheet, COR_INK_SUBHEAD, title);
}

void
cor_sheet_rule (const CorSheet *sheet, double x, double y, double width, double thickness, CorRole role)
{
  cor_sheet_color (sheet, role, 1);
  cairo_rectangle (sheet->cr, x, y, width > 0 ? width : COR_SHEET_WIDTH, thickness);
  cairo_fill (sheet->cr);
}

void
cor_sheet_dashes (const CorSheet *sheet, double x, double y, double width)
{
  static const double dashes[] = { 2.2, 1.5 };

  if (sheet->cr == NULL)
    return;
  cairo_save (sheet->cr);
  cor_sheet_color (sheet, COR_ROLE_WORSE, 1);
  cairo_set_line_width (sheet->cr, 0.7);
  cairo_set_dash (sheet->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (sheet->cr, x, y);
  cairo_line_to (sheet->cr, x + width, y);
  cairo_stroke (sheet->cr);
  cairo_restore (sheet->cr);
}

void
cor_sheet_chart (const CorSheet *sheet, CorChart *chart, double x, double y, double width, double height)
{
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, x, y);
  cairo_scale (sheet->cr, CHART_SCALE, CHART_SCALE);
  cor_chart_find_assumed (chart);
  cor_chart_draw (chart, sheet->cr, width / CHART_SCALE, height / CHART_SCALE, &sheet->theme);
  cairo_restore (sheet->cr);
  cor_chart_free (chart);
}

void
cor_sheet_charts (CorSheet *sheet, CorChart *first, CorChart *second, double height)
{
  double width = second != NULL ? (COR_SHEET_WIDTH - GUTTER) / 2 : COR_SHEET_WIDTH;

  cor_sheet_need (sheet, height);
  cor_sheet_chart (sheet, first, COR_SHEET_LEFT, sheet->y, width, height);
  if (second != NULL)
    cor_sheet_chart (sheet, second, COR_SHEET_LEFT + width + GUTTER, sheet->y, width, height);
  sheet->y += height + 10;
}
