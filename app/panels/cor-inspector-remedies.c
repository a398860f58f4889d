/* cor-inspector-remedies.c: why a duty cannot be done, and buttons that make it possible, each one step of undo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-inspector-cards.h"

#include "cor-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Plugs of a station that is put where a truck would run out, and the least power of each, kW; both
 * a start, to be changed in the inspector. */
#define NEW_PLUGS    4
#define NEW_POWER_KW 120

/* Minutes of leaving and taking the trailer that are begun with, where the day has that many. */
#define UNHITCH_MIN 20

/* A remedy: what its button does when it is clicked. */
typedef struct
{
  CorSession *session;
  char *duty;
  double battery_kwh;
  double power_kw;
  double unhitch_min;
  guint trips;
  CorLonLat place;
} Remedy;

static void
remedy_free (gpointer data, GClosure *closure)
{
  Remedy *remedy = data;

  g_object_unref (remedy->session);
  g_free (remedy->duty);
  g_free (remedy);
}

static CorScenario *
scenario_of (Remedy *remedy)
{
  return cor_document_get_scenario (cor_session_get_document (remedy->session));
}

static void
take_battery (GtkButton *button, Remedy *remedy)
{
  CorScenario *next = cor_edit_parameter (scenario_of (remedy), COR_ITEM_DUTY, remedy->duty,
                                          COR_PARAM_BATTERY, remedy->battery_kwh, NULL);

  if (next != NULL)
    cor_document_apply (cor_session_get_document (remedy->session), next, _ ("Larger battery"),
                        NULL);
}

static void
allow_unhitching (GtkButton *button, Remedy *remedy)
{
  CorScenario *next = cor_edit_parameter (scenario_of (remedy), COR_ITEM_DUTY, remedy->duty, COR_PARAM_UNHITCH_TIME,
                                          remedy->unhitch_min, NULL);

  if (next != NULL)
    cor_document_apply (cor_session_get_document (remedy->session), next, _ ("Allow unhitching"), NULL);
}

static void
put_station (GtkButton *button, Remedy *remedy)
{
  g_autofree char *id = NULL;
  g_autoptr (CorScenario) placed = cor_edit_add_place (
      scenario_of (remedy), COR_ITEM_STATION, COR_STATION_CHARGING, remedy->place, NULL, NULL, &id);
  g_autoptr (CorScenario) powered
      = cor_edit_number (placed, COR_ITEM_STATION, id, "power_kw", remedy->power_kw, NULL);
  CorScenario *next
      = powered != NULL ? cor_edit_number (powered, COR_ITEM_STATION, id, "plugs", NEW_PLUGS, NULL)
                        : NULL;

  if (next != NULL)
    cor_document_apply (cor_session_get_document (remedy->session), next, _ ("Add a station"),
                        NULL);
}

static void
make_trips (GtkButton *button, Remedy *remedy)
{
  const CorDuty *duty = (const CorDuty *) cor_scenario_find (scenario_of (remedy), COR_ITEM_DUTY, remedy->duty);
  CorScenario *next = duty != NULL ? cor_edit_number (scenario_of (remedy), COR_ITEM_ROUTE, duty->route, "trips_per_day",
                                                      remedy->trips, NULL)
                                   : NULL;

  if (next != NULL)
    cor_document_apply (cor_session_get_document (remedy->session), next, _ ("Fewer trips a day"), NULL);
}

static void
add_button (GtkFlowBox *row, const char *label, GCallback callback, const Remedy *remedy)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Remedy *copy = g_memdup2 (remedy, sizeof *remedy);

  copy->session = g_object_ref (remedy->session);
  copy->duty = g_strdup (remedy->duty);
  g_signal_connect_data (button, "clicked", callback, copy, remedy_free, 0);
  gtk_flow_box_insert (row, button, -1);
  /* The button takes the keys, not the cell around it. */
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

/* Where the charge runs out: legs go out and back by turns. */
static gboolean
find_spot (const CorDutyResult *duty, const CorReason *reason, CorLonLat *out)
{
  const CorGeometry *geometry = duty->geometry;
  const CorPath *path = NULL;

  if (geometry != NULL && reason->leg >= 0)
    path = geometry->back != NULL && reason->leg % 2 == 1 ? geometry->back : geometry->out;
  if (path == NULL)
    return FALSE;
  *out = cor_path_locate (path, reason->at_m);
  return TRUE;
}

void
cor_inspector_add_remedies (GtkBox *box, CorSession *session, const CorDutyResult *duty)
{
  const CorAlternative *shown = cor_duty_result_shown (duty);
  const CorReason *reason = shown != NULL && shown->plan != NULL ? &shown->plan->reason : NULL;
  Remedy remedy = { .session = session, .duty = duty->duty->item.id };
  GtkWidget *row;

  if (reason == NULL || reason->code == COR_REASON_NONE)
    return;
  row = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (row), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (row), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (row), 4);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (row), 4);
  gtk_widget_add_css_class (row, "cor-remedies");
  if (reason->fix_battery_kwh > 0)
    {
      g_autofree char *label = NULL;

      remedy.battery_kwh = ceil (reason->fix_battery_kwh);
      label = g_strdup_printf (_ ("Take %.0f kWh"), remedy.battery_kwh);
      add_button (GTK_FLOW_BOX (row), label, G_CALLBACK (take_battery), &remedy);
    }
  if (reason->fix_power_kw > 0 && find_spot (duty, reason, &remedy.place))
    {
      remedy.power_kw = MAX (NEW_POWER_KW, ceil (reason->fix_power_kw));
      add_button (GTK_FLOW_BOX (row), _ ("Place a station there"), G_CALLBACK (put_station), &remedy);
    }
  if (reason->fix_unhitch_min > 0)
    {
      g_autofree char *label = NULL;

      remedy.unhitch_min = MIN (UNHITCH_MIN, reason->fix_unhitch_min);
      label = g_strdup_printf (_ ("Unhitch in %.0f min"), remedy.unhitch_min);
      add_button (GTK_FLOW_BOX (row), label, G_CALLBACK (allow_unhitching), &remedy);
    }
  if (reason->fix_trips > 0)
    {
      g_autofree char *label = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Make %u trip a day", "Make %u trips a day", reason->fix_trips), reason->fix_trips);

      remedy.trips = reason->fix_trips;
      add_button (GTK_FLOW_BOX (row), label, G_CALLBACK (make_trips), &remedy);
    }
  gtk_box_append (box, row);
}

/* The reason why something cannot be done, and what would help. */
static void
add_problem (GtkBox *box, const char *problem, const char *remedy)
{
  GtkWidget *banner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *text = gtk_label_new (NULL);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>%s%s", problem, remedy ? "\n" : "",
                                                     remedy ? remedy : "");

  gtk_label_set_markup (GTK_LABEL (text), markup);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (banner, "cor-problem");
  gtk_box_append (GTK_BOX (banner), icon);
  gtk_box_append (GTK_BOX (banner), text);
  gtk_box_append (box, banner);
}

/* Of one duty: its own reason, and that of its way, which is told once for all duties of a route. */
static void
add_of_duty (GtkBox *box, CorSession *session, const CorDutyResult *duty, gboolean way)
{
  const CorAlternative *shown = cor_duty_result_shown (duty);

  if (shown != NULL && shown->problem != NULL)
    {
      add_problem (box, shown->problem, shown->remedy);
      cor_inspector_add_remedies (box, session, duty);
    }
  if (way && duty->geometry != NULL && duty->geometry->problem != NULL)
    add_problem (box, duty->geometry->problem, NULL);
}

void
cor_inspector_build_problems (GtkBox *box, CorSession *session, const CorResults *results, const CorItem *item)
{
  gboolean way = TRUE;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      gboolean of_route = item->kind == COR_ITEM_ROUTE && g_strcmp0 (duty->duty->route, item->id) == 0;

      if (!of_route && (item->kind != COR_ITEM_DUTY || g_strcmp0 (duty->duty->item.id, item->id) != 0))
        continue;
      add_of_duty (box, session, duty, way);
      way = FALSE;
    }
}
