/* test-map-search.c: the search on the map: names, spellings, coordinates, and what comes nearest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-driver.h"

#include "cor-map-near.h"
#include "cor-map-pane-private.h"

#include <glib/gi18n.h>

/* Answers stand in the list as "name"; Enter takes the first, which the map then marks. */
static char *
search (UiFixture *f, const char *text)
{
  CorMapSearch *box = COR_MAP_SEARCH (ui_find (GTK_WIDGET (map_pane (f)), COR_TYPE_MAP_SEARCH, NULL, NULL));
  GtkListBox *list = GTK_LIST_BOX (ui_find (GTK_WIDGET (box), GTK_TYPE_LIST_BOX, NULL, NULL));
  GtkWidget *label;
  char *first;

  ui_activate (f, "find-on-map", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (box)));
  gtk_editable_set_text (cor_map_search_get_entry (box), text);
  ui_wait (150);
  if (gtk_list_box_get_selected_row (list) == NULL)
    return NULL;
  label = ui_find (GTK_WIDGET (gtk_list_box_get_selected_row (list)), GTK_TYPE_LABEL, NULL, NULL);
  first = g_strdup (gtk_label_get_label (GTK_LABEL (label)));
  g_signal_emit_by_name (cor_map_search_get_entry (box), "activate");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (box)));
  ui_wait (100);
  return first;
}

static void
assert_centre (UiFixture *f, double lon, double lat)
{
  ShumateMap *map = SHUMATE_MAP (ui_find (GTK_WIDGET (map_pane (f)), SHUMATE_TYPE_MAP, NULL, NULL));
  ShumateLocation *at = SHUMATE_LOCATION (shumate_map_get_viewport (map));

  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (at), lon, 1e-4);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (at), lat, 1e-4);
}

/* A station by its Chinese name, its initials and in English; a town; coordinates; nothing. */
static void
test_search (UiFixture *f, gconstpointer data)
{
  static const char *const spellings[] = { "盐田港", "yantiangang", "ytg", "YANTIAN PORT" };
  g_autofree char *town = NULL, *point = NULL, *nothing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *name = search (f, spellings[i]);

      g_assert_nonnull (name);
      g_assert_cmpint (cor_selection_get_kind (map_selection (f)), ==, COR_ITEM_SITE);
      g_assert_cmpstr (cor_selection_get_id (map_selection (f)), ==, "yantian-port");
      cor_selection_clear (map_selection (f));
    }
  town = search (f, "qingyuan");
  g_assert_nonnull (town);
  /* the place table has Qingyuan at 113.0510, 23.6850 */
  assert_centre (f, 113.051, 23.685);
  point = search (f, "22°32'35.16\"N 114°3'28.44\"E");
  g_assert_nonnull (point);
  assert_centre (f, 114.0579, 22.5431);
  nothing = search (f, "qqqqqqq");
  g_assert_null (nothing);
}

/* The title of the first answer, none of which is chosen yet, and whether the note says that these are only near. */
static const char *
nearest (UiFixture *f, const char *text)
{
  CorMapSearch *box = COR_MAP_SEARCH (ui_find (GTK_WIDGET (map_pane (f)), COR_TYPE_MAP_SEARCH, NULL, NULL));
  GtkListBox *list = GTK_LIST_BOX (ui_find (GTK_WIDGET (box), GTK_TYPE_LIST_BOX, NULL, NULL));
  GtkWidget *note = ui_find (GTK_WIDGET (box), GTK_TYPE_LABEL, ui_has_name, "search-note");
  GtkListBoxRow *row;

  ui_activate (f, "find-on-map", NULL);
  gtk_editable_set_text (cor_map_search_get_entry (box), text);
  ui_wait (150);
  g_assert_null (gtk_list_box_get_selected_row (list));
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_cmpint (gtk_widget_get_visible (note), ==, row != NULL);
  if (row == NULL)
    return NULL;
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (note)), text));
  return gtk_label_get_label (GTK_LABEL (ui_find (GTK_WIDGET (row), GTK_TYPE_LABEL, NULL, NULL)));
}

/* Words that are found nowhere as a whole lead to what has the longest of them; a slip at the end to its beginning. */
static void
test_search_near (UiFixture *f, gconstpointer data)
{
  gboolean zh = g_str_equal (_ ("Site"), "场站");

  g_assert_cmpstr (nearest (f, "Qingyuan Logistics Yard"), ==, zh ? "清远" : "Qingyuan");
  g_assert_cmpstr (nearest (f, "Qingyuann"), ==, zh ? "清远" : "Qingyuan");
  g_assert_cmpstr (nearest (f, "清远货场"), ==, zh ? "清远" : "Qingyuan");
  g_assert_null (nearest (f, "qqqqqqq xxxxx"));
}

/* What has more of the letters comes first, and of the same what is known more widely; six are shown. */
static void
test_nearest_first (UiFixture *f, gconstpointer data)
{
  g_autoptr (GArray) all = cor_map_near_find (ui_scenario (f), map_pane (f)->places, NULL, "shen port yard", G_MAXUINT);
  CorMapSearch *box = map_pane (f)->search;
  GtkListBox *list = GTK_LIST_BOX (ui_find (GTK_WIDGET (box), GTK_TYPE_LIST_BOX, NULL, NULL));
  guint letters = 0, ranks = 0;

  g_assert_cmpuint (all->len, >, 6);
  for (guint i = 0; i + 1 < all->len; i++)
    {
      const CorMapNear *a = &g_array_index (all, CorMapNear, i), *b = &g_array_index (all, CorMapNear, i + 1);

      g_assert_cmpuint (a->letters, >=, b->letters);
      letters += a->letters > b->letters;
      if (a->letters == b->letters && a->place != NULL && b->place != NULL)
        {
          g_assert_cmpint (a->place->rank, <=, b->place->rank);
          ranks += a->place->rank < b->place->rank;
        }
    }
  g_assert_true (letters > 0 && ranks > 0);
  ui_activate (f, "find-on-map", NULL);
  gtk_editable_set_text (cor_map_search_get_entry (box), "shen port yard xyzxyz");
  ui_wait (200);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 5));
  g_assert_null (gtk_list_box_get_row_at_index (list, 6));
}

/* Coordinates are looked at from near: the map then shows a few kilometres. */
static void
test_point_zoom (UiFixture *f, gconstpointer data)
{
  CorMapFrame frame;

  ui_activate (f, "find-on-map", NULL);
  gtk_editable_set_text (cor_map_search_get_entry (map_pane (f)->search), "22.5431, 114.0579");
  ui_wait (200);
  g_signal_emit_by_name (cor_map_search_get_entry (map_pane (f)->search), "activate");
  ui_wait (100);
  cor_map_view_get_frame (map_pane (f)->view, &frame);
  g_assert_cmpfloat_with_epsilon (frame.zoom, 14, 1e-9);
}

#define ADD(name, func) g_test_add ("/ui/map-search/" name, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("found", test_search);
  ADD ("near", test_search_near);
  ADD ("nearest-first", test_nearest_first);
  ADD ("point-zoom", test_point_zoom);
  return g_test_run ();
}
