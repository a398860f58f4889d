/* test-cli.c: corridor-cli as scripts use it: what it writes where, and its exit status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-fixture.h"

/* Calls that have to fail: status 1 with one line that begins with the program's name, status 2
 * with a hint; and nothing on standard output. */
static const struct
{
  const char *line;
  int status;
  const char *says;
} failing[] = {
  { "", 2, "Usage: corridor-cli COMMAND" },
  { "nonsense", 2, "is no command" },
  { "check", 2, "something is missing" },
  { "check a b", 2, "more words" },
  { "check --nonsense a", 2, "--nonsense" },
  { "check /nowhere/at/all.corridor", 1, "/nowhere/at/all.corridor: " },
  { "check @io", 1, "is not a file" },
  { "check @io/every-field.corridor", 1, "scenario.grid_factor" },
  { "convert --from=wgs84 114,22", 2, "--to" },
  { "convert --from=wgs84 --to=mars 114,22", 2, "mars" },
  { "convert --from=wgs84 --to=gcj02", 2, "LON,LAT" },
  { "convert --from=wgs84 --to=gcj02 114", 2, "“114” is no place" },
  { "convert --from=wgs84 --to=gcj02 114,22x", 2, "is no place" },
  { "convert --from=wgs84 --to=gcj02 nan,22", 2, "is no place" },
  { "convert --from=wgs84 --to=gcj02 22,114", 2, "is no place" },
  { "convert --from=wgs84 --to=gcj02 114,22 --output=/nowhere/at/all.csv", 1, "/nowhere/at/all.csv" },
  { "evaluate", 2, "something is missing" },
  { "evaluate --format=xml a", 2, "xml" },
  { "evaluate /nowhere/at/all.corridor", 1, "/nowhere/at/all.corridor" },
  { "evaluate @io/every-field.corridor --policy=none", 1, "--policy: " },
  { "evaluate @io/every-field.corridor --region=Atlantis", 1, "--region: " },
  { "evaluate @io/every-field.corridor --year=1066", 1, "--year: 1066" },
  { "evaluate @io/every-field.corridor --year=soon", 2, "soon" },
  { "evaluate @io/every-field.corridor --variant=none", 1, "--variant: " },
  { "evaluate @io/every-field.corridor --set=battery_kwh", 1, "--set: " },
  { "evaluate @io/every-field.corridor --set=battery_kwh=much", 1, "--set: " },
  { "evaluate @io/every-field.corridor --set=battery_kwh=-1", 1, "battery_kwh is -1" },
  { "evaluate @io/every-field.corridor --set=battery_kwh=nan", 1, "--set: " },
  { "evaluate @io/every-field.corridor --set=soul=1", 1, "“soul” is no parameter" },
  { "evaluate @io/every-field.corridor --set=battery_kwh.none=1", 1, "no truck or duty “none”" },
  { "sensitivity shenzhen-pilot.corridor", 2, "--duty" },
  { "sensitivity shenzhen-pilot.corridor --duty=none", 1, "no duty “none”" },
  { "sensitivity shenzhen-pilot.corridor --duty=1 --samples=-1", 2, "--samples" },
  { "sensitivity shenzhen-pilot.corridor --duty=1 --samples=3", 1, "shenzhen-pilot.corridor: " },
  { "breakeven icct-2021.corridor", 2, "--duty" },
  { "breakeven icct-2021.corridor --duty=none", 1, "no duty “none”" },
  { "breakeven icct-2021.corridor --duty=tractor_trailer-beijing --lever=luck", 1, "no lever “luck”" },
  { "breakeven icct-2021.corridor --duty=tractor_trailer-beijing --lever=toll_relief --parity=2020", 1, "2020" },
  { "site eastern-port.corridor", 2, "--count" },
  { "site eastern-port.corridor --count=-1", 2, "--count" },
  { "site eastern-port.corridor --count=1 --aim=both", 2, "both" },
  { "site shenzhen-pilot.corridor --count=1", 1, "candidate" },
  { "machinery --kw=50 --hours=8", 2, "--kind" },
  { "machinery --kind=boat --kw=50 --hours=8", 1, "boat" },
  { "machinery --kind=forklift --kw=-50 --hours=8", 1, "machinery: " },
  { "machinery --kind=forklift --kw=50 --hours=25", 1, "machinery: " },
  { "import @io/every-field.corridor", 2, "--into" },
  { "import @io/every-field.corridor --into=/nowhere/a.corridor --as=cars", 2, "--as" },
  { "import @io/every-field.corridor --into=/nowhere/a.corridor --as=sites --crs=mars", 2, "mars" },
  { "import @io/every-field.corridor --into=/nowhere/a.corridor --as=sites", 1, "/nowhere/a.corridor" },
  { "export eastern-port.corridor", 2, "--output" },
  { "export eastern-port.corridor --output=a.doc", 2, "a.doc" },
  { "export eastern-port.corridor --output=/nowhere/at/all.csv", 1, "/nowhere/at/all.csv" },
  { "network build", 2, "something is missing" },
  { "network build /nowhere/a.osm.pbf", 2, "--output" },
  { "network build /nowhere/a.osm.pbf --output=/tmp/none", 1, "/nowhere/a.osm.pbf" },
  { "route --from=114,22", 2, "--to" },
  { "route --from=114 --to=113,22", 2, "“114” is no place" },
  { "route --from=114.2,22.6 --to=113.9,22.6 --network=/nowhere", 1, "/nowhere" },
  { "route --from=0,0 --to=113.9,22.6", 1, "route: " },
};

static void
test_failing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (failing); i++)
    {
      g_auto (Call) call = run (failing[i].line);

      g_assert_cmpint (call.status, ==, failing[i].status);
      g_assert_cmpstr (call.out, ==, "");
      g_assert_nonnull (strstr (call.err, failing[i].says));
      if (call.status == 1)
        g_assert_true (g_str_has_prefix (call.err, "corridor-cli: "));
    }
}

static void
test_help (void)
{
  static const char *const commands[]
    = { "evaluate", "parity", "sensitivity", "route", "machinery", "import", "export", "check", "convert", "schema", "consumption",
        "network", "bench" };
  g_auto (Call) overview = run ("--help");
  g_auto (Call) version = run ("--version");

  g_assert_cmpint (overview.status, ==, 0);
  g_assert_cmpint (version.status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strconcat (commands[i], " --help", NULL);
      g_autofree char *title = g_strconcat ("corridor-cli ", commands[i], NULL);
      g_auto (Call) call = run (line);

      g_assert_cmpint (call.status, ==, 0);
      g_assert_nonnull (strstr (call.out, title));
      g_assert_nonnull (strstr (overview.out, commands[i]));
      g_assert_cmpstr (call.err, ==, "");
    }
}

/* Whether a row of CSV has these two numbers. */
static void
assert_row (const char *csv, guint row, double lon, double lat)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  g_auto (GStrv) cells = NULL;

  g_assert_cmpuint (g_strv_length (lines), >, row);
  cells = g_strsplit (lines[row], ",", -1);
  g_assert_cmpuint (g_strv_length (cells), ==, 2);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[0], NULL), lon, 1e-6);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[1], NULL), lat, 1e-6);
}

/* The vectors on which independent implementations agree; the order of the places is kept. */
static void
test_convert (void)
{
  g_auto (Call) there = run ("convert --from=wgs84 --to=gcj02 114.0579,22.5431 -8.61,-41.15 114.27,22.575");
  g_auto (Call) back = run ("convert --from bd09 --to wgs84 114.06956399,22.54604156");

  g_assert_cmpint (there.status, ==, 0);
  g_assert_true (g_str_has_prefix (there.out, "lon,lat\n"));
  assert_row (there.out, 1, 114.06301400, 22.54038281);
  assert_row (there.out, 2, -8.61, -41.15);
  assert_row (there.out, 3, 114.27482089, 22.57214500);
  assert_row (back.out, 1, 114.0579, 22.5431);
}

static void
test_route (void)
{
  g_auto (Call) straight = run ("route --from=114.27,22.575 --to=113.9,22.6");
  g_auto (Call) round = run ("route --from=114.27,22.575 --to=113.9,22.6 --via=114.06,22.75");
  g_auto (Call) line = run ("route --from=114.27,22.575 --to=113.9,22.6 --geometry");
  double near, far;

  g_assert_cmpint (straight.status, ==, 0);
  g_assert_true (g_str_has_prefix (straight.out, "distance_km,duration_min,tolled_km\n"));
  near = g_ascii_strtod (strchr (straight.out, '\n') + 1, NULL);
  far = g_ascii_strtod (strchr (round.out, '\n') + 1, NULL);
  g_assert_cmpfloat (near, >, 38);
  g_assert_cmpfloat (far, >, near);
  g_assert_nonnull (strstr (line.out, "\"LineString\""));
}

/* Each option changes what it says, seen in the figure it has to change. */
static void
test_options (void)
{
  g_auto (Call) plain = run ("evaluate shenzhen-pilot.corridor");
  g_auto (Call) all = run ("evaluate shenzhen-pilot.corridor --set=energy_use_kwh_per_km=2");
  g_auto (Call) electric = run ("evaluate shenzhen-pilot.corridor --set=bet.energy_use_kwh_per_km=2");
  g_auto (Call) one = run ("evaluate shenzhen-pilot.corridor --set=energy_use_kwh_per_km.1=2");
  g_auto (Call) region = run ("evaluate shenzhen-pilot.corridor --region=Huizhou");
  g_autofree char *before = cell_of (plain.out, "1,line-1,truck-1,bet", 13);
  g_autofree char *diesel = cell_of (plain.out, "1,line-1,tractor_trailer,diesel", 14);
  const Call *const changed[] = { &all, &electric, &one };

  g_assert_nonnull (before);
  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    {
      g_autofree char *of_1 = cell_of (changed[i]->out, "1,line-1,truck-1,bet", 13);
      g_autofree char *of_2 = cell_of (changed[i]->out, "2,line-2,truck-2,bet", 13);
      g_autofree char *same = cell_of (changed[i]->out, "1,line-1,tractor_trailer,diesel", 14);

      g_assert_cmpstr (of_1, ==, "2");
      g_assert_cmpint (g_strcmp0 (of_2, "2") == 0, ==, changed[i] != &one);
      g_assert_cmpstr (same, ==, diesel);
    }
  g_assert_null (strstr (region.out, "Shenzhen"));
  g_assert_nonnull (strstr (region.out, "Huizhou"));
}

/* What goes out of one scenario and into another is told line by line, and is there. */
static void
test_import (void)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *table = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *geojson = g_build_filename (folder, "a.geojson", NULL);
  g_autofree char *into = g_build_filename (folder, "b.corridor", NULL);
  g_autofree char *backup = g_strconcat (into, "~", NULL);
  g_autofree char *write_csv = g_strdup_printf ("export eastern-port.corridor --table=stations --output=%s", table);
  g_autofree char *write_geojson = g_strdup_printf ("export eastern-port.corridor --output=%s", geojson);
  g_autofree char *read_csv = g_strdup_printf ("import %s --into=%s --as=stations --crs=wgs84", table, into);
  g_autofree char *read_geojson = g_strdup_printf ("import %s --into=%s --as=sites", geojson, into);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (into, "{\"format\": \"corridor-scenario\", \"version\": 1, \"scenario\": {\"id\": \"x\"}}\n",
                                      -1, NULL));
  {
    g_auto (Call) a = run (write_csv);
    g_auto (Call) b = run (write_geojson);
    g_auto (Call) c = run (read_csv);
    g_auto (Call) d = run (read_geojson);
    g_auto (Call) again = run (read_csv);

    g_assert_cmpint (a.status + b.status + c.status + d.status, ==, 0);
    g_assert_nonnull (strstr (c.out, "\n2,taken,yantian-swap,"));
    g_assert_null (strstr (c.err, "WGS 84"));
    g_assert_nonnull (strstr (d.err, "WGS 84"));
    g_assert_cmpint (again.status, ==, 1);
    g_assert_nonnull (strstr (again.out, "left out"));
  }
  g_assert_true (g_file_get_contents (into, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "盐田换电站"));
  g_remove (table);
  g_remove (geojson);
  g_remove (into);
  g_remove (backup);
  g_rmdir (folder);
}

static void
test_output_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "parity.csv", NULL);
  g_autofree char *line = g_strconcat ("parity @io/every-field.corridor --output=", path, NULL);
  g_auto (Call) call = run (line);
  g_autofree char *content = NULL;

  g_assert_cmpint (call.status, ==, 0);
  g_assert_cmpstr (call.out, ==, "");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "truck,powertrain,region,parity_year\n"));
  g_remove (path);
  g_rmdir (folder);
}

/* The language asked for is that of the whole page, whatever the user's own is. */
static void
test_language (void)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "a.png", NULL);
  g_autofree char *line = g_strdup_printf ("export eastern-port.corridor --language=zh --output=%s", file);
  g_autofree char *own = NULL, *asked = NULL;
  gsize n_own = 0, n_asked = 0;
  g_auto (Call) a = run_in ("zh_CN", line);

  g_assert_cmpint (a.status, ==, 0);
  g_assert_true (g_file_get_contents (file, &own, &n_own, NULL));
  {
    g_auto (Call) b = run_in ("en", line);

    g_assert_cmpint (b.status, ==, 0);
  }
  g_assert_true (g_file_get_contents (file, &asked, &n_asked, NULL));
  g_assert_cmpmem (own, n_own, asked, n_asked);
  g_remove (file);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/failing", test_failing);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/convert", test_convert);
  g_test_add_func ("/cli/route", test_route);
  g_test_add_func ("/cli/options", test_options);
  g_test_add_func ("/cli/import", test_import);
  g_test_add_func ("/cli/output-file", test_output_file);
  g_test_add_func ("/cli/language", test_language);
  return g_test_run ();
}
