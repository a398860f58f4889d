/* test-adoption.c: which truck of a duty counts, the assigned one or the cheapest, and the sums over those that do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-fixture.h"

#include <math.h>

static CorEngine *engine;

static CorResults *
evaluated (CorAdoption adoption)
{
  g_autoptr (CorScenario) base = fixture_load ("eastern-port");
  CorItem *head = cor_item_copy (&cor_scenario_head (base)->item);
  g_autoptr (CorScenario) scenario = NULL;

  ((CorHead *) head)->adoption = adoption;
  scenario = cor_scenario_with_head (base, head);
  return cor_engine_evaluate (engine, scenario);
}

/* What a shipper who takes the cheapest truck that can do the day would take: said again, without the core's help. */
static int
chosen (const CorDutyResult *duty, guint year)
{
  double least = duty->diesel->outcomes[year].tco_yuan;
  int best = -1;

  for (guint i = 0; i < duty->n_alternatives; i++)
    {
      const CorOutcome *outcome = &duty->alternatives[i]->outcomes[year];

      if (duty->alternatives[i]->powertrain != COR_POWERTRAIN_DIESEL && outcome->feasible && outcome->tco_yuan <= least)
        {
          least = outcome->tco_yuan;
          best = (int) i;
        }
    }
  return best;
}

/* Whether there is a truck to compare with diesel. */
static gboolean
compares (const CorDutyResult *duty, guint year, gboolean cheapest)
{
  for (guint i = 0; i < duty->n_alternatives; i++)
    if (duty->alternatives[i]->outcomes[year].feasible && duty->diesel->outcomes[year].feasible
        && duty->alternatives[i]->powertrain != COR_POWERTRAIN_DIESEL && (cheapest || i == duty->assigned))
      return TRUE;
  return FALSE;
}

/* Emissions of all duties in a year, of the trucks that @pick names. */
static double
fleet_kg (const CorResults *results, guint year, gboolean cheapest)
{
  double sum = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      int index = cheapest ? chosen (duty, year) : (int) duty->assigned;

      if (!compares (duty, year, cheapest))
        continue;
      sum += duty->duty->trucks
             * (index < 0 ? duty->diesel : duty->alternatives[index])->outcomes[year].wtw_kg;
    }
  return sum;
}

/* Diesel stays where it is cheaper; both happen in the sample, or the test would say nothing. */
static void
test_cheapest (void)
{
  g_autoptr (CorResults) results = evaluated (COR_ADOPTION_CHEAPEST);
  guint diesel = 0, electric = 0;

  for (guint year = 0; year < results->n_years; year++)
    {
      for (guint i = 0; i < results->n_duties; i++)
        {
          const CorDutyResult *duty = &results->duties[i];

          if (!compares (duty, year, TRUE))
            continue;
          g_test_message ("%s %u", duty->duty->item.id, year);
          g_assert_cmpint (duty->counted[year], ==, chosen (duty, year));
          diesel += duty->counted[year] < 0;
          electric += duty->counted[year] >= 0;
        }
      g_assert_cmpfloat_with_epsilon (results->totals[year].wtw_kg, fleet_kg (results, year, TRUE), 0.01);
    }
  g_assert_cmpuint (diesel, >, 5);
  g_assert_cmpuint (electric, >, 5);
}

/* The assigned truck counts where it can do the day, cheaper than diesel or not. */
static void
test_assigned (void)
{
  g_autoptr (CorResults) results = evaluated (COR_ADOPTION_ASSIGNED);

  for (guint year = 0; year < results->n_years; year++)
    {
      for (guint i = 0; i < results->n_duties; i++)
        {
          const CorDutyResult *duty = &results->duties[i];

          g_assert_cmpint (duty->counted[year], ==, compares (duty, year, FALSE) ? (int) duty->assigned : -1);
        }
      g_assert_cmpfloat_with_epsilon (results->totals[year].wtw_kg, fleet_kg (results, year, FALSE), 0.01);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/adoption/cheapest", test_cheapest);
  g_test_add_func ("/adoption/assigned", test_assigned);
  return fixture_run (engine);
}
