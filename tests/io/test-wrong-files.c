/* test-wrong-files.c: files as people have them when something went wrong: what is said, and where.
 *
 * Ten of each kind. A file that is nothing is refused with a reason; of one that is partly sound the
 * sound part is taken and each line that is not is named.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-field.h"
#include "cor-import.h"

#include <math.h>
#include <string.h>

/*
 * @content, @size: the file; @size 0 for up to its end
 * @error: part of the message that refuses it; NULL where it is read
 * @n_taken, @n_left_out: lines, where it is read
 * @line, @note: what is said of a line, 0 for the whole file; @note NULL where nothing need be
 */
typedef struct
{
  const char *name;
  const char *content;
  gsize size;
  const char *error;
  guint n_taken, n_left_out;
  guint line;
  const char *note;
} Case;

#define HEAD "name,lon,lat,power_kw\n"

static const Case tables[] = {
  { "empty", "", 0, "is empty", 0, 0, 0, NULL },
  { "names only", HEAD, 0, "no rows below it", 0, 0, 0, NULL },
  { "cut inside a row", HEAD "A,114.1,22.6,120\nB,114.2", 0, NULL, 1, 1, 3, "no coordinates" },
  { "cut inside a character", "名称,经度,纬度\nA,114.1,22.6\n\xe7\x9b", 0, NULL, 1, 0, 0, NULL },
  { "a spreadsheet", "PK\x03\x04\x14\x00\x06\x00", 8, "save it as CSV", 0, 0, 0, NULL },
  { "no text", "\x00\x01\x02\xff\xfe\x00\x10\x80", 8, "is no text", 0, 0, 0, NULL },
  { "longitude and latitude swapped", "name,lon,lat\nA,22.6,114.1\nB,22.7,114.2\n", 0, NULL, 2, 0, 0, "the other way round" },
  { "one row swapped", "name,lon,lat\nA,22.6,114.1\nB,114.2,22.7\n", 0, NULL, 1, 1, 2, "longitude comes first" },
  { "thousands separators", HEAD "A,114.1,22.6,\"1,200\"\nB,114.2,22.6,\"1 200\"\n", 0, NULL, 2, 0, 0, NULL },
  { "thousands in the wrong place", HEAD "A,114.1,22.6,\"12,00,0\"\n", 0, NULL, 1, 0, 2, "“12,00,0” is no number" },
  { "decimal commas", "name;lon;lat;power_kw\nA;114,1;22,6;120,5\nB;114,057;22,543;60\n", 0, NULL, 2, 0, 0, NULL },
  { "mark and mixed line ends", "\xef\xbb\xbfname,lon,lat\r\nA,114.1,22.6\nB,114.2,22.7\rC,114.3,22.8\r\n", 0, NULL, 3, 0, 0, NULL },
  { "not a number", HEAD "A,NaN,22.6,1\nB,114.1,inf,1\nC,114.2,22.6,nan\n", 0, NULL, 1, 2, 4, "“nan” is no number" },
  { "the same twice", HEAD "A,114.1,22.6,1\nA,114.1,22.6,1\nA,114.2,22.6,1\n", 0, NULL, 2, 1, 3, "one of the same name" },
  { "not filled in", HEAD "A,0,0,1\nB,,,\n", 0, NULL, 0, 2, 2, "not filled in" },
  { "a quote never closed", HEAD "A,114.1,22.6,1\n\"B,114.2,22.6,1\nC,114.3,22.6,1\n", 0, NULL, 1, 1, 3, "never closed" },
  { "more cells than columns", HEAD "A,114.1,22.6,1,2,3\n", 0, NULL, 0, 1, 2, "6 cells, but 4 columns" },
  { "no column known", "a,b,c\n1,2,3\n", 0, NULL, 0, 1, 0, "knows nothing of that name: a, b, c" },
  { "outside the range", HEAD "A,114.1,22.6,-5\nB,314.1,22.6,5\n", 0, NULL, 1, 1, 2, "does not lie between 0 and 5000" },
};

#define FEATURE(coordinates) \
  "{\"type\": \"Feature\", \"properties\": {\"name\": \"A\"}, \"geometry\": {\"type\": \"Point\", \"coordinates\": " coordinates "}}"
#define COLLECTION(features) "{\"type\": \"FeatureCollection\", \"features\": [\n" features "\n]}"

static const Case geojson[] = {
  { "an empty list", COLLECTION (""), 0, "no place and no line", 0, 0, 0, NULL },
  { "cut", "{\"type\": \"FeatureCollection\", \"features\": [\n" FEATURE ("[114.1, 22.6]") ",", 0, "line 2", 0, 0, 0, NULL },
  { "no GeoJSON", "{\"stations\": []}", 0, "no GeoJSON", 0, 0, 0, NULL },
  { "TopoJSON", "{\"type\": \"Topology\", \"objects\": {}}", 0, "no GeoJSON", 0, 0, 0, NULL },
  { "wrong encoding", "{\"type\": \"Feature\", \"properties\": {\"name\": \"\xff\xff\"}}", 0, "is no text", 0, 0, 0, NULL },
  { "text for numbers", COLLECTION (FEATURE ("[\"114.1\", \"22.6\"]")), 0, NULL, 1, 0, 0, NULL },
  { "words for numbers", COLLECTION (FEATURE ("[\"east\", 22.6]")), 0, NULL, 0, 1, 2, "lists of longitude and latitude" },
  { "one number", COLLECTION (FEATURE ("[114.1]")), 0, NULL, 0, 1, 2, "lists of longitude and latitude" },
  { "swapped", COLLECTION (FEATURE ("[22.6, 114.1]")), 0, NULL, 1, 0, 0, "the other way round" },
  { "metres for degrees", COLLECTION (FEATURE ("[12701571, 2583950]")), 0, NULL, 0, 1, 2, "in degrees" },
  { "NaN", COLLECTION (FEATURE ("[NaN, 22.6]")), 0, "line 2", 0, 0, 0, NULL },
  { "no geometry", COLLECTION ("{\"type\": \"Feature\", \"geometry\": null, \"properties\": {}}"), 0, NULL, 0, 1, 2, "no coordinates" },
  { "an area", COLLECTION ("{\"type\": \"Feature\", \"geometry\": {\"type\": \"Polygon\", \"coordinates\": []}}"), 0, NULL, 0, 1, 2,
    "places and lines are taken" },
  { "the same twice", COLLECTION (FEATURE ("[114.1, 22.6]") ",\n" FEATURE ("[114.1, 22.6]")), 0, NULL, 1, 1, 3, "same name" },
  { "comma at the end", "{\"type\": \"FeatureCollection\", \"features\": [],}", 0, "line 1", 0, 0, 0, NULL },
};

#define GPX(inside) "<?xml version='1.0'?>\n<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'>\n" inside "\n</gpx>"

static const Case gpx[] = {
  { "nothing in it", GPX (""), 0, "no place and no line", 0, 0, 0, NULL },
  { "cut", "<gpx>\n<wpt lat='22.6' lon='114.1'>\n<name>A", 0, "cut off", 0, 0, 0, NULL },
  { "ends crossed", "<gpx>\n<wpt lat='22.6' lon='114.1'></gpx></wpt>", 0, "line 2", 0, 0, 0, NULL },
  { "other XML", "<osm version='0.6'></osm>", 0, "neither GPX nor KML", 0, 0, 0, NULL },
  { "a web page", "<!DOCTYPE html><html><body>Not found</body></html>", 0, "neither GPX nor KML", 0, 0, 0, NULL },
  { "no coordinates", GPX ("<wpt><name>A</name></wpt>"), 0, NULL, 0, 1, 3, "no coordinates" },
  { "words for numbers", GPX ("<wpt lat='north' lon='114.1'/>"), 0, NULL, 0, 1, 3, "no coordinates" },
  { "swapped", GPX ("<wpt lat='114.1' lon='22.6'><name>A</name></wpt>"), 0, NULL, 1, 0, 0, "the other way round" },
  { "outside the earth", GPX ("<wpt lat='22.6' lon='514.1'/>"), 0, NULL, 0, 1, 3, "is no place" },
  { "a track for a place", GPX ("<trk><trkseg><trkpt lat='22.6' lon='114.1'/></trkseg></trk>"), 0, NULL, 0, 1, 3, "a line, not a place" },
  { "the same twice", GPX ("<wpt lat='22.6' lon='114.1'/><wpt lat='22.6' lon='114.1'/>"), 0, NULL, 1, 1, 3, NULL },
  { "NaN", GPX ("<wpt lat='NaN' lon='114.1'/>"), 0, NULL, 0, 1, 3, "no coordinates" },
};

#define KML(inside) "<kml xmlns='http://www.opengis.net/kml/2.2'><Document>\n" inside "\n</Document></kml>"
#define PLACEMARK(coordinates) \
  "<Placemark><name>A</name><Point><coordinates>" coordinates "</coordinates></Point></Placemark>"

static const Case kml[] = {
  { "nothing in it", KML (""), 0, "no place and no line", 0, 0, 0, NULL },
  { "cut", "<kml><Document>\n<Placemark><name>A</na", 0, "cut off", 0, 0, 0, NULL },
  { "an unknown name", "<kml>&nbsp;</kml>", 0, "line 1", 0, 0, 0, NULL },
  { "no coordinates", KML ("<Placemark><name>A</name></Placemark>"), 0, NULL, 0, 1, 2, "no coordinates" },
  { "coordinates empty", KML (PLACEMARK ("")), 0, NULL, 0, 1, 2, "no coordinates" },
  { "one number", KML (PLACEMARK ("114.1")), 0, NULL, 0, 1, 2, "no coordinates" },
  { "words", KML (PLACEMARK ("east,north,0")), 0, NULL, 0, 1, 2, "no coordinates" },
  { "swapped", KML (PLACEMARK ("22.6,114.1,0")), 0, NULL, 1, 0, 0, "the other way round" },
  { "an area", KML ("<Placemark><Polygon/></Placemark>"), 0, NULL, 0, 1, 2, "an area" },
  { "the same twice", KML (PLACEMARK ("114.1,22.6") PLACEMARK ("114.1,22.6")), 0, NULL, 1, 1, 2, NULL },
  { "an archive", "PK\x03\x04" "doc.kml", 11, "an archive", 0, 0, 0, NULL },
};

static gboolean
is_said (const CorImport *import, guint line, const char *wanted)
{
  for (guint i = 0; i < import->notes->len; i++)
    {
      const CorImportNote *note = g_ptr_array_index (import->notes, i);

      if (note->line == line && strstr (note->text, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check (const Case *one)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (one->content, one->size ? one->size : strlen (one->content));
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorImport) import = cor_import_read (bytes, COR_ITEM_STATION, COR_CRS_WGS84, empty, &error);

  g_test_message ("%s: %s", one->name, error ? error->message : "read");
  for (guint i = 0; import != NULL && i < import->notes->len; i++)
    g_test_message ("%u %s", ((const CorImportNote *) g_ptr_array_index (import->notes, i))->line,
                    ((const CorImportNote *) g_ptr_array_index (import->notes, i))->text);
  if (one->error != NULL)
    {
      g_assert_null (import);
      g_assert_true (error->domain == COR_ERROR);
      g_assert_nonnull (strstr (error->message, one->error));
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (import->n_taken, ==, one->n_taken);
  g_assert_cmpuint (import->n_left_out, ==, one->n_left_out);
  g_assert_true (one->note == NULL || is_said (import, one->line, one->note));
}

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    check (&tables[i]);
}

static void
test_geojson (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (geojson); i++)
    check (&geojson[i]);
}

static void
test_gpx (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (gpx); i++)
    check (&gpx[i]);
}

static void
test_kml (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kml); i++)
    check (&kml[i]);
}

/* Figures as people write them, and what they mean. */
static void
test_figures (void)
{
  static const struct
  {
    const char *text;
    double value; /* NAN for none */
  } figures[] = {
    { "1,234.5", 1234.5 }, { "1,200", 1200 }, { "1 200", 1200 }, { "1\u00a0200", 1200 }, { "12 345 678", 12345678 },
    { "0,85", 0.85 },      { "120,5", 120.5 }, { "120 kW", 120 }, { "-3", -3 },          { "12,00,0", NAN },
    { "1.2.3", NAN },      { "", NAN },        { "08:30", NAN },  { "nan", NAN },         { "1e400", NAN },
  };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      gboolean read = cor_import_number (figures[i].text, &value);

      g_test_message ("%s", figures[i].text);
      g_assert_cmpint (read, ==, !isnan (figures[i].value));
      if (read)
        g_assert_cmpfloat (value, ==, figures[i].value);
    }
}

/* Charging-station lists as open data portals and map services give them: one station each, 4 plugs of
 * 120 kW at 114.27, 22.575. */
static void
test_lists (void)
{
  static const char *const lists[] = {
    "序号,站点名称,经度,纬度,快充桩数,总功率(kW)\n1,盐田站,114.27,22.575,4,480\n",
    "场站名称;高德经度;高德纬度;直流桩数量;单桩功率\n盐田站;114.27;22.575;4;120\n",
    "名称\t坐标\t充电枪数\t额定功率\n盐田站\t114.27,22.575\t4\t120kW\n",
    "name,location,connectors,power\n盐田站,\"[114.27, 22.575]\",4,120 kW\n",
    "电站名称,wkt,枪数,功率\n盐田站,POINT (114.27 22.575),4,120\n",
    "站点名称,经度,纬度,充电桩数,最大功率\n盐田站,东经114度16分12秒,北纬22°34′30″,4,120\n",
    ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":"
     "[\"114.27\",\"22.575\"]},\"properties\":{\"名称\":\"盐田站\",\"枪数\":\"4\",\"功率\":120}}]}"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (lists[i], strlen (lists[i]));
      g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
      g_autoptr (CorImport) import = cor_import_read (bytes, COR_ITEM_STATION, COR_CRS_WGS84, empty, NULL);
      const CorStation *station;

      g_test_message ("%s", lists[i]);
      g_assert_cmpuint (import->n_taken, ==, 1);
      station = g_ptr_array_index (import->items, 0);
      g_assert_cmpstr (station->item.name, ==, "盐田站");
      g_assert_cmpfloat_with_epsilon (station->lon, 114.27, 1e-9);
      g_assert_cmpfloat_with_epsilon (station->lat, 22.575, 1e-9);
      g_assert_cmpfloat (station->plugs, ==, 4);
      g_assert_cmpfloat (station->power_kw, ==, 120);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wrong-files/tables", test_tables);
  g_test_add_func ("/wrong-files/geojson", test_geojson);
  g_test_add_func ("/wrong-files/gpx", test_gpx);
  g_test_add_func ("/wrong-files/kml", test_kml);
  g_test_add_func ("/wrong-files/figures", test_figures);
  g_test_add_func ("/wrong-files/lists", test_lists);
  return g_test_run ();
}
