/* cor-import-trips.c: routes and duties from the trips of vehicles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-trips.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAY_S 86400.0
#define DAYS_A_YEAR 365.0

/* Days of record from which a year can be told; fewer say nothing of weekends. Own choice. */
#define LEAST_SPAN_DAYS 7.0

/* Pairs of places with less than this share of all km are no route. Own choice. */
#define LEAST_SHARE 0.02

/* Trips between the same two places. @trips: array of const CorTrip*; @back: of them, those from
 * @to to @from. */
typedef struct
{
  const char *from, *to;
  GPtrArray *trips;
  GHashTable *vehicles;
  GHashTable *vehicle_days;
  guint n_back;
  double km;
} Pair;

typedef struct
{
  ImportWork *work;
  GPtrArray *pairs;
  GHashTable *by_ends;
  double km, span_days;
  guint n_small;
  double small_km;
} Trips;

static void
pair_free (Pair *pair)
{
  g_ptr_array_unref (pair->trips);
  g_hash_table_unref (pair->vehicles);
  g_hash_table_unref (pair->vehicle_days);
  g_free (pair);
}

static Pair *
pair_of (Trips *trips, const char *from, const char *to)
{
  g_autofree char *there = g_strjoin ("\n", from, to, NULL);
  g_autofree char *back = g_strjoin ("\n", to, from, NULL);
  Pair *pair = g_hash_table_lookup (trips->by_ends, there);

  if (pair == NULL)
    pair = g_hash_table_lookup (trips->by_ends, back);
  if (pair != NULL)
    return pair;
  pair = g_new0 (Pair, 1);
  pair->from = from;
  pair->to = to;
  pair->trips = g_ptr_array_new ();
  pair->vehicles = g_hash_table_new (NULL, NULL);
  pair->vehicle_days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (trips->pairs, pair);
  g_hash_table_insert (trips->by_ends, g_steal_pointer (&there), pair);
  return pair;
}

static void
add_trip (Trips *trips, const CorTrip *trip)
{
  const char *from = cor_import_end_site (trips->work, NULL, cor_track_place (trip->trace, trip->first));
  const char *to = cor_import_end_site (trips->work, NULL, cor_track_place (trip->trace, trip->last));
  Pair *pair;

  if (from == to)
    {
      trips->n_small++;
      trips->small_km += trip->km;
      return;
    }
  pair = pair_of (trips, from, to);
  g_ptr_array_add (pair->trips, (gpointer) trip);
  g_hash_table_add (pair->vehicles, (gpointer) trip->trace);
  if (!isnan (trip->begin_s))
    g_hash_table_add (pair->vehicle_days, g_strdup_printf ("%p %.0f", (const void *) trip->trace, floor (trip->begin_s / DAY_S)));
  pair->n_back += from != pair->from;
  pair->km += trip->km;
  trips->km += trip->km;
}

static int
compare_km (gconstpointer a, gconstpointer b)
{
  double x = (*(const CorTrip *const *) a)->km, y = (*(const CorTrip *const *) b)->km;

  return x < y ? -1 : x > y;
}

/* The trip of middle length on the way out: the one that is drawn. */
static const CorTrip *
middle_trip (const Pair *pair, const ImportWork *work)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new ();

  for (guint i = 0; i < pair->trips->len; i++)
    {
      const CorTrip *trip = g_ptr_array_index (pair->trips, i);

      if (cor_import_end_site ((ImportWork *) work, NULL, cor_track_place (trip->trace, trip->first)) == pair->from)
        g_ptr_array_add (out, (gpointer) trip);
    }
  g_ptr_array_sort (out, compare_km);
  return g_ptr_array_index (out, out->len / 2);
}

/* Sum over the trips that recorded it, and the km of those. */
static double
recorded (const Pair *pair, gsize offset, double *km)
{
  double sum = 0;

  *km = 0;
  for (guint i = 0; i < pair->trips->len; i++)
    {
      const CorTrip *trip = g_ptr_array_index (pair->trips, i);
      double value = *(const double *) (gconstpointer) ((const char *) trip + offset);

      if (!(value > 0))
        continue;
      sum += value;
      *km += trip->km;
    }
  return sum;
}

/* Mean payload of the trips one way; 0 where none was recorded. */
static double
mean_payload (const Pair *pair, ImportWork *work, gboolean out)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < pair->trips->len; i++)
    {
      const CorTrip *trip = g_ptr_array_index (pair->trips, i);
      gboolean is_out = cor_import_end_site (work, NULL, cor_track_place (trip->trace, trip->first)) == pair->from;

      if (is_out != out || isnan (trip->payload_t))
        continue;
      sum += trip->payload_t;
      n++;
    }
  return n > 0 ? round (sum / n * 10) / 10 : 0;
}

static double
mean_speed_kmh (const Pair *pair)
{
  double km = 0, hours = 0;

  for (guint i = 0; i < pair->trips->len; i++)
    {
      const CorTrip *trip = g_ptr_array_index (pair->trips, i);

      if (!(trip->end_s > trip->begin_s))
        continue;
      km += trip->km;
      hours += (trip->end_s - trip->begin_s) / 3600;
    }
  return hours > 0 ? km / hours : NAN;
}

static char *
pair_note (const Pair *pair)
{
  double kwh_km, litre_km, kmh = mean_speed_kmh (pair);
  double kwh = recorded (pair, G_STRUCT_OFFSET (CorTrip, kwh), &kwh_km);
  double litres = recorded (pair, G_STRUCT_OFFSET (CorTrip, litres), &litre_km);
  GString *note = g_string_new (NULL);

  g_string_append_printf (note, _ ("Trace: %u trips of %u vehicles, %.1f km"), pair->trips->len,
                          g_hash_table_size (pair->vehicles), pair->km);
  if (kmh > 0)
    g_string_append_printf (note, _ (", %.0f km/h on the way"), kmh);
  if (kwh > 0)
    g_string_append_printf (note, _ (", %.1f kWh, %.3f kWh/km"), kwh, kwh / kwh_km);
  if (litres > 0)
    g_string_append_printf (note, _ (", %.1f L, %.1f L/100 km"), litres, litres / litre_km * 100);
  return g_string_free (note, FALSE);
}

static void
set (CorItem *item, const char *key, double value)
{
  cor_item_set_number (item, cor_item_field (item->kind, key), value, NULL);
}

/* How often: trips, or rounds where both ways are driven, a day that a vehicle works here. */
static void
set_frequency (const Trips *trips, const Pair *pair, CorRoute *route)
{
  guint days = g_hash_table_size (pair->vehicle_days), vehicles = g_hash_table_size (pair->vehicles);
  double rounds = route->round_trip ? pair->trips->len / 2.0 : pair->trips->len;

  if (days == 0)
    return;
  set (&route->item, "trips_per_day", MAX (round (rounds / days * 100) / 100, 0.01));
  if (trips->span_days >= LEAST_SPAN_DAYS)
    set (&route->item, "days_per_year", CLAMP (round (days / (double) vehicles / trips->span_days * DAYS_A_YEAR), 1, 366));
}

static char *
line_of (const CorTrip *trip, GArray **line)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CorLonLat));

  for (guint i = trip->first; i <= trip->last; i++)
    {
      CorLonLat place = cor_track_place (trip->trace, i);

      g_array_append_val (points, place);
    }
  *line = cor_import_simplify ((const CorLonLat *) (gconstpointer) points->data, points->len);
  return g_strdup (trip->trace->vehicle);
}

/* What the site of that id is called; new ones have no name but their id. */
static const char *
site_label (const ImportWork *work, const char *id, gboolean zh)
{
  const CorItem *site = cor_scenario_find (work->scenario, COR_ITEM_SITE, id);

  return site != NULL ? cor_item_label (site, zh) : id;
}

static CorRoute *
make_route (Trips *trips, const Pair *pair)
{
  ImportWork *work = trips->work;
  const CorTrip *middle = middle_trip (pair, work);
  gboolean one = g_hash_table_size (pair->vehicles) == 1;
  g_autoptr (GArray) line = NULL;
  g_autofree char *vehicle = line_of (middle, &line);
  g_autofree char *id = cor_import_claim_id (work, COR_ITEM_ROUTE, cor_import_stem (COR_ITEM_ROUTE));
  g_autofree char *note = pair_note (pair);
  CorRoute *route = (CorRoute *) cor_item_new (COR_ITEM_ROUTE, id);

  if (one)
    route->item.name = g_steal_pointer (&vehicle);
  if (route->item.name == NULL)
    {
      route->item.name = g_strdup_printf ("%s – %s", site_label (work, pair->from, FALSE), site_label (work, pair->to, FALSE));
      route->item.name_zh = g_strdup_printf ("%s—%s", site_label (work, pair->from, TRUE), site_label (work, pair->to, TRUE));
    }
  route->item.note = g_steal_pointer (&note);
  route->origin = g_strdup (pair->from);
  route->destination = g_strdup (pair->to);
  cor_item_set_boxed (&route->item, cor_item_field (COR_ITEM_ROUTE, "line"), line);
  route->round_trip = pair->n_back > 0;
  if (middle->counted)
    set (&route->item, "distance_km", CLAMP (round (middle->km * 1000) / 1000, 0.1, 10000));
  set (&route->item, "payload_out_t", mean_payload (pair, work, TRUE));
  set (&route->item, "payload_back_t", mean_payload (pair, work, FALSE));
  set_frequency (trips, pair, route);
  g_ptr_array_add (work->import->items, route);
  return route;
}

/* The first truck of the scenario that is, or is not, diesel. */
static const char *
first_truck (const CorScenario *scenario, gboolean diesel)
{
  guint n;
  const CorItem *const *trucks = cor_scenario_items (scenario, COR_ITEM_TRUCK, &n);

  for (guint i = 0; i < n; i++)
    if ((((const CorTruck *) trucks[i])->powertrain == COR_POWERTRAIN_DIESEL) == diesel)
      return trucks[i]->id;
  return NULL;
}

static void
add_measured (GArray *entries, CorParamId id, double value, const char *source)
{
  CorParameter entry = { .id = id, .powertrain = -1, .value = value, .low = value, .high = value,
                         .status = COR_STATUS_MEASURED, .source = g_strdup (source) };

  if (cor_parameter_check (&entry, NULL))
    g_array_append_val (entries, entry);
  else
    cor_parameter_clear (&entry);
}

static CorParamLayer *
measured (const ImportWork *work, CorDuty *duty, const Pair *pair)
{
  double km, amount;
  const char *source = work->options->source ? work->options->source : _ ("Vehicle trace");
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (CorParameter));

  g_array_set_clear_func (entries, (GDestroyNotify) cor_parameter_clear);
  amount = recorded (pair, G_STRUCT_OFFSET (CorTrip, kwh), &km);
  if (amount > 0)
    {
      add_measured (entries, COR_PARAM_ENERGY_USE, amount / km, source);
      duty->recorded_km = round (km * 1000) / 1000;
      duty->recorded_kwh = round (amount * 1000) / 1000;
    }
  amount = recorded (pair, G_STRUCT_OFFSET (CorTrip, litres), &km);
  if (amount > 0)
    add_measured (entries, COR_PARAM_DIESEL_USE, amount / km * 100, source);
  return cor_param_layer_new (entries, NULL);
}

/* The work of the vehicles on the route, with what they took as measured. */
static void
make_duty (Trips *trips, const Pair *pair, const CorRoute *route)
{
  ImportWork *work = trips->work;
  const char *truck = first_truck (work->scenario, FALSE);
  g_autoptr (CorParamLayer) layer = NULL;
  g_autofree char *id = NULL;
  CorDuty *duty;
  guint n;

  if (truck == NULL || g_hash_table_size (pair->vehicle_days) == 0)
    return;
  id = cor_import_claim_id (work, COR_ITEM_DUTY, route->item.id);
  duty = (CorDuty *) cor_item_new (COR_ITEM_DUTY, id);
  duty->item.name = g_strdup (route->item.name);
  duty->item.name_zh = g_strdup (route->item.name_zh);
  duty->item.note = g_strdup (route->item.note);
  duty->route = g_strdup (route->item.id);
  duty->truck = g_strdup (truck);
  duty->diesel = g_strdup (first_truck (work->scenario, TRUE));
  duty->trucks = g_hash_table_size (pair->vehicles);
  layer = measured (work, duty, pair);
  cor_param_layer_entries (layer, &n);
  if (n > 0)
    cor_item_set_boxed (&duty->item, cor_item_field (COR_ITEM_DUTY, "parameters"), layer);
  g_ptr_array_add (work->import->items, duty);
}

static void
take_pair (Trips *trips, const Pair *pair)
{
  const CorRoute *route;

  if (pair->km < LEAST_SHARE * trips->km)
    {
      trips->n_small += pair->trips->len;
      trips->small_km += pair->km;
      return;
    }
  route = make_route (trips, pair);
  make_duty (trips, pair, route);
}

/* Sites that no route needs go again. */
static void
drop_lone_sites (CorImport *import)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < import->items->len; i++)
    {
      const CorItem *item = g_ptr_array_index (import->items, i);

      if (item->kind != COR_ITEM_ROUTE)
        continue;
      g_hash_table_add (used, ((const CorRoute *) item)->origin);
      g_hash_table_add (used, ((const CorRoute *) item)->destination);
    }
  for (guint i = import->items->len; i-- > 0;)
    {
      const CorItem *item = g_ptr_array_index (import->items, i);

      if (item->kind == COR_ITEM_SITE && !g_hash_table_contains (used, item->id))
        g_ptr_array_remove_index (import->items, i);
    }
}

static void
note_vehicle (Trips *trips, const CorTrack *trace, const GArray *of)
{
  g_autofree char *text = NULL;
  double km = 0;

  for (guint i = 0; i < of->len; i++)
    km += g_array_index (of, CorTrip, i).km;
  text = g_strdup_printf (_ ("%s: %u points, %u trips, %.1f km"), trace->vehicle ? trace->vehicle : _ ("vehicle"),
                          trace->points->len, of->len, km);
  cor_import_note (trips->work, trace->line, of->len > 0, NULL, text);
}

/* The days from the first point to the last. */
static double
span_days (const GPtrArray *traces)
{
  double begin = INFINITY, end = -INFINITY;

  for (guint i = 0; i < traces->len; i++)
    {
      const CorTrack *trace = g_ptr_array_index (traces, i);

      for (guint k = 0; k < trace->points->len; k++)
        {
          double time_s = g_array_index (trace->points, CorTrackPoint, k).time_s;

          begin = time_s < begin ? time_s : begin;
          end = time_s > end ? time_s : end;
        }
    }
  return end >= begin ? floor (end / DAY_S) - floor (begin / DAY_S) + 1 : 0;
}

static void
note_whole (Trips *trips)
{
  g_autofree char *text = NULL;

  if (trips->n_small > 0)
    {
      text = g_strdup_printf (_ ("%u trips (%.1f km) between places seldom driven between are no routes of their own"),
                              trips->n_small, trips->small_km);
      cor_import_note (trips->work, 0, FALSE, NULL, text);
    }
  if (trips->span_days > 0 && trips->span_days < LEAST_SPAN_DAYS)
    cor_import_note (trips->work, 0, FALSE, NULL,
                     _ ("the record is shorter than a week; set the days a year of each route yourself"));
}

void
cor_import_trips (ImportWork *work, GPtrArray *traces)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) pair_free);
  g_autoptr (GHashTable) by_ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Trips trips = { .work = work, .pairs = pairs, .by_ends = by_ends, .span_days = span_days (traces) };

  for (guint i = 0; i < traces->len; i++)
    {
      GArray *of = cor_track_trips (g_ptr_array_index (traces, i));

      g_ptr_array_add (all, of);
      note_vehicle (&trips, g_ptr_array_index (traces, i), of);
      for (guint k = 0; k < of->len; k++)
        add_trip (&trips, &g_array_index (of, CorTrip, k));
    }
  for (guint i = 0; i < pairs->len; i++)
    take_pair (&trips, g_ptr_array_index (pairs, i));
  note_whole (&trips);
  drop_lone_sites (work->import);
}
