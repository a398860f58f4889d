/* cor-cli-heatmap.c: corridor-cli heatmap.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-file.h"
#include "cor-chart-money.h"
#include "cor-cli-scenario.h"
#include "cor-csv.h"

#include <glib/gi18n-lib.h>

/* Size of a picture in points, and its pixels a point. */
#define WIDTH  560
#define HEIGHT 420
#define SCALE  2

#define FONT "Inter, Cantarell, Noto Sans CJK SC, Sans"

static GString *
table (const CorHeatMap *map)
{
  GString *csv = g_string_new (NULL);

  cor_csv_row (csv, cor_lever_info (map->levers[0])->id, cor_lever_info (map->levers[1])->id, "parity_year", NULL);
  for (guint row = 0; row < map->n[1]; row++)
    for (guint column = 0; column < map->n[0]; column++)
      {
        int year = map->parity[row * map->n[0] + column];
        g_autofree char *never = g_strdup_printf (">%d", map->last_year);

        cor_csv_number (csv, map->steps[0][column]);
        cor_csv_number (csv, map->steps[1][row]);
        if (year > 0)
          cor_csv_integer (csv, year);
        else
          cor_csv_text (csv, never);
        cor_csv_end_row (csv);
      }
  return csv;
}

static gboolean
lever_of (const char *name, CorLeverId *lever, GError **error)
{
  if (cor_lever_from_id (name, lever))
    return TRUE;
  g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE, _ ("there is no lever “%s”"), name);
  return FALSE;
}

static CorHeatMap *
map_of (const CorResults *results, const CorDutyResult *duty, const char *across, const char *up, guint steps, GError **error)
{
  const CorAlternative *truck = duty ? cor_duty_result_shown (duty) : NULL;
  g_autoptr (CorSolver) solver = NULL;
  CorLeverId x, y;

  if (!lever_of (across, &x, error) || !lever_of (up, &y, error))
    return NULL;
  if (x == y || steps < 2 || steps > 40)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_RANGE, _ ("it takes two different levers and 2 to 40 steps"));
      return NULL;
    }
  if (truck == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE, _ ("the scenario has no such duty, or it has no truck"));
      return NULL;
    }
  solver = cor_solver_new (results, duty, truck, error);
  return solver ? cor_heat_map_new (solver, x, y, steps, NULL, error) : NULL;
}

/* A picture where the file's name says so, else the table. */
static int
write_map (const CorHeatMap *map, const CorDutyResult *duty, const char *output)
{
  gboolean zh = cor_format_is_chinese (NULL);
  const CorItem *item = duty->duty->item.name == NULL && duty->route ? &duty->route->item : &duty->duty->item;
  CorChartTheme theme = cor_chart_theme (COR_LOOK_PRINT);
  CorChartFormat format = COR_CHART_FILE_CSV;
  g_autoptr (CorChart) chart = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *title = NULL;

  if (output == NULL || !cor_chart_format_for (output, &format) || format == COR_CHART_FILE_CSV)
    return cor_cli_write_text (output, table (map));
  /* Translators: what a picture shows, and of which duty. */
  title = g_strdup_printf (_ ("Parity year, %s"), cor_item_label (item, zh));
  theme.family = FONT;
  chart = cor_chart_from_heat (map, title);
  bytes = cor_chart_file (chart, format, WIDTH, HEIGHT, SCALE, &theme);
  return cor_cli_write (output, g_steal_pointer (&bytes));
}

int
cor_cli_heatmap (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL, *duty_id = NULL, *across = NULL, *up = NULL;
  int steps = 10, status;
  const GOptionEntry own[] = {
    { "duty", 0, 0, G_OPTION_ARG_STRING, &duty_id, N_ ("The duty that is looked at"), "ID" },
    { "across", 0, 0, G_OPTION_ARG_STRING, &across, N_ ("The lever from left to right (annual_km)"), "ID" },
    { "up", 0, 0, G_OPTION_ARG_STRING, &up, N_ ("The lever from bottom to top (electricity_price)"), "ID" },
    { "steps", 0, 0, G_OPTION_ARG_INT, &steps, N_ ("Values of each lever at most"), "N" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file: .csv, .png or .svg"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CorResults) results = NULL;
  g_autoptr (CorHeatMap) map = NULL;
  g_autoptr (GError) error = NULL;
  const CorDutyResult *duty;

  if (!cor_cli_scenario_parse (&options, command, own, words, &status))
    return status;
  if (duty_id == NULL)
    return cor_cli_misuse (command, _ ("%s: --duty is needed"), command->name);
  if ((results = cor_cli_scenario_evaluate (&options)) == NULL)
    return COR_CLI_FAILED;
  duty = cor_results_duty (results, duty_id);
  map = map_of (results, duty, across ? across : "annual_km", up ? up : "electricity_price", (guint) MAX (steps, 0), &error);
  return map ? write_map (map, duty, output) : cor_cli_fail ("%s: %s", options.file, error->message);
}
