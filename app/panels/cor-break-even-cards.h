/* cor-break-even-cards.h: the cards of what it would take.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-solver.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CorBreakEvenFigure: the value at which both trucks cost the same, or what follows with a lever at some value. */
typedef enum
{
  COR_BREAK_EVEN_VALUE,
  COR_BREAK_EVEN_GAP,
  COR_BREAK_EVEN_PARITY,
} CorBreakEvenFigure;

/**
 * cor_break_even_attach_card:
 * @row: shows the figure, and opens its card from now on
 * @value: of @lever in @model_year
 *
 * The card is worked out when it is asked for, by a solver of its own.
 */
void cor_break_even_attach_card (
    GtkWidget *row, const CorSolver *solver, CorBreakEvenFigure figure, CorLeverId lever, int model_year, double value);

G_END_DECLS
