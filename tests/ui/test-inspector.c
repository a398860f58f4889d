/* test-inspector.c: fields, sliders and switches edit the document, live and in whole steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-apply.h"
#include "cor-edit.h"
#include "cor-field-row.h"
#include "cor-format.h"
#include "cor-inspector.h"
#include "cor-lever.h"
#include "cor-members-row.h"
#include "cor-node.h"
#include "cor-number-entry.h"
#include "cor-points-row.h"

#include <glib/gi18n.h>
#include <math.h>

static GtkWidget *
inspector (UiFixture *f)
{
  return ui_find (GTK_WIDGET (f->window), COR_TYPE_INSPECTOR, NULL, NULL);
}

static CorLever *
lever (UiFixture *f, const char *id)
{
  GtkWidget *found = ui_find (inspector (f), COR_TYPE_LEVER, ui_has_name, id);

  g_assert_nonnull (found);
  return COR_LEVER (found);
}

/* A slider moved over many values is one step; every value reaches the results. */
static void
test_slider (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  CorDocument *document = cor_session_get_document (f->session);
  GtkRange *scale;
  double start;

  cor_selection_set (cor_session_get_selection (f->session), COR_SELECT_PARAMETER,
                     "diesel_price_yuan_per_l");
  ui_wait (50);
  scale = GTK_RANGE (cor_lever_get_scale (lever (f, "diesel_price_yuan_per_l")));
  start = gtk_range_get_value (scale);
  g_assert_cmpfloat (start, >, 0);
  cor_apply_begin (f->session);
  for (int i = 1; i <= 20; i++)
    {
      gtk_range_set_value (scale, start + i * 0.1);
      ui_wait (5);
    }
  cor_apply_done (f->session);
  ui_settle (f);
  g_assert_true (cor_session_get_results_scenario (f->session) == ui_scenario (f));
  g_assert_false (cor_scenario_equal (ui_scenario (f), before));
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);
  g_assert_false (cor_document_can_undo (document));
  /* The inspector follows at its own pace while changes stream in. */
  ui_until (fabs (gtk_range_get_value (scale) - start) < 1e-6);
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (scale), start, 1e-6);
}

/* The row of a field by its title. */
static gboolean
is_titled (GtkWidget *row, gconstpointer title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

static CorNumberEntry *
number (UiFixture *f, CorItemKind kind, const char *key)
{
  const char *title = g_dgettext (GETTEXT_PACKAGE, cor_item_field (kind, key)->label);
  GtkWidget *row = ui_find (inspector (f), COR_TYPE_FIELD_ROW, is_titled, title);

  g_assert_nonnull (row);
  return COR_NUMBER_ENTRY (ui_find (row, COR_TYPE_NUMBER_ENTRY, NULL, NULL));
}

static const CorStation *
station (UiFixture *f, const char *id)
{
  return (const CorStation *)cor_scenario_find (ui_scenario (f), COR_ITEM_STATION, id);
}

/* Typed numbers with commas and units; what is not given is empty, and can be emptied. */
static void
test_number (UiFixture *f, gconstpointer data)
{
  CorScenario *scenario = ui_scenario (f);
  guint n;
  const char *id = cor_scenario_items (scenario, COR_ITEM_STATION, &n)[0]->id;
  CorNumberEntry *entry;
  GtkEditable *text;

  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_STATION, id);
  ui_wait (50);
  entry = number (f, COR_ITEM_STATION, "power_kw");
  text = GTK_EDITABLE (cor_number_entry_get_spin (entry));
  gtk_editable_set_text (text, "1,234.5 kW");
  gtk_spin_button_update (GTK_SPIN_BUTTON (text));
  g_assert_cmpfloat (station (f, id)->power_kw, ==, 1234.5);
  gtk_editable_set_text (text, "");
  gtk_spin_button_update (GTK_SPIN_BUTTON (text));
  g_assert_true (isnan (station (f, id)->power_kw));
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "");
  gtk_editable_set_text (text, "nonsense");
  gtk_spin_button_update (GTK_SPIN_BUTTON (text));
  g_assert_true (isnan (station (f, id)->power_kw));
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == scenario || cor_scenario_equal (ui_scenario (f), scenario));
}

/* Turns the wheel three times above @widget, a third into it, until its pane has moved. */
static void
turn_wheel (UiFixture *f, GtkWidget *widget)
{
  g_autofree char *hand = NULL;
  g_autoptr (GError) error = NULL;
  GtkAdjustment *pane = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW)));
  graphene_rect_t at;
  double left, top;

  ui_until (gtk_widget_compute_bounds (widget, GTK_WIDGET (f->window), &at) && at.size.height > 1);
  gtk_native_get_surface_transform (GTK_NATIVE (f->window), &left, &top);
  g_assert_true (g_spawn_command_line_sync ("xdotool search --onlyvisible --class . windowmove %@ 0 0", NULL, NULL, NULL, &error));
  ui_wait (200);
  hand = g_strdup_printf ("xdotool mousemove %.0f %.0f click --repeat 3 5", left + at.origin.x + at.size.width / 3, top + at.origin.y + at.size.height / 2);
  g_assert_true (g_spawn_command_line_async (hand, &error));
  ui_until (gtk_adjustment_get_value (pane) > 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (pane), >, 0);
}

/* The wheel above a number moves the pane and leaves the number. */
static void
test_wheel (UiFixture *f, gconstpointer data)
{
  CorScenario *scenario = ui_scenario (f);
  guint n;

  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_STATION, cor_scenario_items (scenario, COR_ITEM_STATION, &n)[0]->id);
  ui_wait (50);
  turn_wheel (f, GTK_WIDGET (number (f, COR_ITEM_STATION, "power_kw")));
  g_assert_true (ui_scenario (f) == scenario);
}

static GtkWidget *
first_of (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = first_of (child, type);
  return found;
}

/* So does the wheel above the slider of a price. */
static void
test_wheel_slider (UiFixture *f, gconstpointer data)
{
  CorScenario *scenario = ui_scenario (f);
  GtkWidget *lever;

  cor_selection_set (cor_session_get_selection (f->session), COR_SELECT_PARAMETER, NULL);
  ui_wait (50);
  lever = first_of (GTK_WIDGET (f->window), COR_TYPE_LEVER);
  g_assert_nonnull (lever);
  turn_wheel (f, GTK_WIDGET (cor_lever_get_scale (COR_LEVER (lever))));
  g_assert_true (ui_scenario (f) == scenario);
}

/* Every kind of thing has an inspector that opens without a word on standard error. */
/* The height that the inspector asks for without measuring its rows is the one they would lead to. */
static void
check_height (UiFixture *f)
{
  GtkWidget *inspector = ui_find (GTK_WIDGET (f->window), COR_TYPE_INSPECTOR, NULL, NULL);
  int least, natural, box_least, box_natural;

  gtk_widget_measure (inspector, GTK_ORIENTATION_VERTICAL, -1, &least, &natural, NULL, NULL);
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (inspector)), GTK_ORIENTATION_VERTICAL, -1, &box_least, &box_natural,
                      NULL, NULL);
  g_assert_cmpint (least, ==, box_least);
  g_assert_cmpint (natural, ==, box_natural);
}

static void
test_every_item (UiFixture *f, gconstpointer data)
{
  CorSelection *selection = cor_session_get_selection (f->session);
  CorScenario *scenario = ui_scenario (f);

  for (int kind = COR_ITEM_SITE; kind < COR_N_ITEM_KINDS; kind++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (scenario, kind, &n);

      for (guint i = 0; i < n; i++)
        {
          cor_selection_set (selection, kind, items[i]->id);
          g_main_context_iteration (NULL, FALSE);
          check_height (f);
        }
      cor_selection_set (selection, kind, NULL);
      ui_wait (20);
      check_height (f);
    }
  /* Looking changes nothing. */
  g_assert_true (ui_scenario (f) == scenario);
}

static gboolean
switch_is_for (GtkWidget *widget, gconstpointer label)
{
  return gtk_widget_get_visible (widget);
}

/* A policy switched in the list is switched in the document and counts. */
static void
test_policy_switch (UiFixture *f, gconstpointer data)
{
  const CorPolicy *before
      = (const CorPolicy *)cor_scenario_find (ui_scenario (f), COR_ITEM_POLICY, "toll_relief");
  gboolean on = before->on;
  const CorPolicy *after;

  g_assert_nonnull (ui_find (GTK_WIDGET (f->window), GTK_TYPE_SWITCH, switch_is_for, NULL));
  ui_activate (f, "toggle-policy", "toll_relief");
  ui_settle (f);
  after = (const CorPolicy *)cor_scenario_find (ui_scenario (f), COR_ITEM_POLICY, "toll_relief");
  g_assert_true (after->on != on);
}

static gboolean
has_icon (GtkWidget *widget, gconstpointer icon)
{
  return g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0;
}

static gboolean
has_class (GtkWidget *widget, gconstpointer name)
{
  return gtk_widget_has_css_class (widget, name);
}

/* A package shows what it holds; a switch takes an instrument in or out, and undo puts it back. */
static void
test_package (UiFixture *f, gconstpointer data)
{
  CorScenario *scenario = ui_scenario (f);
  guint n, before;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_POLICY, &n);
  const CorPolicy *package = NULL;
  GtkWidget *row, *toggle;

  for (guint i = 0; i < n && package == NULL; i++)
    if (g_str_equal (((const CorPolicy *) items[i])->policy_kind, "package"))
      package = (const CorPolicy *) items[i];
  if (package == NULL)
    g_error ("the scenario has no package");
  before = g_strv_length (package->members);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_POLICY, package->item.id);
  ui_wait (20);
  row = ui_find (GTK_WIDGET (f->window), COR_TYPE_MEMBERS_ROW, NULL, NULL);
  g_assert_nonnull (row);
  toggle = ui_find (row, GTK_TYPE_SWITCH, has_class, "cor-switch");
  g_assert_nonnull (toggle);
  gtk_switch_set_active (GTK_SWITCH (toggle), !gtk_switch_get_active (GTK_SWITCH (toggle)));
  package = (const CorPolicy *) cor_scenario_find (ui_scenario (f), COR_ITEM_POLICY, package->item.id);
  g_assert_cmpint (ABS ((int) g_strv_length (package->members) - (int) before), ==, 1);
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == scenario || cor_scenario_equal (ui_scenario (f), scenario));
}

static gboolean
has_title (GtkWidget *row, gconstpointer title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

/* A diesel truck has no deal about a battery, another one no limit of exhaust. */
static void
test_truck_fields (UiFixture *f, gconstpointer data)
{
  const char *deal = g_dgettext (GETTEXT_PACKAGE, "Battery deal"), *standard = g_dgettext (GETTEXT_PACKAGE, "Emission standard, diesel");
  guint n;
  const CorItem *const *trucks = cor_scenario_items (ui_scenario (f), COR_ITEM_TRUCK, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean diesel = ((const CorTruck *) trucks[i])->powertrain == COR_POWERTRAIN_DIESEL;

      cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_TRUCK, trucks[i]->id);
      ui_wait (50);
      g_assert_true ((ui_find (inspector (f), COR_TYPE_FIELD_ROW, has_title, standard) != NULL) == diesel);
      g_assert_true ((ui_find (inspector (f), COR_TYPE_FIELD_ROW, has_title, deal) != NULL) == !diesel);
    }
}

/* A distance that was given stands beside that of the roads, and each says whether it counts. */
static void
test_given_distance (UiFixture *f, gconstpointer data)
{
  const char *given = g_dgettext (GETTEXT_PACKAGE, "Distance as given, counts");
  guint n;
  const char *id = cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &n)[0]->id;
  CorDocument *document = cor_session_get_document (f->session);

  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_ROUTE, id);
  ui_wait (100);
  g_assert_null (ui_find (inspector (f), ADW_TYPE_ACTION_ROW, has_title, given));
  cor_document_apply (document, cor_edit_number (ui_scenario (f), COR_ITEM_ROUTE, id, "distance_km", 60, NULL), "Distance", NULL);
  ui_settle (f);
  ui_until (ui_find (inspector (f), ADW_TYPE_ACTION_ROW, has_title, given) != NULL);
  g_assert_nonnull (ui_find (inspector (f), ADW_TYPE_ACTION_ROW, has_title, given));
}

/* An instrument in force says what it gives a truck and what it costs; one that is off says nothing. */
static void
test_policy_does (UiFixture *f, gconstpointer data)
{
  const char *gap = g_dgettext (GETTEXT_PACKAGE, "Cost gap to diesel, a truck");
  const char *forgone = g_dgettext (GETTEXT_PACKAGE, "Public money forgone a year");
  const char *paid = g_dgettext (GETTEXT_PACKAGE, "Public money paid a year");

  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_POLICY, "toll_relief");
  ui_wait (50);
  g_assert_null (ui_find (inspector (f), ADW_TYPE_ACTION_ROW, has_title, gap));
  ui_activate (f, "toggle-policy", "toll_relief");
  ui_settle (f);
  ui_until (ui_find (inspector (f), ADW_TYPE_ACTION_ROW, has_title, gap) != NULL);
  g_assert_nonnull (ui_find (inspector (f), ADW_TYPE_ACTION_ROW, has_title, gap));
  g_assert_nonnull (ui_find (inspector (f), ADW_TYPE_ACTION_ROW, has_title, forgone));
  g_assert_null (ui_find (inspector (f), ADW_TYPE_ACTION_ROW, has_title, paid));
  ui_activate (f, "undo", NULL);
  ui_settle (f);
}

/* A price takes a value a year: the button fills every model year, and undo takes them out. */
static void
test_price_by_year (UiFixture *f, gconstpointer data)
{
  CorScenario *scenario = ui_scenario (f);
  const CorHead *head = cor_scenario_head (scenario);
  g_autoptr (GArray) points = NULL;
  GtkWidget *row, *button;

  cor_selection_set (cor_session_get_selection (f->session), COR_SELECT_PARAMETER, "diesel_price_yuan_per_l");
  ui_wait (20);
  row = ui_find (GTK_WIDGET (f->window), COR_TYPE_POINTS_ROW, NULL, NULL);
  g_assert_nonnull (row);
  button = ui_find (row, GTK_TYPE_BUTTON, has_icon, "object-select-symbolic");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  points = cor_edit_get_series (ui_scenario (f), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE);
  g_assert_cmpuint (points->len, ==, head->last_model_year - head->first_model_year + 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (points, CorPolicyPoint, 1).y,
                                  g_array_index (points, CorPolicyPoint, 0).y * 1.02, 1e-4);
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == scenario || cor_scenario_equal (ui_scenario (f), scenario));
}

/* The infeasible duty says what would help, and a click makes it so; undo takes it back. */
static gboolean
is_labelled (GtkWidget *button, gconstpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0;
}

static void
test_remedy (UiFixture *f, gconstpointer data)
{
  const CorResults *results = cor_session_get_results (f->session);
  guint feasible = results->feasible;
  const char *impossible = NULL;
  GtkWidget *button;

  for (guint i = 0; i < results->n_duties; i++)
    if (!cor_duty_result_shown (&results->duties[i])->outcomes[results->year].feasible)
      impossible = results->duties[i].duty->item.id;
  g_assert_nonnull (impossible);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_DUTY, impossible);
  ui_wait (50);
  button = ui_find (inspector (f), GTK_TYPE_BUTTON, is_labelled,
                    g_dgettext (GETTEXT_PACKAGE, "Place a station there"));
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle (f);
  results = cor_session_get_results (f->session);
  g_assert_cmpuint (results->feasible, ==, feasible + 1);
  ui_activate (f, "undo", NULL);
  ui_settle (f);
  results = cor_session_get_results (f->session);
  g_assert_cmpuint (results->feasible, ==, feasible);
}

static guint
n_feasible (UiFixture *f)
{
  const CorResults *results = cor_session_get_results (f->session);

  return results->feasible;
}

/* With 350 kWh the far duty fails at stations that are too short for it: to unhitch there makes it possible. */
static void
test_unhitch (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  guint feasible = n_feasible (f);
  g_autofree char *label = g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "Unhitch in %.0f min"), 20.0);
  GtkWidget *button;

  cor_document_apply (document, cor_edit_string (ui_scenario (f), COR_ITEM_DUTY, "gaolan", "truck", "bet-6x4-350", NULL),
                      "test", NULL);
  ui_settle (f);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_DUTY, "gaolan");
  ui_wait (50);
  g_assert_cmpuint (n_feasible (f), ==, feasible);
  button = ui_find (inspector (f), GTK_TYPE_BUTTON, is_labelled, label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle (f);
  g_assert_cmpuint (n_feasible (f), ==, feasible + 1);
  for (guint i = 0; i < 2; i++)
    ui_activate (f, "undo", NULL);
  ui_settle (f);
  g_assert_cmpuint (n_feasible (f), ==, feasible);
}

/* The row of a figure, and what it says. */
static GtkWidget *
figure_row (UiFixture *f, const char *title)
{
  return ui_find (inspector (f), ADW_TYPE_ACTION_ROW, is_titled, g_dgettext (GETTEXT_PACKAGE, title));
}

static const char *
figure_text (UiFixture *f, const char *title)
{
  GtkWidget *row = figure_row (f, title);

  return row != NULL ? gtk_label_get_label (g_object_get_data (G_OBJECT (row), "label")) : NULL;
}

/* A station's figures follow its plugs in the rows that are there, and another station has its own. */
static void
test_station_figures (UiFixture *f, gconstpointer data)
{
  const CorResults *results = cor_session_get_results (f->session);
  CorSelection *selection = cor_session_get_selection (f->session);
  const char *busy = NULL, *idle = NULL;
  double most = 0;
  g_autofree char *id = NULL, *other = NULL, *before = NULL, *day = NULL;
  CorItem *item;
  GtkWidget *row;
  guint n;

  cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *name = cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n)[i]->id;

      if (results->stations[i].utilisation > most)
        {
          most = results->stations[i].utilisation;
          busy = name;
        }
      if (!(results->stations[i].energy_kwh_per_day > 0) && idle == NULL)
        idle = name;
    }
  g_assert_true (busy != NULL && idle != NULL);
  id = g_strdup (busy);
  other = g_strdup (idle);
  cor_selection_set (selection, COR_ITEM_STATION, id);
  ui_wait (50);
  row = figure_row (f, "In use");
  before = g_strdup (figure_text (f, "In use"));
  g_assert_nonnull (before);
  item = cor_item_copy (cor_scenario_find (ui_scenario (f), COR_ITEM_STATION, id));
  ((CorStation *)item)->plugs = ((CorStation *)item)->plugs * 2;
  cor_document_apply (cor_session_get_document (f->session), cor_scenario_with_item (ui_scenario (f), item), "test", NULL);
  ui_settle (f);
  ui_until (g_strcmp0 (figure_text (f, "In use"), before) != 0);
  g_assert_true (figure_row (f, "In use") == row);
  results = cor_session_get_results (f->session);
  n = (guint)cor_scenario_index (results->scenario, COR_ITEM_STATION, id);
  day = cor_format_percent (results->stations[n].utilisation, 0, NULL);
  g_assert_cmpstr (figure_text (f, "In use"), ==, day);
  cor_selection_set (selection, COR_ITEM_STATION, other);
  ui_wait (50);
  g_assert_null (figure_row (f, "Detours"));
  g_assert_cmpstr (figure_text (f, "In use"), !=, day);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/inspector/truck-fields", test_truck_fields);
  ADD ("/inspector/given-distance", test_given_distance);
  ADD ("/inspector/slider", test_slider);
  ADD ("/inspector/number", test_number);
  ADD ("/inspector/wheel", test_wheel);
  ADD ("/inspector/wheel-slider", test_wheel_slider);
  ADD ("/inspector/every-item", test_every_item);
  ADD ("/inspector/policy-switch", test_policy_switch);
  ADD ("/inspector/package", test_package);
  ADD ("/inspector/policy-does", test_policy_does);
  ADD ("/inspector/price-by-year", test_price_by_year);
  ADD ("/inspector/remedy", test_remedy);
  ADD ("/inspector/unhitch", test_unhitch);
  ADD ("/inspector/station-figures", test_station_figures);
  return g_test_run ();
}
