/* test-map-hint.c: what the map says about its tools, and that it is in nobody's way; drawing by keyboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-driver.h"

#include "cor-edit.h"

#include <glib/gi18n.h>

/* Every click on the hint is one on the map; where the pointer comes near it can be looked through. */
static void
test_gives_way (UiFixture *f, gconstpointer data)
{
  static const char *const tools[] = { "route", "station", "site", "measure" };
  GtkWidget *map = ui_find (GTK_WIDGET (map_pane (f)), SHUMATE_TYPE_MAP, NULL, NULL);
  graphene_rect_t box;
  GtkWidget *below;
  double x, y;

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_object_set (map_pane (f), "tool", tools[i], NULL);
      ui_until (gtk_widget_get_mapped (map_hint (f)) && gtk_widget_get_width (map_hint (f)) > 0);
      g_assert_true (gtk_widget_compute_bounds (map_hint (f), GTK_WIDGET (map_pane (f)), &box));
      x = box.origin.x + box.size.width / 2;
      y = box.origin.y + box.size.height / 2;
      below = gtk_widget_pick (GTK_WIDGET (map_pane (f)), x, y, GTK_PICK_DEFAULT);
      g_assert_nonnull (below);
      g_assert_true (below == map || gtk_widget_is_ancestor (below, map));
      map_point_at (f, x, y + 200);
      g_assert_false (gtk_widget_has_css_class (map_hint (f), "cor-near"));
      map_point_at (f, x, box.origin.y + box.size.height + 10);
      g_assert_true (gtk_widget_has_css_class (map_hint (f), "cor-near"));
      map_point_at (f, x, y + 200);
      g_assert_false (gtk_widget_has_css_class (map_hint (f), "cor-near"));
    }
  g_object_set (map_pane (f), "tool", "select", NULL);
  g_assert_false (gtk_widget_get_visible (map_hint (f)));
}

/* Choosing between charging and swap, or by hand, can be clicked, and only then. */
static void
test_options (UiFixture *f, gconstpointer data)
{
  GtkWidget *swap = ui_find (GTK_WIDGET (map_pane (f)), GTK_TYPE_TOGGLE_BUTTON, ui_has_name, "place-swap");
  GtkWidget *by_hand = ui_find (GTK_WIDGET (map_pane (f)), GTK_TYPE_TOGGLE_BUTTON, ui_has_name, "by-hand");
  graphene_rect_t box;
  GtkWidget *found;

  g_assert_false (gtk_widget_get_mapped (swap) || gtk_widget_get_mapped (by_hand));
  g_object_set (map_pane (f), "tool", "station", NULL);
  ui_until (gtk_widget_get_mapped (swap) && gtk_widget_get_width (swap) > 0);
  ui_wait (50);
  g_assert_true (gtk_widget_compute_bounds (swap, GTK_WIDGET (map_pane (f)), &box));
  found = gtk_widget_pick (GTK_WIDGET (map_pane (f)), box.origin.x + box.size.width / 2, box.origin.y + box.size.height / 2,
                           GTK_PICK_DEFAULT);
  g_assert_true (found == swap || gtk_widget_is_ancestor (found, swap));
  g_assert_false (gtk_widget_get_mapped (by_hand));
  g_object_set (map_pane (f), "tool", "route", NULL);
  ui_until (gtk_widget_get_mapped (by_hand));
  g_assert_true (gtk_widget_get_mapped (by_hand));
  g_assert_false (gtk_widget_get_mapped (swap));
}

/* The hint goes with what is done, not with what was said last: after a message, and after walking by Tab. */
static void
test_goes_with_line (UiFixture *f, gconstpointer data)
{
  const char *origin = _ ("Click the origin, or search for it"), *first = _ ("Click where measuring begins, or search for it");

  g_object_set (map_pane (f), "tool", "route", NULL);
  g_assert_true (map_hint_has (f, origin));
  map_click (f, 114.272, 22.578, 0);
  ui_until (!map_hint_has (f, origin));
  g_assert_false (map_hint_has (f, origin));
  g_assert_true (map_press (f, GDK_KEY_Tab, 0));
  g_assert_true (map_press (f, GDK_KEY_Escape, 0));
  ui_wait (200);
  g_assert_true (gtk_widget_get_visible (map_hint (f)));
  g_assert_false (map_hint_has (f, origin));
  g_assert_true (map_press (f, GDK_KEY_BackSpace, 0));
  ui_wait (50);
  g_assert_true (map_hint_has (f, origin));
  g_object_set (map_pane (f), "tool", "measure", NULL);
  g_assert_true (map_hint_has (f, first));
}

/* Enter ends a route where its line ends; nothing of the line stays. */
static void
test_enter_ends (UiFixture *f, gconstpointer data)
{
  CorSelection *selection = cor_session_get_selection (f->session);
  g_autofree char *tool = NULL;
  const CorRoute *route;
  const CorSite *site;

  g_object_set (map_pane (f), "tool", "route", NULL);
  g_assert_false (map_press (f, GDK_KEY_Return, 0));
  map_click (f, 114.272, 22.578, 0);
  g_signal_emit_by_name (cor_map_pane_get_layer (map_pane (f)), "place-moved", 114.25, 23.05);
  g_assert_true (map_press (f, GDK_KEY_Return, 0));
  g_assert_cmpint (cor_selection_get_kind (selection), ==, COR_ITEM_ROUTE);
  route = (const CorRoute *) cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, cor_selection_get_id (selection));
  g_assert_cmpstr (route->origin, ==, "yantian-port");
  site = (const CorSite *) cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, route->destination);
  g_assert_cmpfloat_with_epsilon (site->lon, 114.25, 1e-9);
  g_object_get (map_pane (f), "tool", &tool, NULL);
  g_assert_cmpstr (tool, ==, "select");
}

/* Who comes to the map by keyboard is told the keys; who clicks is not, and a thing that Tab has come to is told instead. */
static void
test_tells_keys (UiFixture *f, gconstpointer data)
{
  GtkWidget *map = ui_find (GTK_WIDGET (map_pane (f)), SHUMATE_TYPE_MAP, NULL, NULL);
  GtkWindow *window = GTK_WINDOW (f->window);

  gtk_window_set_focus (window, NULL);
  gtk_window_set_focus_visible (window, FALSE);
  gtk_widget_grab_focus (map);
  g_assert_false (gtk_widget_get_visible (map_hint (f)));
  gtk_window_set_focus (window, NULL);
  gtk_window_set_focus_visible (window, TRUE);
  gtk_widget_grab_focus (map);
  g_assert_true (gtk_widget_get_visible (map_hint (f)));
  g_assert_true (map_hint_has (f, "Shift+F10"));
  g_assert_true (map_press (f, GDK_KEY_Tab, 0));
  g_assert_false (map_hint_has (f, "Shift+F10"));
  g_assert_true (gtk_widget_get_visible (map_hint (f)));
}

/* Walks by Tab to the next site. */
static gboolean
walk_to_site (UiFixture *f)
{
  guint n;
  const CorItem *const *sites = cor_scenario_items (ui_scenario (f), COR_ITEM_SITE, &n);
  gboolean zh = g_str_equal (_ ("Site"), "场站");

  while (map_press (f, GDK_KEY_Tab, 0))
    for (guint i = 0; i < n; i++)
      if (map_hint_has (f, zh ? sites[i]->name_zh : sites[i]->name))
        return TRUE;
  return FALSE;
}

/* A route with the keyboard alone: Tab to a site, Enter, Tab to another, Enter. */
static void
test_by_keyboard (UiFixture *f, gconstpointer data)
{
  CorSelection *selection = cor_session_get_selection (f->session);
  guint before, after;
  const CorRoute *route;

  cor_selection_clear (selection);
  cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &before);
  g_object_set (map_pane (f), "tool", "route", NULL);
  /* The map has its things in view once it has its size. */
  for (guint i = 0; i < 200 && !map_press (f, GDK_KEY_Tab, 0); i++)
    ui_wait (20);
  g_assert_true (walk_to_site (f));
  g_assert_true (map_press (f, GDK_KEY_Return, 0));
  g_assert_true (walk_to_site (f));
  g_assert_true (map_press (f, GDK_KEY_Return, 0));
  cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &after);
  g_assert_cmpuint (after, ==, before + 1);
  route = (const CorRoute *) cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE, cor_selection_get_id (selection));
  g_assert_cmpstr (route->origin, !=, route->destination);
}

/* What a label or an entry of that name shows. */
static const char *
text_named (UiFixture *f, const char *name)
{
  GtkWidget *widget = ui_find (GTK_WIDGET (f->window), GTK_TYPE_WIDGET, ui_has_name, name);

  if (widget == NULL)
    return NULL;
  return GTK_IS_EDITABLE (widget) ? gtk_editable_get_text (GTK_EDITABLE (widget)) : gtk_label_get_text (GTK_LABEL (widget));
}

/* A place in the water is taken, but how far the road is is said at once, and stays in the inspector. */
static void
test_far_from_roads (UiFixture *f, gconstpointer data)
{
  /* 22.40 N 113.78 E lies in the estuary, between Qi'ao and Lantau. */
  static const struct
  {
    const char *tool;
    double lon, lat;
    gboolean far, none;
  } places[] = { { "site", 113.78, 22.40, TRUE, FALSE },
                 { "station", 113.78, 22.40, TRUE, FALSE },
                 { "station", 114.9, 21.8, TRUE, TRUE },
                 { "station", 114.272, 22.578, FALSE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *coordinates = g_strdup_printf ("%.5f, %.5f", places[i].lat, places[i].lon);
      const char *way;

      g_object_set (map_pane (f), "tool", places[i].tool, NULL);
      map_click (f, places[i].lon, places[i].lat, 0);
      ui_wait (50);
      g_assert_cmpint (gtk_widget_get_visible (map_hint (f)), ==, places[i].far);
      g_assert_cmpstr (text_named (f, "place-coordinates"), ==, coordinates);
      way = text_named (f, "place-way");
      g_assert_nonnull (way);
      g_assert_true (places[i].none || strstr (way, C_ ("unit", "km")) != NULL);
      if (places[i].far && !places[i].none)
        g_assert_true (map_hint_has (f, way));
      ui_activate (f, "undo", NULL);
      ui_wait (20);
    }
  ui_settle (f);
}

/* Where the keyboard writes, and what is marked there to be typed over. */
static char *
marked_text (UiFixture *f)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));
  int begin, end;

  if (!GTK_IS_EDITABLE (focus) || !gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &begin, &end))
    return NULL;
  return gtk_editable_get_chars (GTK_EDITABLE (focus), begin, end);
}

/* The name of a new site can be typed at once; F2 does the same for whatever is selected. */
static void
test_name (UiFixture *f, gconstpointer data)
{
  CorSelection *selection = cor_session_get_selection (f->session);
  g_autofree char *marked = NULL, *of_truck = NULL, *site = NULL;
  const CorItem *item, *truck;
  GtkWidget *focus;
  guint n;

  g_object_set (map_pane (f), "tool", "site", NULL);
  map_click (f, 114.25, 23.05, 0);
  site = g_strdup (cor_selection_get_id (selection));
  marked = marked_text (f);
  item = cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, site);
  g_assert_nonnull (marked);
  g_assert_true (g_strcmp0 (marked, item->name) == 0 || g_strcmp0 (marked, item->name_zh) == 0);
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  gtk_editable_set_text (GTK_EDITABLE (focus), "Cold store");
  item = cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, site);
  g_assert_true (g_strcmp0 (item->name, "Cold store") == 0 || g_strcmp0 (item->name_zh, "Cold store") == 0);

  truck = cor_scenario_items (ui_scenario (f), COR_ITEM_TRUCK, &n)[0];
  cor_selection_set (selection, COR_ITEM_TRUCK, truck->id);
  ui_wait (50);
  ui_activate (f, "rename", NULL);
  of_truck = marked_text (f);
  g_assert_nonnull (of_truck);
  g_assert_true (g_strcmp0 (of_truck, truck->name) == 0 || g_strcmp0 (of_truck, truck->name_zh) == 0);
  ui_activate (f, "undo", NULL);
  ui_settle (f);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/map-hint/gives-way", test_gives_way);
  ADD ("/map-hint/options", test_options);
  ADD ("/map-hint/goes-with-line", test_goes_with_line);
  ADD ("/map-hint/tells-keys", test_tells_keys);
  ADD ("/map-hint/enter-ends", test_enter_ends);
  ADD ("/map-hint/by-keyboard", test_by_keyboard);
  ADD ("/map-hint/far-from-roads", test_far_from_roads);
  ADD ("/map-hint/name", test_name);
  return g_test_run ();
}
