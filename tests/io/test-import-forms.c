/* test-import-forms.c: imports of GPX, KML, GeoJSON and routes, and what is exported read again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

static void
test_gpx (void)
{
  const char *text = "<?xml version='1.0'?><gpx xmlns='http://www.topografix.com/GPX/1/1'>\n"
                     "<wpt lat='22.6' lon='114.1'><name>A</name><desc>Hello</desc></wpt>\n"
                     "<trk><name>Way</name><trkseg><trkpt lat='22.6' lon='114.1'><time>2024</time></trkpt>\n"
                     "<trkpt lat='22.6000001' lon='114.15'/><trkpt lat='22.65' lon='114.2'/></trkseg></trk></gpx>\n";
  g_autoptr (CorImport) sites = import_text (text, COR_ITEM_SITE, COR_CRS_WGS84, NULL, NULL);
  g_autoptr (CorImport) routes = import_text (text, COR_ITEM_ROUTE, COR_CRS_WGS84, NULL, NULL);
  const CorRoute *route;
  const CorItem *site;

  g_assert_cmpuint (sites->n_taken, ==, 1);
  site = g_ptr_array_index (sites->items, 0);
  g_assert_cmpstr (site->name, ==, "A");
  g_assert_cmpstr (site->note, ==, "Hello");
  g_assert_cmpuint (routes->n_taken, ==, 1);
  g_assert_cmpuint (routes->items->len, ==, 3);
  route = g_ptr_array_index (routes->items, 2);
  g_assert_cmpstr (route->item.name, ==, "Way");
  g_assert_cmpuint (route->line->len, ==, 3);
  g_assert_cmpstr (route->origin, ==, "site");
  g_assert_cmpstr (route->destination, ==, "site-2");
}

static void
test_kml (void)
{
  const char *text = "<kml xmlns='http://www.opengis.net/kml/2.2'><Document><name>Doc</name>\n"
                     "<Placemark><name>A</name><ExtendedData><Data name='功率'><value>240</value></Data></ExtendedData>"
                     "<Point><coordinates> 114.1,22.6,0 </coordinates></Point></Placemark>\n"
                     "<Placemark><name>Area</name><Polygon/></Placemark></Document></kml>";
  g_autoptr (CorImport) import = stations_from (text);

  g_assert_cmpuint (import->n_taken, ==, 1);
  g_assert_cmpstr (station (import, 0)->item.name, ==, "A");
  g_assert_cmpfloat (station (import, 0)->power_kw, ==, 240);
  g_assert_nonnull (strstr (note_of (import, 3), "an area"));
}

static void
test_geojson (void)
{
  g_autoptr (CorImport) import
    = stations_from ("{\"type\": \"FeatureCollection\", \"features\": [\n"
                     "{\"type\": \"Feature\", \"id\": 7, \"geometry\": {\"type\": \"Point\", \"coordinates\": [114.1, 22.6, 3]},"
                     "\"properties\": {\"name\": \"A\", \"power\": 120, \"open\": null}},\n"
                     "{\"type\": \"Feature\", \"geometry\": null, \"properties\": {\"name\": \"B\"}},\n"
                     "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [\"east\", 22]}},\n"
                     "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Polygon\", \"coordinates\": []}, \"properties\": {}}]}");

  g_assert_cmpuint (import->n_taken, ==, 1);
  g_assert_cmpstr (station (import, 0)->item.id, ==, "7");
  g_assert_cmpfloat (station (import, 0)->power_kw, ==, 120);
  g_assert_cmpstr (note_of (import, 3), ==, "no coordinates");
  g_assert_nonnull (strstr (note_of (import, 4), "lists of longitude"));
  g_assert_nonnull (strstr (note_of (import, 5), "Polygon"));
}

/* Routes between sites that are there, by name or id, and by coordinates. */
static void
test_routes (void)
{
  g_autoptr (CorImport) sites = import_text ("id,name,lon,lat\nyt,盐田,114.27,22.575\nph,平湖,114.12,22.69\n",
                                             COR_ITEM_SITE, COR_CRS_WGS84, NULL, NULL);
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorScenario) scenario = cor_import_add (sites, empty);
  g_autoptr (CorImport) routes
    = import_text ("名称,起点,终点,里程,日趟次,去程载重,起点经度,起点纬度\n"
                   "一,盐田,ph,30,2,20,,\n二,盐田,某处,30,2,20,,\n三,新站,盐田,30,2,20,114.5,22.8\n",
                   COR_ITEM_ROUTE, COR_CRS_WGS84, scenario, NULL);
  const CorRoute *first, *third;

  g_assert_cmpuint (routes->n_taken, ==, 2);
  first = g_ptr_array_index (routes->items, 0);
  g_assert_cmpstr (first->origin, ==, "yt");
  g_assert_cmpstr (first->destination, ==, "ph");
  g_assert_cmpfloat (first->distance_km, ==, 30);
  g_assert_cmpfloat (first->trips_per_day, ==, 2);
  g_assert_cmpfloat (first->payload_out_t, ==, 20);
  g_assert_nonnull (strstr (note_of (routes, 3), "no site is called “某处”"));
  third = g_ptr_array_index (routes->items, 2);
  g_assert_cmpstr (third->origin, ==, "新站");
}

static CorScenario *
every_field (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "io", "every-field.corridor", NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  return cor_scenario_from_bytes (bytes, NULL);
}

static void
assert_same_lists (const CorScenario *a, const CorScenario *b)
{
  static const CorItemKind kinds[] = { COR_ITEM_SITE, COR_ITEM_STATION, COR_ITEM_ROUTE };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n, m;
      const CorItem *const *ia = cor_scenario_items (a, kinds[k], &n);
      const CorItem *const *ib = cor_scenario_items (b, kinds[k], &m);

      g_assert_cmpuint (n, ==, m);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (CorScenario) sa = cor_scenario_new (NULL), sb = cor_scenario_new (NULL);
          g_autoptr (CorScenario) oa = cor_scenario_with_item (sa, cor_item_ref (ia[i]));
          g_autoptr (CorScenario) ob = cor_scenario_with_item (sb, cor_item_ref (ib[i]));
          g_autoptr (GBytes) ta = cor_scenario_to_bytes (oa), tb = cor_scenario_to_bytes (ob);
          g_autofree char *xa = g_strndup (g_bytes_get_data (ta, NULL), g_bytes_get_size (ta));
          g_autofree char *xb = g_strndup (g_bytes_get_data (tb, NULL), g_bytes_get_size (tb));

          g_assert_cmpstr (xa, ==, xb);
        }
    }
}

/* Out and in again loses nothing: every field, unknown members, in both forms. */
static void
test_round_trip (void)
{
  static const CorItemKind kinds[] = { COR_ITEM_SITE, COR_ITEM_STATION, COR_ITEM_ROUTE };
  g_autoptr (CorScenario) scenario = every_field ();
  g_autoptr (GBytes) geojson = cor_export_geojson (scenario, NULL);

  for (guint form = 0; form < 2; form++)
    {
      g_autoptr (CorScenario) back = cor_scenario_new (NULL);

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) csv = g_string_free_to_bytes (cor_export_csv (scenario, kinds[k]));
          g_autoptr (CorImport) import
            = cor_import_read (form == 0 ? geojson : csv, kinds[k], COR_CRS_WGS84, back, &error);
          CorScenario *next;

          g_assert_no_error (error);
          next = cor_import_add (import, back);
          cor_scenario_unref (back);
          back = next;
        }
      assert_same_lists (scenario, back);
    }
}

/* One route drawn by hand comes back from GPX with its very line and the sites at its ends. */
static void
test_gpx_round_trip (void)
{
  g_autoptr (CorScenario) scenario = every_field ();
  g_autoptr (CorScenario) back = cor_scenario_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n, routes = 0, n_back = 0;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_ROUTE, &n);

  g_assert_null (cor_export_gpx (scenario, NULL, "nowhere", &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_REFERENCE);
  g_clear_error (&error);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) gpx = cor_export_gpx (scenario, NULL, items[i]->id, &error);
      g_autoptr (CorImport) one = cor_import_read (gpx, COR_ITEM_ROUTE, COR_CRS_WGS84, back, &error);
      g_autoptr (GArray) line = cor_export_line (scenario, NULL, (const CorRoute *) items[i]);
      const CorRoute *route;

      g_assert_no_error (error);
      if (line->len < 2)
        continue;
      routes++;
      n_back += one->n_taken;
      route = g_ptr_array_index (one->items, one->items->len - 1);
      g_assert_cmpstr (route->item.name, ==, cor_item_label (items[i], FALSE));
      g_assert_cmpfloat_with_epsilon (g_array_index (route->line, CorLonLat, 0).lon, g_array_index (line, CorLonLat, 0).lon, 1e-7);
      g_assert_cmpfloat_with_epsilon (g_array_index (route->line, CorLonLat, route->line->len - 1).lat,
                                      g_array_index (line, CorLonLat, line->len - 1).lat, 1e-7);
    }
  g_assert_cmpuint (routes, >, 0);
  g_assert_cmpuint (n_back, ==, routes);
}

/* Our own export as a whole: each thing says what it is. */
static void
test_each (void)
{
  g_autoptr (CorScenario) scenario = every_field ();
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (GBytes) geojson = cor_export_geojson (scenario, NULL);
  g_autoptr (CorImport) import = cor_import_read (geojson, COR_IMPORT_EACH, COR_CRS_WGS84, empty, NULL);
  g_autoptr (CorScenario) back = cor_import_add (import, empty);

  g_assert_true (import->own);
  g_assert_cmpuint (import->n_left_out, ==, 0);
  assert_same_lists (scenario, back);
}

/* Files that are nothing of the kind: refused with a message, never a crash. */
static const char *const unreadable[] = {
  "", " \n ", "<html><body>no</body></html>", "<gpx><wpt", "<gpx><wpt lat='1' lon='2'></gpx>", "<kml>&x;</kml>",
  "{", "{}", "{\"type\": \"FeatureCollection\"}", "{\"type\": \"FeatureCollection\", \"features\": {}}", "[1, 2]",
  "\x81\x20\xff\xfe\xfd", "PK\x03\x04\xff\xff",
};

static void
test_unreadable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorImport) import = import_text (unreadable[i], COR_ITEM_STATION, COR_CRS_WGS84, NULL, &error);

      g_assert_null (import);
      g_assert_nonnull (error);
      g_assert_true (error->domain == COR_ERROR);
      g_test_message ("%s", error->message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/gpx", test_gpx);
  g_test_add_func ("/import/kml", test_kml);
  g_test_add_func ("/import/geojson", test_geojson);
  g_test_add_func ("/import/routes", test_routes);
  g_test_add_func ("/import/round-trip", test_round_trip);
  g_test_add_func ("/import/gpx-round-trip", test_gpx_round_trip);
  g_test_add_func ("/import/each", test_each);
  g_test_add_func ("/import/unreadable", test_unreadable);
  return g_test_run ();
}
