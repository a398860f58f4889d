/* cor-data-text.c: words of the bundled data in the user's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-text.h"

#include <glib/gi18n-lib.h>

const char *
cor_data_text (const char *text)
{
  return text == NULL || *text == '\0' ? text : _ (text);
}

/* Those that come with the program. */
static const struct
{
  const char *id, *name;
} names[] = {
  { "carrier-2024", N_ ("Carrier's, 2024") },
  { "icct-2021", N_ ("ICCT study, 2021") },
  { "pilot-2024", N_ ("Pilot's, 2024") },
  { "tractor_trailer", N_ ("Tractor with trailer") },
  { "dump_truck", N_ ("Dump truck") },
  { "straight_truck", N_ ("Straight truck") },
};

const char *
cor_data_name (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].id, id) == 0)
      return _ (names[i].name);
  return id;
}
