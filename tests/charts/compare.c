/* compare.c: the comparison of variants as a table for other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-compare-table.h"

#include <string.h>

/* How many fields a line has; commas between quotes part nothing. */
static guint
n_fields (const char *line)
{
  gboolean quoted = FALSE;
  guint n = 1;

  for (; *line != '\0'; line++)
    {
      quoted ^= *line == '"';
      n += *line == ',' && !quoted;
    }
  return n;
}

/* A variant that is not worked out leaves its column empty; names with commas and quotes stay one field. */
static void
test_csv (void)
{
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  CorTotals totals[2] = { { .trucks = 1 }, { .trucks = 1 } };
  CorResults lost = { .scenario = empty, .first_year = 2027, .n_years = 2, .totals = totals, .parity_year = 2027,
                      .parity = { 1, { { 2027, 2027 } }, 2028 } };
  CorResults never = { .scenario = empty, .first_year = 2027, .n_years = 2, .totals = totals };
  const CorResults *const results[] = { &lost, NULL, &never };
  const char *const names[] = { "Base", "Two, \"late\"", "Three" };
  g_autofree char *text = cor_compare_to_csv (results, names, G_N_ELEMENTS (results));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);

  g_assert_cmpstr (lines[0], ==, "figure,unit,Base,\"Two, \"\"late\"\"\",Three");
  g_assert_true (g_strv_contains ((const char *const *) lines, "parity_year,year,2027,,"));
  g_assert_true (g_strv_contains ((const char *const *) lines, "parity_lost_year,year,2028,,"));
  g_assert_cmpuint (n, >, 8);
  g_assert_cmpstr (lines[n - 1], ==, "");
  for (guint i = 0; i + 1 < n; i++)
    g_assert_cmpuint (n_fields (lines[i]), ==, 2 + G_N_ELEMENTS (results));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/compare/csv", test_csv);
  return g_test_run ();
}
