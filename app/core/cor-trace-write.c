/* cor-trace-write.c: the inputs that a trace is put together from, and its title.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include "cor-data-text.h"

#include <glib/gi18n-lib.h>

int
cor_tracer_model_year (const CorTracer *t)
{
  return t->results->first_year + (int) t->year;
}

int
cor_tracer_calendar_year (const CorTracer *t, guint slot)
{
  return cor_tracer_model_year (t) + MAX ((int) slot, 1) - 1;
}

const char *
cor_tracer_region_name (const CorTracer *t, const char *id)
{
  return id == NULL ? _ ("everywhere") : cor_param_layer_region_name (t->results->defaults, id, t->zh);
}

static void
replace (char **text, const char *by)
{
  g_free (*text);
  *text = g_strdup (by);
}

/* The last one added, until the next call. */
static CorTraceInput *
add_input (CorTracer *t, const char *symbol, const char *label, double value, const char *unit)
{
  CorTraceInput input = { .value = value, .year = cor_tracer_model_year (t), .status = COR_STATUS_DERIVED };

  input.symbol = g_strdup (symbol);
  input.label = g_strdup (label);
  input.unit = g_strdup (unit);
  input.region = g_strdup (cor_tracer_region_name (t, cor_scenario_head (t->results->scenario)->region));
  input.source = g_strdup (_ ("Computed here"));
  input.place = g_strdup ("");
  input.note = g_strdup ("");
  g_array_append_val (t->out->inputs, input);
  return &g_array_index (t->out->inputs, CorTraceInput, t->out->inputs->len - 1);
}

void
cor_tracer_add_found (CorTracer *t, const char *symbol, const char *label, double value, const char *unit, CorTraceMethod method, const char *source)
{
  CorTraceInput *input = add_input (t, symbol, label, value, unit);

  input->method = method;
  replace (&input->source, source);
}

void
cor_tracer_add_child (CorTracer *t, const char *symbol, const char *label, double value, const char *unit, CorTraceKey child)
{
  CorTraceInput *input = add_input (t, symbol, label, value, unit);

  input->computed = TRUE;
  input->child = child;
  if (child.model_year != 0)
    input->year = child.model_year;
  if (t->results->base != NULL)
    cor_tracer_settle (t, input);
}

void
cor_tracer_add_own (CorTracer *t,
                    const char *symbol,
                    const char *label,
                    double value,
                    const char *unit,
                    CorTraceQuantity quantity,
                    guint index)
{
  CorTraceKey child = { .quantity = quantity,
                        .duty = t->key.duty,
                        .truck = t->key.truck,
                        .index = index,
                        .model_year = t->key.model_year };

  cor_tracer_add_child (t, symbol, label, value, unit, child);
}

void
cor_tracer_add_child_of (CorTracer *t,
                         const char *symbol,
                         const char *label,
                         double value,
                         const char *unit,
                         CorTraceKey child,
                         const CorResults *of)
{
  CorTraceInput *input = add_input (t, symbol, label, value, unit);

  input->computed = TRUE;
  input->child = child;
  if (child.model_year != 0)
    input->year = child.model_year;
  input->of = cor_results_ref ((CorResults *) of);
}

void
cor_tracer_add_card (CorTracer *t, const char *symbol, const char *label, CorTrace *card)
{
  CorTraceInput *input = add_input (t, symbol, label, card->value, card->unit);

  input->computed = TRUE;
  input->card = cor_trace_ref (card);
}

void
cor_tracer_add_stated (CorTracer *t,
                       const char *symbol,
                       const char *label,
                       double value,
                       CorParamStatus status,
                       const char *source,
                       const char *place)
{
  CorTraceInput *input = add_input (t, symbol, label, value, "");

  input->status = status;
  replace (&input->source, source != NULL && *source != '\0' ? cor_data_text (source) : _ ("Own entry in this scenario"));
  replace (&input->place, place != NULL ? cor_data_text (place) : "");
}

void
cor_tracer_add_given (CorTracer *t,
                      const char *symbol,
                      const char *label,
                      double value,
                      const char *unit,
                      int year,
                      const char *region,
                      const char *source,
                      const char *place)
{
  CorTraceInput *input = add_input (t, symbol, label, value, unit);

  input->year = year;
  input->status = COR_STATUS_MEASURED;
  replace (&input->region, region);
  replace (&input->source, source);
  replace (&input->place, place);
}

double
cor_tracer_value_of (const CorTracer *t, const CorTraceKey *key)
{
  g_autoptr (CorTrace) trace = cor_trace_new (t->results, key, FALSE);

  return trace != NULL ? trace->value : NAN;
}

void
cor_tracer_add_scenario (CorTracer *t, const char *symbol, const char *label, double value, const char *unit, const CorItem *item)
{
  CorTraceInput *input = add_input (t, symbol, label, value, unit);

  input->status = COR_STATUS_ASSUMED;
  replace (&input->source, item->source ? cor_data_text (item->source) : _ ("Own entry in this scenario"));
  replace (&input->place, cor_item_label (item, t->zh));
}

/* The value in the context of the truck, or of the scenario where no truck is traced. */
static gboolean
look_up (CorTracer *t, CorParamId id, int year, CorParamValue *value, CorParamTable **table)
{
  const CorHead *head = cor_scenario_head (t->results->scenario);
  CorParamLayer *layers[2] = { t->results->defaults, head->parameters };
  CorParamContext context = { .powertrain = -1, .region = head->region, .convention = head->convention };

  *table = t->truck != NULL ? cor_param_table_ref (t->truck->table)
                            : cor_param_table_new (layers, head->parameters != NULL ? 2 : 1, &context);
  return cor_param_table_get (*table, id, year, value);
}

/* Where an entry of the parameters comes from, into the last input; @year where it names none. */
static CorTraceInput *
add_entry (CorTracer *t, const char *symbol, const char *label, double value, const CorParamInfo *info, const CorParameter *from, int year)
{
  CorTraceInput *input = add_input (t, symbol, label, value, info->unit);

  input->year = from->source_year ? from->source_year : from->year ? from->year : year;
  input->status = from->status;
  replace (&input->region, cor_tracer_region_name (t, from->region));
  replace (&input->source, from->source ? cor_data_text (from->source) : _ ("Own entry in this scenario"));
  replace (&input->place, from->place ? cor_data_text (from->place) : "");
  replace (&input->note, from->note ? cor_data_text (from->note) : "");
  return input;
}

void
cor_tracer_add_entry (CorTracer *t, const char *symbol, const char *label, double value, CorParamId id, const CorParameter *from)
{
  add_entry (t, symbol, label, value, cor_param_info (id), from, cor_tracer_model_year (t));
}

static double
add_value (CorTracer *t, const char *symbol, CorParamId id, int year, CorParamValue value)
{
  const CorParamInfo *info = cor_param_info (id);
  CorTraceInput *input = add_entry (t, symbol, _ (info->label), value.value, info, value.from, year);

  return t->truck != NULL && t->truck->moved != NULL ? cor_tracer_moved_parameter (t, id, year, input) : value.value;
}

double
cor_tracer_add_parameter (CorTracer *t, const char *symbol, CorParamId id, int year)
{
  g_autoptr (CorParamTable) table = NULL;
  CorParamValue value;

  if (!look_up (t, id, year, &value, &table))
    return NAN;
  return add_value (t, symbol, id, year, value);
}

double
cor_tracer_add_known (CorTracer *t, const char *symbol, CorParamId id)
{
  return cor_or (cor_tracer_add_parameter (t, symbol, id, cor_tracer_model_year (t)), 0);
}

double
cor_tracer_add_parameter_of (CorTracer *t, const char *symbol, CorParamId id, const CorParamContext *context, int year)
{
  CorParamLayer *layers[2] = { t->results->defaults, cor_scenario_head (t->results->scenario)->parameters };
  g_autoptr (CorParamTable) table = cor_param_table_new (layers, layers[1] != NULL ? 2 : 1, context);
  CorParamValue value;

  if (!cor_param_table_get (table, id, year, &value))
    return NAN;
  return add_value (t, symbol, id, cor_tracer_model_year (t), value);
}

void
cor_tracer_add_parameters (CorTracer *t, const CorParamId *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    cor_tracer_add_parameter (t, "", ids[i], cor_tracer_model_year (t));
}

void
cor_tracer_add_factor (CorTracer *t, const char *symbol, const CorFactor *factor, double value, const char *unit)
{
  CorTraceInput *input = add_input (t, symbol, t->zh ? factor->name_zh : factor->name, value, unit);

  input->year = factor->year;
  input->status = factor->status;
  replace (&input->region, cor_factor_region (factor, t->zh));
  replace (&input->source, cor_data_text (factor->source));
  g_free (input->place);
  input->place = g_strdup_printf ("%s; %s", cor_enum_name (cor_factor_scope_values, (int) factor->scope), cor_data_text (factor->place));
  replace (&input->note, factor->note ? cor_data_text (factor->note) : "");
}

const char *
cor_tracer_duty_label (const CorTracer *t, const CorDutyResult *duty)
{
  const CorItem *item = &duty->duty->item;

  if (item->name == NULL && duty->route != NULL)
    item = &duty->route->item;
  return cor_item_label (item, t->zh);
}

/* The name of a row of emissions, as its table has it. */
static char *
row_title (const CorTracer *t, const char *what)
{
  const CorItem *item = t->row->item;
  const CorEmissionMember *first = t->members->len > 0 ? &g_array_index (t->members, CorEmissionMember, 0) : NULL;
  g_autofree char *label = item != NULL && item->kind == COR_ITEM_DUTY && first != NULL
                             ? g_strdup (cor_tracer_duty_label (t, &t->results->duties[first->duty]))
                             : cor_emission_row_label (t->row, t->zh);

  return g_strdup_printf ("%s · %s%s%s", what, label, t->row->reference ? " · " : "", t->row->reference ? _ ("Diesel instead") : "");
}

char *
cor_tracer_title (const CorTracer *t, const char *what)
{
  const CorItem *item = t->station != NULL ? &t->station->item : t->line != NULL ? &t->line->item->item : t->site;

  if (t->row != NULL)
    return row_title (t, what);
  if (t->line != NULL && item->name == NULL)
    return g_strdup_printf ("%s · %s", what, cor_machine_kind_name (t->line->item->machine_kind));
  if (item != NULL)
    return g_strdup_printf ("%s · %s", what, cor_item_label (item, t->zh));
  return g_strdup_printf ("%s · %s · %s", what, cor_tracer_duty_label (t, t->duty), cor_item_label (&t->truck->truck->item, t->zh));
}
