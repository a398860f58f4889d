/* test-tariffs.c: a tariff from the library, its seasons, hours, prices and levels edited in the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-choices.h"
#include "cor-edit.h"
#include "cor-evaluate.h"
#include "cor-inspector.h"
#include "cor-number-entry.h"
#include "cor-points-row.h"
#include "cor-seasons-row.h"
#include "cor-stations-window.h"

#include <glib/gi18n.h>
#include <math.h>

#define TARIFF "guangdong-time-of-use"
#define MONTH(m) (1 << ((m) - 1))

static GtkWidget *
inspector (UiFixture *f)
{
  return ui_find (GTK_WIDGET (f->window), COR_TYPE_INSPECTOR, NULL, NULL);
}

static const CorTariffSheet *
sheet (UiFixture *f)
{
  return (const CorTariffSheet *) cor_scenario_find (ui_scenario (f), COR_ITEM_TARIFF, TARIFF);
}

static guint
n_seasons (UiFixture *f)
{
  return sheet (f)->seasons->len;
}

static const CorTariffSeason *
season (UiFixture *f, guint index)
{
  return &g_array_index (sheet (f)->seasons, CorTariffSeason, index);
}

/* The season that July is in. */
static guint
summer (UiFixture *f)
{
  for (guint i = 0; i < n_seasons (f); i++)
    if (season (f, i)->months & MONTH (7))
      return i;
  g_assert_not_reached ();
}

/* The row of the season that July is in, by the months in its title. */
static gboolean
has_title (GtkWidget *row, gconstpointer title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

static GtkWidget *
summer_row (UiFixture *f, const char *months)
{
  g_autofree char *title = g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "Months %s"), months);
  GtkWidget *row;

  ui_until (ui_find (inspector (f), COR_TYPE_SEASONS_ROW, has_title, title) != NULL);
  row = ui_find (inspector (f), COR_TYPE_SEASONS_ROW, has_title, title);
  g_assert_nonnull (row);
  return row;
}

static gboolean
has_text (GtkWidget *entry, gconstpointer text)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) == 0;
}

/* The entry in @row that holds @text. */
static GtkWidget *
entry_with (GtkWidget *row, const char *text)
{
  GtkWidget *entry = ui_find (row, GTK_TYPE_ENTRY, has_text, text);

  g_assert_nonnull (entry);
  return entry;
}

static void
type (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  ui_wait (20);
}

static void
add (UiFixture *f)
{
  ui_activate (f, "add-tariff", TARIFF);
  ui_wait (50);
  g_assert_nonnull (sheet (f));
  g_assert_cmpuint (n_seasons (f), ==, 2);
}

static gboolean
is_offered (UiFixture *f)
{
  const CorField *field = cor_item_field (COR_ITEM_STATION, "tariff");
  g_autoptr (GArray) choices = cor_choices_for (f->session, COR_ITEM_STATION, field, NULL);

  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (g_array_index (choices, CorChoice, i).value, COR_CHOICE_LIBRARY TARIFF) == 0)
      return TRUE;
  return FALSE;
}

/* A tariff of the library is offered until the scenario has it. */
static void
test_offered_once (UiFixture *f, gconstpointer data)
{
  g_assert_true (is_offered (f));
  add (f);
  g_assert_false (is_offered (f));
  ui_activate (f, "undo", NULL);
  ui_settle (f);
  g_assert_true (is_offered (f));
}

/* A month that one season takes leaves the other; undo gives it back. */
static void
test_months (UiFixture *f, gconstpointer data)
{
  guint at;

  add (f);
  at = summer (f);
  type (entry_with (summer_row (f, "7–9"), "7–9"), "6-9");
  g_assert_cmpuint (season (f, at)->months, ==, MONTH (6) | MONTH (7) | MONTH (8) | MONTH (9));
  g_assert_false (season (f, 1 - at)->months & MONTH (6));
  g_assert_nonnull (summer_row (f, "6–9"));
  ui_activate (f, "undo", NULL);
  g_assert_cmpuint (season (f, at)->months, ==, MONTH (7) | MONTH (8) | MONTH (9));
  g_assert_true (season (f, 1 - at)->months & MONTH (6));
  g_assert_nonnull (summer_row (f, "7–9"));
}

/* What cannot be read is marked, says why, and changes nothing. */
static void
test_wrong (UiFixture *f, gconstpointer data)
{
  static const char *const wrong[] = { "13", "summer", "1–12", "" };
  CorScenario *before;
  GtkWidget *entry;

  add (f);
  before = ui_scenario (f);
  entry = entry_with (summer_row (f, "7–9"), "7–9");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      type (entry, wrong[i]);
      g_assert_true (gtk_widget_has_css_class (entry, "error"));
      g_assert_nonnull (gtk_widget_get_tooltip_text (entry));
      g_assert_true (ui_scenario (f) == before);
    }
  type (entry, "7-9");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_null (gtk_widget_get_tooltip_text (entry));
}

/* Hours that the peak takes leave the sharp peak; what is left of a period is what the tariff says then. */
static void
test_hours (UiFixture *f, gconstpointer data)
{
  GtkWidget *row;
  guint at;

  add (f);
  at = summer (f);
  row = summer_row (f, "7–9");
  g_assert_cmpuint (season (f, at)->period[2 * 11], ==, COR_TARIFF_SHARP);
  type (entry_with (row, "11–12, 15–17"), "15–17");
  g_assert_cmpuint (season (f, at)->period[2 * 11], ==, COR_TARIFF_FLAT);
  g_assert_cmpuint (season (f, at)->period[2 * 15], ==, COR_TARIFF_SHARP);
  type (entry_with (row, "0–8"), "0–7:30");
  g_assert_cmpuint (season (f, at)->period[14], ==, COR_TARIFF_VALLEY);
  g_assert_cmpuint (season (f, at)->period[15], ==, COR_TARIFF_FLAT);
}

static gboolean
is_near (GtkWidget *entry, gconstpointer value)
{
  return fabs (cor_number_entry_get_value (COR_NUMBER_ENTRY (entry)) - *(const double *) value) < 1e-9;
}

/* A price that is typed is the price of that period in that season alone. */
static void
test_price (UiFixture *f, gconstpointer data)
{
  GtkWidget *entry;
  double sharp, other;
  guint at;

  add (f);
  at = summer (f);
  sharp = season (f, at)->yuan_per_kwh[COR_TARIFF_SHARP];
  other = season (f, 1 - at)->yuan_per_kwh[COR_TARIFF_FLAT];
  entry = ui_find (summer_row (f, "7–9"), COR_TYPE_NUMBER_ENTRY, is_near, &sharp);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (cor_number_entry_get_spin (COR_NUMBER_ENTRY (entry))), "1.9");
  gtk_spin_button_update (GTK_SPIN_BUTTON (cor_number_entry_get_spin (COR_NUMBER_ENTRY (entry))));
  g_assert_cmpfloat (season (f, at)->yuan_per_kwh[COR_TARIFF_SHARP], ==, 1.9);
  g_assert_cmpfloat (season (f, 1 - at)->yuan_per_kwh[COR_TARIFF_FLAT], ==, other);
}

static gboolean
is_labelled (GtkWidget *button, gconstpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0;
}

static gboolean
has_icon (GtkWidget *button, gconstpointer name)
{
  return g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), name) == 0;
}

/* A season more takes half of the first one's months; taken out, another has them. */
static void
test_seasons (UiFixture *f, gconstpointer data)
{
  guint16 months = 0;
  GtkWidget *button, *row;

  add (f);
  row = ui_find (inspector (f), ADW_TYPE_ACTION_ROW, has_title, g_dgettext (GETTEXT_PACKAGE, "Add a season"));
  g_assert_nonnull (row);
  button = ui_find (row, GTK_TYPE_BUTTON, has_icon, "list-add-symbolic");
  g_signal_emit_by_name (button, "clicked");
  ui_until (n_seasons (f) == 3);
  g_assert_cmpuint (n_seasons (f), ==, 3);
  for (guint i = 0; i < n_seasons (f); i++)
    {
      g_assert_false (months & season (f, i)->months);
      months |= season (f, i)->months;
    }
  g_assert_cmpuint (months, ==, 0xfff);
  button = ui_find (summer_row (f, "7–9"), GTK_TYPE_BUTTON, is_labelled, g_dgettext (GETTEXT_PACKAGE, "Take out"));
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_until (n_seasons (f) == 2);
  months = season (f, 0)->months | season (f, 1)->months;
  g_assert_cmpuint (months, ==, 0xfff);
  ui_activate (f, "undo", NULL);
  ui_activate (f, "undo", NULL);
  g_assert_cmpuint (n_seasons (f), ==, 2);
}

/* Levels fill with growth from today's price on, and move the cost of a duty that pays by the tariff. */
static void
test_levels (UiFixture *f, gconstpointer data)
{
  const CorHead *head = cor_scenario_head (ui_scenario (f));
  guint n = (guint) (head->last_model_year - head->first_model_year) + 1;
  double before, after;
  const CorResults *results;
  GtkWidget *row;

  add (f);
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_string (ui_scenario (f), COR_ITEM_HEAD, NULL, "tariff", TARIFF, NULL), "Tariff", NULL);
  ui_settle (f);
  results = cor_session_get_results (f->session);
  before = cor_duty_result_shown (&results->duties[0])->uses[results->n_years - 1].depot_yuan_per_kwh;
  row = ui_find (inspector (f), COR_TYPE_POINTS_ROW, NULL, NULL);
  g_assert_nonnull (row);
  g_signal_emit_by_name (ui_find (row, GTK_TYPE_BUTTON, has_icon, "object-select-symbolic"), "clicked");
  g_assert_cmpuint (sheet (f)->price_level->len, ==, n);
  g_assert_cmpfloat (g_array_index (sheet (f)->price_level, CorPolicyPoint, 0).y, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (sheet (f)->price_level, CorPolicyPoint, n - 1).y, pow (1.02, n - 1), 1e-4);
  ui_settle (f);
  results = cor_session_get_results (f->session);
  after = cor_duty_result_shown (&results->duties[0])->uses[results->n_years - 1].depot_yuan_per_kwh;
  g_assert_cmpfloat_with_epsilon (after / before, pow (1.02, n - 1), 1e-3);
  ui_activate (f, "undo", NULL);
  g_assert_null (sheet (f)->price_level);
}

static gboolean
says (GtkWidget *label, gconstpointer text)
{
  return g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) == 0;
}

/* The inspector says who pays by a tariff; the table of stations names it. */
static void
test_named (UiFixture *f, gconstpointer data)
{
  const char *paid_by = g_dgettext (GETTEXT_PACKAGE, "Paid by");
  const char *name;
  GtkWindow *window = NULL;
  GtkWidget *row;
  GListModel *all;
  guint n;
  const char *station = cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n)[1]->id;
  const char *const columns[] = { "power", NULL };

  add (f);
  row = ui_find (inspector (f), ADW_TYPE_ACTION_ROW, has_title, paid_by);
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), g_dgettext (GETTEXT_PACKAGE, "nobody yet: choose it at a station, a site or in the scenario")));
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_string (ui_scenario (f), COR_ITEM_STATION, station, "tariff", TARIFF, NULL), "Tariff", NULL);
  ui_settle (f);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_STATION, station);
  ui_wait (20);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_TARIFF, TARIFF);
  ui_wait (50);
  row = ui_find (inspector (f), ADW_TYPE_ACTION_ROW, has_title, paid_by);
  g_assert_nonnull (strchr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), '1'));
  ui_activate (f, "stations", NULL);
  ui_wait (200);
  all = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (all) && window == NULL; i++)
    {
      g_autoptr (GtkWindow) at = g_list_model_get_item (all, i);

      if (COR_IS_STATIONS_WINDOW (at))
        window = at;
    }
  g_assert_nonnull (window);
  name = cor_item_label (&sheet (f)->item, g_str_has_prefix (g_get_language_names ()[0], "zh"));
  g_object_set (window, "columns", columns, NULL);
  ui_wait (200);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, says, name));
  gtk_window_destroy (window);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/tariffs/offered-once", test_offered_once);
  ADD ("/tariffs/months", test_months);
  ADD ("/tariffs/wrong", test_wrong);
  ADD ("/tariffs/hours", test_hours);
  ADD ("/tariffs/price", test_price);
  ADD ("/tariffs/seasons", test_seasons);
  ADD ("/tariffs/levels", test_levels);
  ADD ("/tariffs/named", test_named);
  return g_test_run ();
}
