/* cor-evaluate-truck.c: one truck on one duty over the model years: day, use, cost, emissions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_LAYERS 4
/* A battery that would do is raised by so much each time, so often. */
#define BATTERY_STEP 1.01
#define BATTERY_STEPS 12

/* A truck's evaluation under way. */
typedef struct
{
  const CorDutyContext *context;
  CorAlternative *out;
  CorTcoGrid *grid;
  CorTcoInputs *inputs;
  CorTco tco;
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  guint n_terms;
  double row[COR_N_PARAMS];
  CorOperation days[2]; /* of this model year and the one before */
} Work;

static CorParamTable *
table_new (const CorDutyContext *context, const CorTruck *truck)
{
  CorParamLayer *layers[MAX_LAYERS] = { context->evaluation->defaults };
  CorParamContext param_context = { .truck_type = truck->truck_type,
                                    .powertrain = truck->powertrain,
                                    .region = context->region,
                                    .convention = context->head->convention };
  guint n = 1;

  if (context->head->parameters != NULL)
    layers[n++] = context->head->parameters;
  if (truck->parameters != NULL)
    layers[n++] = truck->parameters;
  if (context->duty->parameters != NULL)
    layers[n++] = context->duty->parameters;
  return cor_param_table_new (layers, n, &param_context);
}

static void
outcome_init (CorOutcome *outcome, int model_year)
{
  outcome->model_year = model_year;
  outcome->kwh_per_km = outcome->l_per_100km = outcome->kgh2_per_100km = NAN;
  outcome->transport_km = outcome->detour_km = NAN;
  outcome->stops_per_trip = outcome->energy_h_per_trip = NAN;
  outcome->tco_yuan = outcome->tco_yuan_per_km = NAN;
  outcome->wtw_kg = outcome->direct_kg = outcome->detour_kg = outcome->energy = outcome->tkm = NAN;
  outcome->nox_kg = outcome->pm_kg = outcome->vehicle_making_kg = outcome->battery_making_kg = NAN;
}

/* The first problem met is the one that is told. */
static void
note_problem (CorAlternative *out, char *problem, char *remedy)
{
  if (out->problem == NULL)
    {
      out->problem = problem;
      out->remedy = remedy;
      return;
    }
  g_free (problem);
  g_free (remedy);
}

static const char *
place_name (const CorScenario *scenario, CorItemKind kind, int index)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);
  gboolean zh = g_str_has_prefix (g_get_language_names ()[0], "zh");

  return index >= 0 && (guint) index < n ? cor_item_label (items[index], zh) : NULL;
}

static void
note_reason (const Work *work, const CorReason *reason)
{
  const CorScenario *scenario = work->context->evaluation->scenario;
  char *problem = cor_reason_text (reason, place_name (scenario, COR_ITEM_SITE, reason->from),
                                   place_name (scenario, COR_ITEM_SITE, reason->to),
                                   place_name (scenario, COR_ITEM_STATION, reason->station));

  note_problem (work->out, problem, cor_reason_fix_text (reason));
}

static void
outcome_set_use (Work *work, const CorOperation *operation, const CorUse *use, CorOutcome *outcome)
{
  guint trips = MAX (1, lround (work->context->route->trips_per_day));

  outcome->measured = operation->measured;
  outcome->kwh_per_km = use->kwh_per_km;
  outcome->l_per_100km = use->l_per_100km;
  outcome->kgh2_per_100km = use->kgh2_per_100km;
  outcome->transport_km = use->transport_km;
  outcome->detour_km = use->detour_km;
  if (operation->planned)
    {
      outcome->stops_per_trip = operation->plan.stops_per_trip;
      outcome->energy_h_per_trip = operation->plan.energy_s / 3600 / trips;
    }
}

static gboolean
evaluate_cost (Work *work, const CorUse *use, CorOutcome *outcome)
{
  g_autoptr (GError) error = NULL;

  if (!cor_tco_prepare (work->inputs, work->grid, outcome->model_year, use, work->out->truck->battery_deal,
                        work->terms, work->n_terms, &error))
    {
      note_problem (work->out, g_strdup (error->message), NULL);
      return FALSE;
    }
  cor_tco_evaluate (work->inputs, &work->tco);
  cor_outcome_set_tco (outcome, &work->tco);
  return TRUE;
}

/* Keeps the plan, or why there is none, and the cash flow of the year on screen. */
static void
keep_shown (Work *work, const CorOperation *operation, gboolean costed)
{
  if (operation->planned)
    {
      work->out->plan = g_new (CorPlan, 1);
      cor_plan_copy (&operation->plan, work->out->plan);
    }
  else if (operation->overload.code != COR_REASON_NONE)
    {
      work->out->plan = g_new0 (CorPlan, 1);
      work->out->plan->reason = operation->overload;
    }
  if (costed)
    work->out->tco = g_memdup2 (&work->tco, sizeof work->tco);
}

/* The money side needs to know what is avoided; without km of the duty's own it is the other way. */
static gboolean
evaluate_use (Work *work, CorUse *use, CorOutcome *outcome, guint year)
{
  const CorAlternative *diesel = work->context->diesel;
  gboolean km_known = !isnan (use->transport_km);
  gboolean costed;

  if (km_known)
    cor_evaluate_emissions (work->context, work->out->truck, work->row, outcome);
  if (km_known && diesel != NULL && diesel->outcomes[year].feasible)
    use->avoided_tco2e = (diesel->outcomes[year].wtw_kg - outcome->wtw_kg) / 1000;
  costed = evaluate_cost (work, use, outcome);
  if (!km_known)
    cor_evaluate_emissions (work->context, work->out->truck, work->row, outcome);
  return costed;
}

/* What is bought in the day moves on with the prices of later years. */
static void
set_path (Work *work, const CorDutyContext *context, const CorOperation *operation, guint year, CorUse *use)
{
  if (context->years->n == 0 || !operation->planned)
    return;
  if (work->out->paths == NULL)
    work->out->paths = g_new0 (CorPricePath, context->results->n_years);
  cor_years_path (context, work->out->table, work->row, &operation->plan, &work->out->paths[year]);
  use->path = &work->out->paths[year];
}

/*
 * The battery that would do was looked for at the mass of the truck as it is. A larger one is heavier and the truck takes
 * more with it: the size is raised until the day can be done, and left unsaid where it never can.
 */
static void
weigh_battery (Work *work, const CorDutyContext *context, CorReason *reason)
{
  double row[COR_N_PARAMS], kwh = ceil (reason->fix_battery_kwh);

  if (reason->fix_battery_kwh <= 0)
    return;
  memcpy (row, work->row, sizeof row);
  reason->fix_battery_kwh = 0;
  for (guint step = 0; step < BATTERY_STEPS && reason->fix_battery_kwh == 0; step++)
    {
      CorOperation heavier;

      row[COR_PARAM_BATTERY] = kwh;
      cor_evaluate_operation (context, work->out->truck, row, NULL, NULL, FALSE, &heavier);
      if (heavier.planned && heavier.plan.feasible)
        reason->fix_battery_kwh = kwh;
      kwh = ceil (kwh * BATTERY_STEP);
      cor_operation_clear (&heavier);
    }
}

static void
evaluate_year (Work *work, guint year, gboolean shown)
{
  CorDutyContext context = cor_years_context (work->context, year);
  CorOutcome *outcome = &work->out->outcomes[year];
  CorUse *use = &work->out->uses[year];
  const CorOperation *last = &work->days[(year + 1) % 2];
  CorOperation *operation = &work->days[year % 2];

  cor_operation_clear (operation);
  cor_param_table_fill (work->out->table, outcome->model_year, work->row);
  cor_evaluate_operation (&context, work->out->truck, work->row, last, year > 0 ? &work->out->briefs[year - 1].plan : NULL,
                          shown, operation);
  work->out->briefs[year].planned = operation->planned;
  work->out->briefs[year].worn = operation->worn;
  if (operation->planned)
    cor_plan_brief_copy (&operation->brief, &work->out->briefs[year].plan);
  if (operation->overload.code != COR_REASON_NONE || (operation->planned && !operation->plan.feasible))
    {
      if (shown && operation->planned)
        weigh_battery (work, &context, &operation->plan.reason);
      if (shown)
        note_reason (work, operation->planned ? &operation->plan.reason : &operation->overload);
    }
  else
    {
      cor_evaluate_use (&context, work->out->powertrain, work->row, operation, use);
      set_path (work, &context, operation, year, use);
      outcome_set_use (work, operation, use, outcome);
      outcome->feasible = evaluate_use (work, use, outcome, year);
    }
  if (shown)
    keep_shown (work, operation, outcome->feasible);
}

/* The last calendar year that a truck of the last model year is owned in. */
static int
last_ownership_year (const CorResults *results, const CorParamTable *table)
{
  int last = results->first_year + (int) results->n_years - 1;
  double years = cor_param_table_value (table, COR_PARAM_OWNERSHIP, last);

  return last + (isnan (years) ? 1 : (int) CLAMP (years, 1, COR_TCO_YEARS_MAX));
}

/* What the cost of a year needs, where any is to be worked out. */
static void
begin_costs (Work *work)
{
  const CorDutyContext *context = work->context;
  const CorResults *results = context->results;

  work->grid = cor_tco_grid_new (work->out->table, results->first_year, last_ownership_year (results, work->out->table));
  work->inputs = cor_tco_inputs_new ();
  work->n_terms = cor_evaluate_terms (context->evaluation->scenario, context->evaluation->defaults,
                                      work->out->truck->truck_type, context->region, work->terms, NULL);
}

static void
work_clear (Work *work)
{
  for (guint i = 0; i < G_N_ELEMENTS (work->days); i++)
    cor_operation_clear (&work->days[i]);
  g_clear_pointer (&work->grid, cor_tco_grid_free);
  g_free (work->inputs);
}

CorAlternative *
cor_evaluate_truck (const CorDutyContext *context, const CorTruck *truck, const CorKept *kept)
{
  const CorResults *results = context->results;
  CorAlternative *out = g_new0 (CorAlternative, 1);
  Work work = { .context = context, .out = out };

  g_atomic_ref_count_init (&out->refs);
  out->truck = (const CorTruck *) cor_item_ref (&truck->item);
  out->powertrain = truck->powertrain;
  out->table = kept != NULL ? cor_param_table_ref (kept->from->table) : table_new (context, truck);
  out->outcomes = g_new0 (CorOutcome, results->n_years);
  out->uses = g_new0 (CorUse, results->n_years);
  out->briefs = g_new0 (CorYearBrief, results->n_years);
  out->n_briefs = results->n_years;
  if (context->geometry->problem != NULL)
    note_problem (out, g_strdup (context->geometry->problem), NULL);
  for (guint i = 0; i < results->n_years; i++)
    {
      outcome_init (&out->outcomes[i], results->first_year + (int) i);
      if (kept != NULL && kept->years[i])
        cor_again_take_year (context, kept, i, out);
      else if (context->geometry->problem == NULL)
        {
          if (work.grid == NULL)
            begin_costs (&work);
          evaluate_year (&work, i, i == results->year);
        }
    }
  work_clear (&work);
  return out;
}
