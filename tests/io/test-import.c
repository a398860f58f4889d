/* test-import.c: places and lines from other programs' files, and our own there and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-export.h"
#include "cor-import.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"

#include <math.h>
#include <string.h>

static CorImport *
import_text (const char *text, CorItemKind kind, CorCrs crs, const CorScenario *into, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);

  return cor_import_read (bytes, kind, crs, into ? into : empty, error);
}

static CorImport *
stations_from (const char *text)
{
  g_autoptr (GError) error = NULL;
  CorImport *import = import_text (text, COR_ITEM_STATION, COR_CRS_WGS84, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < import->notes->len; i++)
    {
      const CorImportNote *note = g_ptr_array_index (import->notes, i);

      g_test_message ("%u %d %s %s", note->line, note->taken, note->id, note->text);
    }
  return import;
}

static const CorStation *
station (const CorImport *import, guint index)
{
  g_assert_cmpuint (index, <, import->items->len);
  return g_ptr_array_index (import->items, index);
}

static const char *
note_of (const CorImport *import, guint line)
{
  for (guint i = 0; i < import->notes->len; i++)
    {
      const CorImportNote *note = g_ptr_array_index (import->notes, i);

      if (note->line == line)
        return note->text;
    }
  return NULL;
}

/* Tables as people have them: any delimiter, quotes, Chinese headings, units, thousands. */
static void
test_tables (void)
{
  static const char *const texts[] = {
    "name,lon,lat,power_kw,plugs,kind\n\"A, \"\"the\"\" first\",114.1,22.6,\"1,200\",8,swap\n",
    "name;lon;lat;power;connectors;type\n\"A, \"\"the\"\" first\";114.1;22.6;1200 kW;8;换电站\n",
    "名称\t经度\t纬度\t功率（kW）\t充电桩数量\t站点类型\r\n\"A, \"\"the\"\" first\"\t114.1\t22.6\t1200kW\t8\t换电\r\n",
    "\xef\xbb\xbfStation Name|Location|POWER (kW)|枪数|类型\n\"A, \"\"the\"\" first\"|114.1,22.6|1200|8|换电站",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CorImport) import = stations_from (texts[i]);
      const CorStation *a = station (import, 0);

      g_assert_cmpuint (import->n_taken, ==, 1);
      g_assert_cmpstr (a->item.id, ==, "station");
      g_assert_cmpstr (a->item.name, ==, "A, \"the\" first");
      g_assert_cmpfloat (a->lon, ==, 114.1);
      g_assert_cmpfloat (a->lat, ==, 22.6);
      g_assert_cmpfloat (a->power_kw, ==, 1200);
      g_assert_cmpfloat (a->plugs, ==, 8);
      g_assert_cmpint (a->station_kind, ==, COR_STATION_SWAP);
    }
}

/* The same table in the encodings that spreadsheets save. */
static void
test_encodings (void)
{
  const char *text = "名称,经度,纬度\n盐田港充电站,114.27,22.575\n";
  static const char *const encodings[] = { "GB18030", "UTF-16", "UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize size;
      char *encoded = g_convert (text, -1, encodings[i], "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, size);
      g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
      g_autoptr (CorImport) import = cor_import_read (bytes, COR_ITEM_STATION, COR_CRS_WGS84, empty, NULL);

      g_assert_nonnull (import);
      g_assert_cmpstr (station (import, 0)->item.name, ==, "盐田港充电站");
    }
}

/* Each bad line is told with its number and why; the good ones are taken. */
static void
test_report (void)
{
  g_autoptr (CorImport) import = stations_from ("id,name,lon,lat,power_kw,kind,colour\n"
                                                "1,A,114.1,22.6,120,charging,red\n"
                                                "2,B,,22.6,120,charging,red\n"
                                                "3,C,east,22.6,120,charging,red\n"
                                                "\n"
                                                "4,D,114.2,222.6,120,charging,red\n"
                                                "5,E,114.3,22.6,strong,charging,red\n"
                                                "6,F,114.4,22.6,-5,coal,red\n"
                                                "7,A,114.1,22.6,120,charging,red\n"
                                                "1,G,114.5,22.6,120,charging,red\n"
                                                "8,H,114.6,22.6,120,charging,red,blue\n"
                                                "9/a,\"I\nJ\",114.7,22.6,120,charging,red\n");

  g_assert_cmpuint (import->n_taken, ==, 5);
  g_assert_cmpuint (import->n_left_out, ==, 5);
  g_assert_cmpstr (note_of (import, 2), ==, "");
  g_assert_cmpstr (note_of (import, 3), ==, "no coordinates");
  g_assert_cmpstr (note_of (import, 4), ==, "no coordinates");
  g_assert_nonnull (strstr (note_of (import, 6), "is no place"));
  g_assert_nonnull (strstr (note_of (import, 7), "“strong” is no number"));
  g_assert_nonnull (strstr (note_of (import, 8), "power_kw is -5"));
  g_assert_nonnull (strstr (note_of (import, 8), "“coal” is not known"));
  g_assert_nonnull (strstr (note_of (import, 9), "same name"));
  g_assert_nonnull (strstr (note_of (import, 10), "it is “1-2” now"));
  g_assert_nonnull (strstr (note_of (import, 11), "8 cells, but 7 columns"));
  g_assert_cmpstr (station (import, 4)->item.id, ==, "9-a");
  g_assert_nonnull (strstr (note_of (import, 0), "colour"));
}

static void
test_swapped (void)
{
  g_autoptr (CorImport) all = stations_from ("name,lon,lat\nA,22.6,114.1\nB,22.7,114.2\n");
  g_autoptr (CorImport) one = stations_from ("name,lon,lat\nA,22.6,114.1\nB,114.2,22.7\n");

  g_assert_cmpuint (all->n_taken, ==, 2);
  g_assert_cmpfloat (station (all, 0)->lon, ==, 114.1);
  g_assert_nonnull (strstr (note_of (all, 0), "the other way round"));
  g_assert_cmpuint (one->n_taken, ==, 1);
  g_assert_nonnull (strstr (note_of (one, 2), "longitude comes first"));
}

static void
test_crs (void)
{
  g_autoptr (CorImport) import = import_text ("名称,经度,纬度\nA,114.06301400,22.54038281\n", COR_ITEM_STATION,
                                              COR_CRS_GCJ02, NULL, NULL);

  g_assert_cmpfloat_with_epsilon (station (import, 0)->lon, 114.0579, 1e-6);
  g_assert_cmpfloat_with_epsilon (station (import, 0)->lat, 22.5431, 1e-6);
}

/* A list of 130 stations as an open data portal gives it. */
static void
test_portal_list (void)
{
  g_autoptr (GString) text = g_string_new ("序号,充电站名称,地址,经度,纬度,充电桩数量,服务费(元/度),营业时间\n");
  g_autoptr (CorImport) import = NULL;
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorScenario) all = NULL;
  guint n;

  for (guint i = 0; i < 130; i++)
    g_string_append_printf (text, "%u,第%u号站,某路%u号,%.6f,%.6f,%u,0.6,00:00-24:00\n", i + 1, i + 1, i,
                            113.9 + 0.003 * i, 22.5 + 0.002 * i, 4 + i % 10);
  import = import_text (text->str, COR_ITEM_STATION, COR_CRS_GCJ02, NULL, NULL);
  g_assert_cmpuint (import->n_taken, ==, 130);
  g_assert_cmpfloat (station (import, 129)->service_fee_yuan_per_kwh, ==, 0.6);
  all = cor_import_add (import, empty);
  cor_scenario_items (all, COR_ITEM_STATION, &n);
  g_assert_cmpuint (n, ==, 130);
}

/* Opening hours as lists have them; round the clock, and what is none, leave the station open. */
static void
test_hours (void)
{
  static const struct
  {
    const char *text;
    double from, to;
    gboolean said;
  } cases[] = {
    { "07:00-22:00", 7, 22, FALSE },     { "周一至周日 7:30～23:00", 7.5, 23, FALSE }, { "00:00-24:00", 0, 24, FALSE },
    { "全天", 0, 24, FALSE },            { "24小时营业", 0, 24, FALSE },               { "22:00-06:00", 0, 24, TRUE },
    { "8:00-12:00 14:00-18:00", 0, 24, TRUE }, { "看情况", 0, 24, TRUE },              { "99:00-99:99", 0, 24, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("站点名称,经度,纬度,营业时间\n甲,114.1,22.6,%s\n", cases[i].text);
      g_autoptr (CorImport) import = stations_from (text);

      g_assert_cmpfloat (station (import, 0)->open_from_h, ==, cases[i].from);
      g_assert_cmpfloat (station (import, 0)->open_to_h, ==, cases[i].to);
      g_assert_cmpint (strstr (note_of (import, 2), "opening hours left out") != NULL, ==, cases[i].said);
    }
}

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

/* Every way to write the power of one plug, as lists of stations have it. */
static void
test_plug_power_names (void)
{
  static const char *const headings[] = { "单枪功率(kW)", "单枪额定功率（kW）", "单枪最大功率", "充电枪功率", "单桩功率(kW)", "充电功率" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *text = g_strdup_printf ("站点名称,经度,纬度,充电枪数,%s\n甲,113.44,22.55,8,240\n", headings[i]);
      g_autoptr (CorImport) import = stations_from (text);

      g_assert_cmpuint (import->n_taken, ==, 1);
      g_assert_cmpfloat (station (import, 0)->power_kw, ==, 240);
      g_assert_cmpfloat (station (import, 0)->plugs, ==, 8);
    }
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
  g_test_add_func ("/import/tables", test_tables);
  g_test_add_func ("/import/encodings", test_encodings);
  g_test_add_func ("/import/report", test_report);
  g_test_add_func ("/import/swapped", test_swapped);
  g_test_add_func ("/import/crs", test_crs);
  g_test_add_func ("/import/portal-list", test_portal_list);
  g_test_add_func ("/import/hours", test_hours);
  g_test_add_func ("/import/gpx", test_gpx);
  g_test_add_func ("/import/kml", test_kml);
  g_test_add_func ("/import/geojson", test_geojson);
  g_test_add_func ("/import/plug-power-names", test_plug_power_names);
  g_test_add_func ("/import/routes", test_routes);
  g_test_add_func ("/import/round-trip", test_round_trip);
  g_test_add_func ("/import/gpx-round-trip", test_gpx_round_trip);
  g_test_add_func ("/import/each", test_each);
  g_test_add_func ("/import/unreadable", test_unreadable);
  return g_test_run ();
}
