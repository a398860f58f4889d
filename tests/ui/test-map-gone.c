/* test-map-gone.c: working on the map while what it is about goes, or where there is very much of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-driver.h"

#include "cor-edit.h"

static const CorRoute *
drawn (UiFixture *f)
{
  g_assert_cmpint (cor_selection_get_kind (map_selection (f)), ==, COR_ITEM_ROUTE);
  return (const CorRoute *)cor_scenario_find (ui_scenario (f), COR_ITEM_ROUTE,
                                              cor_selection_get_id (map_selection (f)));
}

/* A new site far from all others, as a step to be undone. */
static void
add_site (UiFixture *f)
{
  g_autofree char *id = NULL;

  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_add_place (ui_scenario (f), COR_ITEM_SITE, COR_SITE_OTHER, (CorLonLat){ 114.35, 22.95 }, NULL, NULL, &id),
                      "Site", NULL);
  ui_wait (100);
}

/* Clicked on, then taken back while the route is drawn: it goes by way of that place, or begins there, also where the
 * other end is a new site, or one that is there. */
static void
test_site_gone (UiFixture *f, gconstpointer data)
{
  static const CorLonLat ends[] = { { 113.6, 23.0 }, { 113.6, 23.0 }, { 113.637, 22.629 } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
      const CorRoute *route;
      const CorSite *origin;

      add_site (f);
      g_object_set (map_pane (f), "tool", "route", NULL);
      if (i == 0)
        map_click (f, 114.269, 22.58, 0);
      map_click (f, 114.35, 22.95, i == 0 ? GDK_SHIFT_MASK : 0);
      cor_document_undo (cor_session_get_document (f->session));
      g_assert_true (ui_scenario (f) == before);
      map_click (f, ends[i].lon, ends[i].lat, 0);
      route = drawn (f);
      origin = (const CorSite *) cor_scenario_find (ui_scenario (f), COR_ITEM_SITE, route->origin);
      g_assert_nonnull (origin);
      g_assert_cmpfloat (i > 0 ? origin->lon : g_array_index (route->vias, CorVia, 0).lon, ==, 114.35);
      g_assert_true (i > 0 || g_array_index (route->vias, CorVia, 0).site == NULL);
      cor_document_undo (cor_session_get_document (f->session));
      ui_settle (f);
    }
}

static void
count (guint *n)
{
  (*n)++;
}

/* A box round a list of stations that was imported is one selection, told once. */
static void
test_box_of_many (UiFixture *f, gconstpointer data)
{
  GPtrArray *stations = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  g_autoptr (GTimer) timer = NULL;
  guint told = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      CorItem *item = cor_item_new (COR_ITEM_STATION, id);

      ((CorStation *) item)->lon = 113.5 + 0.001 * (i % 100);
      ((CorStation *) item)->lat = 22.5 + 0.001 * (i / 100);
      g_ptr_array_add (stations, item);
    }
  cor_document_apply (cor_session_get_document (f->session), cor_scenario_with_items (ui_scenario (f), COR_ITEM_STATION, stations),
                      "Stations", NULL);
  ui_wait (500);
  g_signal_connect_swapped (map_selection (f), "changed", G_CALLBACK (count), &told);
  timer = g_timer_new ();
  g_signal_emit_by_name (map_layer (f), "box-selected", 113.0, 22.0, 114.0, 23.0);
  g_test_message ("1000 stations selected in %.2f s", g_timer_elapsed (timer, NULL));
  g_assert_cmpuint (cor_selection_get_n (map_selection (f)), ==, 1000);
  g_assert_cmpuint (told, ==, 1);
  cor_document_undo (cor_session_get_document (f->session));
  g_signal_handlers_disconnect_by_data (map_selection (f), &told);
  ui_settle (f);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/map-gone/site", test_site_gone);
  ADD ("/map-gone/box-of-many", test_box_of_many);
  return g_test_run ();
}
