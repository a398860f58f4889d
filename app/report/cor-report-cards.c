/* cor-report-cards.c: the cards of the figures: formula, numbers, inputs and their sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-format.h"
#include "cor-report-references.h"
#include "cor-report-table.h"
#include "cor-trace.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Where a card's table has the value. */
#define VALUE_COLUMN 2

/* A card begins on a new page where less than this is left: title, formula, a few inputs. */
#define CARD_ROOM 130.0

/* A figure without its unit; shares in per cent, years without grouping. */
static char *
value_text (double value, const char *unit)
{
  if (isnan (value))
    return g_strdup (COR_EN_DASH);
  if (g_str_equal (unit, "1"))
    return cor_format_percent (value, -1, NULL);
  if (*unit == '\0' && value >= 1900 && value <= 2100)
    return g_strdup_printf ("%.0f", value);
  return fabs (value) >= 1000 ? cor_format_number (value, 0) : cor_format_significant (value, 4);
}

static void
inputs (CorSheet *sheet, const CorTrace *trace)
{
  const CorColumn columns[] = {
    { "", 7, FALSE },            { _ ("Figure"), 34, FALSE }, { _ ("Value"), 11, TRUE },    { _ ("Unit"), 12, FALSE },
    { _ ("Year"), 5, TRUE },     { _ ("Region"), 11, FALSE }, { _ ("Status"), 9, FALSE },   { _ ("Source"), 34, FALSE },
  };
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), TRUE);

  cor_table_set_markup_column (table, 0);
  for (guint i = 0; i < trace->inputs->len; i++)
    {
      const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, i);

      cor_table_add (table, g_strdup (input->symbol), g_strdup (input->label), value_text (input->value, input->unit),
                     g_strdup (cor_unit_text (input->unit)), g_strdup_printf ("%d", input->year), g_strdup (input->region),
                     g_strdup (cor_enum_name (cor_param_status_values, input->status)), cor_sheet_cite (sheet, input->source, input->place));
      if (cor_trace_input_is_open (input))
        cor_table_mark (table, VALUE_COLUMN);
    }
  cor_table_draw (table);
}

static void
card (CorSheet *sheet, const CorTraceKey *key)
{
  g_autoptr (CorTrace) trace = cor_trace_new (sheet->results, key, sheet->zh);
  g_autofree char *title = NULL, *value = NULL, *numbers = NULL, *markup = NULL;
  gboolean never;

  if (trace == NULL)
    return;
  never = key->quantity == COR_TRACE_PARITY && trace->value == 0;
  value = never ? g_strdup (_ ("not reached")) : value_text (trace->value, trace->unit);
  title = g_strdup_printf ("%s  %s %s", trace->title, value,
                           isnan (trace->value) ? "" : cor_unit_text (trace->unit));
  numbers = g_markup_escape_text (trace->numbers, -1);
  markup = g_strdup_printf ("%s\n%s", trace->formula, numbers);
  cor_sheet_need (sheet, CARD_ROOM);
  cor_sheet_subhead (sheet, g_strchomp (title));
  cor_sheet_markup (sheet, COR_INK_SMALL, markup);
  inputs (sheet, trace);
}

/* The figures of one truck, down to the parameters. */
static void
of_truck (CorSheet *sheet, const CorFacts *facts)
{
  static const CorTraceQuantity quantities[]
    = { COR_TRACE_TRUCK_TCO, COR_TRACE_TRUCK_ENERGY, COR_TRACE_TRUCK_KM, COR_TRACE_TRUCK_DETOUR, COR_TRACE_TRUCK_EMISSIONS };
  g_autofree char *title = NULL;

  if (facts->hardest == NULL || cor_facts_challenger (facts->results, facts->hardest) == NULL)
    return;
  title = g_strdup_printf (_ ("One truck on %s"), cor_facts_duty_name (facts, facts->hardest));
  cor_sheet_section (sheet, title, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    card (sheet, &(CorTraceKey){ .quantity = quantities[i],
                                 .duty = (guint) (facts->hardest - facts->results->duties),
                                 .truck = (int) facts->hardest->assigned });
}

void
cor_report_cards (CorSheet *sheet, const CorFacts *facts)
{
  static const CorTraceQuantity quantities[] = { COR_TRACE_PARITY, COR_TRACE_DETOUR, COR_TRACE_EMISSIONS, COR_TRACE_PUBLIC };

  cor_sheet_section (sheet, _ ("Headline figures"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    card (sheet, &(CorTraceKey){ .quantity = quantities[i] });
  of_truck (sheet, facts);
}
