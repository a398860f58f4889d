/* cor-break-even-text.h: values of levers in words, and what is said where none changes sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-solver.h"

G_BEGIN_DECLS

/** cor_break_even_value_text: (transfer full): @value of @lever with its unit, as people chose it. */
char *cor_break_even_value_text (CorLeverId lever, double value);

/**
 * cor_break_even_present_gap: yuan above diesel of a truck of model year @year as it stands, no lever
 * moved; NaN where no lever means anything to the duty.
 */
double cor_break_even_present_gap (CorSolver *solver, int year);

/** cor_break_even_nearest_end: that of @lowest and @highest at which a truck of model year @year is nearer to parity. */
double cor_break_even_nearest_end (CorSolver *solver, CorLeverId lever, int year, double lowest, double highest);

/**
 * cor_break_even_no_value_text: (transfer full): how far from parity a truck of model year @year stays
 * where no value of @lever from @lowest to @highest changes sides; the gap is the lesser of the ends'.
 */
char *cor_break_even_no_value_text (CorSolver *solver, CorLeverId lever, int year, double lowest, double highest);

G_END_DECLS
