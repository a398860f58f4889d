/* test-stations.c: the windows about stations: a duty's plan along its route, where to build.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-apply.h"
#include "cor-chart-view.h"
#include "cor-data-table.h"
#include "cor-edit.h"
#include "cor-format.h"
#include "cor-plan-window.h"
#include "cor-siting-answer.h"
#include "cor-siting-window.h"
#include "cor-variants.h"
#include "ui-driver.h"

#include <math.h>
#include <string.h>

static CorDataTable *
table_in (GtkWidget *window)
{
  return COR_DATA_TABLE (ui_find (window, COR_TYPE_DATA_TABLE, NULL, NULL));
}

static const CorPlan *
plan_of (UiFixture *f, const char *duty)
{
  const CorResults *results = cor_session_get_results (f->session);

  return cor_duty_result_shown (cor_results_duty (results, duty))->plan;
}

/* What Ctrl+C in a table puts on the clipboard: a line a row, tabs between the cells. */
static void
check_copy (GtkWidget *table)
{
  GdkContentProvider *content;
  GValue value = G_VALUE_INIT;
  g_autofree char *wanted = cor_data_table_get_text (COR_DATA_TABLE (table));
  g_auto (GStrv) lines = g_strsplit (wanted, "\n", -1);

  g_assert_true (gtk_widget_activate_action (table, "table.copy", NULL));
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (table));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, wanted);
  g_value_unset (&value);
  g_assert_nonnull (strchr (lines[0], '\t'));
  g_assert_null (strchr (lines[0], ','));
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_auto (GStrv) heads = g_strsplit (lines[0], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (heads));
    }
}

/* The plan's own figures stand in the table, and a stop that is chosen is selected on the map. */
static void
test_plan (UiFixture *f, gconstpointer data)
{
  CorSelection *selection = cor_session_get_selection (f->session);
  const CorPlan *plan = plan_of (f, "huangpu");
  GtkWidget *window;
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;

  cor_selection_set (selection, COR_ITEM_DUTY, "huangpu");
  ui_activate (f, "plan", NULL);
  window = ui_window (COR_TYPE_PLAN_WINDOW);
  g_assert_nonnull (window);
  check_copy (GTK_WIDGET (table_in (window)));
  csv = cor_data_table_get_csv (table_in (window));
  lines = g_strsplit (g_strstrip (csv), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, plan->n_stops + 1);
  for (guint i = 0; i < plan->n_stops; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strstrip (lines[i + 1]), ",", -1);

      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[2], NULL), plan->stops[i].day_m / 1000, 1e-3);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[4], NULL), plan->stops[i].soc_in, 1e-6);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[5], NULL), plan->stops[i].soc_out, 1e-6);
    }
  g_signal_emit_by_name (table_in (window), "selected", "0");
  g_assert_cmpint (cor_selection_get_kind (selection), ==, COR_ITEM_STATION);
  g_assert_cmpstr (cor_selection_get_id (selection), ==, "shatian-swap");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whether a column of a table has a figure above 0. */
static gboolean
any_in (const char *csv, const char *column)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1), heads = g_strsplit (g_strchomp (lines[0]), ",", -1);
  gboolean any = FALSE;
  guint at = 0;

  while (!g_str_equal (heads[at], column))
    at++;
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);

      any |= g_ascii_strtod (cells[at], NULL) > 0.5;
    }
  return any;
}

/* In 360 px the table shows where, when, how long and for how much money, what the chart above does not say; copied are all columns.
 * Made wide again, it shows all. */
static void
test_plan_narrow (UiFixture *f, gconstpointer data)
{
  static const char *const kept[] = { "stop", "arrives_h", "minutes", "yuan" };
  static const char *const folded[] = { "kind", "km", "soc_in", "soc_out", "kwh", "power_h" };
  static const char *const some[] = { "stay_min", "wait_min", "detour_km" };
  GtkWidget *window;
  g_autofree char *wide = NULL, *narrow = NULL;

  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_DUTY, "huangpu");
  ui_activate (f, "plan", NULL);
  window = ui_window (COR_TYPE_PLAN_WINDOW);
  wide = cor_data_table_get_csv (table_in (window));
  for (guint step = 0; step < 3; step++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), step == 1 ? 360 : 1100, 640);
      ui_until ((gtk_widget_get_width (window) < 500) == (step == 1));
      g_assert_cmpint (gtk_widget_get_width (window) < 500, ==, step == 1);
      ui_until (cor_data_table_get_shown (table_in (window), "kwh") == (step != 1));
      for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
        g_assert_true (cor_data_table_get_shown (table_in (window), kept[i]));
      for (guint i = 0; i < G_N_ELEMENTS (folded); i++)
        g_assert_cmpint (cor_data_table_get_shown (table_in (window), folded[i]), ==, step != 1);
      for (guint i = 0; i < G_N_ELEMENTS (some); i++)
        g_assert_cmpint (cor_data_table_get_shown (table_in (window), some[i]), ==, step != 1 && any_in (wide, some[i]));
    }
  narrow = cor_data_table_get_csv (table_in (window));
  g_assert_cmpstr (wide, ==, narrow);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where the station goes, the plan that is open follows. */
static void
test_plan_is_live (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  GtkWidget *window;
  g_autofree char *before = NULL, *after = NULL;

  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_DUTY, "huangpu");
  ui_activate (f, "plan", NULL);
  window = ui_window (COR_TYPE_PLAN_WINDOW);
  before = cor_data_table_get_csv (table_in (window));
  cor_document_apply (document,
                      cor_edit_place (ui_scenario (f), COR_ITEM_STATION, "shatian-swap", (CorLonLat){ 113.70, 22.95 }, NULL),
                      "move", "drag/test");
  ui_settle (f);
  after = cor_data_table_get_csv (table_in (window));
  g_assert_cmpstr (before, !=, after);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The road to a stop begins and ends on the route, passes the station and is as long as the detour. */
static void
test_detour_roads (UiFixture *f, gconstpointer data)
{
  const CorResults *results = cor_session_get_results (f->session);
  const CorDutyResult *duty = cor_results_duty (results, "huangpu");
  const CorDetourLine *line;
  const CorStation *station;
  const CorLonLat *shape;
  double length = 0;
  gboolean passes = FALSE;

  g_assert_nonnull (duty->detours);
  g_assert_cmpuint (duty->detours->len, >, 0);
  line = &g_array_index (duty->detours, CorDetourLine, 0);
  station = (const CorStation *) cor_scenario_find (results->scenario, COR_ITEM_STATION, "shatian-swap");
  g_assert_cmpint (cor_scenario_index (results->scenario, COR_ITEM_STATION, "shatian-swap"), ==, (int) line->station);
  shape = (const CorLonLat *) (gconstpointer) line->shape->data;
  g_assert_cmpuint (line->shape->len, >, 3);
  for (guint i = 0; i < line->shape->len; i++)
    {
      passes |= shape[i].lon == station->lon && shape[i].lat == station->lat;
      length += i > 0 ? cor_lonlat_distance (shape[i - 1], shape[i]) : 0;
    }
  g_assert_true (passes);
  for (guint i = 0; i < duty->geometry->accesses_out->len; i++)
    {
      const CorAccess *access = &g_array_index (duty->geometry->accesses_out, CorAccess, i);

      if (!line->back && access->station_index == line->station)
        g_assert_cmpfloat_with_epsilon (length, access->out_m + access->back_m, 0.03 * length + 50);
    }
}

static CorSitingWindow *
open_siting (UiFixture *f)
{
  ui_activate (f, "siting", NULL);
  return COR_SITING_WINDOW (ui_window (COR_TYPE_SITING_WINDOW));
}

static void
find (CorSitingWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "siting.find", NULL);
  g_assert_true (cor_siting_window_get_running (window));
  while (cor_siting_window_get_running (window))
    g_main_context_iteration (NULL, TRUE);
}

static int
status_of (UiFixture *f, const char *id)
{
  return ((const CorStation *) cor_scenario_find (ui_scenario (f), COR_ITEM_STATION, id))->status;
}

/* What is found is seen at once, dropped it was never there, taken over it is one step of undo. */
static void
test_siting (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  CorSitingWindow *window = open_siting (f);
  g_autofree char *csv = NULL, *among = NULL;
  GtkWidget *candidates;

  g_assert_nonnull (window);
  candidates = ui_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, ui_has_name, "card-note");
  among = g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (candidates)));
  find (window);
  g_assert_true (gtk_widget_get_visible (candidates));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (candidates)), ==, among);
  g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_PLANNED);
  csv = cor_data_table_get_csv (table_in (GTK_WIDGET (window)));
  g_assert_nonnull (strchr (strchr (csv, '\n') + 1, '\n'));
  gtk_widget_activate_action (GTK_WIDGET (window), "siting.drop", NULL);
  g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_CANDIDATE);
  g_assert_false (cor_document_can_undo (document));
  find (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "siting.take", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_PLANNED);
  cor_document_undo (document);
  g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_CANDIDATE);
  g_assert_false (cor_document_can_undo (document));
}

/* While a variant is shown the choice is its own, and dropped or taken over in the same way. */
static void
test_siting_variant (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  CorSitingWindow *window;
  g_autofree char *id = NULL;

  cor_document_apply (document, cor_edit_add_variant (ui_scenario (f), "More stations", &id), "Variant", NULL);
  g_assert_true (cor_document_set_variant (document, id));
  ui_settle (f);
  window = open_siting (f);
  find (window);
  g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_PLANNED);
  gtk_widget_activate_action (GTK_WIDGET (window), "siting.drop", NULL);
  g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_CANDIDATE);
  find (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "siting.take", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_PLANNED);
  cor_document_set_variant (document, NULL);
  g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_CANDIDATE);
  ui_settle (f);
}

/* Kept as a variant it is shown as one, and the base has none of it. */
static void
test_siting_keep (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  CorSitingWindow *window = open_siting (f);

  find (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "siting.keep", NULL);
  g_assert_nonnull (cor_document_get_variant (document));
  g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_PLANNED);
  gtk_window_destroy (GTK_WINDOW (window));
  cor_document_set_variant (document, NULL);
  g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_CANDIDATE);
  g_assert_true (cor_document_can_undo (document));
  cor_document_undo (document);
  g_assert_false (cor_document_can_undo (document));
  ui_settle (f);
}

/* An entry that is left, or a save, ends the steps that gestures make; dropped, or closed over, the choice goes all
 * the same. */
static void
test_siting_dropped (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));

  for (guint closed = 0; closed < 2; closed++)
    {
      CorSitingWindow *window = open_siting (f);

      find (window);
      g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_PLANNED);
      cor_apply_done (f->session);
      if (!closed)
        gtk_widget_activate_action (GTK_WIDGET (window), "siting.drop", NULL);
      gtk_window_destroy (GTK_WINDOW (window));
      ui_wait (50);
      g_assert_true (ui_scenario (f) == before);
      g_assert_false (cor_document_can_undo (cor_session_get_document (f->session)));
    }
}

/* Stopped, or closed while it runs, it leaves nothing behind. */
static void
test_siting_stop (UiFixture *f, gconstpointer data)
{
  CorSitingWindow *window = open_siting (f);

  gtk_widget_activate_action (GTK_WIDGET (window), "siting.find", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "siting.stop", NULL);
  g_assert_false (cor_siting_window_get_running (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "siting.find", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait (300);
  g_assert_cmpint (status_of (f, "doumen-charging"), ==, COR_STATION_CANDIDATE);
  g_assert_false (cor_document_can_undo (cor_session_get_document (f->session)));
}

static gboolean
shows_text (GtkWidget *widget, gconstpointer text)
{
  return g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

static gboolean
begins_with (GtkWidget *widget, gconstpointer text)
{
  return g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), text);
}

/* Where nothing is driven there is neither detour nor cost; the kind of a station stands in words. */
static void
test_siting_table (UiFixture *f, gconstpointer data)
{
  CorSitingRequest request = { .count = 1, .budget_yuan = NAN, .as_given = TRUE };
  GtkWidget *window = GTK_WIDGET (open_siting (f));
  g_autoptr (CorSitingPlan) plan = cor_siting_scenario (cor_application_get_engine (COR_APPLICATION (g_application_get_default ()))->data,
                                                        ui_scenario (f), &request, NULL, NULL, NULL);
  g_autofree char *km = cor_format_quantity (COR_QUANTITY_KM, plan->before.detour_km, NULL);
  g_autofree char *charging = g_strconcat (g_dgettext ("corridor", "Charging"), cor_format_is_chinese (NULL) ? "" : ",", NULL);

  cor_siting_answer_fill (table_in (window), plan, COR_SITING_COST);
  ui_until (ui_find (window, GTK_TYPE_LABEL, shows_text, km) != NULL);
  g_assert_nonnull (ui_find (window, GTK_TYPE_LABEL, shows_text, km));
  g_assert_nonnull (ui_find (window, GTK_TYPE_LABEL, begins_with, charging));
  plan->before.served = 0;
  cor_siting_answer_fill (table_in (window), plan, COR_SITING_COST);
  ui_wait (200);
  g_assert_null (ui_find (window, GTK_TYPE_LABEL, shows_text, km));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Fewer stations than might have been built: the words say why; as many: nothing of it. Figures lead to their cards. */
static void
test_siting_fewer (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  CorSitingRequest request = { .count = 3, .budget_yuan = NAN, .as_given = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorSitingPlan) plan = cor_siting_scenario (cor_application_get_engine (COR_APPLICATION (g_application_get_default ()))->data, cor_document_get_scenario (document), &request, NULL, NULL, &error);
  g_autofree char *few = NULL, *all = NULL;
  GtkLabel *label = g_object_ref_sink (GTK_LABEL (gtk_label_new (NULL)));
  guint n;

  g_assert_no_error (error);
  n = cor_siting_answer_n_built (plan);
  g_assert_cmpuint (n, >, 0);
  cor_siting_answer_say (label, plan, n + 2);
  few = g_strdup (gtk_label_get_text (label));
  g_assert_nonnull (strstr (gtk_label_get_label (label), "<a href=\"3\""));
  cor_siting_answer_say (label, plan, n);
  all = g_strdup (gtk_label_get_text (label));
  cor_siting_answer_say (label, plan, 0);
  g_assert_true (g_str_has_prefix (few, all));
  g_assert_cmpuint (strlen (few), >, strlen (all));
  g_assert_cmpstr (all, ==, gtk_label_get_text (label));
  cor_siting_answer_say_money (label, plan);
  g_assert_nonnull (strstr (gtk_label_get_label (label), "<a href=\"4\""));
  g_object_unref (label);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/stations/plan", UiFixture, NULL, ui_open, test_plan, ui_close);
  g_test_add ("/stations/plan-narrow", UiFixture, NULL, ui_open, test_plan_narrow, ui_close);
  g_test_add ("/stations/plan-is-live", UiFixture, NULL, ui_open, test_plan_is_live, ui_close);
  g_test_add ("/stations/detour-roads", UiFixture, NULL, ui_open, test_detour_roads, ui_close);
  g_test_add ("/stations/siting", UiFixture, NULL, ui_open, test_siting, ui_close);
  g_test_add ("/stations/siting-variant", UiFixture, NULL, ui_open, test_siting_variant, ui_close);
  g_test_add ("/stations/siting-keep", UiFixture, NULL, ui_open, test_siting_keep, ui_close);
  g_test_add ("/stations/siting-fewer", UiFixture, NULL, ui_open, test_siting_fewer, ui_close);
  g_test_add ("/stations/siting-dropped", UiFixture, NULL, ui_open, test_siting_dropped, ui_close);
  g_test_add ("/stations/siting-table", UiFixture, NULL, ui_open, test_siting_table, ui_close);
  g_test_add ("/stations/siting-stop", UiFixture, NULL, ui_open, test_siting_stop, ui_close);
  return g_test_run ();
}
