/* cor-inspector-plan.c: the stops of a duty's day in short, each a way to its station.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-inspector-cards.h"

#include "cor-format.h"
#include "cor-plan-rows.h"

#include <glib/gi18n-lib.h>

/* More stops than this are left to the plan's own window. */
#define MOST_STOPS 6

static void
stop_activated (AdwActionRow *row, CorSession *session)
{
  const char *station = g_object_get_data (G_OBJECT (row), "station");

  cor_selection_set (cor_session_get_selection (session), COR_ITEM_STATION, station);
  gtk_widget_activate_action (GTK_WIDGET (row), "win.show-selected", NULL);
}

static char *
place_and_time (const CorPlanStop *stop)
{
  g_autofree char *km = cor_format_quantity (COR_QUANTITY_KM, stop->day_m / 1000, NULL);
  g_autofree char *clock = cor_plan_clock (stop->arrive_h);
  g_autofree char *minutes = cor_format_quantity (COR_QUANTITY_MINUTES, stop->minutes + stop->wait_min, NULL);

  return g_strdup_printf ("%s · %s · %s", km, clock, minutes);
}

static void
add_stop (GtkListBox *card, CorSession *session, const CorResults *results, const CorPlanStop *stop)
{
  const CorItem *const *stations;
  GtkWidget *row = adw_action_row_new (), *label;
  g_autofree char *name = cor_plan_stop_name (results, stop), *subtitle = place_and_time (stop);
  g_autofree char *in = cor_format_number (stop->soc_in * 100, 0), *out = cor_format_percent (stop->soc_out, 0, NULL);
  g_autofree char *charge = g_strdup_printf ("%s" COR_NBSP "→" COR_NBSP "%s", in, out);
  guint n;

  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  label = gtk_label_new (charge);
  gtk_widget_add_css_class (label, "cor-figure");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_add_css_class (row, "cor-row");
  if (stop->station >= 0 && (guint) stop->station < n)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "station", g_strdup (stations[stop->station]->id), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (stop_activated), session, 0);
    }
  gtk_list_box_append (card, row);
}

void
cor_inspector_add_plan (GtkBox *box, CorSession *session, const CorResults *results, const CorDutyResult *duty)
{
  const CorAlternative *shown = cor_duty_result_shown (duty);
  const CorPlan *plan = shown != NULL ? shown->plan : NULL;
  GtkListBox *card;
  GtkWidget *row, *arrow;

  if (plan == NULL)
    return;
  card = cor_inspector_add_card (box, _ ("Charging plan"), plan->feasible ? _ ("a working day") : NULL);
  for (guint i = 0; plan->feasible && i < MIN (plan->n_stops, MOST_STOPS); i++)
    add_stop (card, session, results, &plan->stops[i]);
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Along the route…"));
  arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_widget_add_css_class (row, "cor-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.plan");
  gtk_list_box_append (card, row);
}
