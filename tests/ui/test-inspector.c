/* test-inspector.c: fields, sliders and switches edit the document, live and in whole steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "inspector-fixture.h"

#include "cor-item-text.h"

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

static gboolean
says (GtkWidget *label, gconstpointer text)
{
  return g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) == 0;
}

static const char *
text_of (CorNumberEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (cor_number_entry_get_spin (entry)));
}

/* A price that was set says so, has the digits that the list has, and a range in the same unit with no more of them. */
static void
test_set_here (UiFixture *f, gconstpointer data)
{
  const CorParamInfo *info = cor_param_info (COR_PARAM_STATION_PRICE);
  CorScenario *next = cor_edit_parameter (ui_scenario (f), COR_ITEM_HEAD, NULL, COR_PARAM_STATION_PRICE, 0.909, NULL);
  g_autofree char *listed = NULL;
  GtkWidget *row, *chip;
  CorNumberEntry *entry;
  const char *tooltip;

  cor_document_apply (cor_session_get_document (f->session), next, "Price", NULL);
  cor_selection_set (cor_session_get_selection (f->session), COR_SELECT_PARAMETER, info->id);
  ui_settle (f);
  row = GTK_WIDGET (lever (f, info->id));
  entry = COR_NUMBER_ENTRY (ui_find (row, COR_TYPE_NUMBER_ENTRY, NULL, NULL));
  listed = cor_price_text (info, 0.909);
  g_assert_true (g_str_has_prefix (listed, "0.909"));
  g_assert_true (g_str_has_prefix (text_of (entry), "0.909"));
  chip = ui_find (row, GTK_TYPE_LABEL, says, g_dgettext (GETTEXT_PACKAGE, "Set here"));
  g_assert_nonnull (chip);
  g_assert_true (gtk_widget_get_visible (chip));
  tooltip = gtk_widget_get_tooltip_text (row);
  g_test_message ("%s", tooltip);
  g_assert_true (g_regex_match_simple ("[0-9]\\.[0-9]{3}\302\240[^ ]+/kWh . [0-9]\\.[0-9]{3}\302\240[^ ]+/kWh", tooltip, 0, 0));
  ui_activate (f, "undo", NULL);
  ui_until (!g_str_has_prefix (text_of (entry), "0.909"));
  g_assert_null (ui_find (row, GTK_TYPE_LABEL, says, g_dgettext (GETTEXT_PACKAGE, "Set here")));
  cor_number_entry_set_value (entry, 0.8);
  g_assert_true (g_str_has_prefix (text_of (entry), "0.80"));
}

/* While a variant is shown the inspector says that edits go into it. */
static void
test_scope (UiFixture *f, gconstpointer data)
{
  GtkWidget *scope = ui_find (inspector (f), GTK_TYPE_LABEL, ui_has_name, "inspector-scope");
  CorDocument *document = cor_session_get_document (f->session);
  CorSelection *selection = cor_session_get_selection (f->session);

  g_assert_nonnull (scope);
  cor_selection_set (selection, COR_SELECT_PARAMETER, "diesel_price_yuan_per_l");
  ui_wait (50);
  g_assert_false (gtk_widget_get_visible (scope));
  g_assert_nonnull (ui_find (inspector (f), GTK_TYPE_LABEL, says, g_dgettext (GETTEXT_PACKAGE, "for the whole scenario")));
  g_assert_true (cor_document_set_variant (document, "two-swap-stations"));
  ui_settle (f);
  g_assert_true (gtk_widget_get_visible (scope));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (scope)),
                            cor_item_label (cor_scenario_find (cor_document_get_base (document), COR_ITEM_VARIANT, "two-swap-stations"),
                                            cor_format_is_chinese (NULL))));
  g_assert_null (ui_find (inspector (f), GTK_TYPE_LABEL, says, g_dgettext (GETTEXT_PACKAGE, "for the whole scenario")));
  cor_selection_set (selection, COR_ITEM_HEAD, NULL);
  ui_wait (50);
  g_assert_true (gtk_widget_get_visible (scope));
  cor_selection_set (selection, COR_ITEM_VARIANT, "two-swap-stations");
  ui_wait (50);
  g_assert_false (gtk_widget_get_visible (scope));
}

/* What is left empty says what is reckoned with instead: here the region of the scenario. */
static void
test_empty_text (UiFixture *f, gconstpointer data)
{
  guint n;
  const CorItem *duty = cor_scenario_items (ui_scenario (f), COR_ITEM_DUTY, &n)[0];
  CorScenario *next = cor_edit_string (ui_scenario (f), COR_ITEM_DUTY, duty->id, "plate_city", NULL, NULL);
  GtkWidget *row;

  cor_document_apply (cor_session_get_document (f->session), next, "", NULL);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_DUTY, duty->id);
  ui_wait (50);
  row = ui_find (inspector (f), COR_TYPE_FIELD_ROW, has_title,
                 g_dgettext (GETTEXT_PACKAGE, cor_item_field (COR_ITEM_DUTY, "plate_city")->label));
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (ui_find (row, GTK_TYPE_ENTRY, NULL, NULL))), ==,
                   cor_format_is_chinese (NULL) ? "深圳" : "Shenzhen");
}

/* Settings whose title says little say more on hover. */
static void
test_explained (UiFixture *f, gconstpointer data)
{
  static const char *const keys[] = { "convention", "adoption" };

  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_HEAD, NULL);
  ui_wait (50);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *title = g_dgettext (GETTEXT_PACKAGE, cor_item_field (COR_ITEM_HEAD, keys[i])->label);
      GtkWidget *row = ui_find (inspector (f), COR_TYPE_FIELD_ROW, has_title, title);

      g_assert_nonnull (row);
      g_assert_nonnull (gtk_widget_get_tooltip_text (row));
    }
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

/* The chip of a field of the route that is selected; NULL where it is not to be seen. */
static GtkWidget *
assumed_chip (UiFixture *f, const char *key)
{
  GtkWidget *row = ui_find (inspector (f), COR_TYPE_FIELD_ROW, has_title, g_dgettext (GETTEXT_PACKAGE, cor_item_field (COR_ITEM_ROUTE, key)->label));

  g_assert_nonnull (row);
  row = ui_find (row, GTK_TYPE_LABEL, says, g_dgettext (GETTEXT_PACKAGE, "Assumed"));
  return row != NULL && gtk_widget_get_visible (row) ? row : NULL;
}

/* What a route is reckoned with although nobody gave it says so; what is given does not, nor 0 where no day is planned. */
static void
test_assumed (UiFixture *f, gconstpointer data)
{
  static const char *const given[] = { "trips_per_day", "days_per_year", "payload_out_t", "payload_back_t", "loading_min", NULL };
  static const char *const not_given[] = { "trips_per_day", "days_per_year", "loading_min", "unloading_min", "first_departure_h", NULL };
  guint n;
  const CorItem *const *sites = cor_scenario_items (ui_scenario (f), COR_ITEM_SITE, &n);
  const CorItem *route = cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &n)[0];
  g_autofree char *id = NULL;
  CorNumberEntry *loading;
  GtkWidget *spin;

  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_ROUTE, route->id);
  ui_wait (50);
  for (guint i = 0; given[i] != NULL; i++)
    g_assert_null (assumed_chip (f, given[i]));
  cor_document_apply (cor_session_get_document (f->session), cor_edit_add_route (ui_scenario (f), sites[0]->id, sites[1]->id, &id), "", NULL);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_ROUTE, id);
  ui_wait (50);
  for (guint i = 0; not_given[i] != NULL; i++)
    g_assert_nonnull (assumed_chip (f, not_given[i]));
  loading = number (f, COR_ITEM_ROUTE, "loading_min");
  spin = cor_number_entry_get_spin (loading);
  g_assert_true (g_str_has_prefix (text_of (loading), "0\302\240"));
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (cor_number_entry_get_spin (number (f, COR_ITEM_ROUTE, "first_departure_h")))), ==, 7);
  gtk_editable_set_text (GTK_EDITABLE (spin), "30");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  ui_until (assumed_chip (f, "loading_min") == NULL);
  g_assert_null (assumed_chip (f, "loading_min"));
  g_assert_nonnull (assumed_chip (f, "unloading_min"));
  gtk_editable_set_text (GTK_EDITABLE (spin), "");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  ui_until (assumed_chip (f, "loading_min") != NULL);
  g_assert_nonnull (assumed_chip (f, "loading_min"));
  g_assert_cmpfloat (((const CorRoute *) cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, id))->loading_min, ==, 0);
  /* Cleared once more it still says what counts. */
  gtk_editable_set_text (GTK_EDITABLE (spin), "");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_assert_true (g_str_has_prefix (text_of (loading), "0\302\240"));
  /* Of two routes that differ none is reckoned with it. */
  cor_selection_toggle (cor_session_get_selection (f->session), COR_ITEM_ROUTE, route->id);
  ui_wait (50);
  loading = number (f, COR_ITEM_ROUTE, "loading_min");
  g_assert_cmpstr (text_of (loading), ==, "");
  g_assert_null (strchr (gtk_text_get_placeholder_text (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (cor_number_entry_get_spin (loading))))), '0'));
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

/* A number with more digits than are shown is what it was when its entry is left, and nothing is edited. */
static void
test_left_alone (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  guint n;
  const char *id = cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n)[0]->id;
  CorScenario *before;
  CorNumberEntry *entry;

  cor_document_apply (document, cor_edit_number (ui_scenario (f), COR_ITEM_STATION, id, "power_kw", 123.45678901, NULL), "", NULL);
  before = ui_scenario (f);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_STATION, id);
  ui_wait (50);
  entry = number (f, COR_ITEM_STATION, "power_kw");
  g_assert_cmpstr (text_of (entry), !=, "");
  g_assert_null (strstr (text_of (entry), "123.45678901"));
  gtk_spin_button_update (GTK_SPIN_BUTTON (cor_number_entry_get_spin (entry)));
  gtk_widget_grab_focus (cor_number_entry_get_spin (entry));
  cor_typed_take (GTK_WINDOW (f->window));
  g_assert_true (ui_scenario (f) == before);
  g_assert_cmpfloat (station (f, id)->power_kw, ==, 123.45678901);
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
      const CorStation *station = (const CorStation *) cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n)[i];
      const char *name = station->item.id;

      if (station->plugs > 0 && results->stations[i].utilisation > most)
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
  g_assert_cmpstr (figure_text (f, "In use"), !=, before);
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
  ADD ("/inspector/station-figures", test_station_figures);
  ADD ("/inspector/set-here", test_set_here);
  ADD ("/inspector/scope", test_scope);
  ADD ("/inspector/empty-text", test_empty_text);
  ADD ("/inspector/assumed", test_assumed);
  ADD ("/inspector/left-alone", test_left_alone);
  ADD ("/inspector/explained", test_explained);
  return g_test_run ();
}
