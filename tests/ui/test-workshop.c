/* test-workshop.c: the workshop: levers chosen and moved, marks, start again, the other language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-workshop-lever.h"
#include "cor-workshop.h"

static CorWorkshop *
workshop (void)
{
  return ui_window (COR_TYPE_WORKSHOP);
}

static CorWorkshop *
open_workshop (UiFixture *f)
{
  CorWorkshop *window;

  ui_activate (f, "workshop", NULL);
  ui_wait (400);
  window = workshop ();
  g_assert_nonnull (window);
  while (cor_session_get_computing (cor_workshop_get_session (window)))
    ui_wait (10);
  ui_wait (100);
  return window;
}

static CorScenario *
there (CorWorkshop *window)
{
  return cor_document_get_scenario (cor_session_get_document (cor_workshop_get_session (window)));
}

static double
diesel (CorScenario *scenario)
{
  const CorParamLayer *layer = cor_scenario_head (scenario)->parameters;
  const CorParameter *entries;
  guint n = 0;

  entries = layer != NULL ? cor_param_layer_entries (layer, &n) : NULL;
  for (guint i = 0; i < n; i++)
    if (entries[i].id == COR_PARAM_DIESEL_PRICE)
      return entries[i].value;
  return 0;
}

static void
set_diesel (CorWorkshop *window, double yuan)
{
  cor_document_apply (cor_session_get_document (cor_workshop_get_session (window)),
                      cor_edit_parameter (there (window), COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, yuan, NULL),
                      "Lever", NULL);
}

static gboolean
has_label (GtkWidget *widget, gconstpointer label)
{
  return g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0;
}

/* What the levers do stays in the room; marks are gone back to, and kept as variants on demand. */
static void
test_marks (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  CorWorkshop *window = open_workshop (f);
  const CorItem *const *variants;
  guint n, m;

  set_diesel (window, 9);
  gtk_widget_activate_action (GTK_WIDGET (window), "workshop.mark", NULL);
  set_diesel (window, 5);
  gtk_widget_activate_action (GTK_WIDGET (window), "workshop.go-to-mark", "s", "1");
  g_assert_cmpfloat (diesel (there (window)), ==, 9);
  gtk_widget_activate_action (GTK_WIDGET (window), "workshop.restart", NULL);
  g_assert_cmpfloat (diesel (there (window)), ==, diesel (before));
  g_assert_true (ui_scenario (f) == before);
  g_assert_false (cor_document_get_modified (cor_session_get_document (f->session)));
  cor_scenario_items (before, COR_ITEM_VARIANT, &n);
  gtk_widget_activate_action (GTK_WIDGET (window), "workshop.keep-marks", NULL);
  variants = cor_scenario_items (ui_scenario (f), COR_ITEM_VARIANT, &m);
  g_assert_cmpuint (m, ==, n + 1);
  g_assert_cmpstr (variants[n]->name, ==, "1");
  g_assert_true (cor_document_set_variant (cor_session_get_document (f->session), variants[n]->id));
  g_assert_cmpfloat (diesel (ui_scenario (f)), ==, 9);
  ui_settle (f);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait (100);
}

/* Whether a label is shortened, or a lever lies below the lower edge. */
static gboolean
is_cut (GtkWidget *widget, gconstpointer window)
{
  graphene_rect_t at;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, GTK_WIDGET ((gpointer) window), &at))
    return FALSE;
  if (GTK_IS_SCALE (widget))
    return at.origin.y + at.size.height > gtk_widget_get_height (GTK_WIDGET ((gpointer) window));
  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

/* On the screens that stand in meeting rooms eight levers and every text fit. */
static void
test_room (UiFixture *f, gconstpointer data)
{
  static const int sizes[][2] = { { 1280, 800 }, { 1366, 768 }, { 1920, 1080 } };
  CorApplication *app = COR_APPLICATION (gtk_window_get_application (GTK_WINDOW (f->window)));
  CorWorkshop *window = COR_WORKSHOP (cor_workshop_new (app, f->session));

  gtk_window_present (GTK_WINDOW (window));
  ui_wait (400);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *cut;

      gtk_window_set_default_size (GTK_WINDOW (window), sizes[i][0], sizes[i][1]);
      for (guint k = 0; k < 50 && gtk_widget_get_width (GTK_WIDGET (window)) < sizes[i][0] - 20; k++)
        ui_wait (100);
      ui_wait (400);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), >=, sizes[i][0] - 20);
      ui_until (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, is_cut, window) == NULL);
      cut = ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, is_cut, window);
      if (cut != NULL)
        g_error ("cut at %d: %s", sizes[i][0], gtk_label_get_text (GTK_LABEL (cut)));
      g_assert_null (ui_find (GTK_WIDGET (window), GTK_TYPE_SCALE, is_cut, window));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait (100);
}

static gboolean
has_marks (GtkWidget *widget, gconstpointer count)
{
  return cor_workshop_lever_get_n_marks (COR_WORKSHOP_LEVER (widget)) == GPOINTER_TO_UINT (count);
}

/* A lever shows marks once one is elsewhere than the start; leaving asks about marks not kept. */
static void
test_leave (UiFixture *f, gconstpointer data)
{
  CorWorkshop *window = open_workshop (f);
  g_autoptr (GList) all = NULL;
  GtkWidget *dialog = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "workshop.mark", NULL);
  g_assert_null (ui_find (GTK_WIDGET (window), COR_TYPE_WORKSHOP_LEVER, has_marks, GUINT_TO_POINTER (1)));
  set_diesel (window, 12);
  gtk_widget_activate_action (GTK_WIDGET (window), "workshop.mark", NULL);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), COR_TYPE_WORKSHOP_LEVER, has_marks, GUINT_TO_POINTER (2)));
  gtk_window_close (GTK_WINDOW (window));
  ui_wait (200);
  g_assert_true (workshop () == window);
  all = gtk_window_list_toplevels ();
  for (GList *l = all; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      dialog = l->data;
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "leave");
  ui_wait (200);
  g_assert_null (workshop ());
  g_assert_false (cor_document_get_modified (cor_session_get_document (f->session)));
  ui_settle (f);
}

static GtkWindow *
question (void)
{
  return ui_window (ADW_TYPE_MESSAGE_DIALOG);
}

/* The window that it is about closes after it: marks are kept in a document that is there. Asked once, also where it is
 * closed twice, and quitting ends both. */
static void
test_window_closed (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = ui_sample ("shenzhen-pilot.corridor");
  CorWindow *window = cor_window_new (f->app);
  UiFixture other = { f->app, window, cor_window_get_session (window) };
  CorDocument *document = cor_session_get_document (other.session);
  gpointer watched = window;
  guint before, after;

  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (cor_window_load (window, file));
  ui_settle (&other);
  cor_scenario_items (cor_document_get_base (document), COR_ITEM_VARIANT, &before);
  gtk_widget_activate_action (GTK_WIDGET (open_workshop (&other)), "workshop.mark", NULL);
  gtk_window_close (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));
  ui_wait (200);
  g_assert_nonnull (watched);
  g_assert_nonnull (workshop ());
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question ()), "keep");
  gtk_window_destroy (question ());
  ui_until (workshop () == NULL);
  g_assert_null (workshop ());
  g_assert_null (question ());
  cor_scenario_items (cor_document_get_base (document), COR_ITEM_VARIANT, &after);
  g_assert_cmpuint (after, ==, before + 1);
  cor_document_undo (document);
  open_workshop (&other);
  gtk_window_close (GTK_WINDOW (window));
  ui_until (watched == NULL && workshop () == NULL);
  g_assert_null (watched);
  g_assert_null (workshop ());
}

/* A lever left out is left out in the scenario, as one step of undo. */
static void
test_levers (UiFixture *f, gconstpointer data)
{
  CorWorkshop *window = open_workshop (f);
  const char *label = g_strcmp0 (g_getenv ("LANGUAGE"), "zh_CN") == 0 ? NULL : "Diesel price";
  GtkWidget *check = label != NULL ? ui_find (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, has_label, label) : NULL;

  g_assert_null (cor_scenario_head (ui_scenario (f))->workshop);
  if (check == NULL)
    check = ui_find (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, NULL, NULL);
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_nonnull (cor_scenario_head (ui_scenario (f))->workshop);
  g_assert_cmpuint (g_strv_length (cor_scenario_head (ui_scenario (f))->workshop), <=, 8);
  ui_activate (f, "undo", NULL);
  g_assert_null (cor_scenario_head (ui_scenario (f))->workshop);
  ui_settle (f);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait (100);
}

/* The end of the scale of the first lever that is a price in force: that of diesel, 7 yuan or so. */
static gboolean
is_diesel_scale (GtkWidget *widget, gconstpointer data)
{
  double top = gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (widget)));

  return top > 10 && top < 20;
}

static double
top_of_diesel (CorWorkshop *window)
{
  GtkWidget *scale = ui_find (GTK_WIDGET (window), GTK_TYPE_SCALE, is_diesel_scale, NULL);

  g_assert_nonnull (scale);
  return gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (scale)));
}

/* A policy that only the variant shown has is a lever too. */
static void
test_levers_of_variant (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  guint n;
  const CorItem *const *variants = cor_scenario_items (ui_scenario (f), COR_ITEM_VARIANT, &n);
  CorPolicy *policy = (CorPolicy *) cor_item_copy (cor_scenario_items (ui_scenario (f), COR_ITEM_POLICY, &n)[0]);
  GtkWidget *check;
  CorWorkshop *window;

  g_assert_true (cor_document_set_variant (document, variants[0]->id));
  g_free (policy->item.id);
  policy->item.id = g_strdup ("only-here");
  g_free (policy->item.name);
  policy->item.name = g_strdup ("Only here");
  g_clear_pointer (&policy->item.name_zh, g_free);
  cor_document_apply (document, cor_scenario_with_item (ui_scenario (f), &policy->item), "Policy", NULL);
  ui_settle (f);
  window = open_workshop (f);
  check = ui_find (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, has_label, "Only here");
  g_assert_nonnull (check);
  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  check = ui_find (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, has_label, "Only here");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  ui_settle (f);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait (100);
}

/* One key gives the room the other language; levers and marks stay; leaving gives the old one back. */
static void
test_language (UiFixture *f, gconstpointer data)
{
  gboolean zh = cor_format_is_chinese (NULL);
  CorWorkshop *window = open_workshop (f), *next;
  double top;

  top = top_of_diesel (window);
  g_assert_cmpfloat (top, >, 9);
  set_diesel (window, 9);
  gtk_widget_activate_action (GTK_WIDGET (window), "workshop.language", NULL);
  ui_until (workshop () != window && workshop () != NULL);
  next = workshop ();
  g_assert_nonnull (next);
  g_assert_true (cor_format_is_chinese (NULL) != zh);
  g_assert_cmpfloat (diesel (there (next)), ==, 9);
  while (cor_session_get_computing (cor_workshop_get_session (next)))
    ui_wait (10);
  ui_wait (100);
  g_assert_cmpfloat_with_epsilon (top_of_diesel (next), top, 1e-9);
  gtk_window_destroy (GTK_WINDOW (next));
  ui_wait (100);
  g_assert_true (cor_format_is_chinese (NULL) == zh);
}

/* Left while the other language waits for the levers to be worked out: it does not come back. */
static void
test_left (UiFixture *f, gconstpointer data)
{
  gboolean zh = cor_format_is_chinese (NULL);
  CorWorkshop *window = open_workshop (f);

  set_diesel (window, 9);
  gtk_widget_activate_action (GTK_WIDGET (window), "workshop.language", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 20; i++)
    {
      ui_wait (20);
      g_assert_null (workshop ());
    }
  g_assert_true (cor_format_is_chinese (NULL) == zh);
  ui_settle (f);
}

/* The workshop sets it while workers look texts up: a variable that is there already is changed in its place. */
static void
test_language_there (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));

  g_unsetenv ("LANGUAGE");
  cor_application_setup_language ();
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "");
  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workshop/language-there", test_language_there);
  ADD ("/workshop/marks", test_marks);
  ADD ("/workshop/room", test_room);
  ADD ("/workshop/leave", test_leave);
  ADD ("/workshop/window-closed", test_window_closed);
  ADD ("/workshop/levers", test_levers);
  ADD ("/workshop/levers-of-variant", test_levers_of_variant);
  ADD ("/workshop/language", test_language);
  ADD ("/workshop/left", test_left);
  return g_test_run ();
}
