/* cor-cli-commands.c: the table of commands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli.h"

#include <glib/gi18n-lib.h>

const CorCliCommand cor_cli_commands[] = {
  { "evaluate", "SCENARIO", N_ ("Energy, cost, parity year and emissions of each duty and truck"), cor_cli_evaluate },
  { "emissions", "SCENARIO", N_ ("Emissions by duty, route, truck, station or in all; per trip, km, tkm and year"), cor_cli_emissions },
  { "region", "SCENARIO", N_ ("Emissions by the city driven in and the city registered in"), cor_cli_region },
  { "months", "TABLE", N_ ("Emissions by month from a city-month table, with a seasonal forecast"), cor_cli_months },
  { "parity", "SCENARIO", N_ ("The parity year of each truck and region"), cor_cli_parity },
  { "sensitivity", "SCENARIO", N_ ("What moves the cost gap of a duty, and how sure it is"), cor_cli_sensitivity },
  { "breakeven", "SCENARIO", N_ ("At what value of each lever a duty breaks even, and which does most"), cor_cli_breakeven },
  { "heatmap", "SCENARIO", N_ ("The parity year of a duty over two levers, as a table or a picture"), cor_cli_heatmap },
  { "consumption", "", N_ ("What a truck takes for each km on a mix of roads"), cor_cli_consumption },
  { "route", "", N_ ("Distance, time and tolled distance of a way on the roads"), cor_cli_route },
  { "stations", "SCENARIO", N_ ("Visits, queues, power and the fee that pays it back, of each station"), cor_cli_stations },
  { "machinery", "", N_ ("Energy, battery and charging of a yard machine"), cor_cli_machinery },
  { "yard", "SCENARIO", N_ ("The machines of a site: energy, batteries, chargers, peak power, cost and CO₂"), cor_cli_yard },
  { "site", "SCENARIO", N_ ("Which candidate stations to build"), cor_cli_site },
  { "import", "FILE", N_ ("Stations, sites or routes from a table, GeoJSON, GPX or KML"), cor_cli_import },
  { "export", "SCENARIO", N_ ("A report, or results and places for other programs"), cor_cli_export },
  { "check", "SCENARIO", N_ ("Faults of a scenario file, one a line"), cor_cli_check },
  { "convert", "LON,LAT…", N_ ("Coordinates from one Chinese system into another"), cor_cli_convert },
  { "schema", "", N_ ("The JSON Schema of scenario files"), cor_cli_schema },
  { "network", "build FILE", N_ ("A road network from an OpenStreetMap extract"), cor_cli_network },
  { "bench", "", N_ ("How long the calculation takes on this machine"), cor_cli_bench },
  { NULL, NULL, NULL, NULL },
};
