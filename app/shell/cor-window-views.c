/* cor-window-views.c: the windows that show more of the results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-break-even-window.h"
#include "cor-cash-flow-window.h"
#include "cor-chart-results.h"
#include "cor-instruments.h"
#include "cor-plan-window.h"
#include "cor-settings.h"
#include "cor-toasts.h"
#include "cor-tour.h"
#include "cor-sure-window.h"
#include "cor-workshop.h"

#include <glib/gi18n-lib.h>

/* Whether @duty is, or belongs to, what is selected. */
static gboolean
is_selected (const CorDutyResult *duty, CorItemKind kind, const char *id)
{
  switch (kind)
    {
    case COR_ITEM_DUTY:
      return g_strcmp0 (duty->duty->item.id, id) == 0;
    case COR_ITEM_ROUTE:
      return g_strcmp0 (duty->duty->route, id) == 0;
    case COR_ITEM_TRUCK:
      return g_strcmp0 (duty->duty->truck, id) == 0;
    default:
      return FALSE;
    }
}

/* The duty that is selected, else the first that has costs; NULL where none has. */
static const CorDutyResult *
duty_to_show (CorWindow *self, const CorResults *results)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  const char *id = cor_selection_get_id (selection);
  const CorDutyResult *first = NULL;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_shown (duty);

      if (truck == NULL || truck->tco == NULL)
        continue;
      if (id != NULL && is_selected (duty, cor_selection_get_kind (selection), id))
        return duty;
      if (first == NULL)
        first = duty;
    }
  return first;
}

static void
cash_flow_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  const CorResults *results = cor_session_get_results (self->session);
  const CorDutyResult *duty = results != NULL ? duty_to_show (self, results) : NULL;

  if (duty == NULL)
    {
      cor_toasts_say (self->toasts, _ ("No duty has a cost to show yet"));
      return;
    }
  gtk_window_present (GTK_WINDOW (cor_cash_flow_window_new (GTK_WINDOW (self), (CorResults *) results, duty)));
}

/* The duty that is selected or belongs to what is; else the one with most stops. */
static const CorDutyResult *
duty_to_plan (CorWindow *self, const CorResults *results)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  const char *id = cor_selection_get_id (selection);

  for (guint i = 0; id != NULL && i < results->n_duties; i++)
    if (is_selected (&results->duties[i], cor_selection_get_kind (selection), id))
      return &results->duties[i];
  return cor_chart_results_duty (results);
}

static void
plan_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  const CorResults *results = cor_session_get_results (self->session);
  const CorDutyResult *duty = results != NULL ? duty_to_plan (self, results) : NULL;

  if (duty == NULL)
    {
      cor_toasts_say (self->toasts, _ ("No duty has a plan to show yet"));
      return;
    }
  gtk_window_present (GTK_WINDOW (cor_plan_window_new (GTK_WINDOW (self), self->session, duty->duty->item.id)));
}

static void
break_even_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  const CorResults *results = cor_session_get_results (self->session);
  const CorDutyResult *duty = results != NULL ? duty_to_show (self, results) : NULL;

  gtk_window_present (GTK_WINDOW (
    cor_break_even_window_new (GTK_WINDOW (self), self->session, duty != NULL ? duty->duty->item.id : NULL)));
}

static void
sure_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  const CorResults *results = cor_session_get_results (self->session);
  const CorDutyResult *duty = results != NULL ? duty_to_show (self, results) : NULL;

  gtk_window_present (GTK_WINDOW (
    cor_sure_window_new (GTK_WINDOW (self), self->session, duty != NULL ? duty->duty->item.id : NULL)));
}

static void
instruments_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;

  gtk_window_present (GTK_WINDOW (cor_instruments_window_new (GTK_WINDOW (self), self->session)));
}

static void
workshop_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  CorApplication *app = COR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GtkWindow *workshop = GTK_WINDOW (cor_workshop_new (app, self->session));

  gtk_window_fullscreen (workshop);
  gtk_window_present (workshop);
}

static void
tour_ended (gpointer data)
{
  g_settings_set_boolean (cor_settings_get (), "tour-done", TRUE);
}

static void
tour_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  GtkWidget *targets[] = { [COR_TOUR_MAP] = GTK_WIDGET (self->map_bin),
                           [COR_TOUR_NUMBERS] = GTK_WIDGET (self->bottom),
                           [COR_TOUR_INSPECTOR] = GTK_WIDGET (self->inspector_bin),
                           [COR_TOUR_LIST] = GTK_WIDGET (self->list_bin),
                           [COR_TOUR_MENU] = GTK_WIDGET (self->menu_button) };

  if (!cor_window_is_empty (self) && (self->tour == NULL || gtk_widget_get_parent (self->tour) == NULL))
    g_set_weak_pointer (&self->tour, cor_tour_start (targets, tour_ended, NULL));
}

void
cor_window_add_view_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "cash-flow", cash_flow_activated, NULL, NULL, NULL, { 0 } },
    { "plan", plan_activated, NULL, NULL, NULL, { 0 } },
    { "break-even", break_even_activated, NULL, NULL, NULL, { 0 } },
    { "sure", sure_activated, NULL, NULL, NULL, { 0 } },
    { "workshop", workshop_activated, NULL, NULL, NULL, { 0 } },
    { "tour", tour_activated, NULL, NULL, NULL, { 0 } },
    { "instruments", instruments_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
