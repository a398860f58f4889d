/* cor-card.c: a number on screen that leads to where it comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-card.h"

#include "cor-change-trace.h"
#include "cor-format.h"
#include "cor-marks.h"
#include "cor-trace-window.h"

#include <glib/gi18n-lib.h>

/*
 * A figure that a widget shows: that of the key, or the trace where no key names it; with @make both once asked for.
 * @on: what it rests on that is assumed, once that is known
 */
typedef struct
{
  CorResults *results;
  CorTraceKey key;
  CorTrace *trace;
  CorTrace *on;
  CorCardMake make;
  gpointer data;
  GDestroyNotify free;
} Figure;

/* The figures that a sentence names. */
typedef struct
{
  GArray *figures;
  char *markup;
} Sentence;

static void
figure_free (gpointer data)
{
  Figure *figure = data;

  if (figure == NULL)
    return;
  g_clear_pointer (&figure->results, cor_results_unref);
  g_clear_pointer (&figure->trace, cor_trace_unref);
  g_clear_pointer (&figure->on, cor_trace_unref);
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

static void
card_clear (gpointer trace)
{
  if (trace != NULL)
    cor_trace_unref (trace);
}

GPtrArray *
cor_card_list_new (void)
{
  return g_ptr_array_new_with_free_func (card_clear);
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
  text = cor_card_tooltip (trace, figure->on, NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Says what a figure rests on; @n is 1. */
static void
mark (GtkWidget *widget, CorTrace *const *on, guint n)
{
  Figure *figure = g_object_get_data (G_OBJECT (widget), "figure");

  g_clear_pointer (&figure->on, cor_trace_unref);
  figure->on = on[0] != NULL ? cor_trace_ref (on[0]) : NULL;
  cor_card_mark (widget, on[0]);
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

/* Takes @figure over; %NULL takes the card away. Marked before, it stays so until it is known whether it still is. */
static void
attach (GtkWidget *widget, Figure *figure, const CorMark *of)
{
  gboolean known = g_object_get_data (G_OBJECT (widget), "explained") != NULL;

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
  if (figure == NULL)
    cor_card_mark (widget, NULL);
  cor_marks_ask (widget, of, figure != NULL ? 1 : 0, mark);
}

static Figure *
figure_new (const CorResults *results)
{
  Figure *figure = g_new0 (Figure, 1);

  figure->results = cor_results_ref ((CorResults *)results);
  return figure;
}

void
cor_card_attach (GtkWidget *widget, const CorResults *results, const CorTraceKey *key)
{
  Figure *figure = results != NULL ? figure_new (results) : NULL;

  if (figure != NULL)
    figure->key = *key;
  attach (widget, figure, figure != NULL ? &(CorMark){ figure->results, figure->key, NULL } : NULL);
}

void
cor_card_attach_trace (GtkWidget *widget, const CorResults *results, CorTrace *trace)
{
  Figure *figure = figure_new (results);

  figure->trace = cor_trace_ref (trace);
  attach (widget, figure, &(CorMark){ (CorResults *)results, trace->key, trace });
}

void
cor_card_attach_made (
    GtkWidget *widget, CorCardMake make, gpointer data, GDestroyNotify destroy, const CorResults *results, const CorTraceKey *rests)
{
  Figure *figure = g_new0 (Figure, 1);

  figure->make = make;
  figure->data = data;
  figure->free = destroy;
  attach (widget, figure, &(CorMark){ (CorResults *)results, *rests, NULL });
}

/* A change that is shown: two figures of two results. */
typedef struct
{
  CorResults *results, *base;
  CorTraceKey key, base_key;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  cor_results_unref (change->results);
  cor_results_unref (change->base);
  g_free (change);
}

static CorTrace *
make_change (gpointer data, CorResults **results)
{
  const Change *change = data;
  CorTrace *trace = cor_change_trace (change->results, &change->key, change->base, &change->base_key, cor_format_is_chinese (NULL));

  if (trace != NULL)
    *results = cor_results_ref (change->results);
  return trace;
}

void
cor_card_attach_change (
    GtkWidget *widget, const CorResults *results, const CorTraceKey *key, const CorResults *base, const CorTraceKey *base_key)
{
  Change *change = g_new0 (Change, 1);

  *change = (Change){ cor_results_ref ((CorResults *) results), cor_results_ref ((CorResults *) base), *key, *base_key };
  cor_card_attach_made (widget, make_change, change, change_free, results, key);
}

static void
mark_clear (gpointer data)
{
  const CorMark *mark = data;

  cor_results_unref (mark->results);
  if (mark->trace != NULL)
    cor_trace_unref (mark->trace);
}

static void
sentence_free (gpointer data)
{
  Sentence *sentence = data;

  g_array_unref (sentence->figures);
  g_free (sentence->markup);
  g_free (sentence);
}

static gboolean
link_activated (GtkWidget *label, const char *uri)
{
  const Sentence *sentence = g_object_get_data (G_OBJECT (label), "sentence");
  guint index = (guint)g_ascii_strtoull (uri, NULL, 10);
  const CorMark *figure = sentence != NULL && index < sentence->figures->len ? &g_array_index (sentence->figures, CorMark, index) : NULL;

  if (figure != NULL && figure->trace != NULL)
    cor_card_open_trace (label, figure->results, figure->trace);
  else if (figure != NULL)
    cor_card_open (label, figure->results, &figure->key);
  return TRUE;
}

char *
cor_card_link (char *text, guint index)
{
  g_autofree char *figure = text;

  return g_markup_printf_escaped ("<a href=\"%u\">%s</a>", index, figure);
}

/* Each figure that rests on something assumed says so when the pointer rests on it. */
static void
mark_sentence (GtkWidget *label, CorTrace *const *on, guint n)
{
  const Sentence *sentence = g_object_get_data (G_OBJECT (label), "sentence");
  g_autoptr (GString) markup = g_string_new (sentence->markup);
  CorTrace *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *link = g_strdup_printf ("<a href=\"%u\"", i);
      g_autofree char *told = on[i] != NULL ? cor_card_rests (on[i]) : NULL;
      g_autofree char *title = told != NULL ? g_markup_printf_escaped (" title=\"%s\" class=\"assumed\"", told) : NULL;
      g_autofree char *titled = g_strconcat (link, title, NULL);

      g_string_replace (markup, link, titled, 1);
      first = first != NULL ? first : on[i];
    }
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  cor_card_mark (label, first);
}

void
cor_card_set_sentence (GtkLabel *label, const char *markup, const CorMark *figures, guint n)
{
  Sentence *sentence = g_new0 (Sentence, 1);

  sentence->figures = g_array_new (FALSE, FALSE, sizeof (CorMark));
  g_array_set_clear_func (sentence->figures, mark_clear);
  sentence->markup = g_strdup (markup);
  g_array_append_vals (sentence->figures, figures, n);
  for (guint i = 0; i < n; i++)
    {
      cor_results_ref (figures[i].results);
      if (figures[i].trace != NULL)
        cor_trace_ref (figures[i].trace);
    }
  if (g_object_get_data (G_OBJECT (label), "sentence") == NULL)
    g_signal_connect (label, "activate-link", G_CALLBACK (link_activated), NULL);
  g_object_set_data_full (G_OBJECT (label), "sentence", sentence, sentence_free);
  gtk_widget_add_css_class (GTK_WIDGET (label), "cor-sentence");
  gtk_label_set_markup (label, markup);
  if (n == 0)
    cor_card_mark (GTK_WIDGET (label), NULL);
  cor_marks_ask (GTK_WIDGET (label), figures, n, mark_sentence);
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
