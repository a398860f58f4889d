/* test-walk.c: what made somebody stop who used the window for the first time, each in a test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-break-even-window.h"
#include "cor-cash-flow-window.h"
#include "cor-edit.h"
#include "cor-siting-candidates.h"
#include "cor-siting-window.h"
#include "cor-solver.h"
#include "cor-sure-window.h"
#include "cor-trace-window.h"

/* What is clicked on the map is selected, also where its section of the list was folded: opening it
 * moves the row that was marked before, which is no choice. */
static void
test_folded_section (UiFixture *f, gconstpointer data)
{
  CorSelection *selection = cor_session_get_selection (f->session);

  cor_selection_set (selection, COR_ITEM_ROUTE, "yantian-pinghu");
  ui_wait (50);
  cor_selection_set (selection, COR_ITEM_SITE, "yantian-port");
  ui_wait (50);
  g_assert_cmpint (cor_selection_get_kind (selection), ==, COR_ITEM_SITE);
  g_assert_cmpstr (cor_selection_get_id (selection), ==, "yantian-port");
}

static gboolean
has_title (GtkWidget *widget, gconstpointer title)
{
  return g_strcmp0 (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)), title) == 0;
}

/* Where parity is there already, nobody is told that more money "is not enough" for it. */
static void
test_parity_reached (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  GtkWidget *window;

  cor_document_apply (document,
                      cor_edit_parameter (ui_scenario (f), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 14, NULL),
                      "Diesel", NULL);
  ui_settle (f);
  window = cor_break_even_window_new (GTK_WINDOW (f->window), f->session, NULL);
  g_assert_nonnull (ui_find (window, ADW_TYPE_PREFERENCES_GROUP, has_title, g_dgettext ("corridor", "Parity Would End At")));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_activate (f, "undo", NULL);
  cor_document_apply (document,
                      cor_edit_parameter (ui_scenario (f), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 4, NULL),
                      "Diesel", NULL);
  ui_settle (f);
  window = cor_break_even_window_new (GTK_WINDOW (f->window), f->session, NULL);
  g_assert_nonnull (
      ui_find (window, ADW_TYPE_PREFERENCES_GROUP, has_title, g_dgettext ("corridor", "Each Alone Would Be Enough")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The window of a card, where one is open. */
/* A price of the scenario is the one that its trucks pay, of the same source, where they are all of one type. */
static void
test_prices_of_trucks (UiFixture *f, gconstpointer data)
{
  const CorResults *results = cor_session_get_results (f->session);
  const CorAlternative *truck = results->duties[0].diesel;
  CorParamValue scenario_wide, paid;

  g_assert_cmpstr (cor_scenario_truck_type (ui_scenario (f)), ==, truck->truck->truck_type);
  g_assert_true (cor_session_get_parameter (f->session, COR_ITEM_HEAD, NULL, COR_PARAM_TOLL, &scenario_wide, NULL));
  g_assert_true (cor_param_table_get (truck->table, COR_PARAM_TOLL, results->first_year + (int) results->year, &paid));
  g_assert_cmpfloat (scenario_wide.value, ==, paid.value);
  g_assert_true (scenario_wide.from == paid.from);
}

static GtkWindow *
card_window (void)
{
  return ui_window (COR_TYPE_TRACE_WINDOW);
}

/* Rows with figures; @row counts down to the one that is wanted. */
static gboolean
is_figure_row (GtkWidget *widget, gconstpointer row)
{
  return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)) && gtk_widget_get_has_tooltip (widget) && (*(int *) row)-- == 0;
}

static gboolean
is_figure (GtkWidget *label, gconstpointer data)
{
  return gtk_widget_has_css_class (label, "cor-figure");
}

/* Whether the row's mark of what is assumed has something to stand on: a figure, or a sentence that says it. */
static gboolean
shows_mark (GtkWidget *row)
{
  return ui_find (row, GTK_TYPE_LABEL, is_figure, NULL) != NULL || gtk_widget_has_css_class (row, "cor-said")
         || gtk_widget_has_css_class (row, "cor-said-below");
}

/* The gap, what each lever would take, and what each brings: a row of each is a card once it is activated. */
static void
test_break_even_cards (UiFixture *f, gconstpointer data)
{
  GtkWidget *window = cor_break_even_window_new (GTK_WINDOW (f->window), f->session, NULL);
  const char *last = NULL;
  int opened = 0;

  gtk_window_present (GTK_WINDOW (window));
  for (;; opened++)
    {
      int nth = opened;
      GtkWidget *row = ui_find (window, ADW_TYPE_ACTION_ROW, is_figure_row, &nth);
      GtkWindow *card;

      if (row == NULL)
        break;
      ui_until (gtk_widget_has_css_class (row, "cor-assumed-figure"));
      g_assert_true (gtk_widget_has_css_class (row, "cor-assumed-figure"));
      g_assert_true (shows_mark (row));
      adw_action_row_activate (ADW_ACTION_ROW (row));
      card = card_window ();
      g_assert_nonnull (card);
      last = cor_trace_window_get_figure (COR_TRACE_WINDOW (card));
      g_assert_cmpstr (last, !=, "");
      g_test_message ("%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), last);
      gtk_window_destroy (card);
    }
  g_assert_cmpint (opened, ==, 1 + 2 * COR_N_LEVERS);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The demand charge is billed from 2031 on (data/parameters/defaults-prices.json): where that is in the years of a truck, the
 * cash flow says why it begins late; a truck that is sold before pays none, and nothing is said. */
static gboolean
tells_of_2030 (GtkWidget *label, gconstpointer data)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));

  return strstr (text, "2030") != NULL && strstr (text, "2031") != NULL && strstr (text, "5") != NULL;
}

static gboolean
cash_flow_tells (UiFixture *f)
{
  CorResults *results = (CorResults *) cor_session_get_results (f->session);
  GtkWidget *window = cor_cash_flow_window_new (GTK_WINDOW (f->window), results, &results->duties[0]);
  gboolean tells = ui_find (window, GTK_TYPE_LABEL, tells_of_2030, NULL) != NULL;

  gtk_window_destroy (GTK_WINDOW (window));
  return tells;
}

static void
test_late_demand (UiFixture *f, gconstpointer data)
{
  g_assert_true (cash_flow_tells (f));
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_number (ui_scenario (f), COR_ITEM_HEAD, NULL, "model_year", 2026, NULL), "", NULL);
  ui_settle (f);
  g_assert_false (cash_flow_tells (f));
}

static gboolean
is_of_lever (GtkWidget *widget, gconstpointer lever)
{
  return g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), g_dgettext ("corridor", lever));
}

/* The button that takes over a lever's value; %NULL where there is none. */
static GtkWidget *
apply_of (GtkWidget *window, const char *lever)
{
  GtkWidget *row = ui_find (window, ADW_TYPE_ACTION_ROW, is_of_lever, lever);

  return row != NULL ? ui_find (row, GTK_TYPE_BUTTON, NULL, NULL) : NULL;
}

static gboolean
has_steps (GtkEventController *controller)
{
  return GTK_IS_SHORTCUT_CONTROLLER (controller)
         && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE
         && g_list_model_get_n_items (G_LIST_MODEL (controller)) == 3;
}

/* Windows about a duty that is deleted go on with the one that they show as chosen. */
static void
test_duty_gone (UiFixture *f, gconstpointer data)
{
  guint n;
  const CorItem *const *duties = cor_scenario_items (ui_scenario (f), COR_ITEM_DUTY, &n);
  GtkWidget *levers = cor_break_even_window_new (GTK_WINDOW (f->window), f->session, duties[0]->id);
  GtkWidget *sure = cor_sure_window_new (GTK_WINDOW (f->window), f->session, duties[0]->id);
  int nth = 0;

  gtk_window_present (GTK_WINDOW (levers));
  gtk_window_present (GTK_WINDOW (sure));
  cor_document_apply (cor_session_get_document (f->session), cor_edit_remove (ui_scenario (f), COR_ITEM_DUTY, duties[0]->id, NULL),
                      "Delete", NULL);
  ui_settle (f);
  ui_until (!cor_sure_window_get_computing (COR_SURE_WINDOW (sure)));
  g_assert_nonnull (ui_find (levers, ADW_TYPE_ACTION_ROW, is_figure_row, &nth));
  g_assert_cmpstr (cor_sure_window_get_headline (COR_SURE_WINDOW (sure)), !=, "");
  gtk_window_destroy (GTK_WINDOW (levers));
  gtk_window_destroy (GTK_WINDOW (sure));
  ui_wait (50);
}

/* A value taken over is enough, to the yuan; and undo takes it back from the window itself. */
static void
test_apply_and_undo (UiFixture *f, gconstpointer data)
{
  GtkWidget *window = cor_break_even_window_new (GTK_WINDOW (f->window), f->session, NULL);
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  gboolean keys = FALSE;

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate (apply_of (window, "Toll relief"));
  ui_until (ui_scenario (f) != before);
  ui_settle (f);
  g_assert_nonnull (ui_find (window, ADW_TYPE_PREFERENCES_GROUP, has_title, g_dgettext ("corridor", "Parity Is Reached")));
  g_assert_null (apply_of (window, "Toll relief"));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      keys = keys || has_steps (controller);
    }
  g_assert_true (keys);
  g_assert_true (gtk_widget_activate_action (window, "win.undo", NULL));
  g_assert_true (ui_scenario (f) == before);
  ui_settle (f);
  g_assert_nonnull (apply_of (window, "Toll relief"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_tool (GtkWidget *widget, gconstpointer name)
{
  return ui_has_name (widget, name) && gtk_widget_get_mapped (widget);
}

/* Who places a station is asked which: charging or swap. */
static void
test_station_kind (UiFixture *f, gconstpointer data)
{
  GtkWidget *charging, *swap;

  ui_activate (f, "tool", "select");
  g_assert_null (ui_find (GTK_WIDGET (f->window), GTK_TYPE_TOGGLE_BUTTON, is_tool, "place-charging"));
  ui_activate (f, "tool", "station");
  ui_wait (50);
  charging = ui_find (GTK_WIDGET (f->window), GTK_TYPE_TOGGLE_BUTTON, is_tool, "place-charging");
  swap = ui_find (GTK_WIDGET (f->window), GTK_TYPE_TOGGLE_BUTTON, is_tool, "place-swap");
  g_assert_nonnull (charging);
  g_assert_nonnull (swap);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (charging)));
  gtk_widget_activate (swap);
  ui_until (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (swap)));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (swap)));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (charging)));
  ui_activate (f, "tool", "select");
}

/* The first step of a new scenario shows the truck there is, and adds none. */
static void
test_choose_truck (UiFixture *f, gconstpointer data)
{
  CorSelection *selection = cor_session_get_selection (f->session);
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  const CorTruck *truck;

  ui_activate (f, "choose-truck", NULL);
  g_assert_true (ui_scenario (f) == before);
  g_assert_cmpint (cor_selection_get_kind (selection), ==, COR_ITEM_TRUCK);
  truck = (const CorTruck *) cor_scenario_find (before, COR_ITEM_TRUCK, cor_selection_get_id (selection));
  g_assert_cmpint (truck->powertrain, !=, COR_POWERTRAIN_DIESEL);
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return g_strcmp0 (gtk_text_get_placeholder_text (GTK_TEXT (widget)), text) == 0;
}

/* An empty field says what is reckoned with: the plug of a station that nobody described. */
static void
test_empty_fields (UiFixture *f, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *power = NULL;
  CorParamValue value;

  g_assert_true (cor_session_get_parameter (f->session, COR_ITEM_HEAD, NULL, COR_PARAM_STATION_POWER, &value, NULL));
  power = g_strdup_printf ("%.0f\302\240kW", value.value);
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_add_place (ui_scenario (f), COR_ITEM_STATION, COR_STATION_CHARGING,
                                          (CorLonLat){ 114.2, 22.7 }, NULL, NULL, &id),
                      "Add", NULL);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_STATION, id);
  ui_settle (f);
  ui_until (ui_find (GTK_WIDGET (f->window), GTK_TYPE_TEXT, says, power) != NULL);
  g_assert_nonnull (ui_find (GTK_WIDGET (f->window), GTK_TYPE_TEXT, says, power));
  g_assert_nonnull (ui_find (GTK_WIDGET (f->window), GTK_TYPE_TEXT, says, g_dgettext ("corridor", "by its size")));
}

static GtkWindow *
siting_window (UiFixture *f)
{
  return ui_window (COR_TYPE_SITING_WINDOW);
}

/* With no candidate there is nothing to find, and one button makes candidates of what is planned. */
static void
test_no_candidates (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) start = cor_scenario_ref (ui_scenario (f));
  g_autoptr (CorScenario) next = cor_scenario_ref (start);
  const CorItem *const *stations;
  guint n, planned;
  GtkWindow *window;

  stations = cor_scenario_items (start, COR_ITEM_STATION, &n);
  for (guint i = 0; i < n; i++)
    if (((const CorStation *) stations[i])->status == COR_STATION_CANDIDATE)
      {
        CorScenario *before = next;

        next = cor_edit_number (before, COR_ITEM_STATION, stations[i]->id, "status", COR_STATION_PLANNED, NULL);
        cor_scenario_unref (before);
      }
  cor_document_apply (cor_session_get_document (f->session), cor_scenario_ref (next), "Planned", NULL);
  ui_settle (f);
  ui_activate (f, "siting", NULL);
  window = siting_window (f);
  g_assert_nonnull (window);
  planned = cor_siting_stations (ui_scenario (f), COR_STATION_PLANNED);
  g_assert_cmpuint (planned, >, 0);
  g_assert_true (gtk_widget_get_visible (ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, ui_has_name, "take-planned")));
  gtk_widget_activate_action (GTK_WIDGET (window), "siting.find", NULL);
  g_assert_false (cor_siting_window_get_running (COR_SITING_WINDOW (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "siting.take-planned", NULL);
  g_assert_cmpuint (cor_siting_stations (ui_scenario (f), COR_STATION_CANDIDATE), ==, planned);
  g_assert_false (gtk_widget_get_visible (ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, ui_has_name, "take-planned")));
  gtk_window_destroy (window);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/walk/folded-section", test_folded_section);
  ADD ("/walk/parity-reached", test_parity_reached);
  ADD ("/walk/apply-and-undo", test_apply_and_undo);
  ADD ("/walk/break-even-cards", test_break_even_cards);
  ADD ("/walk/duty-gone", test_duty_gone);
  ADD ("/walk/late-demand", test_late_demand);
  ADD ("/walk/station-kind", test_station_kind);
  ADD ("/walk/choose-truck", test_choose_truck);
  ADD ("/walk/empty-fields", test_empty_fields);
  ADD ("/walk/prices-of-trucks", test_prices_of_trucks);
  ADD ("/walk/no-candidates", test_no_candidates);
  return g_test_run ();
}
