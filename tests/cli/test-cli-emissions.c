/* test-cli-emissions.c: what the command line says of emissions, cities, months and machines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/wait.h>

/* What a call says; its exit status into @status. */
static char *
run (const char *line, int *status)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;
  char *out = NULL;
  int wait_status;

  g_ptr_array_add (argv, (char *) g_getenv ("CORRIDOR_CLI"));
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, words[i]);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &err, &wait_status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  *status = WEXITSTATUS (wait_status);
  g_test_message ("%s -> %d %s", line, *status, err);
  return out;
}

/* The cells of a column, NaN for what is no number; quoted cells hold no comma in these columns' tables. */
static GArray *
column (const char *csv, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  g_auto (GStrv) head = g_strsplit (lines[0], ",", -1);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = g_strv_length (head), at = 0;

  while (at < n && strcmp (head[at], name) != 0)
    at++;
  g_assert_cmpuint (at, <, n);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], ",", -1);
      char *end = NULL;
      double value;

      /* From the end: a reason with commas stands before these columns. */
      guint from_end = n - at;
      guint cell = g_strv_length (row) - from_end;

      value = g_ascii_strtod (row[cell], &end);
      if (end == row[cell])
        value = NAN;
      g_array_append_val (cells, value);
    }
  return cells;
}

static double
sum (const char *csv, const char *name, guint rows)
{
  g_autoptr (GArray) cells = column (csv, name);
  double total = 0;

  for (guint i = 0; i < MIN (rows, cells->len); i++)
    if (!isnan (g_array_index (cells, double, i)))
      total += g_array_index (cells, double, i);
  return total;
}

/* Two sets of factors side by side: what stands beside is what an evaluation with that set gives. */
static void
test_beside (void)
{
  int status;
  g_autofree char *beside
    = run ("evaluate icct-2021.corridor --beside-grid-factor=china-2023-life-cycle --beside-diesel-factor=en16258-wtw "
           "--beside-hydrogen-factor=hydrogen-grid --beside-green-share=0.25",
           &status);
  g_autofree char *other = run ("evaluate icct-2021.corridor --grid-factor=china-2023-life-cycle --diesel-factor=en16258-wtw "
                                "--hydrogen-factor=hydrogen-grid --green-share=0.25",
                                &status);
  static const char *const pairs[][2] = { { "beside_wtw_kgco2e_per_year", "wtw_kgco2e_per_year" },
                                          { "beside_diesel_wtw_kgco2e_per_year", "diesel_wtw_kgco2e_per_year" } };

  for (guint k = 0; k < G_N_ELEMENTS (pairs); k++)
    {
      g_autoptr (GArray) a = column (beside, pairs[k][0]), b = column (other, pairs[k][1]);

      g_assert_cmpuint (a->len, ==, b->len);
      g_assert_cmpuint (a->len, >, 20);
      for (guint i = 0; i < a->len; i++)
        {
          double x = g_array_index (a, double, i), y = g_array_index (b, double, i);

          g_assert_true ((isnan (x) && isnan (y)) || fabs (x - y) <= 1e-8 * fabs (x));
        }
    }
}

/* Rows of every sort add up; a great circle leaves emissions alone and makes them more by the tkm. */
static void
test_rows (void)
{
  static const char *const sorts[] = { "duty", "route", "truck", "station", "scenario" };
  int status;
  double first = NAN;
  g_autofree char *gcd = run ("emissions eastern-port.corridor --by=scenario --activity=gcd", &status);
  g_autofree char *sfd = run ("emissions eastern-port.corridor --by=scenario", &status);

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autofree char *line = g_strdup_printf ("emissions eastern-port.corridor --by=%s", sorts[i]);
      g_autofree char *csv = run (line, &status);
      g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
      double total = 0;

      g_assert_cmpint (status, ==, 0);
      for (guint k = 1; lines[k] != NULL && *lines[k] != '\0'; k++)
        {
          g_auto (GStrv) cells = g_strsplit (lines[k], ",", -1);

          if (strcmp (cells[1], "scenario") == 0)
            total += g_ascii_strtod (cells[9], NULL);
        }
      if (i == 0)
        first = total;
      g_assert_cmpfloat_with_epsilon (total, first, 1e-6 * first);
    }
  g_assert_cmpfloat_with_epsilon (sum (gcd, "wtw_kgco2e_per_year", 1), sum (sfd, "wtw_kgco2e_per_year", 1), 1e-3);
  g_assert_cmpfloat (sum (gcd, "wtw_gco2e_per_tkm", 1), >, sum (sfd, "wtw_gco2e_per_tkm", 1));
}

/* By where driven and by where registered: the same total, to 0.01 %; the last row is of all. */
static void
test_region (void)
{
  int status;
  g_autofree char *csv = run ("region eastern-port.corridor", &status);
  g_autoptr (GArray) cells = column (csv, "operating_diesel_tco2e_per_year");
  guint cities = cells->len - 1;
  double all = g_array_index (cells, double, cities);

  g_assert_cmpint (status, ==, 0);
  g_assert_cmpfloat (all, >, 0);
  g_assert_cmpfloat_with_epsilon (sum (csv, "operating_diesel_tco2e_per_year", cities), all, 1e-4 * all);
  g_assert_cmpfloat_with_epsilon (sum (csv, "registration_diesel_tco2e_per_year", cities), all, 1e-4 * all);
}

static void
test_months (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "corridor-test-cli-months.csv", NULL);
  g_autoptr (GString) text = g_string_new ("city,month,standard,km,litres\n");
  g_autofree char *line = g_strdup_printf ("months %s --ahead=6", path), *csv = NULL;
  int status;

  for (guint t = 0; t < 48; t++)
    g_string_append_printf (text, "Shenzhen,%u-%02u,VI,,%u\n", 2020 + t / 12, t % 12 + 1, 1000000 + 10000 * (t % 12));
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  csv = run (line, &status);
  g_assert_cmpint (status, ==, 0);
  /* Truck-carbon report: 2.6765 kg CO2 a litre; a year that repeats is foretold as it was. */
  g_assert_nonnull (strstr (csv, "\nShenzhen,2020-01,measured,2676.5,"));
  g_assert_nonnull (strstr (csv, "\nShenzhen,2024-01,forecast,2676.5,2676.5,2676.5,"));
  g_remove (path);
}

static void
test_faults (void)
{
  static const struct
  {
    const char *line;
    int status;
  } calls[] = {
    { "emissions eastern-port.corridor --by=mood", 2 },
    { "emissions eastern-port.corridor --grid-factor=none", 1 },
    { "emissions eastern-port.corridor --green-share=2", 1 },
    { "emissions eastern-port.corridor --activity=walk", 1 },
    { "evaluate eastern-port.corridor --beside-grid-factor=none", 1 },
    { "region eastern-port.corridor --areas=/nowhere.geojson", 1 },
    { "months /nowhere.csv", 1 },
    { "months x --ahead=-1", 2 },
    { "yard eastern-port.corridor", 2 },
    { "yard eastern-port.corridor --site=none", 1 },
    { "machinery --kind=loader --kw=55 --hours=4 --load-share=2", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      int status;
      g_autofree char *out = run (calls[i].line, &status);

      g_assert_cmpint (status, ==, calls[i].status);
      g_assert_cmpstr (out, ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-emissions/beside", test_beside);
  g_test_add_func ("/cli-emissions/rows", test_rows);
  g_test_add_func ("/cli-emissions/region", test_region);
  g_test_add_func ("/cli-emissions/months", test_months);
  g_test_add_func ("/cli-emissions/faults", test_faults);
  return g_test_run ();
}
