/* test-variants.c: variants in the real window: made, edited, compared, copied from, saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include <math.h>

#include "cor-compare-window.h"
#include "cor-edit.h"
#include "cor-inspector.h"
#include "cor-sure-window.h"
#include "cor-trace-window.h"
#include "cor-trace-window.h"
#include "cor-variants.h"

#include <glib/gstdio.h>

static CorDocument *
document_of (UiFixture *f)
{
  return cor_session_get_document (f->session);
}

static double
diesel_price (UiFixture *f)
{
  CorParamValue value;

  g_assert_true (cor_session_get_parameter (f->session, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, &value, NULL));
  return value.value;
}

static void
set_diesel (UiFixture *f, double yuan)
{
  cor_document_apply (document_of (f),
                      cor_edit_parameter (ui_scenario (f), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, yuan, NULL),
                      "Diesel", NULL);
}

static GtkWindow *
compare_window (UiFixture *f)
{
  return ui_window (COR_TYPE_COMPARE_WINDOW);
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

static gboolean
is_told (GtkWidget *button, gconstpointer text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (button), text) == 0;
}

/* What the menu of the head is about is told, with what it shows. */
static void
check_told (UiFixture *f, const char *name)
{
  g_autofree char *text = g_strdup_printf (g_dgettext ("corridor", "Variant: %s"), name);
  GtkWidget *button = ui_find (GTK_WIDGET (f->window), GTK_TYPE_MENU_BUTTON, is_told, text);

  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

/* A new variant by the dialog: named, shown, edited; the base stays. */
static void
test_make_and_edit (UiFixture *f, gconstpointer data)
{
  double before = diesel_price (f);
  g_autofree char *then = ui_headline (f, COR_HEADLINE_PARITY), *now = NULL;
  g_autofree char *id = NULL;
  GtkWindow *dialog;
  GtkWidget *entry;

  check_told (f, g_dgettext ("corridor", "Without changes"));
  ui_activate (f, "new-variant", NULL);
  ui_until (ui_dialog (f) != NULL);
  dialog = ui_dialog (f);
  g_assert_nonnull (dialog);
  entry = ui_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, ui_has_name, "variant-name");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Dear diesel");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  gtk_window_destroy (dialog);
  ui_settle (f);
  id = g_strdup (cor_document_get_variant (document_of (f)));
  g_assert_nonnull (id);
  check_told (f, "Dear diesel");
  set_diesel (f, 11);
  ui_settle (f);
  g_assert_cmpfloat (diesel_price (f), ==, 11);
  now = ui_headline (f, COR_HEADLINE_PARITY);
  g_assert_cmpstr (now, !=, then);
  ui_activate (f, "variant", "");
  ui_settle (f);
  g_assert_cmpfloat (diesel_price (f), ==, before);
  g_free (now);
  now = ui_headline (f, COR_HEADLINE_PARITY);
  g_assert_cmpstr (now, ==, then);
  ui_activate (f, "variant", id);
  g_assert_cmpfloat (diesel_price (f), ==, 11);
  ui_activate (f, "duplicate-variant", NULL);
  g_assert_cmpstr (cor_document_get_variant (document_of (f)), !=, id);
  g_assert_cmpfloat (diesel_price (f), ==, 11);
  ui_activate (f, "delete-variant", NULL);
  g_assert_null (cor_document_get_variant (document_of (f)));
  ui_activate (f, "undo", NULL);
  g_assert_cmpfloat (diesel_price (f), ==, 11);
  ui_settle (f);
}

/* The compare window follows the document; a change is copied and taken out in it. */
static void
test_compare (UiFixture *f, gconstpointer data)
{
  CorScenario *base;
  GtkWindow *window;

  ui_activate (f, "compare", NULL);
  ui_until (compare_window (f) != NULL);
  window = compare_window (f);
  g_assert_nonnull (window);
  base = cor_document_get_base (document_of (f));
  g_assert_nonnull (cor_variants_change (base, "swap-and-toll-relief", "policies/toll_relief/on"));
  g_assert_null (cor_variants_change (base, "two-swap-stations", "policies/toll_relief/on"));
  gtk_widget_activate_action (GTK_WIDGET (window), "compare.copy-change", "(sss)", "swap-and-toll-relief",
                              "policies/toll_relief/on", "two-swap-stations");
  base = cor_document_get_base (document_of (f));
  g_assert_nonnull (cor_variants_change (base, "two-swap-stations", "policies/toll_relief/on"));
  gtk_widget_activate_action (GTK_WIDGET (window), "compare.drop-change", "(ss)", "two-swap-stations",
                              "policies/toll_relief/on");
  base = cor_document_get_base (document_of (f));
  g_assert_null (cor_variants_change (base, "two-swap-stations", "policies/toll_relief/on"));
  gtk_widget_activate_action (GTK_WIDGET (window), "compare.pin", "s", "two-swap-stations");
  ui_settle (f);
  g_assert_cmpstr (cor_scenario_head (cor_document_get_base (document_of (f)))->baseline, ==, "two-swap-stations");
  gtk_widget_activate_action (GTK_WIDGET (window), "compare.show", "s", "swap-and-toll-relief");
  ui_settle (f);
  g_assert_cmpstr (cor_document_get_variant (document_of (f)), ==, "swap-and-toll-relief");
  {
    g_autofree char *parity = ui_headline (f, COR_HEADLINE_PARITY);

    ui_until (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, says, parity) != NULL);
    g_assert_nonnull (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, says, parity));
  }
  gtk_widget_activate_action (GTK_WIDGET (window), "compare.undo", NULL);
  ui_settle (f);
  gtk_window_destroy (window);
}

static gboolean
is_called (GtkWidget *widget, gconstpointer name)
{
  return g_strcmp0 (gtk_widget_get_name (widget), name) == 0;
}

/* Without a variant the comparison offers to make one. */
static void
test_compare_alone (UiFixture *f, gconstpointer data)
{
  GtkWidget *button;
  guint n;

  ui_activate (f, "compare", NULL);
  ui_until (compare_window (f) != NULL);
  button = ui_find (GTK_WIDGET (compare_window (f)), GTK_TYPE_BUTTON, is_called, "compare-new-variant");
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (button)));
  while (cor_scenario_items (cor_document_get_base (document_of (f)), COR_ITEM_VARIANT, &n), n > 0)
    {
      const CorItem *item = cor_scenario_items (cor_document_get_base (document_of (f)), COR_ITEM_VARIANT, &n)[0];

      cor_document_apply (document_of (f), cor_edit_remove (ui_scenario (f), COR_ITEM_VARIANT, item->id, NULL), "", NULL);
    }
  ui_settle (f);
  ui_until (gtk_widget_get_visible (gtk_widget_get_parent (button)));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (button)));
  g_signal_emit_by_name (button, "clicked");
  ui_until (ui_dialog (f) != NULL);
  g_assert_nonnull (ui_dialog (f));
  gtk_window_destroy (ui_dialog (f));
  gtk_window_destroy (compare_window (f));
}

/* Policies in How Sure It Is are of all duties: no duty is to be chosen there. */
static void
test_sure_policies (UiFixture *f, gconstpointer data)
{
  GtkWidget *window, *stack, *choice;

  ui_activate (f, "sure", NULL);
  ui_until (ui_window (COR_TYPE_SURE_WINDOW) != NULL);
  window = ui_window (COR_TYPE_SURE_WINDOW);
  stack = ui_find (window, ADW_TYPE_VIEW_STACK, NULL, NULL);
  choice = ui_find (window, GTK_TYPE_DROP_DOWN, NULL, NULL);
  g_assert_true (gtk_widget_get_visible (choice));
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "policies");
  g_assert_false (gtk_widget_get_visible (choice));
  g_assert_nonnull (ui_find (window, GTK_TYPE_LABEL, says, g_dgettext (GETTEXT_PACKAGE, "All duties together: mean gap of a truck to diesel.")));
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "draws");
  g_assert_true (gtk_widget_get_visible (choice));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Variants and the pinned one are in the file, and the base is what is in it otherwise; the variant shown last comes back. */
static void
test_in_the_file (UiFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-variants-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "variants.corridor", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  double before = diesel_price (f);

  ui_activate (f, "variant", "two-swap-stations");
  set_diesel (f, 9.5);
  ui_settle (f);
  cor_session_pin (f->session);
  g_assert_true (cor_document_save (document_of (f), file, COR_SAVE_NONE, &error));
  g_assert_no_error (error);
  g_assert_true (cor_window_load (f->window, file));
  ui_settle (f);
  g_assert_cmpstr (cor_document_get_variant (document_of (f)), ==, "two-swap-stations");
  g_assert_cmpfloat (diesel_price (f), ==, 9.5);
  g_assert_cmpstr (cor_scenario_head (ui_scenario (f))->baseline, ==, "two-swap-stations");
  ui_activate (f, "variant", "");
  g_assert_cmpfloat (diesel_price (f), ==, before);
  ui_settle (f);
  g_unlink (path);
  g_rmdir (folder);
}

static CorSureWindow *
sure_window (void)
{
  return ui_window (COR_TYPE_SURE_WINDOW);
}

/* Where a child of a part of the table is in the window, left or upper edge. */
static double
edge_of (CorCompareWindow *window, const char *part, int column, int row, gboolean upper)
{
  GtkGrid *grid = GTK_GRID (gtk_widget_get_template_child (GTK_WIDGET (window), COR_TYPE_COMPARE_WINDOW, part));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (gtk_grid_get_child_at (grid, column, row), GTK_WIDGET (window), &bounds));
  return upper ? bounds.origin.y : bounds.origin.x;
}

/* Whether names stand above their columns and labels beside their lines. */
static gboolean
is_aligned (CorCompareWindow *window)
{
  for (int i = 0; i < 3; i++)
    if (fabs (edge_of (window, "heads", i, 0, FALSE) - edge_of (window, "cells", i, 3, FALSE)) > 0.5)
      return FALSE;
  for (int row = 1; row < 8; row++)
    if (fabs (edge_of (window, "labels", 0, row, TRUE) - edge_of (window, "cells", 0, row, TRUE)) > 0.5)
      return FALSE;
  return TRUE;
}

/* Names of variants and of lines stay, above and beside the figures that they are of, wherever these are scrolled to; what
 * is worked out meanwhile fills the table anew. */
static void
test_frozen (UiFixture *f, gconstpointer data)
{
  CorCompareWindow *window;
  GtkScrolledWindow *cells;
  double names_y, labels_x;

  ui_activate (f, "compare", NULL);
  ui_until (compare_window (f) != NULL);
  window = COR_COMPARE_WINDOW (compare_window (f));
  ui_wait (400);
  ui_until (is_aligned (window));
  g_assert_true (is_aligned (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 860, 460);
  ui_wait (400);
  cells = GTK_SCROLLED_WINDOW (gtk_widget_get_template_child (GTK_WIDGET (window), COR_TYPE_COMPARE_WINDOW, "cells_scroll"));
  names_y = edge_of (window, "heads", 1, 0, TRUE);
  labels_x = edge_of (window, "labels", 0, 3, FALSE);
  for (guint far = 0; far < 3; far++)
    {
      GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (cells), *down = gtk_scrolled_window_get_vadjustment (cells);

      gtk_adjustment_set_value (across, 60 * far);
      gtk_adjustment_set_value (down, 90 * far);
      g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 60 * far);
      g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 90 * far);
      ui_wait (100);
      ui_until (is_aligned (window));
      g_assert_true (is_aligned (window));
      g_assert_cmpfloat (edge_of (window, "heads", 1, 0, TRUE), ==, names_y);
      g_assert_cmpfloat (edge_of (window, "labels", 0, 3, FALSE), ==, labels_x);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait (50);
}

static void
wait_for_draws (CorSureWindow *window)
{
  ui_until (!cor_sure_window_get_computing (window));
  g_assert_false (cor_sure_window_get_computing (window));
}

static gboolean
is_sentence (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "cor-sentence") && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

/* (transfer full): what the card is of that the link of that number in a sentence opens. */
static char *
linked_figure (GtkLabel *sentence, guint index)
{
  g_autofree char *uri = g_strdup_printf ("%u", index);
  CorTraceWindow *card;
  gboolean taken = FALSE;
  char *figure;

  g_signal_emit_by_name (sentence, "activate-link", uri, &taken);
  ui_wait (20);
  card = ui_window (COR_TYPE_TRACE_WINDOW);
  g_assert_nonnull (card);
  figure = g_strdup (cor_trace_window_get_figure (card));
  gtk_window_destroy (GTK_WINDOW (card));
  ui_wait (20);
  return figure;
}

/* Chance and interval of How Sure It Is open their cards. */
static void
test_sure_cards (UiFixture *f, gconstpointer data)
{
  /* Part of the title in any language. */
  static const char *const figures[] = { "2027", "2034", "5", "5" };
  CorSureWindow *window;
  g_autofree char *before = NULL;
  GtkWidget *sentence;

  ui_activate (f, "sure", NULL);
  ui_wait (50);
  window = sure_window ();
  wait_for_draws (window);
  sentence = ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, is_sentence, NULL);
  g_assert_nonnull (sentence);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *figure = linked_figure (GTK_LABEL (sentence), i);

      g_assert_nonnull (strstr (figure, figures[i]));
      g_assert_cmpstr (figure, !=, before);
      g_free (before);
      before = g_steal_pointer (&figure);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait (50);
}

static gboolean
spins (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_visible (widget);
}

/* The probability follows a price while the window is open. */
static void
test_how_sure (UiFixture *f, gconstpointer data)
{
  CorSureWindow *window;
  g_autofree char *before = NULL;

  ui_activate (f, "sure", NULL);
  ui_wait (50);
  window = sure_window ();
  g_assert_nonnull (window);
  wait_for_draws (window);
  g_assert_null (ui_find (GTK_WIDGET (window), GTK_TYPE_SPINNER, spins, NULL));
  before = g_strdup (cor_sure_window_get_headline (window));
  g_assert_cmpstr (before, !=, "");
  set_diesel (f, 12);
  ui_settle (f);
  ui_wait (20);
  wait_for_draws (window);
  g_assert_cmpstr (cor_sure_window_get_headline (window), !=, before);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait (50);
}

static GtkWidget *
card_window (void)
{
  return ui_window (COR_TYPE_TRACE_WINDOW);
}

static gboolean
is_off (GtkWidget *widget, gconstpointer data)
{
  return !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));
}

/* The card of the emissions: another factor is chosen in it, the card and the window follow. */
static void
test_factor_in_card (UiFixture *f, gconstpointer data)
{
  GtkWidget *summary = ui_find (GTK_WIDGET (f->window), COR_TYPE_SUMMARY, NULL, NULL);
  GtkWidget *headline = GTK_WIDGET (cor_summary_get_headline (COR_SUMMARY (summary), COR_HEADLINE_EMISSIONS));
  g_autofree char *before = ui_headline (f, COR_HEADLINE_EMISSIONS), *after = NULL;
  g_autofree char *factor = g_strdup (cor_scenario_head (ui_scenario (f))->grid_factor);
  GtkWidget *card, *other;

  gtk_widget_activate_action (headline, "headline.explain", NULL);
  ui_until (card_window () != NULL);
  card = card_window ();
  g_assert_nonnull (card);
  other = ui_find (card, GTK_TYPE_CHECK_BUTTON, is_off, NULL);
  g_assert_nonnull (other);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (other), TRUE);
  ui_settle (f);
  ui_wait (50);
  g_assert_cmpstr (cor_scenario_head (ui_scenario (f))->grid_factor, !=, factor);
  after = ui_headline (f, COR_HEADLINE_EMISSIONS);
  g_assert_cmpstr (after, !=, before);
  g_assert_true (card_window () == card);
  ui_activate (f, "undo", NULL);
  ui_settle (f);
  gtk_window_destroy (GTK_WINDOW (card));
  ui_wait (50);
}

static gboolean
has_figure (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "cor-figure");
}

/* The row with so many before it that lead to a card, too. */
static gboolean
is_nth_explained (GtkWidget *widget, gconstpointer left)
{
  guint *n = (guint *) left;

  return g_object_get_data (G_OBJECT (widget), "figure") != NULL && (*n)-- == 0;
}

static gboolean
is_leading_on (GtkWidget *widget, gconstpointer data)
{
  return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)) && !ADW_IS_ACTION_ROW (widget);
}

/* How many figures stand in rows below @widget, and how many of them lead to a card. */
static void
count_figures (GtkWidget *widget, guint *figures, guint *explained)
{
  if (ADW_IS_ACTION_ROW (widget))
    {
      gboolean figure = ui_find (widget, GTK_TYPE_LABEL, has_figure, NULL) != NULL;

      *figures += figure;
      *explained += figure && g_object_get_data (G_OBJECT (widget), "figure") != NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_figures (child, figures, explained);
}

/* Every figure of a station in the inspector opens its card, from there on down to an input and back. */
static void
test_figures_of_station (UiFixture *f, gconstpointer data)
{
  GtkWidget *inspector = ui_find (GTK_WIDGET (f->window), COR_TYPE_INSPECTOR, NULL, NULL), *row, *card, *input;
  guint figures = 0, explained = 0, second = 1;
  g_autofree char *first = NULL;
  const CorResults *results;
  guint n, at = 0;
  const CorItem *const *stations;

  ui_settle (f);
  results = cor_session_get_results (f->session);
  stations = cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n);
  while (at < n && !(results->stations[at].visits_per_day > 0))
    at++;
  g_assert_cmpuint (at, <, n);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_STATION, stations[at]->id);
  ui_wait (200);
  count_figures (inspector, &figures, &explained);
  g_assert_cmpuint (explained, >=, 7);
  row = ui_find (inspector, ADW_TYPE_ACTION_ROW, is_nth_explained, &second);
  g_signal_emit_by_name (row, "activated");
  ui_wait (100);
  card = card_window ();
  g_assert_nonnull (card);
  first = g_strdup (cor_trace_window_get_figure (COR_TRACE_WINDOW (card)));
  input = ui_find (card, GTK_TYPE_LIST_BOX_ROW, is_leading_on, NULL);
  g_assert_nonnull (input);
  g_signal_emit_by_name (gtk_widget_get_parent (input), "row-activated", input);
  g_assert_cmpstr (cor_trace_window_get_figure (COR_TRACE_WINDOW (card)), !=, first);
  gtk_widget_activate_action (card, "trace.back", NULL);
  g_assert_cmpstr (cor_trace_window_get_figure (COR_TRACE_WINDOW (card)), ==, first);
  gtk_window_destroy (GTK_WINDOW (card));
  ui_wait (50);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/variants/make-and-edit", test_make_and_edit);
  ADD ("/variants/compare", test_compare);
  ADD ("/variants/compare-alone", test_compare_alone);
  ADD ("/variants/sure-policies", test_sure_policies);
  ADD ("/variants/frozen", test_frozen);
  ADD ("/how-sure/live", test_how_sure);
  ADD ("/how-sure/cards", test_sure_cards);
  ADD ("/card/factor", test_factor_in_card);
  ADD ("/card/station", test_figures_of_station);
  ADD ("/variants/in-the-file", test_in_the_file);
  return g_test_run ();
}
