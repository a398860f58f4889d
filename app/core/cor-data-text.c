/* cor-data-text.c: words of the bundled data in the user's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-text.h"

#include "cor-machinery.h"

#include <glib/gi18n-lib.h>

const char *
cor_data_text (const char *text)
{
  return text == NULL || *text == '\0' ? text : _ (text);
}

static const CorEnumValue names[] = {
  { 0, "carrier", N_ ("Carrier's") },
  { 0, "carrier-2024", N_ ("Carrier's, 2024") },
  { 0, "icct-2021", N_ ("ICCT study, 2021") },
  { 0, "pilot-2024", N_ ("Pilot's, 2024") },
  { 0, "tractor_trailer", N_ ("Tractor with trailer") },
  { 0, "dump_truck", N_ ("Dump truck") },
  { 0, "straight_truck", N_ ("Straight truck") },
  { 0, "ac-5", N_ ("AC charger, 5 kW") },
  { 0, "ac-7", N_ ("AC charger, 7 kW") },
  { 0, "ac-14", N_ ("AC charger, 14 kW") },
  { 0, "ac-20", N_ ("AC charger, 20 kW") },
  { 0, "dc-40", N_ ("DC charger, 40 kW") },
  { 0, "dc-60", N_ ("DC charger, 60 kW") },
  { 0, "dc-120", N_ ("DC charger, 120 kW") },
  { 0, "dc-200", N_ ("DC charger, 200 kW") },
  { 0, NULL, NULL },
};

const char *
cor_data_name (const char *id)
{
  for (const CorEnumValue *name = names; name->nick != NULL; name++)
    if (g_strcmp0 (name->nick, id) == 0)
      return _ (name->name);
  return cor_machine_kind_name (id);
}
