/* cor-card-tooltip.c: what is told of a number on screen that rests on something assumed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-card.h"

#include "cor-format.h"

#include <glib/gi18n-lib.h>

/* Sources of assumed inputs that a tooltip names, and inputs of each; the card has the rest. */
#define MOST_SOURCES 3
#define MOST_NAMED 2

/* The next input from @from on that is assumed, of @source where that is not %NULL; %NULL where there is none. */
static const CorTraceInput *
next_assumed (const CorTrace *trace, guint *from, const char *source)
{
  while (*from < trace->inputs->len)
    {
      const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, (*from)++);

      if (cor_trace_input_is_open (input) && (source == NULL || g_str_equal (input->source, source)))
        return input;
    }
  return NULL;
}

/* "Low of the range, High of the range: Own assumption" */
static void
append_source (GString *text, const CorTrace *trace, const char *source)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *line = NULL;
  const CorTraceInput *input;
  guint at = 0, named = 0;

  while ((input = next_assumed (trace, &at, source)) != NULL)
    {
      if (named < MOST_NAMED)
        g_string_append_printf (names, "%s%s", named == 0 ? "" : _ (", "), input->label);
      else if (named == MOST_NAMED)
        g_string_append (names, " …");
      named++;
    }
  line = cor_format_told (names->str, source);
  g_string_append_printf (text, "\n%s", line);
}

/* The assumed inputs of a figure, a line for each source; empty where there are none. */
static char *
assumed_text (const CorTrace *trace)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  const CorTraceInput *input;
  guint at = 0;

  while ((input = next_assumed (trace, &at, NULL)) != NULL)
    {
      if (!g_hash_table_add (told, input->source))
        continue;
      if (g_hash_table_size (told) <= MOST_SOURCES)
        append_source (text, trace, input->source);
      else if (g_hash_table_size (told) == MOST_SOURCES + 1)
        g_string_append (text, "\n…");
    }
  return g_string_free (text, FALSE);
}

char *
cor_card_rests (const CorTrace *on)
{
  g_autofree char *assumed = assumed_text (on);

  return g_strconcat (_ ("rests on something assumed:"), assumed, NULL);
}

char *
cor_card_tooltip (const CorTrace *trace, const CorTrace *on, const char *value)
{
  guint at = 0;
  g_autofree char *rests = next_assumed (trace, &at, NULL) != NULL ? cor_card_rests (trace) : on != NULL ? cor_card_rests (on) : NULL;

  return g_strconcat (value != NULL ? value : "", value != NULL ? "\n" : "", _ ("Where it comes from"), rests != NULL ? "\n┄ " : "", rests,
                      NULL);
}

void
cor_card_mark (GtkWidget *widget, const CorTrace *on)
{
  g_autofree char *text = on != NULL ? cor_card_rests (on) : NULL;

  if (text == NULL)
    {
      if (gtk_widget_has_css_class (widget, "cor-assumed-figure"))
        gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      gtk_widget_remove_css_class (widget, "cor-assumed-figure");
      return;
    }
  gtk_widget_add_css_class (widget, "cor-assumed-figure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}
