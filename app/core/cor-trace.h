/* cor-trace.h: where a figure of the results comes from: formula, numbers, inputs, sources.
 *
 * Every figure on screen or paper has a trace; an input that is itself computed names the trace it
 * comes from, down to parameters and scenario entries with their sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-emission-rows.h"
#include "cor-yard.h"

G_BEGIN_DECLS

/** CorTraceScope: what a figure is of, and so which members of its key count. */
typedef enum
{
  COR_TRACE_OF_SCENARIO,
  COR_TRACE_OF_TRUCK,
  COR_TRACE_OF_PART,
  COR_TRACE_OF_YEAR,
  COR_TRACE_OF_CELL,
  COR_TRACE_OF_POLICY,
  COR_TRACE_OF_STOP,
  COR_TRACE_OF_POINT,
  COR_TRACE_OF_STATION,
  COR_TRACE_OF_STATION_HOUR,
  COR_TRACE_OF_GROUP,
  COR_TRACE_OF_ROW,
  COR_TRACE_OF_INSTRUMENT,
  COR_TRACE_OF_MACHINE,
  COR_TRACE_OF_CHARGER,
  COR_TRACE_OF_SITE,
  COR_TRACE_OF_SHARE,
  COR_TRACE_OF_HOUR,
} CorTraceScope;

/** CorTraceQuantity: what is traced: one value for each row of cor-trace-table.def. */
typedef enum
{
#define COR_TRACE(ENUM, nick, scope, function) COR_TRACE_##ENUM,
#include "cor-trace-table.def"
#undef COR_TRACE
  COR_N_TRACE_QUANTITIES
} CorTraceQuantity;

/**
 * CorTraceKey: names one figure.
 * @duty: index of the duty
 * @truck: index of the alternative, -1 for the diesel truck; of a group of cost parts of all, -1 for diesel
 * @part: a #CorTcoPart; of a group cor_trace_group_part()
 * @by: of a row of cor_emission_rows()
 * @index: by the scope: year of ownership (0 at purchase), policy in the order of cor_evaluate_terms(), instrument in that of the scenario,
 *   stop of the day, station, row, machines or site
 * @place: of a sum with many terms the first that is meant, see cor_trace_new(); point of a plan; at an hour of a station that hour; at machines the charger among those there are; at a site the hour of the day, or twice the
 *   #CorYardScenario, and one more for its second year
 * @model_year: 0 for the one shown; stops and stations have no other
 * What does not apply is 0.
 */
typedef struct
{
  CorTraceQuantity quantity;
  guint duty;
  int truck;
  CorTcoPart part;
  CorEmissionBy by;
  guint index;
  guint place;
  int model_year;
} CorTraceKey;

/** CorTraceMethod: how an input comes about that has no card of its own; what is worked out has one. */
typedef enum
{
  COR_TRACE_BY_ENTRY,      /* an entry of the scenario, the parameters, the factors or a file */
  COR_TRACE_BY_SEARCH,     /* a search: over plans of the day, or for what fits a record best */
  COR_TRACE_BY_SIMULATION, /* seeded simulation: days at the stations, draws */
  COR_TRACE_BY_ROADS,      /* ways over the road network: lengths, times, tolls, energy on them */
  COR_TRACE_BY_SETTING,    /* a setting of the method itself: steps, draws, the range looked through */
  COR_TRACE_BY_NONE,       /* there is none of it: 0 */
  COR_N_TRACE_METHODS
} CorTraceMethod;

/** COR_UNIT_CHANCE: the unit of a share counted in draws, which is never told as certain. */
#define COR_UNIT_CHANCE "chance"

/**
 * CorTraceInput: one figure that goes in.
 * @symbol: as in the formula, Pango markup; empty for a row of a sum
 * @child: with @computed, the trace of this input, in @of where that is not %NULL, else in the same results
 * @card: (nullable): that trace itself where no key names it, and @child does not count; figures that a key names have no
 *   such input
 * @note: what a reader must know about it, else empty
 * @method: without @computed, how it comes about
 * @status: a #CorParamStatus; strings are owned and never %NULL
 */
typedef struct
{
  char *symbol;
  char *label;
  double value;
  char *unit;
  int year;
  char *region;
  CorParamStatus status;
  char *source;
  char *place;
  char *note;
  CorTraceMethod method;
  gboolean computed;
  CorTraceKey child;
  CorResults *of;
  struct _CorTrace *card;
} CorTraceInput;

/**
 * CorTrace: where a figure comes from; counted.
 * @key: with %COR_N_TRACE_QUANTITIES where no key names the figure
 * @formula: Pango markup
 * @numbers: the same with figures in place of symbols, in plain arithmetic, from which @value follows to
 *   the figures' rounding: + − · ÷ ^ ( ), "max (a; b)", "min (a; b)" and "⌈a⌉"; a sum of more than one side is an
 *   equation "a = b"; years looked through stand as "year: a > b; year: a ≤ b"
 */
typedef struct _CorTrace
{
  int refs;
  CorTraceKey key;
  char *title;
  char *formula;
  char *numbers;
  double value;
  char *unit;
  GArray *inputs;
} CorTrace;

/**
 * cor_trace_new:
 * @zh: names of the scenario in Chinese
 *
 * A sum over many duties lists the ten largest; the others are an input whose card has the same key at a later
 * place.
 *
 * Returns: (transfer full): the trace, or %NULL where the figure does not exist in @results
 */
CorTrace *cor_trace_new (const CorResults *results, const CorTraceKey *key, gboolean zh);

/** cor_trace_scope: what figures of @quantity are of. */
CorTraceScope cor_trace_scope (CorTraceQuantity quantity);

/** cor_trace_is_of_truck: whether figures of @quantity are of a duty's truck, so that its key names them. */
gboolean cor_trace_is_of_truck (CorTraceQuantity quantity);

/**
 * cor_trace_id: (transfer full): a name for files: "tco/DUTY/TRUCK", "cash/DUTY/TRUCK/PART/YEAR"; those of the
 * scenario by their name alone; of machines "machine_energy/MACHINES"; of another model year than the one shown with "@YEAR" behind.
 */
char *cor_trace_id (const CorResults *results, const CorTraceKey *key);

/** cor_trace_input_results: the results that the trace of @input is of; @results are those that it goes into. */
const CorResults *cor_trace_input_results (const CorTraceInput *input, const CorResults *results);

/**
 * cor_trace_input_card: (transfer full): the trace of a computed input of figures of @results; %NULL for others, and where
 *   there is none.
 */
CorTrace *cor_trace_input_card (const CorTraceInput *input, const CorResults *results, gboolean zh);

/** cor_trace_input_is_open: whether @input rests on an estimate or an assumption and has to be marked so. */
gboolean cor_trace_input_is_open (const CorTraceInput *input);

/** cor_trace_group_part: the part that stands for its group in a key. */
CorTcoPart cor_trace_group_part (CorTcoGroup group);

/** cor_trace_day_rest_min: minutes of the driver's rest that taking energy replaces, a day. */
double cor_trace_day_rest_min (const CorPlan *plan);

/** cor_trace_charger_chosen: the place of a key for the charger that machines are given. */
guint cor_trace_charger_chosen (const CorYardLine *line);

CorTrace *cor_trace_ref (CorTrace *trace);
void cor_trace_unref (CorTrace *trace);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTrace, cor_trace_unref)

G_END_DECLS
