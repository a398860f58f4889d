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
#define MAP_PIXELS 1.75
#define NUMBER_HEIGHT 74.0
#define CHART_WIDTH 290.0

/* The gap without policies beside the one with them, where they move it; of a single year its parts. */
CorChart *
cor_report_gap_chart (const CorSheet *sheet, const CorFacts *facts)
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
  if (cor_report_numbers_marked (sheet))
    /* Translators: the dashes are those under a number; then what they mean. */
    g_string_append_printf (text, _ ("┄ %s. "), _ ("rests on something assumed"));
  if (cor_scenario_head (results->scenario)->item.illustrative)
    g_string_append_printf (text, "%s ", _ ("The scenario is illustrative: part of its stations, flows and amounts are assumed, as "
                                            "the tables say."));
  g_string_append_printf (text, _ ("Map: %s. Every figure is traced to formula, inputs and source on the last pages. Made with Corridor."),
                          map);
  return g_string_free (text, FALSE);
}

gboolean
cor_report_has_place (const CorFacts *facts)
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
  const CorNumberInks inks = { .title = COR_INK_SMALL_STRONG, .value = COR_INK_NUMBER, .note = COR_INK_CAPTION, .marked = TRUE };
  double bottom;

  cor_sheet_text (sheet, COR_INK_TITLE, finding);
  cor_sheet_text (sheet, COR_INK_LEAD, lead);
  feet = cor_sheet_layout (sheet, COR_INK_TINY, foot, FALSE, COR_SHEET_WIDTH);
  bottom = COR_REPORT_HEIGHT - 34 - cor_sheet_height (feet);
  if (cor_report_has_place (facts))
    cor_report_map (sheet, &(CorReportPlace){ .x = COR_SHEET_LEFT,
                                              .width = COR_SHEET_WIDTH,
                                              .height = MIN (MAP_HEIGHT, bottom - sheet->y - 290),
                                              .pixels = MAP_PIXELS,
                                              .margin = 40,
                                              .names = TRUE,
                                              .ink = COR_INK_TINY,
                                              .key_line = 13 });
  else
    cor_sheet_charts (sheet, cor_chart_from_parts (facts->results, NULL), NULL, MAP_HEIGHT - 40);
  sheet->y += 4;
  cor_report_numbers (sheet, COR_SHEET_LEFT, COR_SHEET_WIDTH, COR_N_HEADLINES, 0, &inks);
  sheet->y += NUMBER_HEIGHT + 6;
  cor_sheet_chart (sheet, cor_report_gap_chart (sheet, facts), COR_SHEET_LEFT, sheet->y, CHART_WIDTH, bottom - 14 - sheet->y);
  takes (sheet, facts, COR_SHEET_LEFT + CHART_WIDTH + 20, COR_SHEET_WIDTH - CHART_WIDTH - 20, bottom - 8);
  cor_sheet_rule (sheet, COR_SHEET_LEFT, bottom - 5, 0, 0.5, COR_ROLE_GRID);
  cor_sheet_show (sheet, feet, COR_INK_TINY, COR_SHEET_LEFT, bottom);
}
