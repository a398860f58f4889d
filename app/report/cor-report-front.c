/* cor-report-front.c: page one: the finding, the map, four numbers, one chart, what it takes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-chart-results.h"
#include "cor-data-text.h"
#include "cor-emissions.h"
#include "cor-headline-text.h"
#include "cor-report-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAP_HEIGHT 268.0
#define COLUMN_GAP 14.0
#define NUMBER_HEIGHT 74.0
#define CHART_WIDTH 290.0

static void
put_colored (const CorSheet *sheet, const char *strong, CorRole role, const char *rest, double x, double y, double width)
{
  CorColor color = cor_chart_theme_color (&sheet->theme, role);
  g_autofree char *head = g_markup_escape_text (strong, -1);
  g_autofree char *tail = g_markup_escape_text (rest, -1);
  g_autofree char *markup = g_strdup_printf ("<span weight='bold' color='#%02x%02x%02x'>%s</span> %s", (guint) (color.red * 255),
                                             (guint) (color.green * 255), (guint) (color.blue * 255), head, tail);
  g_autoptr (PangoLayout) layout = cor_sheet_layout (sheet, COR_INK_CAPTION, markup, TRUE, width);

  cor_sheet_show (sheet, layout, COR_INK_CAPTION, x, y);
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

/* Long words, such as "after 2034", are set smaller. Returns the height. */
static double
number_value (const CorSheet *sheet, const char *value, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = cor_sheet_layout (sheet, COR_INK_NUMBER, value, FALSE, 0);
  double height = cor_sheet_height (layout), scale;
  int wide;

  pango_layout_get_size (layout, &wide, NULL);
  scale = MIN (1, width * PANGO_SCALE / MAX (wide, 1));
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, x, y + (1 - scale) * height * 0.7);
  cairo_scale (sheet->cr, scale, scale);
  cor_sheet_show (sheet, layout, COR_INK_NUMBER, 0, 0);
  cairo_restore (sheet->cr);
  return height;
}

static void
number (const CorSheet *sheet, CorHeadlineKind kind, double x, double width)
{
  CorHeadlineText text;
  double y = sheet->y;
  g_autofree char *note = number_note (sheet, kind);
  g_autofree char *from = NULL;

  cor_headline_text (kind, sheet->results, sheet->input->baseline, &text);
  cor_sheet_rule (sheet, x, y, width, 1.3, COR_ROLE_TEXT);
  y += 6;
  y += cor_sheet_put (sheet, COR_INK_SMALL_STRONG, cor_headline_title (kind), x, y, width);
  y += number_value (sheet, text.value, x, y, width) - 1;
  if (*text.unit != '\0')
    y += cor_sheet_put (sheet, COR_INK_CAPTION, text.unit, x, y, width);
  if (*note != '\0' && *text.change == '\0')
    cor_sheet_put (sheet, COR_INK_CAPTION, note, x, y, width);
  if (*text.change != '\0')
    {
      /* Translators: what a number was in the baseline. */
      from = g_strdup_printf (_ ("from %s"), text.base);
      put_colored (sheet, text.change, text.better > 0 ? COR_ROLE_BETTER : COR_ROLE_WORSE, from, x, y, width);
    }
  cor_headline_text_clear (&text);
}

static void
numbers (CorSheet *sheet)
{
  double width = (COR_SHEET_WIDTH - (COR_N_HEADLINES - 1) * COLUMN_GAP) / COR_N_HEADLINES;

  for (guint i = 0; i < COR_N_HEADLINES; i++)
    number (sheet, i, COR_SHEET_LEFT + i * (width + COLUMN_GAP), width);
  sheet->y += NUMBER_HEIGHT + 6;
}

/* The gap without policies beside the one with them, where they move it; of a single year its parts. */
static CorChart *
gap_chart (const CorSheet *sheet, const CorFacts *facts)
{
  const CorResults *results = sheet->results;
  CorChart *chart;
  CorChartSeries *series;

  if (results->n_years < 2)
    return cor_chart_from_parts (results, NULL);
  chart = cor_chart_from_gap (results, sheet->input->baseline, NULL, sheet->zh);
  g_free (chart->title);
  chart->title = g_strdup (_ ("TCO gap to diesel by model year"));
  if (sheet->input->baseline != NULL || facts->counted_trucks <= 0
      || fabs (facts->bare_gap - facts->gap) < 0.5 * facts->counted_trucks)
    return chart;
  series = cor_chart_add_series (chart, NULL, _ ("no policy"), COR_ROLE_BASELINE, COR_STYLE_BASELINE);
  for (guint i = 0; i < results->n_years; i++)
    {
      const CorTotals *t = &results->totals[i];

      cor_chart_series_add (series, t->model_year,
                            t->trucks > 0 ? (t->tco_yuan - t->part_yuan[COR_TCO_POLICY] - t->diesel_tco_yuan
                                             + t->diesel_part_yuan[COR_TCO_POLICY])
                                              / t->trucks
                                          : NAN);
    }
  return chart;
}

/* What it takes, or what stands in the way; paragraphs that do not fit are left out from the end. */
static void
takes (const CorSheet *sheet, const CorFacts *facts, double x, double width, double bottom)
{
  g_autofree char *text = cor_report_finding_takes (facts);
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  const char *title = facts->results->comparable > 0 ? _ ("What it takes") : _ ("What stands in the way");
  double y = sheet->y;

  if (*text == '\0')
    return;
  y += cor_sheet_put (sheet, COR_INK_SUBHEAD, title, x, y, width) + 4;
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = cor_sheet_layout (sheet, COR_INK_BODY, paragraphs[i], TRUE, width);

      if (y + cor_sheet_height (layout) > bottom)
        return;
      cor_sheet_show (sheet, layout, COR_INK_BODY, x, y);
      y += cor_sheet_height (layout) + 5;
    }
}

/* Which factors the emissions stand on, what is indicative, and whose the map is. */
static char *
footer (const CorSheet *sheet)
{
  const CorResults *results = sheet->results;
  GString *text = g_string_new (NULL);
  g_autofree char *grid = cor_results_grid_label (results, sheet->zh);
  g_autofree char *diesel = cor_factor_label (results->diesel, results->first_year + (int) results->year, sheet->zh);
  g_autofree char *map = cor_report_map_attribution (sheet);

  g_string_append_printf (text, _ ("Emission factors: %s (%d, %s); %s (%d, %s)."), grid, results->grid->year,
                          cor_data_text (results->grid->source), diesel, results->diesel->year, cor_data_text (results->diesel->source));
  if (!results->scopes_agree)
    {
      g_string_append_c (text, ' ');
      g_string_append (text, _ ("They differ in scope: the electric side leaves out the supply chain, the diesel side "
                                "counts it, which favours electricity."));
    }
  if (sheet->input->network != NULL && cor_network_indicative (sheet->input->network))
    {
      g_string_append_c (text, ' ');
      g_string_append (text, _ ("The road network and the lines on the map are indicative."));
    }
  g_string_append_c (text, '\n');
  if (cor_scenario_head (results->scenario)->item.illustrative)
    g_string_append_printf (text, "%s ", _ ("The scenario is illustrative: part of its stations, flows and amounts are assumed, as "
                                            "the tables say."));
  g_string_append_printf (text, _ ("Map: %s. Every figure is traced to formula, inputs and source on the last pages. Made with Corridor."),
                          map);
  return g_string_free (text, FALSE);
}

/* Whether the map has anything to show; of duties off the map their cost stands in its place. */
static gboolean
has_place (const CorFacts *facts)
{
  for (guint i = 0; i < facts->results->n_duties; i++)
    if (facts->results->duties[i].geometry != NULL && facts->results->duties[i].geometry->out != NULL)
      return TRUE;
  return facts->results->n_duties == 0;
}

void
cor_report_front (CorSheet *sheet, const CorFacts *facts)
{
  g_autofree char *finding = cor_report_finding (facts);
  g_autofree char *lead = cor_report_finding_lead (facts);
  g_autofree char *foot = footer (sheet);
  g_autoptr (PangoLayout) feet = NULL;
  double bottom;

  cor_sheet_text (sheet, COR_INK_TITLE, finding);
  cor_sheet_text (sheet, COR_INK_LEAD, lead);
  feet = cor_sheet_layout (sheet, COR_INK_TINY, foot, FALSE, COR_SHEET_WIDTH);
  bottom = COR_REPORT_HEIGHT - 34 - cor_sheet_height (feet);
  if (has_place (facts))
    cor_report_map (sheet, MIN (MAP_HEIGHT, bottom - sheet->y - 290));
  else
    cor_sheet_charts (sheet, cor_chart_from_parts (facts->results, NULL), NULL, MAP_HEIGHT - 40);
  sheet->y += 4;
  numbers (sheet);
  cor_sheet_chart (sheet, gap_chart (sheet, facts), COR_SHEET_LEFT, sheet->y, CHART_WIDTH, bottom - 14 - sheet->y);
  takes (sheet, facts, COR_SHEET_LEFT + CHART_WIDTH + 20, COR_SHEET_WIDTH - CHART_WIDTH - 20, bottom - 8);
  cor_sheet_rule (sheet, COR_SHEET_LEFT, bottom - 5, 0, 0.5, COR_ROLE_GRID);
  cor_sheet_show (sheet, feet, COR_INK_TINY, COR_SHEET_LEFT, bottom);
}
