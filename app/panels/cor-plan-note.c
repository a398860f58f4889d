/* cor-plan-note.c: what a charging plan rests on and how sure it is, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-note.h"

#include "cor-evaluate.h"
#include "cor-format.h"
#include "cor-item-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A plan that is above the best by less than this share is not said to be. */
#define LEAST_GAP 0.0005

/* The truck, the load's way of reckoning, grades. */
static void
add_ground (GString *text, const CorResults *results, const CorDutyResult *duty, const CorAlternative *shown)
{
  const CorPath *path = duty->geometry != NULL ? duty->geometry->out : NULL;

  g_string_append_printf (text, _ ("%s, model year %d; one truck, one working day. %s %s"),
                          cor_item_label (&shown->truck->item, cor_format_is_chinese (NULL)),
                          results->first_year + (int) results->year,
                          shown->outcomes[results->year].measured ? _ ("Energy use as given.") : _ ("Energy use calculated."),
                          path == NULL || path->n_links == 0 ? ""
                          : path->graded                     ? _ ("Slopes from the heights in the road network.")
                                                             : _ ("The road network has no heights: roads count as level."));
}

static void
add_gap (GString *text, const CorPlan *plan)
{
  g_autofree char *share = NULL;

  if (!(plan->gap_yuan >= LEAST_GAP * plan->objective_yuan) || !(plan->objective_yuan > 0))
    return;
  share = cor_format_percent (plan->gap_yuan / plan->objective_yuan, 1, NULL);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, _ ("Very many stations sell by the hour: the plan is at most %s above the cheapest there can be."), share);
}

/* Minutes of a stop's queue: as the plan has them, and what they are in the mean of the simulated days. */
static void
queue_of (const CorResults *results, const CorPlanStop *stop, double *reckoned, double *simulated)
{
  const CorStationWait *wait = &results->waits[stop->station];
  const CorStationResult *station = &results->stations[stop->station];
  gboolean swap = stop->kind == COR_STOP_SWAP;

  *reckoned = swap ? wait->swap_min : wait->plug_min;
  *simulated = swap ? station->swap_wait_min : station->plug_wait_min;
}

/* The stop whose queue is farthest from what the plan reckons with, where the two do not agree. */
static void
add_queue (GString *text, const CorResults *results, const CorPlan *plan)
{
  const CorPlanStop *worst = NULL;
  double most = COR_STATIONS_STEADY_MIN, reckoned = 0, simulated = 0;
  g_autofree char *plans = NULL, *days = NULL;
  const CorItem *const *stations;
  const char *name;
  guint n;

  for (guint i = 0; results->stations != NULL && i < plan->n_stops; i++)
    {
      double a, b;

      if (plan->stops[i].station < 0)
        continue;
      queue_of (results, &plan->stops[i], &a, &b);
      if (!(fabs (a - b) > most))
        continue;
      most = fabs (a - b);
      worst = &plan->stops[i];
      reckoned = a;
      simulated = b;
    }
  if (worst == NULL)
    return;
  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  name = cor_item_label (stations[worst->station], cor_format_is_chinese (NULL));
  plans = cor_format_number (reckoned, 1);
  days = cor_format_number (simulated, 1);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, _ ("The plan reckons with a queue of %s min at %s; all who come there wait %s min in the mean."),
                          plans, name, days);
  g_string_append_c (text, ' ');
  if (results->n_duties > COR_SETTLED_DUTIES)
    g_string_append_printf (text, _ ("With more than %u duties the plans do not react to the queues."), COR_SETTLED_DUTIES);
  else
    g_string_append (text, _ ("Queues and plans did not become steady: waits are the last ones found."));
}

char *
cor_plan_note (const CorResults *results, const CorDutyResult *duty)
{
  const CorAlternative *shown = duty != NULL ? cor_duty_result_shown (duty) : NULL;
  GString *text = g_string_new (NULL);

  if (shown != NULL)
    add_ground (text, results, duty, shown);
  if (shown != NULL && shown->plan != NULL && shown->plan->feasible)
    {
      add_gap (text, shown->plan);
      add_queue (text, results, shown->plan);
    }
  return g_string_free (text, FALSE);
}
