/* cor-report-references.c: long sources as numbers, and the list of them at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-references.h"

#include "cor-data-text.h"
#include "cor-report-parts.h"
#include "cor-report-table.h"

#include <glib/gi18n-lib.h>

/* Sources up to so many characters stand as they are. */
#define SHORT 28

static guint
number_of (CorSheet *sheet, const char *source)
{
  guint index;

  if (sheet->references == NULL)
    sheet->references = g_ptr_array_new_with_free_func (g_free);
  if (g_ptr_array_find_with_equal_func (sheet->references, source, g_str_equal, &index))
    return index + 1;
  g_ptr_array_add (sheet->references, g_strdup (source));
  return sheet->references->len;
}

char *
cor_sheet_cite (CorSheet *sheet, const char *source, const char *place)
{
  g_autofree char *mark = NULL;

  source = cor_data_text (source);
  place = cor_data_text (place);
  if (g_utf8_strlen (source, -1) <= SHORT)
    mark = g_strdup (source);
  else
    mark = g_strdup_printf ("[%u]", number_of (sheet, source));
  if (place == NULL || *place == '\0')
    return g_steal_pointer (&mark);
  return g_strdup_printf (*mark == '[' ? "%s %s" : "%s; %s", mark, place);
}

void
cor_report_references (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = { { "", 5, TRUE }, { _ ("Source"), 118, FALSE } };
  CorTable *table;

  if (sheet->references == NULL)
    return;
  cor_sheet_section (sheet, _ ("Sources"), _ ("The numbers in square brackets on the pages before stand for these."));
  table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), TRUE);
  for (guint i = 0; i < sheet->references->len; i++)
    cor_table_add (table, g_strdup_printf ("[%u]", i + 1), g_strdup (g_ptr_array_index (sheet->references, i)));
  cor_table_draw (table);
}
