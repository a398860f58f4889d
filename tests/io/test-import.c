/* test-import.c: places and lines from other programs' files, and our own there and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

#include "cor-import-names.h"

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
  g_assert_nonnull (strstr (note_of (import, 8), "power_kw left out: -5 does not lie between"));
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

/* What the Chinese catalogue has for a text; NULL for none. */
static char *
in_chinese (const char *catalogue, const char *english)
{
  g_autofree char *head = g_strdup_printf ("\nmsgid \"%s\"\nmsgstr \"", english);
  const char *at = strstr (catalogue, head), *text = at != NULL ? at + strlen (head) : NULL;

  return text != NULL ? g_strndup (text, strcspn (text, "\"")) : NULL;
}

/* What the program itself calls a kind or a status is understood, in both languages. */
static void
test_own_words (void)
{
  const CorEnumValue *const all[] = { cor_station_kind_values, cor_station_status_values, cor_site_kind_values };
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "po", "zh_CN.po", NULL), *catalogue = NULL;

  g_assert_true (g_file_get_contents (path, &catalogue, NULL, NULL));
  for (guint t = 0; t < G_N_ELEMENTS (all); t++)
    for (const CorEnumValue *value = all[t]; value->nick != NULL; value++)
      {
        g_autofree char *chinese = in_chinese (catalogue, value->name);

        g_assert_nonnull (chinese);
        g_assert_cmpstr (cor_import_value (all[t], value->nick), ==, value->nick);
        g_assert_cmpstr (cor_import_value (all[t], value->name), ==, value->nick);
        g_assert_cmpstr (cor_import_value (all[t], chinese), ==, value->nick);
      }
  g_assert_null (cor_import_value (cor_station_status_values, "perhaps"));
}

/* Remarks call a field as the person's column does. */
static void
test_own_heads (void)
{
  g_autoptr (CorImport) import = stations_from ("名称,经度,纬度,功率(kW),状态\nA,114.1,22.6,二百,现有\nB,114.2,22.6,99999999,或许\n");

  g_assert_cmpuint (import->n_taken, ==, 2);
  g_assert_cmpint (station (import, 0)->status, ==, COR_STATION_EXISTING);
  g_assert_cmpstr (note_of (import, 2), ==, "功率(kW) left out: “二百” is no number");
  g_assert_true (g_str_has_prefix (note_of (import, 3), "功率(kW) left out: 1e+08 does not lie between 0 and "));
  g_assert_true (g_str_has_suffix (note_of (import, 3), "; 状态 left out: “或许” is not known"));
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
  g_test_add_func ("/import/plug-power-names", test_plug_power_names);
  g_test_add_func ("/import/own-words", test_own_words);
  g_test_add_func ("/import/own-heads", test_own_heads);
  return g_test_run ();
}
