/* test-asked.c: asked twice at once, nothing is lost: start page, new, open and quit; two windows side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"
#include "cor-settings.h"
#include "cor-start-page.h"
#include "cor-workshop.h"

static CorDocument *
document_of (CorWindow *window)
{
  return cor_session_get_document (cor_window_get_session (window));
}

static void
set_diesel (CorWindow *window, double yuan)
{
  CorDocument *document = document_of (window);

  cor_document_apply (document,
                      cor_edit_parameter (cor_document_get_scenario (document), COR_ITEM_HEAD, NULL,
                                          COR_PARAM_DIESEL_PRICE, yuan, NULL),
                      "Diesel", NULL);
}

static guint
n_questions (CorWindow *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  guint n = 0;

  for (GList *l = all; l != NULL; l = l->next)
    n += ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data)
         && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window);
  return n;
}

static void
answer (UiFixture *f, const char *response)
{
  GtkWindow *dialog = ui_dialog (f);

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  ui_wait (50);
}

static GtkWindow *
chooser (void)
{
  return ui_window (GTK_TYPE_FILE_CHOOSER);
}

/* New and Open at once over what is not saved: one question, and one answer to it. */
static void
test_twice (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) other = ui_sample ("shenzhen-pilot.corridor");
  g_autofree char *uri = g_file_get_uri (other);
  g_autoptr (CorScenario) mine = NULL;

  set_diesel (f->window, 6.5);
  mine = cor_scenario_ref (ui_scenario (f));
  ui_activate (f, "new", NULL);
  ui_activate (f, "new", NULL);
  ui_activate (f, "open-uri", uri);
  ui_wait (50);
  g_assert_cmpuint (n_questions (f->window), ==, 1);
  /* The first answer counts, also if another one should come. */
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (ui_dialog (f)), "cancel");
  answer (f, "discard");
  g_assert_cmpuint (n_questions (f->window), ==, 0);
  g_assert_true (ui_scenario (f) == mine);
  /* Asked again after it was answered; while it is asked where to save, nothing else opens. */
  ui_activate (f, "new", NULL);
  answer (f, "save");
  ui_activate (f, "open-uri", uri);
  ui_wait (50);
  g_assert_cmpuint (n_questions (f->window), ==, 0);
  g_assert_true (ui_scenario (f) == mine);
  ui_until (chooser () != NULL);
  g_assert_nonnull (chooser ());
  ui_wait (300);
  gtk_dialog_response (GTK_DIALOG (chooser ()), GTK_RESPONSE_CANCEL);
  ui_wait (50);
  /* Given up: it may be asked again. */
  ui_activate (f, "new", NULL);
  g_assert_cmpuint (n_questions (f->window), ==, 1);
  answer (f, "discard");
  g_assert_false (cor_document_can_undo (document_of (f->window)));
}

/* Quitting that is given up leaves a program that remembers its files. */
static void
test_quit_given_up (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) other = ui_sample ("shenzhen-pilot.corridor");
  g_autofree char *uri = g_file_get_uri (other);
  g_auto (GStrv) before = NULL, after = NULL;

  set_diesel (f->window, 6.5);
  g_action_group_activate_action (G_ACTION_GROUP (f->app), "quit", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (f->app), "quit", NULL);
  ui_wait (50);
  g_assert_cmpuint (n_questions (f->window), ==, 1);
  answer (f, "cancel");
  before = g_settings_get_strv (cor_settings_get (), "open-files");
  g_assert_cmpuint (g_strv_length (before), ==, 1);
  ui_activate (f, "open-uri", uri);
  answer (f, "discard");
  after = g_settings_get_strv (cor_settings_get (), "open-files");
  g_assert_cmpuint (g_strv_length (after), ==, 1);
  g_assert_cmpstr (after[0], ==, uri);
}

/* Told to quit while it is asked whether to open another file: that question is answered, the program goes on, and
 * remembers what is open. */
static void
test_quit_amid (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) other = ui_sample ("shenzhen-pilot.corridor");
  g_autofree char *uri = g_file_get_uri (other);
  g_auto (GStrv) files = NULL;

  set_diesel (f->window, 6.5);
  ui_activate (f, "open-uri", uri);
  ui_wait (50);
  g_action_group_activate_action (G_ACTION_GROUP (f->app), "quit", NULL);
  ui_wait (50);
  g_assert_cmpuint (n_questions (f->window), ==, 1);
  answer (f, "discard");
  files = g_settings_get_strv (cor_settings_get (), "open-files");
  g_assert_cmpuint (g_strv_length (files), ==, 1);
  g_assert_cmpstr (files[0], ==, uri);
}

/* Quitting closes a window, and with it the workshop about it, which comes after it in the program's list. */
static void
test_quit_whole (UiFixture *f, gconstpointer data)
{
  gpointer watched[2];

  ui_activate (f, "workshop", NULL);
  ui_until (ui_window (COR_TYPE_WORKSHOP) != NULL);
  ui_wait (300);
  watched[0] = f->window;
  watched[1] = ui_window (COR_TYPE_WORKSHOP);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_object_add_weak_pointer (watched[i], &watched[i]);
  /* As when the keyboard was in the window last. */
  gtk_window_set_application (GTK_WINDOW (f->window), NULL);
  gtk_window_set_application (GTK_WINDOW (f->window), GTK_APPLICATION (f->app));
  g_assert_true (gtk_application_get_windows (GTK_APPLICATION (f->app))->data == f->window);
  g_action_group_activate_action (G_ACTION_GROUP (f->app), "quit", NULL);
  ui_until (watched[0] == NULL && watched[1] == NULL);
  g_assert_null (watched[0]);
  g_assert_null (watched[1]);
  f->window = cor_window_new (f->app);
}

/* A hand that clicks twice where one click would do. */
static void
double_click (CorWindow *window, GtkWidget *target)
{
  g_autofree char *command = NULL;
  graphene_rect_t at;

  ui_until (gtk_widget_compute_bounds (target, GTK_WIDGET (window), &at) && at.size.height > 1);
  command = g_strdup_printf ("xdotool mousemove %d %d click --repeat 2 --delay 60 1",
                             (int) (at.origin.x + at.size.width / 2), (int) (at.origin.y + at.size.height / 2));
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  ui_wait (600);
}

static gboolean
is_for (GtkWidget *widget, gconstpointer action)
{
  return g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

/* Each way to begin, doubled: one scenario that nothing was done to. */
static void
test_start_page (UiFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *action;
    gboolean row, has_routes;
  } ways[] = { { "win.open-uri", TRUE, TRUE }, { "win.new", FALSE, FALSE } };

  gtk_widget_set_visible (GTK_WIDGET (f->window), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      CorWindow *window = cor_window_new (f->app);
      GtkWidget *page = ui_find (GTK_WIDGET (window), COR_TYPE_START_PAGE, NULL, NULL), *target;
      guint n;

      gtk_window_set_default_size (GTK_WINDOW (window), 1280, 780);
      gtk_window_present (GTK_WINDOW (window));
      ui_wait (400);
      target = ui_find (page, ways[i].row ? GTK_TYPE_LIST_BOX_ROW : GTK_TYPE_BUTTON, is_for, ways[i].action);
      g_assert_nonnull (target);
      double_click (window, target);
      ui_until (!cor_window_is_empty (window));
      g_assert_false (cor_window_is_empty (window));
      g_assert_cmpuint (n_questions (window), ==, 0);
      g_assert_false (cor_document_can_undo (document_of (window)));
      cor_scenario_items (cor_document_get_scenario (document_of (window)), COR_ITEM_ROUTE, &n);
      g_assert_true ((n > 0) == ways[i].has_routes);
      gtk_window_destroy (GTK_WINDOW (window));
      ui_wait (100);
    }
  gtk_widget_set_visible (GTK_WIDGET (f->window), TRUE);
}

/* One random thing to a document: an edit, a variant, undo or redo. */
static void
touch (CorWindow *window, GRand *rand)
{
  CorDocument *document = document_of (window);
  guint n;
  const CorItem *const *variants = cor_scenario_items (cor_document_get_base (document), COR_ITEM_VARIANT, &n);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      cor_document_undo (document);
      break;
    case 1:
      cor_document_redo (document);
      break;
    case 2:
      cor_document_set_variant (document, n > 0 && g_rand_boolean (rand) ? variants[g_rand_int_range (rand, 0, (int) n)]->id : NULL);
      break;
    default:
      set_diesel (window, g_rand_double_range (rand, 5, 10));
    }
}

/* Two windows worked in by turns without waiting; one is closed while its work goes on. The other has its own
 * steps, and the results that it would have alone. */
static void
test_two_windows (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = ui_sample ("shenzhen-pilot.corridor");
  CorWindow *second = cor_window_new (f->app);
  gpointer watched = second;
  g_autoptr (CorScenario) first = cor_scenario_ref (cor_document_get_base (document_of (f->window)));
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  g_autofree char *parity = ui_headline (f, COR_HEADLINE_PARITY), *again = NULL;

  g_object_add_weak_pointer (G_OBJECT (second), &watched);
  gtk_window_present (GTK_WINDOW (second));
  g_assert_true (cor_window_load (second, file));
  for (guint i = 0; i < 120; i++)
    {
      touch (i % 2 == 0 ? f->window : second, rand);
      ui_wait ((guint) g_rand_int_range (rand, 0, 12));
    }
  set_diesel (second, 9.75);
  g_assert_true (cor_session_get_computing (cor_window_get_session (second)));
  gtk_window_destroy (GTK_WINDOW (second));
  ui_until (watched == NULL);
  g_assert_null (watched);
  ui_settle (f);
  g_assert_true (cor_session_get_results_scenario (f->session) == ui_scenario (f));
  while (cor_document_can_undo (document_of (f->window)))
    cor_document_undo (document_of (f->window));
  cor_document_set_variant (document_of (f->window), NULL);
  g_assert_true (cor_scenario_equal (cor_document_get_base (document_of (f->window)), first));
  ui_settle (f);
  ui_wait (300);
  again = ui_headline (f, COR_HEADLINE_PARITY);
  g_assert_cmpstr (again, ==, parity);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/asked/twice", test_twice);
  ADD ("/asked/quit-given-up", test_quit_given_up);
  ADD ("/asked/quit-amid", test_quit_amid);
  ADD ("/asked/quit-whole", test_quit_whole);
  ADD ("/asked/start-page", test_start_page);
  ADD ("/asked/two-windows", test_two_windows);
  return g_test_run ();
}
