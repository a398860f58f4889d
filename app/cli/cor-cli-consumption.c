/* cor-cli-consumption.c: corridor-cli consumption.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli.h"
#include "cor-csv.h"
#include "cor-energy.h"
#include "cor-param-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What is asked for: a truck, its load, the weather and the roads. */
typedef struct
{
  char *truck_type, *powertrain, *roads, *convention;
  int year;
  double battery_kwh, payload_t, payload_share, temperature_c;
} Question;

/* Roads that a mix is made of, in the order of the table's columns. */
static const struct
{
  const char *name;
  CorRoadClass road_class;
  CorParamId speed;
} roads[] = {
  { "motorway", COR_ROAD_MOTORWAY, COR_PARAM_SPEED_MOTORWAY },
  { "trunk", COR_ROAD_TRUNK, COR_PARAM_SPEED_TRUNK },
  { "primary", COR_ROAD_PRIMARY, COR_PARAM_SPEED_PRIMARY },
  { "secondary", COR_ROAD_SECONDARY, COR_PARAM_SPEED_SECONDARY },
  { "tertiary", COR_ROAD_TERTIARY, COR_PARAM_SPEED_TERTIARY },
  { "local", COR_ROAD_LOCAL, COR_PARAM_SPEED_LOCAL },
};

static void
question_clear (Question *question)
{
  g_free (question->truck_type);
  g_free (question->powertrain);
  g_free (question->roads);
  g_free (question->convention);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

/* Reads "motorway:52,local:48" into shares of 1; FALSE where it is something else. */
static gboolean
read_roads (const char *text, double *shares)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  double sum = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], ":", 2);
      guint road = 0;
      double share;
      char *end = NULL;

      if (g_strv_length (pair) != 2)
        return FALSE;
      while (road < G_N_ELEMENTS (roads) && strcmp (roads[road].name, pair[0]) != 0)
        road++;
      share = g_ascii_strtod (pair[1], &end);
      if (road == G_N_ELEMENTS (roads) || end == pair[1] || *end != '\0' || !(share >= 0) || share > 1e6)
        return FALSE;
      shares[road] += share;
      sum += share;
    }
  for (guint i = 0; i < G_N_ELEMENTS (roads) && sum > 0; i++)
    shares[i] /= sum;
  return sum > 0;
}

/* One km on the mix of roads. */
static CorEnergyUse
drive (const CorVehicleEnergy *vehicle, const double *row, const double *shares, double payload_t, double temperature_c)
{
  CorEnergyUse sum = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (roads); i++)
    {
      CorPathSegment segment = { .length_m = 1000.0 * shares[i], .road_class = (guint8) roads[i].road_class };
      CorEnergyUse use;

      if (shares[i] <= 0)
        continue;
      segment.speed_m_s = row[roads[i].speed] / 3.6;
      use = cor_energy_segment (vehicle, &segment, payload_t, temperature_c);
      cor_energy_use_add (&sum, &use);
    }
  return sum;
}

static GString *
table (const Question *question, const CorVehicleEnergy *vehicle, const CorEnergyUse *use, double payload_t)
{
  GString *csv = g_string_new (NULL);
  double per_km = cor_energy_use_per_km (use), km = use->length_m / 1000;
  gboolean diesel = vehicle->powertrain == COR_POWERTRAIN_DIESEL, fuel_cell = vehicle->powertrain == COR_POWERTRAIN_FCET;

  cor_csv_row (csv, "truck_type", "powertrain", "model_year", "payload_t", "temperature_c", "kwh_per_km", "l_per_100km",
               "kgh2_per_100km", "wheel_kwh_per_km", "practice_factor", "thermal_factor", "empty_t", "payload_most_t", "speed_km_h", NULL);
  cor_csv_text (csv, question->truck_type);
  cor_csv_text (csv, question->powertrain);
  cor_csv_integer (csv, question->year);
  cor_csv_number (csv, payload_t);
  cor_csv_number (csv, question->temperature_c);
  cor_csv_number (csv, diesel || fuel_cell ? NAN : per_km);
  cor_csv_number (csv, diesel ? per_km * 100 : NAN);
  cor_csv_number (csv, fuel_cell ? per_km * 100 : NAN);
  cor_csv_number (csv, use->wheel_kwh / km);
  cor_csv_number (csv, vehicle->scale);
  cor_csv_number (csv, cor_vehicle_energy_thermal (vehicle, question->temperature_c));
  cor_csv_number (csv, vehicle->empty_kg / 1000);
  cor_csv_number (csv, vehicle->payload_max_t);
  cor_csv_number (csv, km / (use->duration_s / 3600));
  cor_csv_end_row (csv);
  return csv;
}

/* The truck by road load alone, whatever a published consumption of it says. */
static gboolean
make_vehicle (const Question *question, CorPowertrain powertrain, double *row, CorVehicleEnergy *vehicle, GError **error)
{
  g_autoptr (CorParamLayer) defaults = cor_param_reader_load_default (error);
  CorParamContext context = { question->truck_type, powertrain, "China", question->convention };
  g_autoptr (CorParamTable) params = NULL;
  const CorParamInfo *missing;

  if (defaults == NULL)
    return FALSE;
  params = cor_param_table_new (&defaults, 1, &context);
  cor_param_table_fill (params, question->year, row);
  if (question->battery_kwh > 0)
    row[COR_PARAM_BATTERY] = question->battery_kwh;
  row[COR_PARAM_ENERGY_USE] = row[COR_PARAM_DIESEL_USE] = row[COR_PARAM_HYDROGEN_USE] = NAN;
  missing = cor_vehicle_energy_fill (row, powertrain, vehicle);
  if (missing != NULL)
    g_set_error (error, COR_ERROR, COR_ERROR_MISSING, _ ("“%s” has no value for a truck of type “%s”"), missing->id,
                 question->truck_type);
  return missing == NULL;
}

static int
answer (const CorCliCommand *command, const Question *question, int powertrain, const double *shares, const char *output)
{
  g_autoptr (GError) error = NULL;
  double row[COR_N_PARAMS], payload_t;
  CorVehicleEnergy vehicle;
  CorEnergyUse use;

  if (!make_vehicle (question, (CorPowertrain) powertrain, row, &vehicle, &error))
    return cor_cli_fail ("%s: %s", command->name, error->message);
  payload_t = isnan (question->payload_share) ? question->payload_t : question->payload_share / 100 * vehicle.payload_max_t;
  use = drive (&vehicle, row, shares, payload_t, question->temperature_c);
  return cor_cli_write_text (output, table (question, &vehicle, &use, payload_t));
}

int
cor_cli_consumption (const CorCliCommand *command, char **words)
{
  g_auto (Question) question = { .year = 2025, .payload_share = NAN, .temperature_c = 20 };
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "truck-type", 0, 0, G_OPTION_ARG_STRING, &question.truck_type, "tractor_trailer, dump_truck, straight_truck …", "TYPE" },
    { "powertrain", 0, 0, G_OPTION_ARG_STRING, &question.powertrain, "diesel, bet, bet-swap, fcet", "KIND" },
    { "year", 0, 0, G_OPTION_ARG_INT, &question.year, N_ ("Model year"), "YEAR" },
    { "battery", 0, 0, G_OPTION_ARG_DOUBLE, &question.battery_kwh, N_ ("Battery, kWh"), "KWH" },
    { "payload", 0, 0, G_OPTION_ARG_DOUBLE, &question.payload_t, N_ ("Load, t"), "T" },
    { "payload-share", 0, 0, G_OPTION_ARG_DOUBLE, &question.payload_share, N_ ("Load, per cent of the most it may carry"), "PERCENT" },
    { "temperature", 0, 0, G_OPTION_ARG_DOUBLE, &question.temperature_c, N_ ("Outside, °C"), "C" },
    { "roads", 0, 0, G_OPTION_ARG_STRING, &question.roads, N_ ("Parts of each kind of road"), "motorway:52,local:48" },
    { "convention", 0, 0, G_OPTION_ARG_STRING, &question.convention, N_ ("Values of a study, as icct-2021"), "NAME" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  double shares[G_N_ELEMENTS (roads)] = { 0 };
  int status, powertrain;

  if (!cor_cli_parse (command, entries, 0, 0, &words, &status))
    return status;
  g_strfreev (words);
  if (question.truck_type == NULL || question.powertrain == NULL || question.roads == NULL)
    return cor_cli_misuse (command, _ ("%s: --truck-type, --powertrain and --roads are all needed"), command->name);
  if (!cor_enum_from_nick (cor_powertrain_values, question.powertrain, &powertrain))
    return cor_cli_misuse (command, _ ("%s: “%s” is no powertrain: diesel, bet, bet-swap or fcet"), command->name, question.powertrain);
  if (!read_roads (question.roads, shares))
    return cor_cli_misuse (command, _ ("%s: “%s” is no mix of roads: as motorway:52,primary:39,local:9"), command->name, question.roads);
  if (!(question.payload_t >= 0) || question.payload_share < 0)
    return cor_cli_misuse (command, _ ("%s: the load cannot be below 0"), command->name);
  return answer (command, &question, powertrain, shares, output);
}
