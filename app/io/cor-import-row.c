/* cor-import-row.c: one feature of a file into an item of a scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-private.h"

#include "cor-scenario-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Places from another system are kept to the centimetre. */
#define PER_DEGREE 1e7

/* Adds to what was left out of a row, and why; @text is taken. */
static void
say (ImportRow *row, char *text)
{
  /* Translators: between remarks about one line of a file. */
  g_string_append_printf (row->said, "%s%s", row->said->len > 0 ? _ ("; ") : "", text);
  g_free (text);
}

/* What our own exports say beside the fields; FALSE where it is none of that. */
static gboolean
take_own (ImportRow *row, const char *key, const CorProperty *property)
{
  const char *json = property->json ? property->json : property->text;

  if (g_strcmp0 (key, COR_IMPORT_KIND) == 0)
    {
      row->own_kind = property->text;
      return TRUE;
    }
  if (g_strcmp0 (key, COR_IMPORT_EXTRA) != 0)
    return FALSE;
  g_free (row->item->extra);
  row->item->extra = cor_item_extra_from_text (row->item->kind, json);
  return TRUE;
}

/* Hours and minutes as "7:00", in hours; moves behind them. */
static gboolean
next_time (const char **at, double *hours)
{
  for (; **at != '\0'; (*at)++)
    {
      int hour, minute, length = 0;

      if (!g_ascii_isdigit (**at) || sscanf (*at, "%2d:%2d%n", &hour, &minute, &length) < 2 || length == 0)
        continue;
      *at += length;
      *hours = hour + minute / 60.0;
      return hour <= 24 && minute < 60 && *hours <= 24;
    }
  return FALSE;
}

/* "07:00-22:00", "周一至周日 07:00-22:00"; round the clock is what a station without hours is. */
static void
take_hours (ImportRow *row, const char *text)
{
  static const char *const always[] = { "全天", "24小时", "24h", "24/7", "00:00-24:00", "0:00-24:00", "00:00-23:59" };
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char *at = lower;
  double from, to, more;

  if (row->item->kind != COR_ITEM_STATION)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    if (strstr (lower, always[i]) != NULL)
      return;
  if (next_time (&at, &from) && next_time (&at, &to) && to > from && !next_time (&at, &more))
    {
      cor_item_set_number (row->item, cor_item_field (COR_ITEM_STATION, "open_from_h"), from, NULL);
      cor_item_set_number (row->item, cor_item_field (COR_ITEM_STATION, "open_to_h"), to, NULL);
    }
  else
    say (row, g_strdup_printf (_ ("opening hours left out: “%s”"), text));
}

/* What one property says, kept in what is known of the feature so far. */
static void
take_property (ImportWork *work, ImportRow *row, const CorProperty *property)
{
  const char *key = cor_import_column_key (work, row->item->kind, property->key);
  const CorField *field = key ? cor_item_field (row->item->kind, key) : NULL;
  g_autofree char *left_out = NULL;

  if (g_strcmp0 (key, "") == 0 || g_strcmp0 (key, COR_IMPORT_RESULTS) == 0 || take_own (row, key, property))
    return;
  if (g_strcmp0 (key, COR_IMPORT_PLACE) == 0)
    {
      if (row->feature->points->len == 0)
        row->place = cor_import_place (property->text);
      return;
    }
  if (g_strcmp0 (key, "lon") == 0 || g_strcmp0 (key, "lat") == 0)
    {
      double *degrees = strcmp (key, "lon") == 0 ? &row->place.lon : &row->place.lat;

      if (row->feature->points->len == 0 && !cor_import_degrees (property->text, degrees))
        *degrees = NAN;
      return;
    }
  if (g_strcmp0 (key, COR_IMPORT_TOTAL_KW) == 0)
    {
      if (!cor_import_number (property->text, &row->total_kw))
        row->total_kw = NAN;
      return;
    }
  if (g_strcmp0 (key, COR_IMPORT_HOURS) == 0)
    {
      take_hours (row, property->text);
      return;
    }
  if (field == NULL)
    {
      if (key == NULL || !cor_import_route_end (row, key, property->text))
        g_hash_table_add (work->unknown, g_strdup (property->key));
      return;
    }
  left_out = cor_import_set (row->item, field, property);
  if (left_out != NULL)
    say (row, g_steal_pointer (&left_out));
}

static gboolean
is_on_earth (CorLonLat place)
{
  return fabs (place.lon) <= 180 && fabs (place.lat) <= 85;
}

char *
cor_import_place_key (const CorItem *item)
{
  return g_strdup_printf ("%d %.5f %.5f %s", (int) item->kind,
                          cor_item_number (item, cor_item_field (item->kind, "lon")),
                          cor_item_number (item, cor_item_field (item->kind, "lat")), item->name ? item->name : "");
}

char *
cor_import_claim_id (ImportWork *work, CorItemKind kind, const char *stem)
{
  g_autofree char *plain = g_strdelimit (g_strdup (stem), "/", '-');
  g_autofree char *counter = g_strdup_printf ("%d/%s", (int) kind, plain);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (work->numbers, counter));
  char *id = NULL;

  for (;; number++)
    {
      g_autofree char *claimed = NULL;

      id = number == 0 ? g_strdup (plain) : g_strdup_printf ("%s-%u", plain, number + 1);
      claimed = g_strdup_printf ("%d/%s", (int) kind, id);
      if (cor_scenario_find (work->scenario, kind, id) == NULL && !g_hash_table_contains (work->ids, claimed))
        {
          g_hash_table_add (work->ids, g_steal_pointer (&claimed));
          break;
        }
      g_free (id);
    }
  g_hash_table_insert (work->numbers, g_steal_pointer (&counter), GUINT_TO_POINTER (number + 1));
  return id;
}

static gboolean
is_outside (const double *box, CorLonLat place)
{
  return box != NULL && (place.lon < box[0] || place.lat < box[1] || place.lon > box[2] || place.lat > box[3]);
}

/* Puts a place into WGS 84 and into the item; says why not. */
static char *
place_item (const ImportWork *work, ImportRow *row)
{
  CorLonLat place = row->place;

  if (row->feature->is_line)
    return g_strdup (_ ("a line, not a place"));
  if (isnan (place.lon) || isnan (place.lat))
    return g_strdup (_ ("no coordinates"));
  if (work->swap)
    place = (CorLonLat){ place.lat, place.lon };
  if (!is_on_earth (place))
    return g_strdup_printf (_ ("%g, %g is no place; longitude comes first, in degrees"), place.lon, place.lat);
  if (place.lon == 0 && place.lat == 0)
    return g_strdup (_ ("the coordinates are 0, 0: not filled in"));
  if (work->crs != COR_CRS_WGS84)
    {
      place = cor_crs_convert (place, work->crs, COR_CRS_WGS84);
      place.lon = round (place.lon * PER_DEGREE) / PER_DEGREE;
      place.lat = round (place.lat * PER_DEGREE) / PER_DEGREE;
    }
  if (is_outside (work->options->box, place))
    return g_strdup (_ ("outside the area chosen"));
  cor_item_set_number (row->item, cor_item_field (row->item->kind, "lon"), place.lon, NULL);
  cor_item_set_number (row->item, cor_item_field (row->item->kind, "lat"), place.lat, NULL);
  return NULL;
}

/* Gives the item an id of its own and takes it. */
static void
keep (ImportWork *work, ImportRow *row)
{
  const char *stem = row->item->id ? row->item->id : cor_import_stem (row->item->kind);
  g_autofree char *id = cor_import_claim_id (work, row->item->kind, stem);

  if (row->item->id != NULL && strcmp (row->item->id, id) != 0)
    say (row, g_strdup_printf (_ ("the id “%s” is there already; it is “%s” now"), row->item->id, id));
  cor_item_set_string (row->item, cor_item_field (row->item->kind, "id"), id);
  work->import->own |= row->own_kind != NULL;
  g_ptr_array_add (work->import->items, cor_item_ref (row->item));
  cor_import_note (work, row->feature->line, TRUE, id, row->said->str);
}

/* Sets the item's place; says why not, also where the same thing is there already. */
static char *
take_place (ImportWork *work, ImportRow *row)
{
  char *problem = place_item (work, row);
  g_autofree char *key = problem ? NULL : cor_import_place_key (row->item);

  if (problem != NULL)
    return problem;
  if (!g_hash_table_add (work->places, g_steal_pointer (&key)))
    return g_strdup (_ ("one of the same name is at the same place already"));
  return NULL;
}

void
cor_import_row_read (ImportWork *work, ImportRow *row)
{
  for (guint i = 0; i < row->feature->properties->len; i++)
    take_property (work, row, &g_array_index (row->feature->properties, CorProperty, i));
}

/* The power of one plug, where the list has that of all and how many. */
static void
share_power (ImportRow *row)
{
  CorStation *station = (CorStation *) row->item;

  if (row->item->kind != COR_ITEM_STATION || !(row->total_kw > 0) || !isnan (station->power_kw))
    return;
  if (station->plugs >= 1)
    cor_item_set_number (row->item, cor_item_field (COR_ITEM_STATION, "power_kw"),
                         round (row->total_kw / station->plugs * 10) / 10, NULL);
  else
    say (row, g_strdup (_ ("the power of all plugs is left out: how many there are is not said")));
}

void
cor_import_row_take (ImportWork *work, ImportRow *row)
{
  g_autofree char *problem = g_strdup (row->feature->problem);

  if (problem == NULL && work->import->items->len >= COR_IMPORT_ITEMS_MAX)
    problem = g_strdup_printf (_ ("more than %u; choose an area, or split the file"), COR_IMPORT_ITEMS_MAX);
  else
    cor_import_row_read (work, row);
  share_power (row);
  if (problem == NULL && row->own_kind != NULL && strcmp (row->own_kind, cor_item_kind_nick (work->kind)) != 0)
    problem = g_strdup_printf (_ ("it is one of “%s”; import it as such"), row->own_kind);
  if (problem == NULL)
    problem = work->kind == COR_ITEM_ROUTE ? cor_import_route (work, row) : take_place (work, row);
  if (problem != NULL)
    cor_import_note (work, row->feature->line, FALSE, NULL, problem);
  else
    keep (work, row);
}

void
cor_import_row_init (ImportRow *row, const CorFeature *feature, CorItemKind kind)
{
  *row = (ImportRow){ .feature = feature, .place = { NAN, NAN }, .origin = { NAN, NAN }, .destination = { NAN, NAN }, .total_kw = NAN };
  row->item = cor_item_new (kind, NULL);
  row->said = g_string_new (NULL);
  if (feature->points->len > 0)
    row->place = g_array_index (feature->points, CorLonLat, 0);
}

void
cor_import_row_clear (ImportRow *row)
{
  cor_item_unref (row->item);
  g_string_free (row->said, TRUE);
}
