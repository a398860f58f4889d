/* test-policy-library.c: the instruments to pick from are sound, sourced, and off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-dir.h"
#include "cor-policy.h"
#include "cor-scenario-file.h"

#include <math.h>

static CorScenario *library;

static const CorPolicy *
policy (const char *id)
{
  const CorItem *item = cor_scenario_find (library, COR_ITEM_POLICY, id);

  g_assert_nonnull (item);
  return (const CorPolicy *) item;
}

static void
test_every_instrument (void)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (library, COR_ITEM_POLICY, &n);

  g_assert_cmpuint (n, >, 50);
  for (guint i = 0; i < n; i++)
    {
      const CorPolicy *instrument = (const CorPolicy *) items[i];
      CorPolicyKind kind;

      g_test_message ("%s", items[i]->id);
      g_assert_nonnull (items[i]->source);
      g_assert_nonnull (items[i]->name_zh);
      g_assert_false (instrument->on);
      if (g_str_equal (instrument->policy_kind, "package"))
        g_assert_nonnull (instrument->members);
      else
        {
          g_assert_true (cor_policy_kind_from_id (instrument->policy_kind, &kind));
          g_assert_true (!isnan (instrument->amount) || instrument->schedule != NULL);
        }
    }
}

/* What an instrument of steps gives for a battery. */
static double
ladder (const char *id, double kwh)
{
  const CorPolicy *steps = policy (id);
  double sum = 0, from = 0;

  for (guint i = 0; i < steps->tiers->len && kwh > from; i++)
    {
      const CorPolicyPoint *tier = &g_array_index (steps->tiers, CorPolicyPoint, i);

      sum += (MIN (kwh, tier->x) - from) * tier->y;
      from = tier->x;
    }
  return MIN (sum + MAX (0, kwh - from) * steps->amount, steps->cap_yuan);
}

/* Table 1 of ICCT 2021: up to 30 kWh, up to 50 kWh, above; at most 150,000 and 100,000 yuan. */
static void
test_ladders (void)
{
  g_assert_cmpfloat_with_epsilon (ladder ("national-bet-2017", 20), 20 * 1500, 0.01);
  g_assert_cmpfloat_with_epsilon (ladder ("national-bet-2017", 40), 30 * 1500 + 10 * 1200, 0.01);
  g_assert_cmpfloat_with_epsilon (ladder ("national-bet-2017", 100), 30 * 1500 + 20 * 1200 + 50 * 1000, 0.01);
  g_assert_cmpfloat_with_epsilon (ladder ("national-bet-2017", 350), 150000, 0.01);
  g_assert_cmpfloat_with_epsilon (ladder ("national-bet-2018", 100), 30 * 850 + 20 * 750 + 50 * 650, 0.01);
  g_assert_cmpfloat_with_epsilon (ladder ("national-bet-2018", 350), 100000, 0.01);
}

/* Rows of the sources, as printed. */
static void
test_figures (void)
{
  g_assert_cmpfloat (policy ("national-bet-2013")->amount, ==, 2000);
  g_assert_cmpfloat (policy ("national-bet-2017")->min_wh_per_kg, ==, 90);
  g_assert_cmpfloat (policy ("national-bet-2019")->min_range_km, ==, 80);
  g_assert_cmpfloat (policy ("national-fcet-2018")->min_range_km, ==, 300);
  g_assert_cmpfloat (policy ("national-bet-2013")->cap_yuan, ==, 150000);
  g_assert_cmpfloat (policy ("national-bet-2021-private")->amount, ==, 252);
  g_assert_cmpfloat (policy ("national-fcet-2009")->amount, ==, 600000);
  g_assert_cmpint (policy ("national-fcet-2009")->last_year, ==, 2012);
  g_assert_cmpfloat (policy ("scrappage-shanghai-heavy")->amount, ==, 48000);
  g_assert_cmpfloat (policy ("scrappage-shaanxi-heavy")->amount, ==, 33000);
  g_assert_cmpfloat (policy ("scrappage-shanxi-2009-2010-heavy")->amount, ==, 14300);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (CorScenarioFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  path = cor_data_file ("policies", "china.corridor", NULL);
  file = cor_scenario_file_load (path, &error);
  g_assert_no_error (error);
  library = cor_scenario_file_scenario (file);
  g_test_add_func ("/policy-library/every-instrument", test_every_instrument);
  g_test_add_func ("/policy-library/ladders", test_ladders);
  g_test_add_func ("/policy-library/figures", test_figures);
  return g_test_run ();
}
