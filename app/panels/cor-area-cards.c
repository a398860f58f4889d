/* cor-area-cards.c: the cards of the areas of a small map, by pointer and by keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-area-cards.h"

#include "cor-card.h"
#include "cor-format.h"
#include "cor-marks.h"
#include "cor-trace-row.h"

/* The cards of a map, and what each rests on that is assumed, empty until that is known. @at: the area that the keys
 * are at, -1 for none. */
typedef struct
{
  CorResults *results;
  GPtrArray *traces;
  GPtrArray *on;
  int at;
} Cards;

static void
cards_free (gpointer data)
{
  Cards *cards = data;

  cor_results_unref (cards->results);
  g_ptr_array_unref (cards->traces);
  g_ptr_array_unref (cards->on);
  g_free (cards);
}

static Cards *
cards_of (GtkWidget *map)
{
  return g_object_get_data (G_OBJECT (map), "cards");
}

static CorTrace *
trace_of (GtkWidget *map, int area)
{
  const Cards *cards = cards_of (map);

  return area >= 0 && (guint) area < cards->traces->len ? g_ptr_array_index (cards->traces, area) : NULL;
}

/* Its title, value, and what is assumed in it. */
static char *
told (GtkWidget *map, const CorTrace *trace)
{
  const Cards *cards = cards_of (map);
  guint at = 0;
  g_autofree char *value = cor_trace_value_text (trace->value, trace->unit);
  g_autofree char *line = cor_format_told (trace->title, value);

  g_ptr_array_find (cards->traces, trace, &at);
  return cor_card_tooltip (trace, at < cards->on->len ? g_ptr_array_index (cards->on, at) : NULL, line);
}

static gboolean
query_tooltip (GtkWidget *map, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const CorTrace *trace = keyboard ? NULL : trace_of (map, cor_area_map_find (COR_AREA_MAP (map), x, y));
  g_autofree char *text = trace != NULL ? told (map, trace) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  if (text != NULL)
    gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 6, y - 6, 12, 12 });
  return text != NULL;
}

static void
open_area (GtkWidget *map, int area)
{
  CorTrace *trace = trace_of (map, area);

  if (trace != NULL)
    cor_card_open_trace (map, cards_of (map)->results, trace);
}

static void
released (GtkGestureClick *gesture, int n, double x, double y, GtkWidget *map)
{
  open_area (map, cor_area_map_find (COR_AREA_MAP (map), x, y));
}

/* The next area with a card, in the order of the table; what it is, is said. */
static gboolean
step_key (GtkWidget *map, GVariant *arguments, gpointer step)
{
  Cards *cards = cards_of (map);
  const CorTrace *trace;
  int at = cards->at;
  g_autofree char *text = NULL;

  do
    {
      at += GPOINTER_TO_INT (step);
      trace = trace_of (map, at);
    }
  while (at >= 0 && (guint) at < cards->traces->len && trace == NULL);
  if (trace == NULL)
    return FALSE;
  cards->at = at;
  text = told (map, trace);
  gtk_accessible_update_property (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return TRUE;
}

static gboolean
open_key (GtkWidget *map, GVariant *arguments, gpointer data)
{
  open_area (map, cards_of (map)->at);
  return cards_of (map)->at >= 0;
}

static void
add_key (GtkEventController *keys, guint key, GtkShortcutFunc func, int step)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (func, GINT_TO_POINTER (step), NULL)));
}

static void
attach (GtkWidget *map)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  add_key (keys, GDK_KEY_Right, step_key, 1);
  add_key (keys, GDK_KEY_Left, step_key, -1);
  add_key (keys, GDK_KEY_Return, open_key, 0);
  g_signal_connect (click, "released", G_CALLBACK (released), map);
  g_signal_connect (map, "query-tooltip", G_CALLBACK (query_tooltip), NULL);
  gtk_widget_add_controller (map, keys);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (map, TRUE);
  gtk_widget_set_has_tooltip (map, TRUE);
}

static void
mark (GtkWidget *map, CorTrace *const *on, guint n)
{
  Cards *cards = cards_of (map);
  guint at = 0;

  for (guint i = 0; i < cards->traces->len; i++)
    {
      CorTrace *rests = g_ptr_array_index (cards->traces, i) != NULL ? on[at++] : NULL;

      g_ptr_array_add (cards->on, rests != NULL ? cor_trace_ref (rests) : NULL);
    }
}

/* Only areas with a card are asked for. */
static void
ask_marks (GtkWidget *map, const Cards *cards)
{
  g_autofree CorMark *marks = g_new0 (CorMark, cards->traces->len);
  guint n = 0;

  for (guint i = 0; i < cards->traces->len; i++)
    {
      CorTrace *trace = g_ptr_array_index (cards->traces, i);

      if (trace != NULL)
        marks[n++] = (CorMark){ cards->results, trace->key, trace };
    }
  cor_marks_ask (map, marks, n, mark);
}

void
cor_area_cards_set (CorAreaMap *map, const CorResults *results, GPtrArray *traces)
{
  Cards *cards = g_new (Cards, 1);
  gboolean first = cards_of (GTK_WIDGET (map)) == NULL;

  *cards = (Cards){ cor_results_ref ((CorResults *) results), traces, cor_card_list_new (), -1 };
  g_object_set_data_full (G_OBJECT (map), "cards", cards, cards_free);
  if (first)
    attach (GTK_WIDGET (map));
  ask_marks (GTK_WIDGET (map), cards);
}
