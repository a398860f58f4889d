/* test-cli.c: corridor-cli as scripts use it: what it writes where, and its exit status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

/* What a call wrote, and its exit status. */
typedef struct
{
  char *out;
  char *err;
  int status;
} Call;

static void
call_clear (Call *call)
{
  g_free (call->out);
  g_free (call->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

/* Runs the program with words parted by blanks, @ standing for the folder of the tests. */
static Call
run_in (const char *language, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  Call call = { NULL };
  int status;

  environment = g_environ_setenv (environment, "LANGUAGE", language, TRUE);
  g_ptr_array_add (argv, g_strdup (g_getenv ("CORRIDOR_CLI")));
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] == '@')
      g_ptr_array_add (argv, g_test_build_filename (G_TEST_DIST, words[i] + 1, NULL));
    else if (*words[i] != '\0')
      g_ptr_array_add (argv, g_strdup (words[i]));
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, environment, G_SPAWN_DEFAULT, NULL, NULL, &call.out, &call.err, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  call.status = WEXITSTATUS (status);
  g_test_message ("%s -> %d", line, call.status);
  return call;
}

static Call
run (const char *line)
{
  return run_in ("en", line);
}

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

/* Road load alone, at what the study's tractor-trailer takes: 1.352 kWh/km (ICCT 2021, tables 5 and
 * 6); a wrong word is told with what it may be. */
static void
test_consumption (void)
{
  g_auto (Call) study = run ("consumption --truck-type=tractor_trailer --powertrain=bet --year=2020 --battery=845 "
                             "--payload-share=75 --temperature=15 --convention=icct-2021 "
                             "--roads=motorway:52,primary:39,local:9");
  g_auto (Call) roads = run ("consumption --truck-type=dump_truck --powertrain=bet --roads=track:1");
  g_auto (Call) kind = run ("consumption --truck-type=dump_truck --powertrain=steam --roads=local:1");
  g_auto (Call) type = run ("consumption --truck-type=barge --powertrain=bet --roads=local:1");
  g_auto (GStrv) lines = g_strsplit (study.out, "\n", -1);
  g_auto (GStrv) cells = NULL;

  g_assert_cmpint (study.status, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  cells = g_strsplit (lines[1], ",", -1);
  g_assert_cmpuint (g_strv_length (cells), ==, 14);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[5], NULL), 1.352, 0.0135);
  g_assert_cmpint (roads.status, ==, 2);
  g_assert_nonnull (strstr (roads.err, "motorway:52,primary:39,local:9"));
  g_assert_cmpint (kind.status, ==, 2);
  g_assert_nonnull (strstr (kind.err, "bet-swap"));
  g_assert_cmpint (type.status, ==, 1);
  g_assert_nonnull (strstr (type.err, "barge"));
}

#define COLUMNS                                                                                      \
  "duty,route,truck,powertrain,region,model_year,feasible,reason,annual_driven_km,annual_detour_km," \
  "detour_share,stops_per_trip,energy_hours_per_trip,kwh_per_km,l_per_100km,kgh2_per_100km,"         \
  "tco_yuan,tco_yuan_per_km,diesel_tco_yuan,tco_gap_yuan,parity_year,payback_year,"                  \
  "wtw_kgco2e_per_year,diesel_wtw_kgco2e_per_year,wtw_gco2e_per_tkm,diesel_wtw_gco2e_per_tkm,"       \
  "public_cost_yuan,public_cost_yuan_per_tco2e,parity_lost_year,"               \
  "energy_use_from,remedy\n"

static void
test_evaluate (void)
{
  g_auto (Call) csv = run ("evaluate @io/every-field.corridor");
  g_auto (Call) again = run_in ("zh_CN", "evaluate @io/every-field.corridor");
  g_auto (Call) json = run ("evaluate @io/every-field.corridor --format=json");

  g_assert_cmpint (csv.status, ==, 0);
  g_assert_nonnull (strstr (csv.err, "indicative network in use"));
  g_assert_true (g_str_has_prefix (csv.out, COLUMNS));
  g_assert_nonnull (strstr (csv.out, "\n1,r1,d1,diesel,Shenzhen,2026,"));
  g_assert_nonnull (strstr (csv.out, "\n1,r1,tractor_trailer,bet-swap,Shenzhen,2026,"));
  g_assert_cmpstr (csv.out, ==, again.out);
  g_assert_cmpint (json.status, ==, 0);
  g_assert_nonnull (strstr (json.out, "\"cash_flow\": ["));
}

/* The cell of a row that begins with @start, or %NULL. */
static char *
cell_of (const char *csv, const char *start, guint column)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], start))
      {
        g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

        return column < g_strv_length (cells) ? g_strdup (cells[column]) : NULL;
      }
  return NULL;
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

/* Model years of parity of a published study, where it prints them (ICCT, November 2021, table 23). */
static void
test_parity (void)
{
  g_auto (Call) call = run ("parity icct-2021.corridor --no-policy");
  g_auto (Call) city = run ("parity icct-2021.corridor --region=Shenzhen --no-policy");
  guint rows = 0;

  g_assert_nonnull (strstr (call.out, "\ntractor_trailer,bet,Shenzhen,2029\n"));
  g_assert_nonnull (strstr (call.out, "\ndump_truck,bet,Beijing,2025\n"));
  g_assert_nonnull (strstr (call.out, "\nstraight_truck,fcet,Shanghai,>2030\n"));
  for (const char *c = city.out; *c != '\0'; c++)
    rows += *c == '\n';
  g_assert_cmpuint (rows, ==, 1 + 6);
  g_assert_null (strstr (city.out, "Beijing"));
}

static void
test_sensitivity (void)
{
  g_auto (Call) tornado = run ("sensitivity shenzhen-pilot.corridor --duty=1");
  g_auto (Call) drawn = run ("sensitivity shenzhen-pilot.corridor --duty=1 --samples=200 --seed=7");
  g_auto (Call) again = run ("sensitivity shenzhen-pilot.corridor --duty=1 --samples=200 --seed=7");
  g_auto (Call) other = run ("sensitivity shenzhen-pilot.corridor --duty=1 --samples=200 --seed=8");

  g_assert_true (g_str_has_prefix (tornado.out, "parameter,low,base,high,tco_gap_low,tco_gap_high\n"));
  g_assert_true (g_str_has_prefix (drawn.out, "quantity,p05,p25,p50,p75,p95\ntco_gap_yuan,"));
  g_assert_cmpstr (drawn.out, ==, again.out);
  g_assert_cmpstr (drawn.out, !=, other.out);
}

/* A forklift of 50 kW at work for 8 h: energy is power by load share by hours. */
static void
test_machinery (void)
{
  g_auto (Call) call = run ("machinery --kind=forklift --kw=50 --hours=8");
  g_autofree char *energy = cell_of (strchr (call.out, '\n') + 1, "", 0);

  g_assert_true (g_str_has_prefix (call.out, "energy_kwh,lithium_kg,lead_acid_kg,charger_kw,charge_h,"));
  g_assert_cmpfloat (g_ascii_strtod (energy, NULL), >, 50);
  g_assert_cmpfloat (g_ascii_strtod (energy, NULL), <, 400);
}

/* Who comes and who waits, one row a station; the same bytes each time. */
static void
test_stations (void)
{
  g_auto (Call) call = run ("stations eastern-port.corridor");
  g_auto (Call) again = run ("stations eastern-port.corridor");

  g_assert_cmpint (call.status, ==, 0);
  g_assert_true (g_str_has_prefix (call.out, "station,kind,visits_per_day,energy_kwh_per_day,mean_wait_min,p95_wait_min,"
                                             "peak_kw,utilisation,breakeven_fee_yuan_per_kwh,"));
  g_assert_cmpstr (call.out, ==, again.out);
  g_assert_nonnull (strstr (call.out, "\npinghu-charging,charging,"));
}

/* Which candidates to build: ranks from 1, no more rows than asked for. */
static void
test_site (void)
{
  g_auto (Call) call = run ("site eastern-port.corridor --count=2");
  g_auto (GStrv) lines = g_strsplit (call.out, "\n", -1);

  g_assert_cmpint (call.status, ==, 0);
  g_assert_true (g_str_has_prefix (lines[0], "rank,station,lon,lat,detour_share_after,served_duties,"));
  g_assert_true (g_str_has_prefix (lines[1], "1,"));
  g_assert_cmpuint (g_strv_length (lines), <=, 4);
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

/* The spreadsheet is a sound archive with the sheets promised, and the same bytes each time. */
static void
test_spreadsheet (void)
{
  static const char *const sheets[] = { "Results", "Cash flows", "Parameters", "Sites", "Stations", "Routes" };
  const char *script = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; "
                       "print(z.read('xl/workbook.xml').decode()); print(z.read('xl/sharedStrings.xml').decode())";
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *first = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *second = g_build_filename (folder, "b.xlsx", NULL);
  g_autofree char *write_first = g_strdup_printf ("export shenzhen-pilot.corridor --output=%s", first);
  g_autofree char *write_second = g_strdup_printf ("export shenzhen-pilot.corridor --output=%s", second);
  g_auto (Call) a = run (write_first);
  g_auto (Call) b = run (write_second);
  const char *argv[] = { "python3", "-c", script, first, NULL };
  g_autofree char *listing = NULL, *ca = NULL, *cb = NULL;
  gsize na = 0, nb = 0;
  int status;

  g_assert_cmpint (a.status + b.status, ==, 0);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &listing, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *name = g_strdup_printf ("name=\"%s\"", sheets[i]);

      g_assert_nonnull (strstr (listing, name));
    }
  g_assert_nonnull (strstr (listing, "tco_gap_yuan"));
  g_assert_nonnull (strstr (listing, "diesel_price_yuan_per_l"));
  g_assert_true (g_file_get_contents (first, &ca, &na, NULL) && g_file_get_contents (second, &cb, &nb, NULL));
  g_assert_cmpmem (ca, na, cb, nb);
  g_remove (first);
  g_remove (second);
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
  g_test_add_func ("/cli/consumption", test_consumption);
  g_test_add_func ("/cli/evaluate", test_evaluate);
  g_test_add_func ("/cli/options", test_options);
  g_test_add_func ("/cli/parity", test_parity);
  g_test_add_func ("/cli/sensitivity", test_sensitivity);
  g_test_add_func ("/cli/machinery", test_machinery);
  g_test_add_func ("/cli/stations", test_stations);
  g_test_add_func ("/cli/site", test_site);
  g_test_add_func ("/cli/import", test_import);
  g_test_add_func ("/cli/spreadsheet", test_spreadsheet);
  g_test_add_func ("/cli/output-file", test_output_file);
  g_test_add_func ("/cli/language", test_language);
  return g_test_run ();
}
