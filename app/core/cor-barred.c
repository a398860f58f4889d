/* cor-barred.c: the stations near a route that its truck cannot use, and by how much.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-barred.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define HOURS 24.0

/* Plugs that give less than this share of what a truck takes are called slow (own choice). */
#define SLOW_SHARE 0.5

/* A truck on its route, as gates see it. */
typedef struct
{
  const CorResults *results;
  const CorDutyResult *duty;
  const CorAlternative *shown;
  double charge_kw;
  gboolean unhitches;
} Passing;

static gboolean
can_plug (const CorStation *station)
{
  return (station->station_kind == COR_STATION_CHARGING || station->station_kind == COR_STATION_BOTH) && !(station->plugs < 1);
}

static gboolean
can_swap (const CorStation *station)
{
  return (station->station_kind == COR_STATION_SWAP || station->station_kind == COR_STATION_BOTH) && !(station->batteries < 1);
}

/* Hours until the gate opens where @hour is before it on that day, less than 0 for the hours since it
 * closed, 0 where it is open. */
static double
hours_off (const CorStation *station, double hour)
{
  double from = station->open_from_h, open = station->open_to_h - from;
  double after, until, since;

  if (isnan (open) || open == 0)
    return 0;
  open = open < 0 ? open + HOURS : open;
  after = fmod (fmod (hour - from, HOURS) + HOURS, HOURS);
  if (open >= HOURS || after < open)
    return 0;
  until = HOURS - after;
  since = after - open;
  return until <= since ? until : -since;
}

/* Looks at every time of the day at which the truck leaves the route there; TRUE where the gate is shut
 * at all of them. */
static gboolean
is_closed (const Passing *passing, const CorStation *station, const CorAccess *access, gboolean back, CorBarred *barred)
{
  const CorRoute *route = passing->duty->route;
  const CorGeometry *geometry = passing->duty->geometry;
  const CorPath *path = back ? geometry->back : geometry->out;
  double out_h = geometry->out->duration_s / 3600 + route->unloading_min / 60;
  double trip_h = out_h + (geometry->back != NULL ? geometry->back->duration_s / 3600 + route->loading_min / 60 : 0);
  double at_h = path->duration_s / 3600 * access->leave_m / path->length_m + access->out_s / 3600 + (back ? out_h : 0);
  double least = INFINITY;

  for (guint trip = 0; trip < MAX (1, (guint) lround (route->trips_per_day)); trip++)
    {
      double hour = route->first_departure_h + at_h + trip * trip_h;
      double off = hours_off (station, hour);

      if (off == 0)
        return FALSE;
      if (fabs (off) >= least)
        continue;
      least = fabs (off);
      barred->actual = fmod (hour, HOURS);
      barred->early = off > 0;
      barred->limit = off > 0 ? station->open_from_h : station->open_to_h;
    }
  return isfinite (least);
}

/* Whether a rule keeps the truck out, and which. */
static gboolean
is_barred (const Passing *passing, const CorStation *station, const CorAccess *access, gboolean back, CorBarred *barred)
{
  const CorTruck *truck = passing->shown->truck;
  gboolean swaps = can_swap (station) && passing->shown->powertrain == COR_POWERTRAIN_BET_SWAP;
  gboolean fits = station->swap_type == NULL || g_strcmp0 (station->swap_type, truck->swap_type) == 0;

  *barred = (CorBarred){ .station = access->station_index, .detour_m = access->detour_m, .limit = NAN, .actual = NAN };
  if (!swaps && !can_plug (station))
    return FALSE;
  if (truck->length_m > station->max_length_m && !passing->unhitches)
    {
      barred->by = COR_BARRED_LENGTH;
      barred->limit = station->max_length_m;
      barred->actual = truck->length_m;
      return TRUE;
    }
  if (truck->height_m > station->max_height_m)
    {
      barred->by = COR_BARRED_HEIGHT;
      barred->limit = station->max_height_m;
      barred->actual = truck->height_m;
      return TRUE;
    }
  if (swaps && !fits && !can_plug (station))
    {
      barred->by = COR_BARRED_SYSTEM;
      return TRUE;
    }
  if (is_closed (passing, station, access, back, barred))
    {
      barred->by = COR_BARRED_HOURS;
      return TRUE;
    }
  barred->by = COR_BARRED_POWER;
  barred->limit = station->power_kw;
  barred->actual = passing->charge_kw;
  return !(swaps && fits) && station->power_kw < SLOW_SHARE * passing->charge_kw;
}

/* One of a way there and back: a station that can be used on one of them is not barred. */
static void
look_at (const Passing *passing, gboolean back, GHashTable *usable, GArray *found)
{
  const CorGeometry *geometry = passing->duty->geometry;
  const GArray *accesses = back ? geometry->accesses_back : geometry->accesses_out;
  const CorItem *const *stations;
  guint n;

  stations = cor_scenario_items (passing->results->scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; accesses != NULL && i < accesses->len; i++)
    {
      const CorAccess *access = &g_array_index (accesses, CorAccess, i);
      const CorStation *station;
      CorBarred barred;

      if (access->station_index >= n)
        continue;
      station = (const CorStation *) stations[access->station_index];
      if (station->status != COR_STATION_EXISTING && station->status != COR_STATION_PLANNED)
        continue;
      if (is_barred (passing, station, access, back, &barred))
        g_array_append_val (found, barred);
      else
        g_hash_table_add (usable, GUINT_TO_POINTER (access->station_index));
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const CorBarred *one = a, *other = b;

  if (one->detour_m != other->detour_m)
    return one->detour_m < other->detour_m ? -1 : 1;
  return one->station < other->station ? -1 : one->station > other->station;
}

GArray *
cor_barred_find (const CorResults *results, const CorDutyResult *duty)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CorBarred));
  g_autoptr (GHashTable) usable = g_hash_table_new (NULL, NULL);
  Passing passing = { .results = results, .duty = duty, .shown = cor_duty_result_shown (duty) };
  int year;

  if (passing.shown == NULL || duty->geometry == NULL || duty->geometry->out == NULL
      || (passing.shown->powertrain != COR_POWERTRAIN_BET && passing.shown->powertrain != COR_POWERTRAIN_BET_SWAP))
    return found;
  year = results->first_year + (int) results->year;
  passing.charge_kw = cor_param_table_value (passing.shown->table, COR_PARAM_CHARGE_POWER, year);
  passing.unhitches = !isnan (cor_param_table_value (passing.shown->table, COR_PARAM_UNHITCH_TIME, year));
  look_at (&passing, FALSE, usable, found);
  if (duty->geometry->back != NULL)
    look_at (&passing, TRUE, usable, found);
  g_array_sort (found, compare);
  for (guint i = 0; i < found->len;)
    {
      gpointer station = GUINT_TO_POINTER (g_array_index (found, CorBarred, i).station);

      if (g_hash_table_add (usable, station))
        i++;
      else
        g_array_remove_index (found, i);
    }
  return found;
}

static char *
clock_text (double hour)
{
  int minutes = (int) lround (hour * 60) % (24 * 60);

  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

static char *
hours_text (const CorBarred *barred)
{
  g_autofree char *gate = clock_text (barred->limit), *passes = clock_text (barred->actual);
  double off = fmod (fabs (barred->limit - barred->actual), HOURS);
  int minutes = (int) lround (60 * MIN (off, HOURS - off));
  g_autofree char *by = g_strdup_printf (_ ("%d h %02d min"), minutes / 60, minutes % 60);

  if (barred->early)
    return g_strdup_printf (_ ("opens at %s, the truck passes at %s: %s too early"), gate, passes, by);
  return g_strdup_printf (_ ("closes at %s, the truck passes at %s: %s too late"), gate, passes, by);
}

char *
cor_barred_text (const CorResults *results, const CorDutyResult *duty, const CorBarred *barred)
{
  const CorTruck *truck = cor_duty_result_shown (duty)->truck;
  const CorItem *const *stations;
  const char *system;
  guint n;

  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  switch (barred->by)
    {
    case COR_BARRED_LENGTH:
      return g_strdup_printf (_ ("%.1f m long, at most %.1f m can enter: %.1f m too long"), barred->actual, barred->limit,
                              barred->actual - barred->limit);
    case COR_BARRED_HEIGHT:
      return g_strdup_printf (_ ("%.2f m high, at most %.2f m can enter: %.2f m too high"), barred->actual, barred->limit,
                              barred->actual - barred->limit);
    case COR_BARRED_SYSTEM:
      system = ((const CorStation *) stations[barred->station])->swap_type;
      return g_strdup_printf (_ ("swaps batteries of system “%s”, the truck's is “%s”"), system,
                              truck->swap_type != NULL ? truck->swap_type : "–");
    case COR_BARRED_HOURS:
      return hours_text (barred);
    case COR_BARRED_POWER:
    default:
      return g_strdup_printf (_ ("slow: %.0f kW a plug, the truck can take %.0f kW"), barred->limit, barred->actual);
    }
}
