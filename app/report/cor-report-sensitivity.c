/* cor-report-sensitivity.c: how sure it is: tornado and draws of one duty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-chart-money.h"
#include "cor-draws-trace.h"
#include "cor-format.h"
#include "cor-report-references.h"
#include "cor-report-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SHOWN 14
#define HEAT_STEPS 9

/* The heading, its text and the tornado below stand on one page. */
#define HEAD_ROOM 430.0

/* The duty with the most trucks among those that can be compared. */
static const CorDutyResult *
largest_duty (const CorFacts *facts)
{
  const CorDutyResult *best = NULL;

  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorDutyResult *duty = &facts->results->duties[i];

      if (duty->diesel != NULL && cor_facts_challenger (facts->results, duty) != NULL
          && (best == NULL || duty->duty->trucks > best->duty->trucks))
        best = duty;
    }
  return best;
}

static void
shares (CorSheet *sheet, const CorGap *gap, const CorMonteCarlo *drawn)
{
  const CorColumn columns[] = {
    { _ ("Parameter"), 40, FALSE }, { _ ("Share of the spread"), 12, TRUE }, { _ ("Status"), 14, FALSE }, { _ ("Source"), 40, FALSE },
  };
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), TRUE);
  g_autoptr (GArray) order = NULL;
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  order = cor_draws_order (drawn);
  for (guint k = 0; k < order->len; k++)
    {
      guint i = g_array_index (order, guint, k);

      if (i >= n || drawn->share[i] < 0.01)
        continue;
      cor_table_add (table, cor_draws_share_label (gap, drawn, i), cor_format_percent (drawn->share[i], 0, NULL),
                     g_strdup (cor_enum_name (cor_param_status_values, factors[i].from->status)), cor_sheet_cite (sheet, factors[i].from->source ? factors[i].from->source : _ ("the scenario"), factors[i].from->place));
    }
  cor_table_draw (table);
}

/* The parity year over distance and electricity price; NULL where one means nothing to the duty. */
static CorChart *
heat_chart (const CorFacts *facts, const CorDutyResult *duty, const CorAlternative *truck)
{
  g_autoptr (CorSolver) solver = cor_solver_new (facts->results, duty, truck, NULL);
  g_autoptr (CorHeatMap) map = NULL;

  if (solver != NULL)
    map = cor_heat_map_new (solver, COR_LEVER_ANNUAL_KM, COR_LEVER_ELECTRICITY, HEAT_STEPS, NULL, NULL);
  return map != NULL ? cor_chart_from_heat (map, _ ("Parity year over two levers")) : NULL;
}

static void
of_duty (CorSheet *sheet, const CorFacts *facts, const CorDutyResult *duty)
{
  const CorAlternative *truck = cor_facts_challenger (facts->results, duty);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorGap) gap = cor_gap_new (facts->results, duty, truck, &error);
  g_autoptr (CorMonteCarlo) drawn = NULL;
  g_autofree char *title = NULL, *sentence = NULL, *together = NULL;

  if (gap == NULL)
    {
      cor_sheet_text (sheet, COR_INK_BODY, error->message);
      return;
    }
  title = g_strdup_printf (_ ("%s, %s"), cor_facts_duty_name (facts, duty), cor_item_label (&truck->truck->item, facts->zh));
  cor_sheet_charts (sheet, cor_chart_from_tornado (gap, SHOWN, title), NULL, 340);
  drawn = cor_monte_carlo_new_years (gap, COR_DRAWS_SHOWN, COR_DRAWS_SEED, sheet->cancellable, &error);
  if (drawn == NULL)
    return;
  sentence = cor_chart_cheaper_sentence (drawn, facts->model_year, NULL, NULL);
  cor_sheet_text (sheet, COR_INK_BODY, sentence);
  together = cor_chart_together (gap, drawn, NULL, NULL);
  if (together != NULL)
    cor_sheet_text (sheet, COR_INK_BODY, together);
  cor_sheet_charts (sheet, cor_chart_from_years (gap, drawn, _ ("Where the gap may lie")), heat_chart (facts, duty, truck), 210);
  shares (sheet, gap, drawn);
}

void
cor_report_sensitivity (CorSheet *sheet, const CorFacts *facts)
{
  const CorDutyResult *duty = largest_duty (facts);

  cor_sheet_need (sheet, duty != NULL ? HEAD_ROOM : 0);
  cor_sheet_section (sheet, _ ("How sure it is"),
                     _ ("Each parameter moved from its low to its high, all others at their value; then all of them drawn at once, "
                        "each from a triangle between low, value and high, independent of each other where nothing else is "
                        "said. Shown for the duty with the most trucks."));
  if (duty == NULL)
    cor_sheet_text (sheet, COR_INK_BODY, _ ("No duty can be compared with diesel."));
  else
    of_duty (sheet, facts, duty);
}
