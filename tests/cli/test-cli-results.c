/* test-cli-results.c: what the commands that compute print.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-fixture.h"

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

/* Every figure by its name and unit, once, each more than nothing; how high it is no test can say. */
static void
test_bench (void)
{
  static const char *const figures[] = {
    "tco_evaluation,ns", "scenario_evaluation,ms", "scenario_edit,ms", "large_scenario_evaluation,ms", "large_scenario_edit,ms",
    "route_query,ms", "charging_plan,ms", "monte_carlo_10000,ms", "load_large_scenario,ms", "peak_memory,MiB",
  };
  g_auto (Call) call = run ("bench");
  g_auto (GStrv) lines = g_strsplit (call.out, "\n", -1);

  g_assert_cmpint (call.status, ==, 0);
  g_assert_cmpstr (call.err, ==, "");
  g_assert_cmpstr (lines[0], ==, "name,unit,value,n");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      guint rows = 0;

      for (guint k = 1; lines[k] != NULL; k++)
        rows += g_str_has_prefix (lines[k], figures[i]) && lines[k][strlen (figures[i])] == ',';
      g_test_message ("%s", figures[i]);
      g_assert_cmpuint (rows, ==, 1);
    }
  for (guint k = 1; lines[k] != NULL && *lines[k] != '\0'; k++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[k], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 4);
      g_assert_cmpfloat (g_ascii_strtod (cells[2], NULL), >, 0);
      g_assert_cmpint (g_ascii_strtoll (cells[3], NULL, 10), >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/consumption", test_consumption);
  g_test_add_func ("/cli/evaluate", test_evaluate);
  g_test_add_func ("/cli/parity", test_parity);
  g_test_add_func ("/cli/sensitivity", test_sensitivity);
  g_test_add_func ("/cli/machinery", test_machinery);
  g_test_add_func ("/cli/stations", test_stations);
  g_test_add_func ("/cli/site", test_site);
  g_test_add_func ("/cli/spreadsheet", test_spreadsheet);
  g_test_add_func ("/cli/bench", test_bench);
  return g_test_run ();
}
