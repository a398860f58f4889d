/* cor-inspector-plan.c: the stops of a duty's day in short, each a way to its station.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-inspector-cards.h"

#include "cor-card.h"
#include "cor-figures.h"
#include "cor-format.h"
#include "cor-plan-rows.h"

#include <glib/gi18n-lib.h>

/* More stops than this are left to the plan's own window. */
#define MOST_STOPS 6

static void
stop_activated (GtkListBox *card, GtkListBoxRow *row, CorSession *session)
{
  const char *station = g_object_get_data (G_OBJECT (row), "station");

  if (station == NULL)
    return;
  cor_selection_set (cor_session_get_selection (session), COR_ITEM_STATION, station);
  gtk_widget_activate_action (GTK_WIDGET (row), "win.show-selected", NULL);
}

/* A figure of the stop of @key in a sentence: its text, taken over, as a link. */
static char *
figure (GArray *marks, const CorResults *results, CorTraceKey key, CorTraceQuantity quantity, char *text)
{
  CorMark mark = { .results = (CorResults *) results, .key = key };

  mark.key.quantity = quantity;
  g_array_append_val (marks, mark);
  return cor_card_link (text, marks->len - 1);
}

static GtkWidget *
sentence_new (const char *css_class, const char *markup, GArray *marks)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  cor_card_set_sentence (GTK_LABEL (label), markup, (const CorMark *) (void *) marks->data, marks->len);
  return label;
}

/* Where and when, and how long with the wait. */
static GtkWidget *
place_and_time (const CorResults *results, const CorPlanStop *stop, CorTraceKey key)
{
  g_autoptr (GArray) marks = cor_figures_marks_new ();
  g_autofree char *km = figure (marks, results, key, COR_TRACE_STOP_KM, cor_format_quantity (COR_QUANTITY_KM, stop->day_m / 1000, NULL));
  g_autofree char *clock = figure (marks, results, key, COR_TRACE_STOP_ARRIVE, cor_plan_clock (stop->arrive_h));
  g_autofree char *minutes = figure (marks, results, key, COR_TRACE_STOP_MINUTES, cor_format_quantity (COR_QUANTITY_MINUTES, stop->minutes, NULL));
  g_autofree char *wait = NULL, *text = NULL;

  if (stop->wait_min >= 0.5)
    wait = figure (marks, results, key, COR_TRACE_STOP_WAIT, cor_format_quantity (COR_QUANTITY_MINUTES, stop->wait_min, NULL));
  text = g_strdup_printf ("%s · %s · %s%s%s", km, clock, minutes, wait != NULL ? " + " : "", wait != NULL ? wait : "");
  return sentence_new ("cor-caption", text, marks);
}

static GtkWidget *
charge (const CorResults *results, const CorPlanStop *stop, CorTraceKey key)
{
  g_autoptr (GArray) marks = cor_figures_marks_new ();
  g_autofree char *in = figure (marks, results, key, COR_TRACE_STOP_SOC_IN, cor_format_number (stop->soc_in * 100, 0));
  g_autofree char *out = figure (marks, results, key, COR_TRACE_STOP_SOC_OUT, cor_format_percent (stop->soc_out, 0, NULL));
  g_autofree char *text = g_strdup_printf ("%s" COR_NBSP "→" COR_NBSP "%s", in, out);

  return sentence_new ("cor-figure", text, marks);
}

static void
add_stop (GtkListBox *card, const CorResults *results, const CorPlanStop *stop, CorTraceKey key)
{
  const CorItem *const *stations;
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = cor_plan_stop_name (results, stop);
  GtkWidget *title = gtk_label_new (name);
  gboolean at_station;
  guint n;

  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  at_station = stop->station >= 0 && (guint) stop->station < n;
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), place_and_time (results, stop, key));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), charge (results, stop, key));
  gtk_widget_add_css_class (box, "cor-stop");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "cor-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), at_station);
  if (at_station)
    g_object_set_data_full (G_OBJECT (row), "station", g_strdup (stations[stop->station]->id), g_free);
  gtk_list_box_append (card, row);
}

/* The truck shown for the duty. */
static CorTraceKey
truck_key (const CorResults *results, const CorDutyResult *duty)
{
  CorTraceKey key = { .duty = (guint) (duty - results->duties) };

  for (guint i = 0; i < duty->n_alternatives; i++)
    if (duty->alternatives[i] == cor_duty_result_shown (duty))
      key.truck = (int) i;
  return key;
}

void
cor_inspector_add_plan (GtkBox *box, CorSession *session, const CorResults *results, const CorDutyResult *duty)
{
  const CorAlternative *shown = cor_duty_result_shown (duty);
  const CorPlan *plan = shown != NULL ? shown->plan : NULL;
  CorTraceKey key = truck_key (results, duty);
  GtkListBox *card;
  GtkWidget *row, *arrow;

  if (plan == NULL)
    return;
  card = cor_inspector_add_card (box, _ ("Charging plan"), plan->feasible ? _ ("a working day") : NULL);
  g_signal_connect_object (card, "row-activated", G_CALLBACK (stop_activated), session, 0);
  for (key.index = 0; plan->feasible && key.index < MIN (plan->n_stops, MOST_STOPS); key.index++)
    add_stop (card, results, &plan->stops[key.index], key);
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Along the route…"));
  arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_widget_add_css_class (row, "cor-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.plan");
  gtk_list_box_append (card, row);
}
