/* cor-cli-convert.c: corridor-cli convert.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-place.h"
#include "cor-cli.h"
#include "cor-crs.h"

#include <glib/gi18n-lib.h>

/* Digits behind the point: a tenth of a millimetre. */
#define DECIMALS "%.9f"

static int
convert (const CorCliCommand *command, char **places, CorCrs from, CorCrs to, const char *output)
{
  g_autoptr (GString) text = g_string_new ("lon,lat\n");

  for (guint i = 0; places[i] != NULL; i++)
    {
      char lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE];
      CorLonLat place;

      if (!cor_cli_place_parse (places[i], &place))
        return cor_cli_misuse (command, _ ("%s: “%s” is no place; write LON,LAT in degrees"), command->name, places[i]);
      place = cor_crs_convert (place, from, to);
      g_string_append_printf (text, "%s,%s\n", g_ascii_formatd (lon, sizeof lon, DECIMALS, place.lon),
                              g_ascii_formatd (lat, sizeof lat, DECIMALS, place.lat));
    }
  return cor_cli_write_text (output, g_steal_pointer (&text));
}

int
cor_cli_convert (const CorCliCommand *command, char **words)
{
  g_autofree char *from_nick = NULL, *to_nick = NULL, *output = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_nick, N_ ("System the places are in: wgs84, gcj02 or bd09"), "CRS" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_nick, N_ ("System they are wanted in"), "CRS" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) places = NULL;
  int status, from, to;

  if (!cor_cli_parse (command, entries, 1, G_MAXUINT, &words, &status))
    return status;
  places = words;
  if (from_nick == NULL || to_nick == NULL)
    return cor_cli_misuse (command, _ ("%s: --from and --to are both needed"), command->name);
  if (!cor_enum_from_nick (cor_crs_values, from_nick, &from))
    return cor_cli_misuse (command, _ ("%s: “%s” is none of wgs84, gcj02, bd09"), command->name, from_nick);
  if (!cor_enum_from_nick (cor_crs_values, to_nick, &to))
    return cor_cli_misuse (command, _ ("%s: “%s” is none of wgs84, gcj02, bd09"), command->name, to_nick);
  return convert (command, places, from, to, output);
}
