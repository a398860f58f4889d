/* cor-card.c: a number on screen that leads to where it comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-card.h"

#include "cor-format.h"
#include "cor-trace-window.h"

#include <glib/gi18n-lib.h>

/* Sources of assumed inputs that a tooltip names, and inputs of each; the card has the rest. */
#define MOST_SOURCES 3
#define MOST_NAMED 2

/* A figure that a widget shows: that of the key, or the trace where no key names it; with @make both once asked for. */
typedef struct
{
  CorResults *results;
  CorTraceKey key;
  CorTrace *trace;
  CorCardMake make;
  gpointer data;
  GDestroyNotify free;
} Figure;

/* The figures that a sentence names. */
typedef struct
{
  CorResults *results;
  GArray *keys;
} Sentence;

static void
figure_free (gpointer data)
{
  Figure *figure = data;

  if (figure == NULL)
    return;
  g_clear_pointer (&figure->results, cor_results_unref);
  g_clear_pointer (&figure->trace, cor_trace_unref);
  if (figure->free != NULL)
    figure->free (figure->data);
  g_free (figure);
}

/* What is made only when it is asked for. */
static void
figure_settle (Figure *figure)
{
  if (figure->make != NULL && figure->trace == NULL)
    figure->trace = figure->make (figure->data, &figure->results);
}

static CorTrace *
figure_trace (Figure *figure)
{
  figure_settle (figure);
  if (figure->make != NULL && figure->trace == NULL)
    return NULL;
  if (figure->trace != NULL)
    return cor_trace_ref (figure->trace);
  return cor_trace_new (figure->results, &figure->key, cor_format_is_chinese (NULL));
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
cor_card_open (GtkWidget *from, const CorResults *results, const CorTraceKey *key)
{
  g_autoptr (CorTrace) trace = cor_trace_new (results, key, FALSE);

  if (trace != NULL)
    gtk_window_present (GTK_WINDOW (cor_trace_window_new (window_of (from), (CorResults *)results, key)));
}

void
cor_card_open_trace (GtkWidget *from, const CorResults *results, CorTrace *trace)
{
  gtk_window_present (GTK_WINDOW (cor_trace_window_new_for (window_of (from), (CorResults *)results, trace)));
}

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
  const CorTraceInput *input;
  guint at = 0, named = 0;

  while ((input = next_assumed (trace, &at, source)) != NULL)
    {
      if (named < MOST_NAMED)
        g_string_append_printf (text, "%s%s", named == 0 ? "\n" : _ (", "), input->label);
      else if (named == MOST_NAMED)
        g_string_append (text, " …");
      named++;
    }
  g_string_append_printf (text, ": %s", source);
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
cor_card_tooltip (const CorTrace *trace, const char *value)
{
  g_autofree char *assumed = assumed_text (trace);

  return g_strconcat (value != NULL ? value : "", value != NULL ? "\n" : "",
                      *assumed != '\0' ? _ ("Where it comes from; assumed in it:") : _ ("Where it comes from"), assumed, NULL);
}

/* What the pointer is told: worked out only when it rests on the number. */
static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  Figure *figure = g_object_get_data (G_OBJECT (widget), "figure");
  g_autoptr (CorTrace) trace = figure != NULL ? figure_trace (figure) : NULL;
  g_autofree char *text = NULL;

  if (trace == NULL)
    return FALSE;
  text = cor_card_tooltip (trace, NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Whether the figure rests on something assumed; the tooltip and a screen reader name it. */
static gboolean
mark_assumed (GtkWidget *widget, Figure *figure)
{
  g_autoptr (CorTrace) trace = figure_trace (figure);
  g_autofree char *assumed = trace != NULL ? assumed_text (trace) : g_strdup ("");
  g_autofree char *text = g_strconcat (_ ("Assumed in it:"), assumed, NULL);

  if (*assumed == '\0')
    return FALSE;
  gtk_widget_add_css_class (widget, "cor-assumed-figure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return TRUE;
}

static void
open_figure (GtkWidget *widget)
{
  Figure *figure = g_object_get_data (G_OBJECT (widget), "figure");

  if (figure == NULL)
    return;
  figure_settle (figure);
  if (figure->trace != NULL)
    cor_card_open_trace (widget, figure->results, figure->trace);
  else if (figure->make == NULL)
    cor_card_open (widget, figure->results, &figure->key);
}

static void
clicked (GtkGestureClick *gesture, int n, double x, double y, GtkWidget *widget)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_figure (widget);
}

static gboolean
key_pressed (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  open_figure (widget);
  return TRUE;
}

/* A widget of its own takes the focus, the pointer and the keys. */
static void
make_button (GtkWidget *widget)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], 0), gtk_callback_action_new (key_pressed, NULL, NULL)));
  g_signal_connect (click, "released", G_CALLBACK (clicked), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, shortcuts);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_cursor_from_name (widget, "pointer");
  gtk_widget_add_css_class (widget, "cor-card-link");
}

/* Takes @figure over; %NULL takes the card away. */
static gboolean
attach (GtkWidget *widget, Figure *figure, gboolean mark)
{
  gboolean known = g_object_get_data (G_OBJECT (widget), "explained") != NULL;
  gboolean marked;

  gtk_widget_set_has_tooltip (widget, figure != NULL);
  g_object_set_data_full (G_OBJECT (widget), "figure", figure, figure_free);
  if (!known && figure != NULL)
    {
      g_object_set_data (G_OBJECT (widget), "explained", GINT_TO_POINTER (TRUE));
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip), NULL);
      if (ADW_IS_ACTION_ROW (widget))
        g_signal_connect (widget, "activated", G_CALLBACK (open_figure), NULL);
      else
        make_button (widget);
    }
  if (ADW_IS_ACTION_ROW (widget))
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), figure != NULL);
  else
    gtk_widget_set_focusable (widget, figure != NULL);
  marked = mark && figure != NULL && mark_assumed (widget, figure);
  if (!marked)
    gtk_widget_remove_css_class (widget, "cor-assumed-figure");
  return marked;
}

static Figure *
figure_new (const CorResults *results)
{
  Figure *figure = g_new0 (Figure, 1);

  figure->results = cor_results_ref ((CorResults *)results);
  return figure;
}

gboolean
cor_card_attach (GtkWidget *widget, const CorResults *results, const CorTraceKey *key, gboolean mark)
{
  Figure *figure = results != NULL ? figure_new (results) : NULL;

  if (figure != NULL)
    figure->key = *key;
  return attach (widget, figure, mark);
}

gboolean
cor_card_attach_trace (GtkWidget *widget, const CorResults *results, CorTrace *trace)
{
  Figure *figure = figure_new (results);

  figure->trace = cor_trace_ref (trace);
  return attach (widget, figure, TRUE);
}

void
cor_card_attach_made (GtkWidget *widget, CorCardMake make, gpointer data, GDestroyNotify destroy)
{
  Figure *figure = g_new0 (Figure, 1);

  figure->make = make;
  figure->data = data;
  figure->free = destroy;
  attach (widget, figure, FALSE);
}

static void
sentence_free (gpointer data)
{
  Sentence *sentence = data;

  cor_results_unref (sentence->results);
  g_array_unref (sentence->keys);
  g_free (sentence);
}

static gboolean
link_activated (GtkWidget *label, const char *uri)
{
  const Sentence *sentence = g_object_get_data (G_OBJECT (label), "sentence");
  guint index = (guint)g_ascii_strtoull (uri, NULL, 10);

  if (sentence != NULL && index < sentence->keys->len)
    cor_card_open (label, sentence->results, &g_array_index (sentence->keys, CorTraceKey, index));
  return TRUE;
}

char *
cor_card_link (char *text, guint index)
{
  g_autofree char *figure = text;

  return g_markup_printf_escaped ("<a href=\"%u\">%s</a>", index, figure);
}

void
cor_card_set_sentence (GtkLabel *label, const char *markup, const CorResults *results, const CorTraceKey *keys, guint n)
{
  Sentence *sentence = g_new0 (Sentence, 1);

  sentence->results = cor_results_ref ((CorResults *)results);
  sentence->keys = g_array_new (FALSE, FALSE, sizeof (CorTraceKey));
  g_array_append_vals (sentence->keys, keys, n);
  if (g_object_get_data (G_OBJECT (label), "sentence") == NULL)
    g_signal_connect (label, "activate-link", G_CALLBACK (link_activated), NULL);
  g_object_set_data_full (G_OBJECT (label), "sentence", sentence, sentence_free);
  gtk_widget_add_css_class (GTK_WIDGET (label), "cor-sentence");
  gtk_label_set_markup (label, markup);
}

GtkWidget *
cor_card_chip_new (CorParamStatus status, const char *source)
{
  static const char *const classes[] = { "measured", "published", "derived", "assumed" };
  GtkWidget *chip = gtk_label_new (cor_enum_name (cor_param_status_values, (int)status));

  gtk_widget_add_css_class (chip, "cor-status");
  gtk_widget_add_css_class (chip, classes[status]);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, source);
  if (source != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, source, -1);
  return chip;
}
