/* cor-trace-case.c: figures of a case: what is moved in it, and how they are without.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include "cor-case.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Relative, between two ways to the same figure. */
#define SAME 1e-9

static gboolean
is_same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

gboolean
cor_trace_is_of_cost (CorTraceQuantity quantity)
{
  CorTraceScope scope = cor_trace_scope (quantity);

  switch (quantity)
    {
    case COR_TRACE_PARITY:
    case COR_TRACE_GAP:
    case COR_TRACE_GAP_TRUCK:
    case COR_TRACE_TCO:
    case COR_TRACE_DIESEL_TCO:
    case COR_TRACE_TRUCK_TCO:
    case COR_TRACE_TRUCK_TCO_KM:
    case COR_TRACE_TRUCK_GAP:
    case COR_TRACE_TRUCK_PARITY:
    case COR_TRACE_TRUCK_PARITY_LOST:
    case COR_TRACE_TRUCK_PAYBACK:
    case COR_TRACE_TRUCK_PAID:
    case COR_TRACE_TRUCK_FORGONE:
    case COR_TRACE_TRUCK_RAISED:
    case COR_TRACE_TRUCK_HEALTH:
    case COR_TRACE_TRUCK_REPLACED:
    case COR_TRACE_TRUCK_REPLACED_YEAR:
    case COR_TRACE_TRUCK_OWNERSHIP:
    case COR_TRACE_PRICE:
    case COR_TRACE_BATTERY_PRICE:
    case COR_TRACE_VALUE_LEFT:
    case COR_TRACE_NET:
    case COR_TRACE_KERB:
    case COR_TRACE_DRIVE_PRICE:
    case COR_TRACE_STACK_PRICE:
    case COR_TRACE_VALUE_BASE:
    case COR_TRACE_ALL_KM:
    case COR_TRACE_CAPACITY_LOST:
    case COR_TRACE_BATTERY_LEFT:
    case COR_TRACE_BATTERY_BASE:
    case COR_TRACE_BATTERY_END:
    case COR_TRACE_LEASE_ANNUITY:
    case COR_TRACE_BATTERY_KWH_PRICE:
    case COR_TRACE_FAST_SHARE:
    case COR_TRACE_ELECTRICITY_MEAN:
    case COR_TRACE_DEPOT_MEAN:
    case COR_TRACE_PLUG_MEAN:
    case COR_TRACE_SWAP_MEAN:
      return TRUE;
    default:
      return scope == COR_TRACE_OF_PART || scope == COR_TRACE_OF_CELL || scope == COR_TRACE_OF_YEAR || scope == COR_TRACE_OF_POLICY
             || scope == COR_TRACE_OF_GROUP;
    }
}

static void
replace (char **text, char *by)
{
  g_free (*text);
  *text = by;
}

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) <= SAME * fabs (b);
}

/* Whether the figure has its value in the operation worked out with what is moved, whose card it then leads to. */
static gboolean
is_worked (const CorTracer *t, CorTraceInput *input)
{
  for (guint i = 0; i < t->results->moves->len; i++)
    {
      CorResults *worked = g_array_index (t->results->moves, CorMove, i).worked;
      g_autoptr (CorTrace) now = worked != NULL ? cor_trace_new (worked, &input->child, t->zh) : NULL;

      if (now == NULL || !is_near (now->value, input->value))
        continue;
      input->of = cor_results_ref (worked);
      return TRUE;
    }
  return FALSE;
}

/* Whether the case answers for the figure itself: a distance that a study gives falls with age, by how long a truck
 * lasts, so that it and what is bought for it do not go with it in proportion. */
static gboolean
is_of_case (const CorTracer *t, const CorTraceKey *key)
{
  if (cor_trace_is_of_cost (key->quantity))
    return TRUE;
  return (key->quantity == COR_TRACE_TRUCK_KM || key->quantity == COR_TRACE_TRUCK_TRANSPORT_KM || key->quantity == COR_TRACE_TRUCK_BOUGHT)
         && cor_trace_route_is_of_study (t->results->duties[key->duty].route);
}

/* What is moved that the operation goes with, or NULL. */
static const CorMove *
scaling_move (const CorTracer *t)
{
  for (guint i = 0; i < t->results->moves->len; i++)
    {
      const CorMove *move = &g_array_index (t->results->moves, CorMove, i);

      if (move->scales && move->from > 0)
        return move;
    }
  return NULL;
}

gboolean
cor_tracer_scale (CorTracer *t)
{
  gboolean moved = t->results->base != NULL && !is_of_case (t, &t->key);
  const CorMove *move = moved ? scaling_move (t) : NULL;
  g_autoptr (CorTrace) before = move != NULL ? cor_trace_new (t->results->base, &t->key, t->zh) : NULL;

  if (before == NULL)
    return FALSE;
  cor_tracer_head (t, g_strdup (before->title), "x<sub>0</sub> · Δ ÷ Δ<sub>0</sub>", before->value * move->to / move->from, before->unit);
  cor_tracer_numbers (t, "# · # ÷ #", before->value, move->to, move->from);
  cor_tracer_add_stated (t, "Δ<sub>0</sub>", move->label, move->from, move->status, move->source, move->place);
  return TRUE;
}

static gboolean
is_scaled (const CorTracer *t, const CorTraceInput *input, const CorTrace *before)
{
  const CorMove *move = before != NULL ? scaling_move (t) : NULL;

  return move != NULL && is_near (before->value * move->to / move->from, input->value);
}

void
cor_tracer_settle (CorTracer *t, CorTraceInput *input)
{
  g_autoptr (CorTrace) before = cor_trace_new (t->results->base, &input->child, t->zh);

  if (before != NULL && is_same (before->value, input->value))
    input->of = cor_results_ref (t->results->base);
  else if (is_of_case (t, &input->child))
    return;
  else if (!is_scaled (t, input, before) && !is_worked (t, input))
    {
      g_autofree char *number = cor_tracer_number (before != NULL ? before->value : NAN);

      input->computed = FALSE;
      input->method = COR_TRACE_BY_SEARCH;
      /* Translators: a figure as it is without what is moved. */
      replace (&input->source, g_strdup_printf (_ ("The working day worked out anew with what is moved; without it: %s"), number));
    }
}

void
cor_tracer_add_moves (CorTracer *t)
{
  GArray *rest = t->out->inputs;
  g_autoptr (CorTrace) before = cor_trace_new (t->results->base, &t->key, t->zh);

  t->out->inputs = g_array_new (FALSE, TRUE, sizeof (CorTraceInput));
  g_array_set_clear_func (t->out->inputs, cor_trace_input_clear);
  for (guint i = 0; i < t->results->moves->len; i++)
    {
      const CorMove *move = &g_array_index (t->results->moves, CorMove, i);
      g_autofree char *from = cor_tracer_number (move->from);
      CorTraceInput input = { .symbol = g_strdup ("Δ"),
                              /* Translators: what is moved, and its value before. */
                              .label = g_strdup_printf (_ ("%s, moved from %s"), move->label, from),
                              .value = move->to,
                              .unit = g_strdup (move->unit),
                              .year = move->year,
                              .region = g_strdup (cor_tracer_region_name (t, move->region)),
                              .status = move->status,
                              .source = g_strdup (move->source),
                              .place = g_strdup (move->place),
                              .note = g_strdup ("") };

      g_array_append_val (t->out->inputs, input);
    }
  /* Has the value that it has in the base, and is linked to it for that. */
  if (before != NULL)
    cor_tracer_add_child (t, "", _ ("Without what is moved"), before->value, before->unit, t->key);
  g_array_append_vals (t->out->inputs, rest->data, rest->len);
  g_array_set_clear_func (rest, NULL);
  g_array_unref (rest);
}

double
cor_tracer_moved_parameter (CorTracer *t, CorParamId id, int year, CorTraceInput *input)
{
  const CorTcoGrid *grid = t->truck->moved[t->year].grid;
  gboolean distance = id == COR_PARAM_ANNUAL_KM && t->use != NULL && !isnan (t->use->transport_km);
  double now = distance ? t->use->transport_km : grid != NULL ? cor_tco_grid_get (grid, id, year) : NAN;
  g_autofree char *number = cor_tracer_number (input->value);

  if (isnan (now) || now == input->value)
    return input->value;
  input->value = now;
  /* Translators: a value before it was moved, and its source. */
  replace (&input->source, g_strdup_printf (_ ("moved from %s, of: %s"), number, input->source));
  return now;
}

const CorItem *
cor_tracer_policy_item (const CorTracer *t, guint index)
{
  return t->term_ids[index] != NULL ? cor_scenario_find (t->results->scenario, COR_ITEM_POLICY, t->term_ids[index]) : NULL;
}

const char *
cor_tracer_policy_label (const CorTracer *t, guint index)
{
  const CorItem *item = cor_tracer_policy_item (t, index);

  return item != NULL ? cor_item_label (item, t->zh) : _ (cor_policy_kind_info (t->terms[index].kind)->label);
}
