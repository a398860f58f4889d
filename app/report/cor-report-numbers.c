/* cor-report-numbers.c: the four numbers beside each other, on page one and on the slide.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-format.h"
#include "cor-headline-text.h"
#include "cor-trace-rests.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COLUMN_GAP 14.0

/* From the foot of a number to the dashes below it. */
#define DASHES 4.0

/* A line that is longer than @width is set smaller, such as "after 2034" in digits. Its baseline stays. Returns the scale. */
static double
show_fitted (const CorSheet *sheet, PangoLayout *layout, CorInk ink, double x, double y, double width)
{
  double scale;
  int wide;

  pango_layout_get_size (layout, &wide, NULL);
  scale = MIN (1, width * PANGO_SCALE / MAX (wide, 1));
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, x, y + (1 - scale) * pango_layout_get_baseline (layout) / PANGO_SCALE);
  cairo_scale (sheet->cr, scale, scale);
  cor_sheet_show (sheet, layout, ink, 0, 0);
  cairo_restore (sheet->cr);
  return scale;
}

static void
put_colored (const CorSheet *sheet, CorInk ink, const char *strong, CorRole role, const char *rest, double x, double y, double width)
{
  CorColor color = cor_chart_theme_color (&sheet->theme, role);
  g_autofree char *head = g_markup_escape_text (strong, -1);
  g_autofree char *tail = g_markup_escape_text (rest, -1);
  g_autofree char *markup = g_strdup_printf ("<span weight='bold' color='#%02x%02x%02x'>%s</span> %s", (guint) (color.red * 255),
                                             (guint) (color.green * 255), (guint) (color.blue * 255), head, tail);
  g_autoptr (PangoLayout) layout = cor_sheet_layout (sheet, ink, markup, TRUE, 0);

  show_fitted (sheet, layout, ink, x, y, width);
}

/* What stands under a number that no baseline is given for. */
static char *
number_note (const CorSheet *sheet, CorHeadlineKind kind)
{
  const CorResults *results = sheet->results;
  g_autofree char *money = NULL;

  switch (kind)
    {
    case COR_HEADLINE_PARITY:
      return g_strdup (_ ("no dearer than diesel"));
    case COR_HEADLINE_DETOUR:
      return g_strdup (_ ("of all driven km"));
    case COR_HEADLINE_EMISSIONS:
      return g_strdup (results->scopes_agree || results->comparable == 0 ? "" : _ ("⚠ scopes differ, see the foot"));
    default:
      if (!(fabs (results->public_yuan_per_year) >= 0.5))
        return g_strdup ("");
      money = cor_format_money (results->public_yuan_per_year, NULL);
      return g_strdup_printf (_ ("%s a year"), money);
    }
}

/* Whether a number rests on something assumed; nothing does where there is no number. */
static gboolean
is_marked (const CorSheet *sheet, CorHeadlineKind kind)
{
  return cor_trace_rests (sheet->results, &(CorTraceKey){ .quantity = cor_headline_quantity (kind) });
}

/* Returns the height. */
static double
number_value (const CorSheet *sheet, CorInk ink, gboolean marked, const char *value, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = cor_sheet_layout (sheet, ink, value, FALSE, 0);
  double scale = show_fitted (sheet, layout, ink, x, y, width);
  int wide;

  pango_layout_get_size (layout, &wide, NULL);
  if (marked)
    cor_sheet_dashes (sheet, x, y + (double) pango_layout_get_baseline (layout) / PANGO_SCALE + DASHES, wide * scale / PANGO_SCALE);
  return cor_sheet_height (layout);
}

static void
number (const CorSheet *sheet, CorHeadlineKind kind, const CorNumberInks *inks, double x, double y, double width)
{
  CorHeadlineText text;
  g_autoptr (PangoLayout) title = cor_sheet_layout (sheet, inks->title, cor_headline_title (kind), FALSE, 0);
  g_autofree char *note = number_note (sheet, kind);
  g_autofree char *from = NULL;
  gboolean marked;

  cor_headline_text (kind, sheet->results, sheet->input->baseline, &text);
  cor_sheet_rule (sheet, x, y, width, 1.3, COR_ROLE_TEXT);
  y += 6;
  show_fitted (sheet, title, inks->title, x, y, width);
  y += cor_sheet_height (title);
  marked = inks->marked && !g_str_equal (text.value, COR_EN_DASH) && is_marked (sheet, kind);
  y += number_value (sheet, inks->value, marked, text.value, x, y - inks->tight, width) - 1 - inks->tight;
  if (*text.unit != '\0')
    y += cor_sheet_put (sheet, inks->note, text.unit, x, y, width);
  if (*note != '\0' && *text.change == '\0')
    cor_sheet_put (sheet, inks->note, note, x, y, width);
  if (*text.change != '\0')
    {
      /* Translators: what a number was in the baseline. */
      from = g_strdup_printf (_ ("from %s"), text.base);
      put_colored (sheet, inks->note, text.change, text.better > 0 ? COR_ROLE_BETTER : COR_ROLE_WORSE, from, x, y, width);
    }
  cor_headline_text_clear (&text);
}

gboolean
cor_report_numbers_marked (const CorSheet *sheet)
{
  for (guint i = 0; i < COR_N_HEADLINES; i++)
    if (is_marked (sheet, i))
      return TRUE;
  return FALSE;
}

void
cor_report_numbers (const CorSheet *sheet, double left, double wide, guint columns, double row, const CorNumberInks *inks)
{
  double width = (wide - (columns - 1) * COLUMN_GAP) / columns;

  for (guint i = 0; i < COR_N_HEADLINES; i++)
    number (sheet, i, inks, left + i % columns * (width + COLUMN_GAP), sheet->y + i / columns * row, width);
}
