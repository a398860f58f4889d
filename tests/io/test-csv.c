/* test-csv.c: tables as CSV, and as what spreadsheets take from the clipboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-csv.h"

#include <math.h>

/* RFC 4180, section 2: what holds a comma, a quote or a line break stands in quotes, a quote twice. */
static void
test_quotes (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  cor_csv_row (csv, "a", "b,c", "d\"e", "f\ng", NULL);
  cor_csv_text (csv, NULL);
  cor_csv_number (csv, 0.1);
  cor_csv_number (csv, NAN);
  cor_csv_end_row (csv);
  g_assert_cmpstr (csv->str, ==, "a,\"b,c\",\"d\"\"e\",\"f\ng\"\n\"\",0.1,\n");
}

/* The same cells, a tab between each and the next; nothing in a cell breaks the table. */
static void
test_tabs (void)
{
  g_autofree char *text = cor_csv_to_tabs ("a,\"b,c\",\"d\"\"e\",\"f\ng\"\n\"\",0.1,\n站,\"1\t2\"\n");

  g_assert_cmpstr (text, ==, "a\tb,c\td\"e\tf g\n\t0.1\t\n站\t1 2\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/tabs", test_tabs);
  return g_test_run ();
}
