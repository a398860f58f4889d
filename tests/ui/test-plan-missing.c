/* test-plan-missing.c: the window of a charging plan where there is none: why, and what helps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-table.h"
#include "cor-edit.h"
#include "cor-format.h"
#include "cor-plan-note.h"
#include "cor-plan-window.h"
#include "cor-stations-window.h"
#include "ui-driver.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define NARROW 360

static GtkWidget *
open_plan (UiFixture *f, const char *duty)
{
  GtkWidget *window;

  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_DUTY, duty);
  ui_activate (f, "plan", NULL);
  window = ui_window (COR_TYPE_PLAN_WINDOW);
  g_assert_nonnull (window);
  return window;
}

static gboolean
has_label (GtkWidget *widget, gconstpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static GtkWidget *
button_of (GtkWidget *window, const char *label)
{
  return ui_find (ui_find (window, ADW_TYPE_STATUS_PAGE, NULL, NULL), GTK_TYPE_BUTTON, has_label, label);
}

static gboolean
has_page (GtkWidget *widget, gconstpointer name)
{
  return gtk_stack_get_child_by_name (GTK_STACK (widget), name) != NULL;
}

static const char *
page_of (GtkWidget *window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (window, GTK_TYPE_STACK, has_page, "missing")));
}

static const char *
description_of (GtkWidget *window)
{
  return adw_status_page_get_description (ADW_STATUS_PAGE (ui_find (window, ADW_TYPE_STATUS_PAGE, NULL, NULL)));
}

static gboolean
has_action (GtkWidget *widget, gconstpointer action)
{
  return g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

static gboolean
can_copy (GtkWidget *window)
{
  return gtk_widget_get_sensitive (ui_find (window, GTK_TYPE_BUTTON, has_action, "plan.copy"));
}

static int
least_width (GtkWidget *window)
{
  int least;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static void
apply (UiFixture *f, CorScenario *next)
{
  g_assert_nonnull (next);
  cor_document_apply (cor_session_get_document (f->session), next, "test", NULL);
  ui_settle (f);
}

/* A duty that cannot be driven says by how much, with the inspector's buttons; one of them, and the plan is there, in
 * one step of undo. */
static void
test_remedy (UiFixture *f, gconstpointer data)
{
  const CorAlternative *shown = cor_duty_result_shown (cor_results_duty (cor_session_get_results (f->session), "gaolan"));
  GtkWidget *window = open_plan (f, "gaolan");
  g_autofree char *kwh = g_strdup_printf (_ ("Take %.0f kWh"), shown->plan->reason.fix_battery_kwh);
  g_autofree char *problem = g_markup_escape_text (shown->problem, -1), *remedy = g_markup_escape_text (shown->remedy, -1);

  g_assert_cmpstr (page_of (window), ==, "missing");
  g_assert_nonnull (strstr (description_of (window), problem));
  g_assert_nonnull (strstr (description_of (window), remedy));
  g_assert_false (can_copy (window));
  g_assert_cmpint (least_width (window), <=, NARROW);
  g_assert_nonnull (button_of (window, kwh));
  g_signal_emit_by_name (button_of (window, kwh), "clicked");
  ui_settle (f);
  g_assert_cmpstr (page_of (window), ==, "plan");
  g_assert_true (can_copy (window));
  cor_document_undo (cor_session_get_document (f->session));
  ui_settle (f);
  g_assert_cmpstr (page_of (window), ==, "missing");
  g_assert_false (cor_document_can_undo (cor_session_get_document (f->session)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Signs that mark up text stand as they are in names. */
static void
test_signs (UiFixture *f, gconstpointer data)
{
  GtkWidget *window;

  apply (f, cor_edit_string (ui_scenario (f), COR_ITEM_SITE, "gaolan-port", cor_format_is_chinese (NULL) ? "name_zh" : "name", "A & <B>", NULL));
  window = open_plan (f, "gaolan");
  g_assert_nonnull (strstr (description_of (window), "A &amp; &lt;B&gt;"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who needs no plan is told so, and shown in the window at a click; a day without trips says what to give. */
static void
test_no_need (UiFixture *f, gconstpointer data)
{
  CorSelection *selection = cor_session_get_selection (f->session);
  const CorDuty *duty = (const CorDuty *) cor_scenario_find (ui_scenario (f), COR_ITEM_DUTY, "humen");
  g_autofree char *route = g_strdup (duty->route);
  GtkWidget *window = open_plan (f, "humen");

  g_assert_cmpstr (page_of (window), ==, "plan");
  g_assert_cmpint (least_width (window), <=, NARROW);
  apply (f, cor_edit_number (ui_scenario (f), COR_ITEM_ROUTE, route, "trips_per_day", NAN, NULL));
  g_assert_cmpstr (page_of (window), ==, "missing");
  g_assert_nonnull (strstr (description_of (window), _ ("Give the trips a day of the route.")));
  g_signal_emit_by_name (button_of (window, _ ("Show the Route")), "clicked");
  g_assert_cmpint (cor_selection_get_kind (selection), ==, COR_ITEM_ROUTE);
  g_assert_cmpstr (cor_selection_get_id (selection), ==, route);
  cor_document_undo (cor_session_get_document (f->session));
  ui_settle (f);
  g_assert_cmpstr (page_of (window), ==, "plan");
  apply (f, cor_edit_string (ui_scenario (f), COR_ITEM_DUTY, "humen", "truck", "diesel-6x4", NULL));
  g_assert_cmpstr (page_of (window), ==, "missing");
  g_assert_nonnull (strstr (description_of (window), _ ("A diesel truck does this duty; it does not charge.")));
  g_signal_emit_by_name (button_of (window, _ ("Show the Duty")), "clicked");
  g_assert_cmpstr (cor_selection_get_id (selection), ==, "humen");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whether the plan shown stops where the queue it reckons with is not the one of the simulated days. */
static gboolean
is_off (const CorResults *results, const CorDutyResult *duty)
{
  const CorPlan *plan = cor_duty_result_shown (duty)->plan;

  for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
    if (plan->stops[i].kind == COR_STOP_PLUG
        && fabs (results->waits[plan->stops[i].station].plug_min - results->stations[plan->stops[i].station].plug_wait_min) > COR_STATIONS_STEADY_MIN)
      return TRUE;
  return FALSE;
}

/* How many duties' notes speak of a queue that the plan does not reckon with, which those do whose plans are off. */
static guint
n_speaking (UiFixture *f)
{
  const CorResults *results = cor_session_get_results (f->session);
  guint n = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      g_autofree char *note = cor_plan_note (results, &results->duties[i]);
      gboolean speaks = strstr (note, _ ("Queues and plans did not become steady: waits are the last ones found.")) != NULL;

      g_assert_cmpint (speaks, ==, is_off (results, &results->duties[i]));
      n += speaks;
    }
  return n;
}

/* As the sample is, plans reckon with the queues that they make. With one plug at each station trucks run to and fro, and
 * the plan says which wait is which. */
static void
test_queue (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) scenario = cor_scenario_ref (ui_scenario (f));
  const CorResults *results = cor_session_get_results (f->session);
  guint n;
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);

  g_assert_true (results->stations_steady);
  g_assert_cmpuint (n_speaking (f), ==, 0);
  for (guint i = 0; i < n; i++)
    apply (f, cor_edit_number (ui_scenario (f), COR_ITEM_STATION, stations[i]->id, "plugs", 1, NULL));
  results = cor_session_get_results (f->session);
  g_assert_false (results->stations_steady);
  g_assert_cmpuint (n_speaking (f), >=, 1);
}

/* The table of stations goes into a narrow window as well. */
static void
test_narrow_table (UiFixture *f, gconstpointer data)
{
  GtkWidget *window;

  ui_activate (f, "stations", NULL);
  window = ui_window (COR_TYPE_STATIONS_WINDOW);
  g_assert_cmpint (least_width (window), <=, NARROW);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plan-missing/remedy", UiFixture, NULL, ui_open, test_remedy, ui_close);
  g_test_add ("/plan-missing/signs", UiFixture, NULL, ui_open, test_signs, ui_close);
  g_test_add ("/plan-missing/no-need", UiFixture, NULL, ui_open, test_no_need, ui_close);
  g_test_add ("/plan-missing/queue", UiFixture, NULL, ui_open, test_queue, ui_close);
  g_test_add ("/plan-missing/narrow-table", UiFixture, NULL, ui_open, test_narrow_table, ui_close);
  return g_test_run ();
}
