/* cor-break-even-text.c: values of levers in words, and what is said where none changes sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-break-even-text.h"

#include "cor-format.h"
#include "cor-item-text.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
cor_break_even_value_text (CorLeverId lever, double value)
{
  const char *unit = cor_lever_info (lever)->unit;
  g_autofree char *number = NULL;
  double factor;

  if (g_str_equal (unit, "1"))
    return cor_format_percent (value, -1, NULL);
  unit = cor_units_shown (cor_unit_text (unit), INFINITY, &factor);
  value *= factor;
  number = fabs (value) >= 1000 ? cor_format_number (value, 0) : cor_format_significant (value, 3);
  return g_strdup_printf ("%s %s", number, unit);
}

double
cor_break_even_present_gap (CorSolver *solver, int year)
{
  double now, lowest, highest;

  for (guint lever = 0; lever < COR_N_LEVERS; lever++)
    {
      cor_solver_present (solver, lever, year, &now, &lowest, &highest);
      if (!isnan (now))
        return cor_solver_gap (solver, lever, now, year);
    }
  return NAN;
}

double
cor_break_even_nearest_end (CorSolver *solver, CorLeverId lever, int year, double lowest, double highest)
{
  return fabs (cor_solver_gap (solver, lever, lowest, year)) < fabs (cor_solver_gap (solver, lever, highest, year)) ? lowest : highest;
}

char *
cor_break_even_no_value_text (CorSolver *solver, CorLeverId lever, int year, double lowest, double highest)
{
  double nearest = cor_solver_gap (solver, lever, cor_break_even_nearest_end (solver, lever, year, lowest, highest), year);
  g_autofree char *from = cor_break_even_value_text (lever, lowest), *to = cor_break_even_value_text (lever, highest);
  g_autofree char *gap = cor_format_number (fabs (nearest), 0);

  if (nearest <= 0)
    return g_strdup_printf (_ ("between %s and %s the truck stays %s yuan or more below diesel"), from, to, gap);
  return g_strdup_printf (_ ("between %s and %s the truck stays %s yuan or more above diesel"), from, to, gap);
}
