/* test-import-traces.c: where vehicles drove, from tables, tracks and telematics.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"
#include "cor-track.h"

#include <math.h>
#include <string.h>

/* Points of two vehicles, with odometer and energy: a route each, as long as the odometer says. */
static void
test_trace (void)
{
  const char *text = "时间,车牌号,经度,纬度,里程,kWh\n08:00,粤B1,114.10,22.60,1000,0\n08:00,粤B2,114.30,22.60,50,10\n"
                     "08:20,粤B1,114.20,22.65,1013,14\n08:30,粤B2,114.25,22.62,58,5\nbad,粤B1,,,,\n"
                     "08:40,粤B1,114.30,22.60,1026,26\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorImport) import = cor_import_read_trace (bytes, COR_CRS_WGS84, empty, NULL);
  const CorRoute *first = NULL;

  g_assert_cmpuint (import->n_taken, ==, 2);
  for (guint i = 0; i < import->items->len; i++)
    {
      const CorItem *item = g_ptr_array_index (import->items, i);

      if (g_strcmp0 (item->name, "粤B1") == 0)
        first = (const CorRoute *) item;
    }
  g_assert_nonnull (first);
  g_assert_cmpfloat (first->distance_km, ==, 26);
  g_assert_false (first->round_trip);
  g_assert_cmpuint (first->line->len, ==, 3);
  g_assert_nonnull (strstr (first->item.note, "1.000 kWh/km"));
}

/* Trucks of a scenario that duties can be made with. */
static CorScenario *
with_trucks (void)
{
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  CorItem *diesel = cor_item_new (COR_ITEM_TRUCK, "diesel");
  CorItem *electric = cor_item_new (COR_ITEM_TRUCK, "electric");
  g_autoptr (CorScenario) one = NULL;

  ((CorTruck *) electric)->powertrain = COR_POWERTRAIN_BET;
  one = cor_scenario_with_item (empty, diesel);
  return cor_scenario_with_item (one, electric);
}

/* Ten days of two trucks between a port and a yard 20 km apart, two rounds a day, 30 t out and empty
 * back, 45 min at each end; odometer and energy count up. */
static char *
fleet_table (void)
{
  GString *text = g_string_new ("时间,车牌号,经度,纬度,里程(km),累计电量(kWh),载重(t)\n");

  for (guint truck = 0; truck < 2; truck++)
    {
      double km = 5000, kwh = 800;

      for (guint day = 0; day < 10; day++)
        for (guint trip = 0; trip < 4; trip++)
          for (guint step = 0; step <= 22; step++)
            {
              guint minute = 480 + trip * 110 + MIN (step, 20) * 3 + (step > 20 ? (step - 20) * 20 : 0);
              double share = MIN (step, 20) / 20.0, along = trip % 2 == 0 ? share : 1 - share;

              if (step > 0 && step <= 20)
                {
                  km += 1;
                  kwh += 1.5;
                }
              g_string_append_printf (text, "2024-05-%02u %02u:%02u:00,粤B%u,%.5f,%.5f,%.1f,%.1f,%d\n", day + 6, minute / 60,
                                      minute % 60, truck, 114.27 - 0.15 * along, 22.58 + 0.08 * along, km, kwh,
                                      trip % 2 == 0 ? 30 : 0);
            }
    }
  return g_string_free (text, FALSE);
}

static const CorItem *
only_item (const CorImport *import, CorItemKind kind)
{
  const CorItem *found = NULL;

  for (guint i = 0; i < import->items->len; i++)
    {
      const CorItem *item = g_ptr_array_index (import->items, i);

      if (item->kind != kind)
        continue;
      g_assert_null (found);
      found = item;
    }
  g_assert_nonnull (found);
  return found;
}

/* A fleet's record becomes one duty: what two trucks did, with what was measured. */
static void
test_fleet (void)
{
  g_autofree char *text = fleet_table ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CorScenario) scenario = with_trucks ();
  const CorImportOptions options = { .kind = COR_ITEM_ROUTE, .trace = TRUE, .source = "fleet.csv", .read = { COR_TABLE_FORM_FIND, NULL, NULL, NULL } };
  g_autoptr (CorImport) import = cor_import_read_with (bytes, &options, scenario, NULL);
  const CorRoute *route = (const CorRoute *) only_item (import, COR_ITEM_ROUTE);
  const CorDuty *duty = (const CorDuty *) only_item (import, COR_ITEM_DUTY);
  const CorParameter *measured;
  guint n;

  g_assert_cmpuint (import->n_taken, ==, 2);
  g_assert_cmpuint (import->n_left_out, ==, 0);
  g_assert_true (route->round_trip);
  g_assert_cmpfloat_with_epsilon (route->distance_km, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (route->trips_per_day, 2, 1e-9);
  g_assert_cmpfloat (route->days_per_year, ==, 365);
  g_assert_cmpfloat (route->payload_out_t, ==, 30);
  g_assert_cmpfloat (route->payload_back_t, ==, 0);
  g_assert_cmpstr (duty->route, ==, route->item.id);
  g_assert_cmpstr (duty->truck, ==, "electric");
  g_assert_cmpstr (duty->diesel, ==, "diesel");
  g_assert_cmpfloat (duty->trucks, ==, 2);
  g_assert_cmpfloat_with_epsilon (duty->recorded_km, 2 * 10 * 4 * 20, 1e-6);
  measured = cor_param_layer_entries (duty->parameters, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (measured[0].id, ==, COR_PARAM_ENERGY_USE);
  g_assert_cmpfloat_with_epsilon (measured[0].value, 1.5, 1e-9);
  g_assert_cmpint (measured[1].id, ==, COR_PARAM_MEAN_SPEED);
  g_assert_cmpfloat_with_epsilon (measured[1].value, 20, 1e-6);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (measured[i].status, ==, COR_STATUS_MEASURED);
      g_assert_cmpstr (measured[i].source, ==, "fleet.csv");
    }
  g_assert_nonnull (strstr (route->item.note, "80 trips of 2 vehicles"));
  g_assert_nonnull (strstr (route->item.note, "20 km/h"));
}

/* A file out of an archive of another system, its name in GBK: the figures measured say it as text, and what is
 * written of them can be read again. */
static void
test_alien_name (void)
{
  g_autofree char *text = fleet_table ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CorScenario) scenario = with_trucks ();
  const CorImportOptions options = { .kind = COR_ITEM_ROUTE, .trace = TRUE, .source = "\xc9\xee\xdb\xda.csv", .read = { COR_TABLE_FORM_FIND, NULL, NULL, NULL } };
  g_autoptr (CorImport) import = cor_import_read_with (bytes, &options, scenario, NULL);
  g_autoptr (CorScenario) with = cor_import_add (import, scenario);
  g_autoptr (GBytes) written = cor_scenario_to_bytes (with);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) again = cor_scenario_from_bytes (written, &error);
  const CorParameter *measured;
  guint n;

  g_assert_no_error (error);
  measured = cor_param_layer_entries (((const CorDuty *) cor_scenario_find (again, COR_ITEM_DUTY, only_item (import, COR_ITEM_DUTY)->id))->parameters, &n);
  g_assert_cmpstr (measured[0].source, ==, "\357\277\275\357\277\275\357\277\275\357\277\275.csv");
}

/* Without a truck there is no duty, and it is said where the figures are. */
static void
test_no_truck (void)
{
  g_autofree char *text = fleet_table ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorImport) import = cor_import_read_trace (bytes, COR_CRS_WGS84, empty, NULL);
  gboolean said = FALSE;

  for (guint i = 0; i < import->items->len; i++)
    g_assert_cmpint (((const CorItem *) g_ptr_array_index (import->items, i))->kind, !=, COR_ITEM_DUTY);
  for (guint i = 0; i < import->notes->len; i++)
    said |= strstr (((const CorImportNote *) g_ptr_array_index (import->notes, i))->text, "has no truck") != NULL;
  g_assert_true (said);
}

/* Three trucks in one large yard, 0, 0.4 and 0.6 km along: the second leaves from where the third makes a place of its
 * own later, and is told of as it was taken. */
static void
test_large_yard (void)
{
  const char *text = "时间,车牌号,经度,纬度,载重(t)\n08:00,A,114.0000,22.60,10\n09:00,A,114.0000,22.80,10\n"
                     "08:00,B,114.0039,22.60,20\n09:00,B,114.3000,22.60,20\n08:00,C,114.0059,22.60,30\n09:00,C,114.0059,22.30,30\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorImport) import = cor_import_read_trace (bytes, COR_CRS_WGS84, empty, NULL);
  guint n = 0;

  for (guint i = 0; i < import->items->len; i++)
    {
      const CorRoute *route = g_ptr_array_index (import->items, i);

      if (route->item.kind != COR_ITEM_ROUTE)
        continue;
      g_assert_cmpfloat (route->payload_out_t, ==, 10 * ++n);
      g_assert_cmpfloat (route->payload_back_t, ==, 0);
      g_assert_false (route->round_trip);
    }
  g_assert_cmpuint (n, ==, 3);
}

/* Times as people and machines write them are the same moment. */
static void
test_times (void)
{
  static const char *const same[] = { "2024-05-06 07:08:09", "2024/5/6 7:08:09", "2024-05-06T07:08:09Z", "20240506070809",
                                      "1714979289", "1714979289000", "2024年5月6日 7时8分9秒" };
  static const char *const none[] = { "", "soon", "2024", "25:00", "2024-13-06 07:08", "12",
                                      "2024-4294967301-06 07:08", "2024-05-99999999999999999999 07:08", "20240506079909" };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_cmpfloat (cor_track_time (NULL, same[i]), ==, 1714979289);
  g_assert_cmpfloat (cor_track_time ("2024-05-06", "07:08:09"), ==, 1714979289);
  g_assert_cmpfloat (cor_track_time (NULL, "7:30"), ==, 27000);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_true (isnan (cor_track_time (NULL, none[i])));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/trace", test_trace);
  g_test_add_func ("/import/fleet", test_fleet);
  g_test_add_func ("/import/alien-name", test_alien_name);
  g_test_add_func ("/import/no-truck", test_no_truck);
  g_test_add_func ("/import/large-yard", test_large_yard);
  g_test_add_func ("/import/times", test_times);
  return g_test_run ();
}
