/* test-help.c: the help pages and the tour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-workshop.h"

#include "cor-data-dir.h"
#include "cor-help-text.h"
#include "cor-help-window.h"
#include "cor-settings.h"
#include "cor-tooltips.h"
#include "cor-trace-window.h"

/* A line is as wide as its letters, Chinese ones twice as wide as Latin ones; GTK counts letters alone. */
static void
test_tooltips (void)
{
  g_assert_cmpint (cor_tooltips_width (""), ==, 0);
  g_assert_cmpint (cor_tooltips_width ("Undo"), ==, 4);
  g_assert_cmpint (cor_tooltips_width ("撤销"), ==, 4);
  g_assert_cmpint (cor_tooltips_width ("每吨 CO₂e"), ==, 9);
  g_assert_cmpint (cor_tooltips_width ("来源\n含有假设值"), ==, 10);
  g_assert_cmpint (cor_tooltips_width ("A line that goes on for much longer than anybody would want to read in one go"), ==, 60);
}

static void
test_markup (void)
{
  static const char *const cases[][2] = {
    { "plain", "plain" },
    { "a **bold** word", "a <b>bold</b> word" },
    { "an *italic* word", "an <i>italic</i> word" },
    { "less < more & so on", "less &lt; more &amp; so on" },
    { "see [another page](own-data.md)", "see <a href=\"own-data\">another page</a>" },
    { "run `program --option`", "run <tt>program --option</tt>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = cor_help_markup (cases[i][0]);

      g_assert_cmpstr (markup, ==, cases[i][1]);
    }
}

/* Every page is there in both languages, has a title, and its lines are valid markup; links are the
 * label's own. */
static void
test_pages (void)
{
  g_autoptr (GRegex) links = g_regex_new ("</?a[^>]*>", 0, 0, NULL);
  static const char *const languages[] = { "en", "zh_CN" };

  for (guint i = 0; cor_help_topic (i) != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autofree char *file = g_strdup_printf ("%s.md", cor_help_topic (i));
        g_autofree char *path = cor_data_file ("help", languages[j], file, NULL);
        g_autofree char *text = NULL;
        g_auto (GStrv) lines = NULL;
        g_autoptr (GError) error = NULL;

        g_assert_true (g_file_get_contents (path, &text, NULL, &error));
        g_assert_true (g_str_has_prefix (text, "# "));
        lines = g_strsplit (text, "\n", -1);
        for (guint k = 0; lines[k] != NULL; k++)
          {
            g_autofree char *markup = cor_help_markup (lines[k]);
            g_autofree char *plain = g_regex_replace_literal (links, markup, -1, 0, "", 0, NULL);

            g_assert_true (pango_parse_markup (plain, -1, 0, NULL, NULL, NULL, &error));
            g_assert_no_error (error);
          }
      }
}

/* Each headline number has a page of its own, with how, source and limits. */
static void
test_headlines (void)
{
  static const char *const topics[] = { "parity-year", "detour-share", "emissions", "public-cost" };

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *text = cor_help_page (topics[i]);
      g_auto (GStrv) parts = g_strsplit (text, "\n## ", -1);

      g_assert_cmpuint (g_strv_length (parts), >=, 4);
    }
}

static GtkWindow *
help_window (UiFixture *f)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (f->app)); l != NULL; l = l->next)
    if (COR_IS_HELP_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_title (GtkWidget *widget, gconstpointer text)
{
  return gtk_widget_has_css_class (widget, "title-1") && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* F1 asks for the page about what the window at hand shows. */
static void
test_at_hand (UiFixture *f, gconstpointer data)
{
  g_autofree char *text = cor_help_page ("workshop");
  g_autofree char *title = cor_help_title (text);
  GtkWindow *workshop = NULL;

  ui_activate (f, "workshop", NULL);
  ui_until ((workshop = ui_window (COR_TYPE_WORKSHOP)) != NULL && gtk_application_get_active_window (GTK_APPLICATION (f->app)) == workshop);
  g_assert_true (gtk_application_get_active_window (GTK_APPLICATION (f->app)) == workshop);
  g_action_group_activate_action (G_ACTION_GROUP (f->app), "help", g_variant_new_string (""));
  ui_until (help_window (f) != NULL && ui_find (GTK_WIDGET (help_window (f)), GTK_TYPE_LABEL, is_title, title) != NULL);
  g_assert_nonnull (help_window (f));
  g_assert_nonnull (ui_find (GTK_WIDGET (help_window (f)), GTK_TYPE_LABEL, is_title, title));
  gtk_window_destroy (help_window (f));
  gtk_window_destroy (workshop);
  ui_wait (50);
}

/* The help opens on the page asked for and turns it where it is open already. */
static void
test_window (UiFixture *f, gconstpointer data)
{
  static const char *const asked[] = { "emissions", "plan", "" };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autofree char *text = cor_help_page (*asked[i] != '\0' ? asked[i] : cor_help_topic (0));
      g_autofree char *title = cor_help_title (text);

      g_action_group_activate_action (G_ACTION_GROUP (f->app), "help", g_variant_new_string (asked[i]));
      ui_until (help_window (f) != NULL
                && ui_find (GTK_WIDGET (help_window (f)), GTK_TYPE_LABEL, is_title, title) != NULL);
      g_assert_nonnull (help_window (f));
      g_assert_nonnull (ui_find (GTK_WIDGET (help_window (f)), GTK_TYPE_LABEL, is_title, title));
    }
  gtk_window_destroy (help_window (f));
  ui_wait (50);
  g_assert_null (help_window (f));
}

static gboolean
has_link (GtkWidget *widget, gconstpointer topic)
{
  g_autofree char *link = g_strdup_printf ("href=\"%s\"", (const char *) topic);

  return strstr (gtk_label_get_label (GTK_LABEL (widget)), link) != NULL;
}

static gboolean
is_grid_cell (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_GRID (gtk_widget_get_parent (widget)) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* A table is a grid, figures to the right, and a link turns the page. */
static void
test_table (UiFixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *head, *figure, *word;
  g_autofree char *title = NULL, *text = cor_help_page ("consumption");
  GtkWindow *window;
  gboolean done = FALSE;

  g_object_ref_sink (box);
  cor_help_fill (GTK_BOX (box), "# Title\n| What | kWh |\n|---|---|\n| **far** | 1.5 |\nText");
  head = ui_find (box, GTK_TYPE_LABEL, is_grid_cell, "kWh");
  figure = ui_find (box, GTK_TYPE_LABEL, is_grid_cell, "1.5");
  word = ui_find (box, GTK_TYPE_LABEL, is_grid_cell, "far");
  g_assert_true (head != NULL && figure != NULL && word != NULL);
  g_assert_null (ui_find (box, GTK_TYPE_LABEL, is_grid_cell, "---"));
  g_assert_cmpfloat (gtk_label_get_xalign (GTK_LABEL (head)), ==, 1);
  g_assert_cmpfloat (gtk_label_get_xalign (GTK_LABEL (figure)), ==, 1);
  g_assert_cmpfloat (gtk_label_get_xalign (GTK_LABEL (word)), ==, 0);
  g_object_unref (box);

  g_action_group_activate_action (G_ACTION_GROUP (f->app), "help", g_variant_new_string ("own-data"));
  ui_wait (150);
  window = help_window (f);
  head = ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, has_link, "consumption");
  g_assert_nonnull (head);
  g_signal_emit_by_name (head, "activate-link", "consumption", &done);
  g_assert_true (done);
  ui_wait (150);
  title = cor_help_title (text);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, is_title, title));
  gtk_window_destroy (window);
}

static gboolean
asks_for_trust (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_get_visible (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "trace.trust") == 0;
}

/* The card of a consumption leads to the page that says how far to trust it; other cards do not. */
static void
test_trust (UiFixture *f, gconstpointer data)
{
  static const CorTraceQuantity quantities[] = { COR_TRACE_TRUCK_KM, COR_TRACE_TRUCK_ENERGY };

  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    {
      CorTraceKey key = { quantities[i], 0, 0, 0 };
      GtkWidget *card = GTK_WIDGET (cor_trace_window_new (GTK_WINDOW (f->window), (CorResults *) cor_session_get_results (f->session), &key));
      GtkWidget *button;

      gtk_window_present (GTK_WINDOW (card));
      ui_wait (150);
      button = ui_find (card, GTK_TYPE_BUTTON, asks_for_trust, NULL);
      g_assert_true ((button != NULL) == (quantities[i] == COR_TRACE_TRUCK_ENERGY));
      if (button != NULL)
        g_signal_emit_by_name (button, "clicked");
      ui_wait (150);
      g_assert_true ((help_window (f) != NULL) == (button != NULL));
      gtk_window_destroy (GTK_WINDOW (card));
    }
  gtk_window_destroy (help_window (f));
}

static GtkWidget *
tour_part (UiFixture *f, const char *name)
{
  return ui_find (GTK_WIDGET (f->window), GTK_TYPE_WIDGET, ui_has_name, name);
}

/* Five steps, then it is over and remembered. */
static void
test_tour (UiFixture *f, gconstpointer data)
{
  g_settings_set_boolean (cor_settings_get (), "tour-done", FALSE);
  ui_activate (f, "tour", NULL);
  ui_until (tour_part (f, "tour") != NULL);
  for (guint step = 0; step < 5; step++)
    {
      g_assert_nonnull (tour_part (f, "tour"));
      g_assert_false (g_settings_get_boolean (cor_settings_get (), "tour-done"));
      g_signal_emit_by_name (tour_part (f, "tour-next"), "clicked");
      ui_wait (50);
    }
  ui_until (tour_part (f, "tour") == NULL);
  g_assert_null (tour_part (f, "tour"));
  g_assert_true (g_settings_get_boolean (cor_settings_get (), "tour-done"));
}

/* Left at once, or taken along by a window that closes. */
static void
test_tour_left (UiFixture *f, gconstpointer data)
{
  ui_activate (f, "tour", NULL);
  ui_until (tour_part (f, "tour") != NULL);
  ui_activate (f, "tour", NULL);
  g_signal_emit_by_name (tour_part (f, "tour-skip"), "clicked");
  ui_until (tour_part (f, "tour") == NULL);
  g_assert_null (tour_part (f, "tour"));
  ui_activate (f, "tour", NULL);
  ui_until (tour_part (f, "tour") != NULL);
  g_assert_nonnull (tour_part (f, "tour"));
}

/* Where nothing is remembered, the first scenario starts it. */
static void
test_tour_first (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = ui_sample ("shenzhen-pilot.corridor");

  g_settings_set_boolean (cor_settings_get (), "tour-done", FALSE);
  g_assert_true (cor_window_load (f->window, file));
  ui_settle (f);
  ui_until (tour_part (f, "tour") != NULL);
  g_assert_nonnull (tour_part (f, "tour"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/help/tooltips", test_tooltips);
  g_test_add_func ("/ui/help/markup", test_markup);
  g_test_add_func ("/ui/help/pages", test_pages);
  g_test_add_func ("/ui/help/headlines", test_headlines);
  g_test_add ("/ui/help/window", UiFixture, NULL, ui_open, test_window, ui_close);
  g_test_add ("/ui/help/at-hand", UiFixture, NULL, ui_open, test_at_hand, ui_close);
  g_test_add ("/ui/help/table", UiFixture, NULL, ui_open, test_table, ui_close);
  g_test_add ("/ui/help/trust", UiFixture, NULL, ui_open, test_trust, ui_close);
  g_test_add ("/ui/help/tour", UiFixture, NULL, ui_open, test_tour, ui_close);
  g_test_add ("/ui/help/tour-left", UiFixture, NULL, ui_open, test_tour_left, ui_close);
  g_test_add ("/ui/help/tour-first", UiFixture, NULL, ui_open, test_tour_first, ui_close);
  return g_test_run ();
}
