/* test-icct-2021.c: the ICCT study of 2021 as its printed tables and text have it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-anchors.h"

#include "cor-param-reader.h"

static CorStudy study;

/* Table 23: model year of parity with diesel, no policy; 0 stands for later than 2030. */
static const int table_23[COR_STUDY_TRUCKS][2][COR_STUDY_CITIES] = {
  [COR_STUDY_TRACTOR] = { { 2030, 2030, 2029 }, { 0, 0, 0 } },
  [COR_STUDY_DUMP] = { { 2025, 2025, 2024 }, { 0, 0, 0 } },
  [COR_STUDY_STRAIGHT] = { { 2027, 2027, 2026 }, { 0, 0, 0 } },
};

static void
test_parity_without_policy (void)
{
  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    for (int p = COR_STUDY_BET; p <= COR_STUDY_FCET; p++)
      for (int c = 0; c < COR_STUDY_CITIES; c++)
        {
          int ours = cor_study_parity (&study, t, p, c, NULL, 0);
          int printed = table_23[t][p - COR_STUDY_BET][c];

          g_test_message ("%s %s %s: printed %d, ours %d", cor_study_trucks[t],
                          p == COR_STUDY_BET ? "bet" : "fcet", cor_study_cities[c], printed, ours);
          g_assert_cmpint (ours, ==, printed);
        }
}

static void
test_anchors (void)
{
  CorAnchor anchors[COR_N_ANCHORS];

  cor_anchors_compute (&study, anchors);
  for (guint i = 0; i < COR_N_ANCHORS; i++)
    {
      g_test_message ("%s: printed %g, counts from %g to %g, ours %.4g %s", anchors[i].text, anchors[i].printed,
                      anchors[i].low, anchors[i].high, anchors[i].ours, anchors[i].unit);
      g_assert_cmpfloat (anchors[i].ours, >=, anchors[i].low);
      g_assert_cmpfloat (anchors[i].ours, <=, anchors[i].high);
    }
}

/* Help for zero-emission trucks or a charge on diesel never puts parity off; all five do most. */
static void
test_policies_never_delay (void)
{
  static const CorPolicyKind kinds[] = { COR_POLICY_PURCHASE_SUBSIDY, COR_POLICY_TOLL_RELIEF, COR_POLICY_ENERGY,
                                         COR_POLICY_GHG_ROAD_CHARGE, COR_POLICY_CARBON_TAX };
  CorPolicyTerm terms[G_N_ELEMENTS (kinds)];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    cor_policy_term_init (&terms[i], kinds[i]);
  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    for (int p = COR_STUDY_BET; p <= COR_STUDY_FCET; p++)
      for (int c = 0; c < COR_STUDY_CITIES; c++)
        {
          double none[COR_STUDY_YEARS], one[COR_STUDY_YEARS], all[COR_STUDY_YEARS];

          cor_study_gaps (&study, t, p, c, NULL, 0, none);
          cor_study_gaps (&study, t, p, c, terms, G_N_ELEMENTS (terms), all);
          for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
            {
              cor_study_gaps (&study, t, p, c, &terms[i], 1, one);
              for (int y = 0; y < COR_STUDY_YEARS; y++)
                {
                  g_assert_cmpfloat (one[y], <, none[y]);
                  g_assert_cmpfloat (all[y], <, one[y]);
                }
            }
        }
}

/* Together the five are worth what they are worth one by one: nothing is counted twice. */
static void
test_policies_add_up (void)
{
  static const CorPolicyKind kinds[] = { COR_POLICY_PURCHASE_SUBSIDY, COR_POLICY_TOLL_RELIEF, COR_POLICY_ENERGY,
                                         COR_POLICY_GHG_ROAD_CHARGE, COR_POLICY_CARBON_TAX };
  CorPolicyTerm terms[G_N_ELEMENTS (kinds)];
  double none[COR_STUDY_YEARS], one[COR_STUDY_YEARS], all[COR_STUDY_YEARS], sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    cor_policy_term_init (&terms[i], kinds[i]);
  cor_study_gaps (&study, COR_STUDY_TRACTOR, COR_STUDY_FCET, COR_STUDY_SHANGHAI, NULL, 0, none);
  cor_study_gaps (&study, COR_STUDY_TRACTOR, COR_STUDY_FCET, COR_STUDY_SHANGHAI, terms, 5, all);
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      cor_study_gaps (&study, COR_STUDY_TRACTOR, COR_STUDY_FCET, COR_STUDY_SHANGHAI, &terms[i], 1, one);
      sum += none[6] - one[6];
    }
  g_assert_cmpfloat_with_epsilon (none[6] - all[6], sum, 0.01);
}

/*
 * Table 31 at 40 % less distance and range: the text has the tractor-trailer in Beijing at parity
 * earlier, and the dump truck in Shenzhen gain less by then.
 */
static void
test_distance_and_range (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamLayer) defaults = cor_param_reader_load_default (&error);
  CorStudy short_study;
  double base[COR_STUDY_YEARS], low[COR_STUDY_YEARS];

  g_assert_no_error (error);
  cor_study_init (&short_study, defaults);
  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    cor_study_set_range (&short_study, t, -1, COR_STUDY_LOW);
  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    for (int c = 0; c < COR_STUDY_CITIES; c++)
      g_test_message ("%s %s: parity %d, at low distance and range %d", cor_study_trucks[t], cor_study_cities[c],
                      cor_study_parity (&study, t, COR_STUDY_BET, c, NULL, 0),
                      cor_study_parity (&short_study, t, COR_STUDY_BET, c, NULL, 0));
  g_assert_cmpint (cor_study_parity (&short_study, COR_STUDY_TRACTOR, COR_STUDY_BET, COR_STUDY_BEIJING, NULL, 0), <,
                   cor_study_parity (&study, COR_STUDY_TRACTOR, COR_STUDY_BET, COR_STUDY_BEIJING, NULL, 0));
  cor_study_gaps (&study, COR_STUDY_DUMP, COR_STUDY_BET, COR_STUDY_SHENZHEN, NULL, 0, base);
  cor_study_gaps (&short_study, COR_STUDY_DUMP, COR_STUDY_BET, COR_STUDY_SHENZHEN, NULL, 0, low);
  for (int y = 2024; y <= COR_STUDY_LAST; y++)
    g_assert_cmpfloat (low[y - COR_STUDY_FIRST], >, base[y - COR_STUDY_FIRST]);
  cor_study_clear (&short_study);
}

/* Green hydrogen costs about twice the blue (tables 21 and 22), renewable power more than a night's valley. */
static void
test_green_energy_costs_more (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamLayer) defaults = cor_param_reader_load_default (&error);
  CorStudy green;
  double base[COR_STUDY_YEARS], with[COR_STUDY_YEARS];

  g_assert_no_error (error);
  cor_study_init (&green, defaults);
  cor_study_set (&green, -1, -1, -1, COR_PARAM_GREEN_HYDROGEN, 1, 1);
  cor_study_set (&green, -1, -1, -1, COR_PARAM_GREEN_POWER, 1, 1);
  for (int p = COR_STUDY_BET; p <= COR_STUDY_FCET; p++)
    {
      cor_study_gaps (&study, COR_STUDY_DUMP, p, COR_STUDY_SHENZHEN, NULL, 0, base);
      cor_study_gaps (&green, COR_STUDY_DUMP, p, COR_STUDY_SHENZHEN, NULL, 0, with);
      for (int y = 0; y < COR_STUDY_YEARS; y++)
        g_assert_cmpfloat (with[y], >, base[y]);
    }
  cor_study_clear (&green);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamLayer) defaults = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  defaults = cor_param_reader_load_default (&error);
  g_assert_no_error (error);
  cor_study_init (&study, defaults);
  g_test_add_func ("/icct-2021/parity-without-policy", test_parity_without_policy);
  g_test_add_func ("/icct-2021/anchors", test_anchors);
  g_test_add_func ("/icct-2021/policies-never-delay", test_policies_never_delay);
  g_test_add_func ("/icct-2021/policies-add-up", test_policies_add_up);
  g_test_add_func ("/icct-2021/distance-and-range", test_distance_and_range);
  g_test_add_func ("/icct-2021/green-energy", test_green_energy_costs_more);
  status = g_test_run ();
  cor_study_clear (&study);
  return status;
}
