/* cor-compare-csv.c: the comparison of variants as CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-compare-private.h"

#include <math.h>
#include <string.h>

static void
append_quoted (GString *text, const char *field)
{
  g_autofree char *doubled = NULL;
  g_auto (GStrv) parts = NULL;

  if (strpbrk (field, ",\"\n") == NULL)
    {
      g_string_append (text, field);
      return;
    }
  parts = g_strsplit (field, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"", doubled);
}

static void
append_line (GString *text, const char *label, const char *unit, const double *values, guint n)
{
  append_quoted (text, label);
  g_string_append_c (text, ',');
  append_quoted (text, unit);
  for (guint i = 0; i < n; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_c (text, ',');
      if (!isnan (values[i]))
        g_string_append (text, g_ascii_formatd (number, sizeof number, "%.6g", values[i]));
    }
  g_string_append_c (text, '\n');
}

/* The year in which parity is lost again, where it is in any. */
static void
append_lost (GString *text, const char *label, const CorParitySpells *spells, guint n)
{
  g_autofree double *values = g_new (double, n);
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      values[i] = spells[i].lost > 0 ? spells[i].lost : NAN;
      any |= spells[i].lost > 0;
    }
  if (any)
    append_line (text, label, "year", values, n);
}

char *
cor_compare_to_csv (const CorResults *const *results, const char *const *names, guint n)
{
  g_autoptr (GPtrArray) duties = cor_compare_duties (results, n);
  g_autofree double *values = g_new (double, n);
  g_autofree CorParitySpells *spells = g_new0 (CorParitySpells, n);
  GString *text = g_string_new ("figure,unit");
  guint n_lines;
  const CorCompareLine *lines = cor_compare_lines (&n_lines);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (text, ',');
      append_quoted (text, names[i]);
    }
  g_string_append_c (text, '\n');
  for (guint l = 0; l < n_lines; l++)
    {
      for (guint i = 0; i < n; i++)
        values[i] = results[i] != NULL ? lines[l].figure (results[i]) : NAN;
      for (guint i = 0; lines[l].manner == COR_COMPARE_YEAR && i < n; i++)
        values[i] = values[i] > 0 ? values[i] : NAN;
      append_line (text, lines[l].key, lines[l].plain_unit, values, n);
      for (guint i = 0; i < n; i++)
        spells[i] = results[i] != NULL ? results[i]->parity : (CorParitySpells){ 0 };
      if (lines[l].manner == COR_COMPARE_YEAR)
        append_lost (text, "parity_lost_year", spells, n);
    }
  for (guint d = 0; d < duties->len; d++)
    {
      const char *id = ((const CorDuty *)duties->pdata[d])->item.id;
      g_autofree char *label = g_strdup_printf ("parity_year %s", id), *lost = g_strdup_printf ("parity_lost_year %s", id);

      for (guint i = 0; i < n; i++)
        {
          values[i] = cor_compare_duty_parity (results[i], id, &spells[i]);
          values[i] = values[i] > 0 ? values[i] : NAN;
        }
      append_line (text, label, "year", values, n);
      append_lost (text, lost, spells, n);
    }
  return g_string_free (text, FALSE);
}
