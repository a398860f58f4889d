/* cor-xlsx-inputs.c: the sheets of parameters with their sources and of the items of the scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-xlsx-private.h"

#include "cor-data-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The entries of a layer; @whose says what the layer belongs to. */
static void
put_layer (CorXlsxSheet *sheet, const CorParamLayer *layer, const char *whose)
{
  guint n = 0;
  const CorParameter *entries = layer ? cor_param_layer_entries (layer, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      const CorParameter *entry = &entries[i];
      const CorParamInfo *info = cor_param_info (entry->id);

      cor_xlsx_text (sheet, whose);
      cor_xlsx_text (sheet, info->id);
      cor_xlsx_text (sheet, _ (info->label));
      cor_xlsx_text (sheet, cor_data_name (entry->truck_type));
      cor_xlsx_text (sheet, entry->powertrain < 0 ? NULL : cor_enum_name (cor_powertrain_values, entry->powertrain));
      cor_xlsx_text (sheet, cor_xlsx_region (sheet->book, entry->region));
      cor_xlsx_text (sheet, cor_data_name (entry->convention));
      cor_xlsx_number (sheet, entry->year != 0 ? entry->year : NAN);
      cor_xlsx_number_as (sheet, entry->value, entry->status == COR_STATUS_ASSUMED ? COR_XLSX_ASSUMED : COR_XLSX_PLAIN);
      cor_xlsx_number (sheet, entry->low);
      cor_xlsx_number (sheet, entry->high);
      cor_xlsx_text (sheet, *cor_unit_name (info->unit) != '\0' ? cor_unit_name (info->unit) : info->unit);
      cor_xlsx_text (sheet, cor_enum_name (cor_param_status_values, (int) entry->status));
      cor_xlsx_text (sheet, cor_data_text (entry->source));
      cor_xlsx_text (sheet, cor_data_text (entry->place));
      cor_xlsx_text (sheet, cor_data_text (entry->note));
      cor_xlsx_row_end (sheet);
    }
}

static void
put_own_layers (CorXlsxSheet *sheet, const CorScenario *scenario, CorItemKind kind)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);
  const CorField *field = cor_item_field (kind, "parameters");

  for (guint i = 0; i < n; i++)
    {
      put_layer (sheet, cor_item_boxed (items[i], field), cor_xlsx_name (sheet->book, items[i]));
    }
}

/* From the layer that wins over all others to the defaults. */
void
cor_xlsx_parameters (const CorXlsxBook *book, const CorExportBook *what)
{
  const CorScenario *scenario = what->results->scenario;
  g_autofree char *mark = cor_xlsx_mark_text ();
  CorXlsxSheet sheet;

  cor_xlsx_sheet_init (&sheet, book, _ ("Parameters"));
  cor_xlsx_head (&sheet, "layer", _ ("Whose"), _ ("the upper wins"));
  cor_xlsx_head (&sheet, "id", _ ("Parameter"), NULL);
  cor_xlsx_head (&sheet, "label", _ ("Name"), NULL);
  cor_xlsx_head (&sheet, "truck_type", _ ("Truck type"), NULL);
  cor_xlsx_head (&sheet, "powertrain", _ ("Powertrain"), NULL);
  cor_xlsx_head (&sheet, "region", _ ("Region"), NULL);
  cor_xlsx_head (&sheet, "convention", _ ("Accounting"), NULL);
  cor_xlsx_head (&sheet, "year", _ ("Year"), NULL);
  cor_xlsx_head (&sheet, "value", _ ("Value"), mark);
  cor_xlsx_head (&sheet, "low", _ ("Low"), NULL);
  cor_xlsx_head (&sheet, "high", _ ("High"), NULL);
  cor_xlsx_head (&sheet, "unit", _ ("Unit"), NULL);
  cor_xlsx_head (&sheet, "status", _ ("Status"), NULL);
  cor_xlsx_head (&sheet, "source", _ ("Source"), NULL);
  cor_xlsx_head (&sheet, "place", _ ("Place in it"), NULL);
  cor_xlsx_head (&sheet, "note", _ ("Note"), NULL);
  cor_xlsx_heads_end (&sheet);
  put_own_layers (&sheet, scenario, COR_ITEM_DUTY);
  put_own_layers (&sheet, scenario, COR_ITEM_TRUCK);
  put_layer (&sheet, cor_scenario_head (scenario)->parameters, _ ("Scenario"));
  put_layer (&sheet, what->defaults, _ ("Defaults of the program"));
  cor_xlsx_sheet_end (&sheet);
}

/* What holds, also where the file leaves it to the program. */
static void
put_field (CorXlsxSheet *sheet, const CorItem *item, const CorField *field)
{
  g_autofree char *text = NULL;
  double number;

  switch (field->type)
    {
    case COR_FIELD_NUMBER:
    case COR_FIELD_YEAR:
      number = cor_item_number (item, field);
      cor_xlsx_number (sheet, field->type == COR_FIELD_YEAR && number == 0 ? NAN : number);
      break;
    default:
      text = cor_xlsx_field_text (sheet->book, item, field);
      cor_xlsx_text (sheet, text);
    }
}

/* Parameters have a sheet of their own, as changes have; notes are in one language. */
static gboolean
has_column (const CorField *field)
{
  return field->type != COR_FIELD_PARAMETERS && field->type != COR_FIELD_CHANGES && !g_str_equal (field->key, "note_zh");
}

void
cor_xlsx_items (const CorXlsxBook *book, const CorExportBook *what, CorItemKind kind, const char *name)
{
  guint n, n_fields;
  const CorField *fields = cor_item_fields (kind, &n_fields);
  const CorItem *const *items = cor_scenario_items (what->results->scenario, kind, &n);
  CorXlsxSheet sheet;

  cor_xlsx_sheet_init (&sheet, book, name);
  for (guint f = 0; f < n_fields; f++)
    if (has_column (&fields[f]))
      cor_xlsx_head (&sheet, fields[f].key, cor_xlsx_field_label (&fields[f]),
                     fields[f].unit != NULL && *fields[f].unit != '\0' && g_strcmp0 (fields[f].unit, "1") != 0
                       ? _ (fields[f].unit)
                       : NULL);
  cor_xlsx_heads_end (&sheet);
  for (guint i = 0; i < n; i++)
    {
      for (guint f = 0; f < n_fields; f++)
        if (has_column (&fields[f]))
          put_field (&sheet, items[i], &fields[f]);
      cor_xlsx_row_end (&sheet);
    }
  cor_xlsx_sheet_end (&sheet);
}
