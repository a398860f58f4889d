/* test-narrow.c: the window in 360 px: nothing is cut off, and everything can still be reached.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#define NARROW 360

static int
least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Says which widgets ask for more, the outermost first. */
static void
say_wide (GtkWidget *root, guint depth)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child) && gtk_widget_get_visible (child) && least_width (child) > NARROW)
      {
        g_test_message ("%*s%s %s asks for %d px", (int) depth, "", G_OBJECT_TYPE_NAME (child),
                        gtk_widget_get_name (child), least_width (child));
        say_wide (child, depth + 1);
      }
}

static void
expect_narrow (UiFixture *f)
{
  say_wide (GTK_WIDGET (f->window), 0);
  g_assert_cmpint (least_width (GTK_WIDGET (f->window)), <=, NARROW);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->window)), <=, NARROW);
}

static void
show (UiFixture *f, const char *what, gboolean shown)
{
  g_action_group_change_action_state (G_ACTION_GROUP (f->window), what, g_variant_new_boolean (shown));
  ui_wait (400);
}

/* The map, the list, the inspector and the charts each find their place. */
static void
test_panes (UiFixture *f, gconstpointer data)
{
  ui_make_narrow (f, NARROW);
  show (f, "show-list", FALSE);
  show (f, "show-inspector", FALSE);
  expect_narrow (f);
  show (f, "show-list", TRUE);
  expect_narrow (f);
  show (f, "show-list", FALSE);
  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_DUTY, "nansha-transfer");
  show (f, "show-inspector", TRUE);
  expect_narrow (f);
  show (f, "show-inspector", FALSE);
  show (f, "show-charts", FALSE);
  expect_narrow (f);
  show (f, "show-charts", TRUE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 780);
  ui_wait (300);
}

static void
collect_actions (GMenuModel *menu, GHashTable *actions)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = NULL;
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      if (g_menu_model_get_item_attribute (menu, i, "action", "s", &action))
        g_hash_table_add (actions, g_steal_pointer (&action));
      if (section != NULL)
        collect_actions (section, actions);
      if (submenu != NULL)
        collect_actions (submenu, actions);
    }
}

static gboolean
is_primary (GtkWidget *widget, gconstpointer data)
{
  return gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget));
}

/* What the header bar has no room for stands in the menu. */
static void
test_menu (UiFixture *f, gconstpointer data)
{
  static const char *const wanted[] = { "win.save", "win.undo", "win.redo", "win.show-charts", "win.workshop", "win.export-report" };
  GtkWidget *button = ui_find (GTK_WIDGET (f->window), GTK_TYPE_MENU_BUTTON, is_primary, NULL);
  g_autoptr (GHashTable) actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_nonnull (button);
  collect_actions (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)), actions);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (!g_hash_table_contains (actions, wanted[i]))
      g_error ("%s is not in the menu", wanted[i]);
}

/* Letters half as large again: nothing is lost on a usual screen. */
static void
test_large_text (UiFixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", (dpi > 0 ? dpi : 96 * 1024) * 3 / 2, NULL);
  ui_until (least_width (GTK_WIDGET (f->window)) <= 1280);
  g_assert_cmpint (least_width (GTK_WIDGET (f->window)), <=, 1280);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  ui_wait (200);
}

/* High contrast, and without animations: no word on standard error. */
static void
test_high_contrast (UiFixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-theme-name", "HighContrast", "gtk-enable-animations", FALSE, NULL);
  ui_wait (300);
  show (f, "show-list", FALSE);
  show (f, "show-list", TRUE);
  gtk_settings_reset_property (settings, "gtk-theme-name");
  gtk_settings_reset_property (settings, "gtk-enable-animations");
  ui_wait (200);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/narrow/panes", test_panes);
  ADD ("/narrow/menu", test_menu);
  ADD ("/narrow/large-text", test_large_text);
  ADD ("/narrow/high-contrast", test_high_contrast);
  return g_test_run ();
}
