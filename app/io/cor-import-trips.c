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

/* ImportPairs of places with less than this share of all km are no route. Own choice. */
#define LEAST_SHARE 0.02

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
pair_free (ImportPair *pair)
{
  g_ptr_array_unref (pair->trips);
  g_ptr_array_unref (pair->out);
  g_ptr_array_unref (pair->back);
  g_hash_table_unref (pair->vehicles);
  g_hash_table_unref (pair->vehicle_days);
  g_free (pair);
}

static ImportPair *
pair_of (Trips *trips, const char *from, const char *to)
{
  g_autofree char *there = g_strjoin ("\n", from, to, NULL);
  g_autofree char *back = g_strjoin ("\n", to, from, NULL);
  ImportPair *pair = g_hash_table_lookup (trips->by_ends, there);

  if (pair == NULL)
    pair = g_hash_table_lookup (trips->by_ends, back);
  if (pair != NULL)
    return pair;
  pair = g_new0 (ImportPair, 1);
  pair->from = from;
  pair->to = to;
  pair->trips = g_ptr_array_new ();
  pair->out = g_ptr_array_new ();
  pair->back = g_ptr_array_new ();
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
  ImportPair *pair;

  if (from == to)
    {
      trips->n_small++;
      trips->small_km += trip->km;
      return;
    }
  pair = pair_of (trips, from, to);
  g_ptr_array_add (pair->trips, (gpointer) trip);
  g_ptr_array_add (from == pair->from ? pair->out : pair->back, (gpointer) trip);
  g_hash_table_add (pair->vehicles, (gpointer) trip->trace);
  if (!isnan (trip->begin_s))
    g_hash_table_add (pair->vehicle_days, g_strdup_printf ("%p %.0f", (const void *) trip->trace, floor (trip->begin_s / DAY_S)));
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
middle_trip (const ImportPair *pair)
{
  g_autoptr (GPtrArray) out = g_ptr_array_copy (pair->out, NULL, NULL);

  g_ptr_array_sort (out, compare_km);
  return g_ptr_array_index (out, out->len / 2);
}

/* Mean payload of the trips one way; 0 where none was recorded. */
static double
mean_payload (const GPtrArray *one_way)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < one_way->len; i++)
    {
      const CorTrip *trip = g_ptr_array_index (one_way, i);

      if (isnan (trip->payload_t))
        continue;
      sum += trip->payload_t;
      n++;
    }
  return n > 0 ? round (sum / n * 10) / 10 : 0;
}

static void
set (CorItem *item, const char *key, double value)
{
  cor_item_set_number (item, cor_item_field (item->kind, key), value, NULL);
}

/* How often: trips, or rounds where both ways are driven, a day that a vehicle works here. */
static void
set_frequency (const Trips *trips, const ImportPair *pair, CorRoute *route)
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
make_route (Trips *trips, const ImportPair *pair)
{
  ImportWork *work = trips->work;
  const CorTrip *middle = middle_trip (pair);
  gboolean one = g_hash_table_size (pair->vehicles) == 1;
  g_autoptr (GArray) line = NULL;
  g_autofree char *vehicle = line_of (middle, &line);
  g_autofree char *id = cor_import_claim_id (work, COR_ITEM_ROUTE, cor_import_stem (COR_ITEM_ROUTE));
  g_autofree char *note = cor_import_pair_note (pair);
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
  route->round_trip = pair->back->len > 0;
  if (middle->counted)
    set (&route->item, "distance_km", CLAMP (round (middle->km * 1000) / 1000, 0.1, 10000));
  set (&route->item, "payload_out_t", mean_payload (pair->out));
  set (&route->item, "payload_back_t", mean_payload (pair->back));
  set_frequency (trips, pair, route);
  g_ptr_array_add (work->import->items, route);
  return route;
}

static void
take_pair (Trips *trips, const ImportPair *pair)
{
  const CorRoute *route;

  if (pair->km < LEAST_SHARE * trips->km)
    {
      trips->n_small += pair->trips->len;
      trips->small_km += pair->km;
      return;
    }
  route = make_route (trips, pair);
  cor_import_pair_duty (trips->work, pair, route);
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
  if (trips->pairs->len > 0 && cor_import_first_truck (trips->work->scenario, FALSE) == NULL)
    cor_import_note (trips->work, 0, FALSE, NULL,
                     _ ("the scenario has no truck to make duties with; what was measured stands in the routes' notes"));
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
