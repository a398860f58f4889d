/* cor-cli-route.c: corridor-cli route.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-place.h"
#include "cor-cli.h"
#include "cor-csv.h"
#include "cor-engine.h"
#include "cor-json-writer.h"
#include "cor-network-store.h"
#include "cor-param-reader.h"

#include <glib/gi18n-lib.h>

/* What was asked for. */
typedef struct
{
  char *from, *to;
  char **vias;
  char *network;
  char *output;
  gboolean geometry;
  CorVehicle vehicle;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_free (asked->from);
  g_free (asked->to);
  g_strfreev (asked->vias);
  g_free (asked->network);
  g_free (asked->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* The network asked for, a file or the name of one that was installed, or the one that comes with the program. */
static CorNetwork *
load_network (const char *path, GError **error)
{
  g_autoptr (CorEngine) engine = NULL;
  g_autoptr (CorParamTable) table = NULL;
  CorParamContext anywhere = { .powertrain = -1 };
  CorParamLayer *defaults;
  CorRoadSpeeds speeds;

  if ((engine = cor_engine_new_default (error)) == NULL)
    return NULL;
  if (path == NULL)
    return cor_network_ref (cor_engine_network (engine));
  defaults = cor_engine_defaults (engine);
  table = cor_param_table_new (&defaults, 1, &anywhere);
  if (!cor_road_speeds_from_params (table, 0, &speeds, error))
    return NULL;
  return g_file_test (path, G_FILE_TEST_EXISTS) ? cor_network_load (path, &speeds, error)
                                                : cor_network_store_load (path, &speeds, error);
}

static GBytes *
geometry (const CorPath *path, const char *attribution)
{
  CorJsonWriter *writer = cor_json_writer_new ();

  cor_json_writer_begin (writer, '{');
  cor_json_writer_key (writer, "type");
  cor_json_writer_string (writer, "Feature");
  cor_json_writer_key (writer, "properties");
  cor_json_writer_begin (writer, '{');
  cor_json_writer_key (writer, "distance_km");
  cor_json_writer_number (writer, path->length_m / 1000);
  cor_json_writer_key (writer, "duration_min");
  cor_json_writer_number (writer, path->duration_s / 60);
  cor_json_writer_key (writer, "tolled_km");
  cor_json_writer_number (writer, path->tolled_m / 1000);
  cor_json_writer_key (writer, "attribution");
  cor_json_writer_string (writer, attribution);
  cor_json_writer_end (writer, '}');
  cor_json_writer_key (writer, "geometry");
  cor_json_writer_begin (writer, '{');
  cor_json_writer_key (writer, "type");
  cor_json_writer_string (writer, "LineString");
  cor_json_writer_key (writer, "coordinates");
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < path->n_shape; i++)
    {
      cor_json_writer_begin (writer, '[');
      cor_json_writer_number (writer, path->shape[i].lon);
      cor_json_writer_number (writer, path->shape[i].lat);
      cor_json_writer_end (writer, ']');
    }
  cor_json_writer_end (writer, ']');
  cor_json_writer_end (writer, '}');
  cor_json_writer_end (writer, '}');
  return cor_json_writer_finish (writer);
}

static int
answer (const Asked *asked, const CorPath *path, const CorNetwork *network)
{
  GString *csv;

  if (asked->geometry)
    return cor_cli_write (asked->output, geometry (path, cor_network_attribution (network)));
  csv = g_string_new (NULL);
  cor_csv_row (csv, "distance_km", "duration_min", "tolled_km", NULL);
  cor_csv_number (csv, path->length_m / 1000);
  cor_csv_number (csv, path->duration_s / 60);
  cor_csv_number (csv, path->tolled_m / 1000);
  cor_csv_end_row (csv);
  return cor_cli_write_text (asked->output, csv);
}

static int
route (const CorCliCommand *command, const Asked *asked)
{
  guint n_vias = asked->vias ? g_strv_length (asked->vias) : 0;
  g_autofree CorLonLat *places = g_new0 (CorLonLat, n_vias + 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorNetwork) network = NULL;
  g_autoptr (CorPath) path = NULL;

  for (guint i = 0; i < n_vias + 2; i++)
    {
      const char *text = i == 0 ? asked->from : i <= n_vias ? asked->vias[i - 1] : asked->to;

      if (!cor_cli_place_parse (text, &places[i]))
        return cor_cli_misuse (command, _ ("%s: “%s” is no place; write LON,LAT in degrees"), command->name, text);
    }
  if ((network = load_network (asked->network, &error)) == NULL
      || (path = cor_network_route (network, places, n_vias + 2, &asked->vehicle, &error)) == NULL)
    return cor_cli_fail ("%s: %s", command->name, error->message);
  return answer (asked, path, network);
}

int
cor_cli_route (const CorCliCommand *command, char **words)
{
  g_auto (Asked) asked = { NULL };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &asked.from, N_ ("Where it begins, in degrees WGS 84"), "LON,LAT" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &asked.to, N_ ("Where it ends"), "LON,LAT" },
    { "via", 0, 0, G_OPTION_ARG_STRING_ARRAY, &asked.vias, N_ ("A place on the way; may be given again"), "LON,LAT" },
    { "network", 0, 0, G_OPTION_ARG_FILENAME, &asked.network, N_ ("Another road network"), "FILE" },
    { "length", 0, 0, G_OPTION_ARG_DOUBLE, &asked.vehicle.length_m, N_ ("Length of the vehicle, m"), "M" },
    { "height", 0, 0, G_OPTION_ARG_DOUBLE, &asked.vehicle.height_m, N_ ("Height with the load, m"), "M" },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &asked.vehicle.width_m, N_ ("Width, m"), "M" },
    { "weight", 0, 0, G_OPTION_ARG_DOUBLE, &asked.vehicle.weight_t, N_ ("Weight with the load, t"), "T" },
    { "geometry", 0, 0, G_OPTION_ARG_NONE, &asked.geometry, N_ ("Write the line as GeoJSON"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &asked.output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  int status;

  if (!cor_cli_parse (command, entries, 0, 0, &words, &status))
    return status;
  rest = words;
  if (asked.from == NULL || asked.to == NULL)
    return cor_cli_misuse (command, _ ("%s: --from and --to are both needed"), command->name);
  return route (command, &asked);
}
