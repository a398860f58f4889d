/* test-inspector-policies.c: policies, prices by year and remedies in the inspector of the real window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "inspector-fixture.h"

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
  GtkWidget *button, *problems;

  for (guint i = 0; i < results->n_duties; i++)
    if (!cor_duty_result_shown (&results->duties[i])->outcomes[results->year].feasible)
      impossible = results->duties[i].duty->item.id;
  g_assert_nonnull (impossible);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_DUTY, impossible);
  ui_wait (50);
  button = ui_find (inspector (f), GTK_TYPE_BUTTON, is_labelled,
                    g_dgettext (GETTEXT_PACKAGE, "Place a station there"));
  g_assert_nonnull (button);
  /* Above all that can be edited. */
  problems = ui_find (inspector (f), GTK_TYPE_BOX, ui_has_name, "inspector-problems");
  g_assert_true (gtk_widget_is_ancestor (button, problems));
  g_assert_null (gtk_widget_get_prev_sibling (problems));
  g_signal_emit_by_name (button, "clicked");
  ui_settle (f);
  g_assert_false (gtk_widget_get_visible (problems));
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/inspector/every-item", test_every_item);
  ADD ("/inspector/policy-switch", test_policy_switch);
  ADD ("/inspector/package", test_package);
  ADD ("/inspector/policy-does", test_policy_does);
  ADD ("/inspector/price-by-year", test_price_by_year);
  ADD ("/inspector/remedy", test_remedy);
  ADD ("/inspector/unhitch", test_unhitch);
  return g_test_run ();
}
