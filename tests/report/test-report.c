/* test-report.c: the report of every scenario: same bytes, all inside the paper, honest sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-fixture.h"

#include "cor-draws-trace.h"
#include "cor-report-parts.h"
#include "cor-report-references.h"
#include "cor-format.h"
#include "cor-trace-rests.h"
#include "cor-variant.h"

#include <math.h>
#include <string.h>

static GBytes *
pdf_of (CorScenario *scenario)
{
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autoptr (CorReport) report = report_of (results, NULL, COR_REPORT_WHOLE);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = cor_report_write (report, COR_REPORT_PDF, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Nothing is drawn into the margins, so nothing is cut off. */
static void
assert_inside (const CorReport *report)
{
  int left = (int) COR_SHEET_LEFT - 6, right = (int) (COR_SHEET_LEFT + COR_SHEET_WIDTH) + 6;

  for (guint i = 0; i < cor_report_n_pages (report); i++)
    {
      cairo_surface_t *page
        = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) COR_REPORT_WIDTH, (int) COR_REPORT_HEIGHT);
      cairo_t *cr = cairo_create (page);
      guint inked = 0;

      cor_report_draw_page (report, i, cr);
      cairo_destroy (cr);
      cairo_surface_flush (page);
      for (int y = 0; y < (int) COR_REPORT_HEIGHT; y++)
        for (int x = 0; x < (int) COR_REPORT_WIDTH; x++)
          if (has_ink (page, x, y))
            {
              inked++;
              g_assert_true (x >= left && x <= right && y >= 20 && y <= (int) COR_REPORT_HEIGHT - 20);
            }
      g_assert_cmpuint (inked, >, 1000);
      cairo_surface_destroy (page);
    }
}

static void
test_bundled (gconstpointer name)
{
  static const char *const languages[] = { "zh_CN", "en" };
  g_autoptr (CorScenario) scenario = load (name);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (CorResults) results = NULL;
      g_autoptr (CorReport) report = NULL;

      set_language (languages[i]);
      cor_engine_forget (engine);
      results = cor_engine_evaluate (engine, scenario);
      report = report_of (results, NULL, COR_REPORT_WHOLE);
      g_assert_cmpuint (cor_report_n_pages (report), >=, 4);
      g_assert_cmpuint (cor_report_n_pages (report), <=, 60);
      assert_inside (report);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (CorScenario) scenario = load (is_sanitized () ? "icct-2021.corridor" : "eastern-port.corridor");
  g_autoptr (GBytes) first = pdf_of (scenario);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) dated = NULL;

  cor_engine_forget (engine);
  second = pdf_of (scenario);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpint (memcmp (g_bytes_get_data (first, NULL), "%PDF-", 5), ==, 0);
  g_assert_null (g_strstr_len (g_bytes_get_data (first, NULL), (gssize) g_bytes_get_size (first), "CreationDate"));
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  dated = pdf_of (scenario);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_false (g_bytes_equal (first, dated));
}

static char *
finding_of (CorScenario *scenario)
{
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  CorFacts facts;
  char *text;

  cor_facts_init (&facts, results, FALSE);
  text = cor_report_finding (&facts);
  cor_facts_clear (&facts);
  return text;
}

static void
test_empty (void)
{
  g_autoptr (CorScenario) scenario = cor_scenario_new (NULL);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autoptr (CorReport) report = report_of (results, NULL, COR_REPORT_WHOLE);
  g_autofree char *finding = finding_of (scenario);

  assert_inside (report);
  g_assert_nonnull (strstr (finding, "nothing to compare"));
}

/* Without any station, and only the duty that no battery of the scenario lasts for. */
static void
test_infeasible (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  const CorItem *duty = cor_scenario_find (scenario, COR_ITEM_DUTY, "gaolan");
  g_autoptr (CorScenario) alone = NULL, bare = NULL;
  g_autoptr (CorResults) results = NULL;
  g_autoptr (CorReport) report = NULL;
  g_autofree char *finding = NULL;

  g_ptr_array_add (kept, cor_item_ref (duty));
  alone = cor_scenario_with_items (scenario, COR_ITEM_DUTY, g_steal_pointer (&kept));
  bare = cor_scenario_with_items (alone, COR_ITEM_STATION, g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref));
  results = cor_engine_evaluate (engine, bare);
  g_assert_cmpuint (results->feasible, ==, 0);
  report = report_of (results, NULL, COR_REPORT_WHOLE);
  assert_inside (report);
  finding = finding_of (bare);
  g_assert_nonnull (strstr (finding, "no duty can be driven"));
}

/* What each policy moves adds up to the difference that all of them make. */
static void
test_policies_add_up (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) variant = cor_variant_apply (scenario, "swap-and-toll-relief", &error);
  g_autoptr (CorResults) results = NULL;
  g_autofree char *finding = NULL;
  double sum = 0, public = 0;
  CorFacts facts;

  g_assert_no_error (error);
  results = cor_engine_evaluate (engine, variant);
  cor_facts_init (&facts, results, FALSE);
  g_assert_cmpuint (facts.policies->len, >=, 1);
  for (guint i = 0; i < facts.policies->len; i++)
    {
      sum += g_array_index (facts.policies, CorPolicyFact, i).gap_yuan;
      public += g_array_index (facts.policies, CorPolicyFact, i).paid + g_array_index (facts.policies, CorPolicyFact, i).forgone;
    }
  g_assert_cmpfloat_with_epsilon (facts.bare_gap + sum, facts.gap, 1);
  g_assert_cmpfloat_with_epsilon (public, results->public_yuan_per_year, 1);
  g_assert_cmpfloat_with_epsilon (cor_facts_saved_with (&facts, results->grid), results->saved_t, 1e-6);
  finding = cor_report_finding (&facts);
  g_assert_nonnull (strstr (finding, "toll relief"));
  cor_facts_clear (&facts);
}

/* What would be without the policies is known; without the new stations it is not, and nothing is said of it. */
static void
test_stations_are_no_policy (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorScenario) variant = cor_variant_apply (scenario, "swap-and-toll-relief", NULL), planned = NULL;
  guint n;
  CorItem *station = cor_item_copy (cor_scenario_items (variant, COR_ITEM_STATION, &n)[0]);
  g_autoptr (CorResults) results = NULL;
  CorFacts facts;

  ((CorStation *) station)->status = COR_STATION_PLANNED;
  planned = cor_scenario_with_item (variant, station);
  results = cor_engine_evaluate (engine, planned);
  cor_facts_init (&facts, results, FALSE);
  g_assert_cmpint (results->parity_year, >, 0);
  for (int bare = 0; bare <= results->parity_year; bare += results->parity_year)
    {
      g_autofree char *finding = NULL;
      const char *without;

      facts.bare_parity = bare;
      finding = cor_report_finding (&facts);
      without = strstr (finding, "without");
      g_assert_nonnull (strstr (finding, " new station"));
      g_assert_true (bare == 0 ? without == NULL : without != NULL && strstr (without, "station") == NULL);
    }
  cor_facts_clear (&facts);
}

/* A new station that no truck stops at has nothing to do with parity; parity in the first model year is reached by then. */
static void
test_stations_of_use (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorScenario) variant = cor_variant_apply (scenario, "two-swap-stations", NULL), planned = NULL;
  CorItem *station = cor_item_new (COR_ITEM_STATION, "far-off");
  g_autoptr (CorResults) results = NULL;
  g_autofree char *finding = NULL, *early = NULL;
  CorFacts facts;

  ((CorStation *) station)->status = COR_STATION_PLANNED;
  ((CorStation *) station)->lon = 114.5;
  ((CorStation *) station)->lat = 24.5;
  ((CorStation *) station)->plugs = 2;
  planned = cor_scenario_with_item (variant, station);
  results = cor_engine_evaluate (engine, planned);
  finding = finding_of (planned);
  g_test_message ("%s", finding);
  {
    g_autofree char *before = finding_of (variant);

    g_assert_cmpstr (finding, ==, before);
  }
  cor_facts_init (&facts, results, FALSE);
  results->parity_year = results->first_year;
  early = cor_report_finding (&facts);
  g_assert_nonnull (strstr (early, "cost parity by "));
  cor_facts_clear (&facts);
}

/* Plugs without a power of their own have the usual one; nothing is said of what nobody knows. */
static void
test_equipment (void)
{
  CorStation *station = (CorStation *) cor_item_new (COR_ITEM_STATION, "s");
  g_autofree char *bare = cor_report_station_equipment (station, 120), *usual = NULL, *own = NULL, *unknown = NULL;

  station->plugs = 3;
  usual = cor_report_station_equipment (station, 120);
  unknown = cor_report_station_equipment (station, NAN);
  station->power_kw = 240;
  own = cor_report_station_equipment (station, 120);
  g_assert_cmpstr (bare, ==, "");
  g_assert_cmpstr (usual, ==, "3 plugs of 120 kW");
  g_assert_cmpstr (unknown, ==, "");
  g_assert_cmpstr (own, ==, "3 plugs of 240 kW");
  cor_item_unref (&station->item);
}

/* What spreads most comes first; of equal ones the one that moves the gap more. */
static void
test_shares_in_order (void)
{
  double share[] = { 0.01, 0.09, 0.03, 0.09 };
  const guint expected[] = { 1, 3, 2, 0 };
  CorMonteCarlo drawn = { .n_factors = 4, .share = share };
  g_autoptr (GArray) order = cor_draws_order (&drawn);

  g_assert_cmpmem (order->data, order->len * sizeof (guint), expected, sizeof expected);
}

/* Duties of a study have no places: the lead says how many and how far, and nothing empty. */
static void
test_off_the_map (void)
{
  g_autoptr (CorScenario) scenario = load ("icct-2021.corridor");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autofree char *lead = NULL;
  CorFacts facts;

  cor_facts_init (&facts, results, FALSE);
  lead = cor_report_finding_lead (&facts);
  g_assert_true (g_str_has_prefix (lead, "9 trucks on 9 duties, 300 to 600 km one way"));
  cor_facts_clear (&facts);
}

/* An even relief on tolls, or a dearer litre, of just the share said closes the gap. */
static void
test_levers (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  const CorTotals *totals = &results->totals[results->year];
  CorFacts facts;

  cor_facts_init (&facts, results, FALSE);
  if (facts.gap > 0)
    {
      g_assert_cmpfloat_with_epsilon (facts.gap - cor_facts_fuel_rise (&facts) * totals->diesel_part_yuan[COR_TCO_FUEL], 0, 1);
      g_assert_cmpfloat_with_epsilon (facts.gap - cor_facts_relief_share (&facts) * totals->part_yuan[COR_TCO_TOLL], 0, 1);
    }
  else
    g_assert_true (cor_facts_fuel_rise (&facts) != cor_facts_fuel_rise (&facts));
  cor_facts_clear (&facts);
}

/* The part that speaks most against the truck, found in the totals by hand: the battery. */
static void
test_why (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  const CorTotals *totals = &results->totals[results->year];
  double most = (totals->part_yuan[COR_TCO_BATTERY] - totals->diesel_part_yuan[COR_TCO_BATTERY]) / totals->trucks;
  g_autofree char *money = cor_format_money (most, NULL);
  g_autofree char *said = g_strdup_printf ("“Battery”: %s a truck more than for diesel", money);
  g_autofree char *text = NULL;
  CorFacts facts;

  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    if (cor_tco_part_info (i)->group != COR_TCO_GROUP_ENERGY)
      g_assert_cmpfloat ((totals->part_yuan[i] - totals->diesel_part_yuan[i]) / totals->trucks, <=, most);
  cor_facts_init (&facts, results, FALSE);
  g_assert_cmpfloat (facts.gap, >, 0);
  text = cor_report_finding_takes (&facts);
  g_assert_nonnull (strstr (text, said));
  cor_facts_clear (&facts);
}

/* Parity of one duty comes and goes again: the page says by what, and how much dearer diesel would keep it. */
static void
test_lost (void)
{
  g_autoptr (CorScenario) all = load ("eastern-port.corridor");
  GPtrArray *duties = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  g_autoptr (CorScenario) scenario = NULL;
  g_autoptr (CorResults) results = NULL;
  g_autofree char *text = NULL, *rise = NULL, *said = NULL;
  const CorTotals *lost;
  CorFacts facts;

  g_ptr_array_add (duties, cor_item_copy (cor_scenario_find (all, COR_ITEM_DUTY, "longhua")));
  scenario = cor_scenario_with_items (all, COR_ITEM_DUTY, duties);
  results = cor_engine_evaluate (engine, scenario);
  g_assert_cmpint (results->parity.lost, >, results->first_year);
  lost = &results->totals[results->parity.lost - results->first_year];
  rise = cor_format_percent ((lost->tco_yuan - lost->diesel_tco_yuan) / lost->diesel_part_yuan[COR_TCO_FUEL], 1, NULL);
  said = g_strdup_printf ("Diesel dearer by %s would keep parity in %d.", rise, lost->model_year);
  cor_facts_init (&facts, results, FALSE);
  text = cor_report_finding_takes (&facts);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "Why it is lost."));
  g_assert_nonnull (strstr (text, said));
  cor_facts_clear (&facts);
}

/* Sums of assumed parts rest on something assumed; what an electric truck emits at the exhaust does not. */
static void
test_rests (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);

  g_assert_true (cor_trace_rests (results, &(CorTraceKey){ .quantity = COR_TRACE_TCO }));
  g_assert_true (cor_trace_rests (results, &(CorTraceKey){ .quantity = COR_TRACE_GAP }));
  g_assert_false (cor_trace_rests (results, &(CorTraceKey){ .quantity = COR_TRACE_TRUCK_TCO, .duty = results->n_duties }));
  g_assert_false (cor_trace_rests (results, &(CorTraceKey){ .quantity = COR_TRACE_TRUCK_NOX }));
  g_assert_true (cor_trace_rests (results, &(CorTraceKey){ .quantity = COR_TRACE_TRUCK_NOX, .truck = -1 }));
}

/* A long source is cited by the same number wherever it stands, a short one by its name. */
static void
test_sources (void)
{
  CorSheet sheet = { 0 };
  g_autofree char *first = cor_sheet_cite (&sheet, "A long source, of a ministry and of a bureau, 2024", "table 3");
  g_autofree char *other = cor_sheet_cite (&sheet, "Another long source, of a journal, volume 12, 2023", NULL);
  g_autofree char *again = cor_sheet_cite (&sheet, "A long source, of a ministry and of a bureau, 2024", "");
  g_autofree char *brief = cor_sheet_cite (&sheet, "Own assumption", "two shifts");

  g_assert_cmpstr (first, ==, "[1] table 3");
  g_assert_cmpstr (other, ==, "[2]");
  g_assert_cmpstr (again, ==, "[1]");
  g_assert_cmpstr (brief, ==, "Own assumption; two shifts");
  g_assert_cmpuint (sheet.references->len, ==, 2);
  g_ptr_array_unref (sheet.references);
}

/* Each input of each headline figure has a line of its own on the pages of cards. */
static void
test_cards (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  const CorReportInput input = { .results = results };
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  CorSheet sheet = { .input = &input, .results = results, .pages = pages, .theme = cor_chart_theme (COR_LOOK_PRINT) };
  double used, inputs = 0;
  CorFacts facts;

  sheet.theme.family = COR_REPORT_FONT;
  cor_facts_init (&facts, results, FALSE);
  for (int quantity = COR_TRACE_PARITY; quantity <= COR_TRACE_PUBLIC; quantity++)
    {
      const CorTraceKey key = { .quantity = quantity };
      g_autoptr (CorTrace) trace = cor_trace_new (results, &key, FALSE);

      for (guint i = 0; i < trace->inputs->len; i++)
        g_assert_cmpstr (g_array_index (trace->inputs, CorTraceInput, i).source, !=, "");
      inputs += trace->inputs->len;
    }
  g_assert_cmpfloat (inputs, >=, 10);
  cor_sheet_turn (&sheet);
  cor_report_cards (&sheet, &facts);
  used = (pages->len - 1) * (COR_SHEET_BOTTOM - COR_SHEET_TOP) + sheet.y - COR_SHEET_TOP;
  g_assert_cmpfloat (used, >, inputs * 6.2);
  g_clear_pointer (&sheet.cr, cairo_destroy);
  g_clear_pointer (&sheet.references, g_ptr_array_unref);
  cor_facts_clear (&facts);
}

static void
test_cancelled (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  const CorReportInput input = { .results = results };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  for (CorReportExtent extent = COR_REPORT_WHOLE; extent <= COR_REPORT_SLIDE; extent++)
    {
      g_assert_null (cor_report_new (&input, extent, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  report_start (&argc, &argv);
  for (guint i = 0; i < report_n_bundled (); i++)
    {
      g_autofree char *path = g_strconcat ("/report/bundled/", bundled[i], NULL);

      g_test_add_data_func (path, bundled[i], test_bundled);
    }
  g_test_add_func ("/report/same-bytes", test_same_bytes);
  g_test_add_func ("/report/empty", test_empty);
  g_test_add_func ("/report/infeasible", test_infeasible);
  g_test_add_func ("/report/policies-add-up", test_policies_add_up);
  g_test_add_func ("/report/stations-are-no-policy", test_stations_are_no_policy);
  g_test_add_func ("/report/stations-of-use", test_stations_of_use);
  g_test_add_func ("/report/equipment", test_equipment);
  g_test_add_func ("/report/shares-in-order", test_shares_in_order);
  g_test_add_func ("/report/off-the-map", test_off_the_map);
  g_test_add_func ("/report/levers", test_levers);
  g_test_add_func ("/report/why", test_why);
  g_test_add_func ("/report/lost", test_lost);
  g_test_add_func ("/report/rests", test_rests);
  g_test_add_func ("/report/cards", test_cards);
  g_test_add_func ("/report/sources", test_sources);
  g_test_add_func ("/report/cancelled", test_cancelled);
  return report_run ();
}
