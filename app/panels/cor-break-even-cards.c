/* cor-break-even-cards.c: the cards of what it would take.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-break-even-cards.h"

#include "cor-card.h"
#include "cor-format.h"
#include "cor-solver-trace.h"

typedef struct
{
  CorResults *results;
  guint duty;
  int truck;
  CorBreakEvenFigure figure;
  CorLeverId lever;
  int model_year;
  double value;
} Asked;

static void
asked_free (gpointer data)
{
  cor_results_unref (((Asked *) data)->results);
  g_free (data);
}

/* The figure with the lever moved. */
static CorTrace *
make_moved (const Asked *asked, CorSolver *solver, CorResults **results)
{
  CorTraceKey key = { .quantity = asked->figure == COR_BREAK_EVEN_GAP ? COR_TRACE_TRUCK_GAP : COR_TRACE_TRUCK_PARITY,
                      .duty = asked->duty,
                      .truck = asked->truck,
                      .model_year = asked->figure == COR_BREAK_EVEN_GAP ? asked->model_year : 0 };
  g_autoptr (CorResults) moved = cor_solver_case (solver, asked->model_year, &asked->lever, &asked->value, 1);
  CorTrace *trace = cor_trace_new (moved, &key, cor_format_is_chinese (NULL));

  if (trace != NULL)
    *results = g_steal_pointer (&moved);
  return trace;
}

static CorTrace *
make (gpointer data, CorResults **results)
{
  const Asked *asked = data;
  const CorDutyResult *duty = &asked->results->duties[asked->duty];
  g_autoptr (CorSolver) solver = cor_solver_new (asked->results, duty, duty->alternatives[asked->truck], NULL);

  if (solver == NULL)
    return NULL;
  if (asked->figure != COR_BREAK_EVEN_VALUE)
    return make_moved (asked, solver, results);
  *results = cor_results_ref (asked->results);
  return cor_solver_break_even_trace (solver, asked->lever, asked->model_year, asked->value, cor_format_is_chinese (NULL));
}

void
cor_break_even_attach_card (
    GtkWidget *row, const CorSolver *solver, CorBreakEvenFigure figure, CorLeverId lever, int model_year, double value)
{
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked) { .figure = figure, .lever = lever, .model_year = model_year, .value = value };
  asked->results = cor_results_ref ((CorResults *) cor_solver_results (solver));
  cor_solver_truck (solver, &asked->duty, &asked->truck);
  /* The value found is that of the lever at which the gap is as asked; a figure of the case rests on what it rests on without. */
  cor_card_attach_made (row, make, asked, asked_free, asked->results,
                        &(CorTraceKey) { .quantity = COR_TRACE_TRUCK_GAP, .duty = asked->duty, .truck = asked->truck, .model_year = model_year });
}
