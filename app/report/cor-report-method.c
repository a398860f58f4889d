/* cor-report-method.c: how it is computed, from which figures, and where these come from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-data-text.h"
#include "cor-format.h"
#include "cor-report-map.h"
#include "cor-report-references.h"
#include "cor-report-table.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Where the table of parameters has the value. */
#define VALUE_COLUMN 1

/* By parameter, then as they were found. */
static int
by_id (gconstpointer a, gconstpointer b)
{
  const CorParameter *one = *(CorParameter *const *) a, *other = *(CorParameter *const *) b;

  if (one->id != other->id)
    return one->id < other->id ? -1 : 1;
  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;
  return one->powertrain - other->powertrain;
}

static void
collect_entry (GHashTable *seen, GPtrArray *entries, const CorParameter *entry)
{
  if (entry != NULL && g_hash_table_add (seen, (gpointer) entry))
    g_ptr_array_add (entries, (gpointer) entry);
}

static void
collect_table (const CorFacts *facts, const CorParamTable *table, GHashTable *seen, GPtrArray *entries)
{
  for (guint id = 0; table != NULL && id < COR_N_PARAMS; id++)
    {
      CorParamValue value;

      if (!cor_param_table_get (table, id, facts->model_year, &value))
        continue;
      collect_entry (seen, entries, value.from);
      collect_entry (seen, entries, value.to);
    }
}

/* All entries that the trucks compared read in the model year shown. */
static GPtrArray *
collect (const CorFacts *facts)
{
  GPtrArray *entries = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorDutyResult *duty = &facts->results->duties[i];
      const CorAlternative *shown = cor_duty_result_shown (duty);

      if (shown != NULL)
        collect_table (facts, shown->table, seen, entries);
      if (duty->diesel != NULL)
        collect_table (facts, duty->diesel->table, seen, entries);
    }
  g_ptr_array_sort (entries, by_id);
  return entries;
}

/* What it holds for: truck type, powertrain, region. */
static char *
holds_for (const CorFacts *facts, const CorParameter *entry)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (entry->truck_type != NULL)
    g_ptr_array_add (words, (gpointer) cor_data_name (entry->truck_type));
  if (entry->powertrain >= 0)
    g_ptr_array_add (words, (gpointer) cor_enum_name (cor_powertrain_values, entry->powertrain));
  if (entry->region != NULL)
    g_ptr_array_add (words, (gpointer) cor_facts_region (facts, entry->region));
  if (words->len == 0)
    return g_strdup (_ ("all"));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (_ (", "), (char **) words->pdata);
}

static char *
range_text (const CorParameter *entry)
{
  g_autofree char *low = cor_format_significant (entry->low, 4), *high = cor_format_significant (entry->high, 4);

  if (entry->low == entry->high)
    return NULL;
  return g_strdup_printf ("%s – %s", low, high);
}

static void
add_parameter (CorSheet *sheet, const CorFacts *facts, CorTable *table, const CorParameter *entry)
{
  const CorParamInfo *info = cor_param_info (entry->id);
  int year = entry->source_year ? entry->source_year : entry->year;

  cor_table_add (table, g_strdup (_ (info->label)), cor_format_significant (entry->value, 4), range_text (entry),
                 g_strdup (cor_unit_text (info->unit)), year ? g_strdup_printf ("%d", year) : NULL,
                 holds_for (facts, entry), g_strdup (cor_enum_name (cor_param_status_values, entry->status)), 
                 cor_sheet_cite (sheet, entry->source ? entry->source : _ ("Own entry in this scenario"), entry->place));
  if (entry->status == COR_STATUS_ASSUMED)
    cor_table_mark (table, VALUE_COLUMN);
}

static void
parameters (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = {
    { _ ("Parameter"), 34, FALSE }, { _ ("Value"), 9, TRUE },    { _ ("Low – high"), 13, TRUE }, { _ ("Unit"), 10, FALSE },
    { _ ("Year"), 5, TRUE },        { _ ("For"), 15, FALSE },    { _ ("Status"), 9, FALSE },     { _ ("Source"), 34, FALSE },
  };
  g_autoptr (GPtrArray) entries = collect (facts);
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), TRUE);

  for (guint i = 0; i < entries->len; i++)
    add_parameter (sheet, facts, table, g_ptr_array_index (entries, i));
  cor_table_draw (table);
}

static void
credits (CorSheet *sheet)
{
  g_autofree char *map = cor_report_map_attribution (sheet);
  g_autofree char *text
    = g_strdup_printf (_ ("Map: %s. Emission factors and parameters belong to the sources named beside them; they are quoted as facts. "
                          "The calculation is free software under the GNU General Public License, version 3 or later."),
                       map);

  cor_sheet_subhead (sheet, _ ("Attribution and licences"));
  cor_sheet_text (sheet, COR_INK_BODY, text);
  if (sheet->input->network != NULL && cor_network_indicative (sheet->input->network))
    cor_sheet_text (sheet, COR_INK_BODY,
                    _ ("The road network is indicative: drawn from known facts, within some percent of known distances. For exact "
                       "detours the way is to import roads from OpenStreetMap."));
  if (sheet->input->network != NULL && !cor_network_has_heights (sheet->input->network))
    cor_sheet_text (sheet, COR_INK_BODY,
                    _ ("The road network has no heights: roads count as level. In hilly country trucks take more than is shown here."));
}

void
cor_report_method (CorSheet *sheet, const CorFacts *facts)
{
  const CorItem *head = &cor_scenario_head (facts->results->scenario)->item;
  const char *note = cor_item_note (head, facts->zh);

  cor_sheet_section (sheet, _ ("Method and figures"), NULL);
  if (note != NULL)
    cor_sheet_text (sheet, COR_INK_BODY, note);
  cor_sheet_text (sheet, COR_INK_BODY,
                  _ ("Cost of ownership is the discounted sum, year by year, of truck and battery, interest and tax, energy, tolls, "
                     "upkeep, insurance, driver time for energy and detours, payload lost, less resale and policies. The parity "
                     "year is the first model year in which that of the zero-emission trucks is no higher than that of diesel "
                     "trucks doing the same work. Energy detours count as driven km, not as transport km."));
  cor_sheet_subhead (sheet, _ ("Parameters in use"));
  cor_sheet_text (sheet, COR_INK_CAPTION,
                  _ ("Status: measured in operation, published by the source, derived from it, or assumed. Shares are of 1. Where two "
                     "years stand for one parameter, values between are read linearly."));
  parameters (sheet, facts);
  credits (sheet);
}
