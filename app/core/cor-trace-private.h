/* cor-trace-private.h: how a trace is written; for cor-trace*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results-private.h"
#include "cor-tco-private.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/*
 * CorTracer: a trace being written. @year: index of the model year. @duty, @truck, @outcome: of figures of
 * a truck. @in, @tco: its cost, from cor_tracer_cost(). @station: of figures of a station. @row: of a row of
 * emissions, with its @members. @instrument: of figures of one. @yard: of the machines of @site; @line: those of figures of machines.
 */
typedef struct
{
  const CorResults *results;
  CorTraceKey key;
  guint year;
  const CorDutyResult *duty;
  const CorAlternative *truck;
  const CorOutcome *outcome;
  const CorUse *use;
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  const char *term_ids[COR_POLICY_TERMS_MAX];
  CorTcoGrid *grid;
  CorTcoInputs *in;
  CorTco *tco;
  const CorStation *station;
  const CorStationResult *traffic;
  CorEmissionRow *row;
  GArray *members;
  CorYard *yard;
  const CorItem *site;
  const CorItem *instrument;
  const CorYardLine *line;
  gboolean zh;
  CorTrace *out;
} CorTracer;

/* A figure's function; it leaves @out without a title where the figure does not exist. */
#define COR_TRACE(ENUM, nick, scope, function) void function (CorTracer *t);
#include "cor-trace-table.def"
#undef COR_TRACE

/* The calendar year of the model year in question, and of a year of ownership. */
int cor_tracer_model_year (const CorTracer *t);
int cor_tracer_calendar_year (const CorTracer *t, guint slot);

/* The name of a region by its id, NULL for everywhere. */
const char *cor_tracer_region_name (const CorTracer *t, const char *id);

/* (transfer full): a figure as a person reads it, a dash where there is none. */
char *cor_tracer_number (double value);

/* What the figure is (taken over), its formula and value. */
void cor_tracer_head (CorTracer *t, char *title, const char *formula, double value, const char *unit);

/* The numbers: @format with each # replaced by one of the doubles that follow. */
void cor_tracer_numbers (CorTracer *t, const char *format, ...);

/* Another formula, and other numbers, than those so far. */
void cor_tracer_formula (CorTracer *t, const char *formula);
void cor_tracer_set_numbers (CorTracer *t, const char *numbers);

/* Adds a term to the numbers, with its sign; @factor in front of it unless it is 1. */
void cor_tracer_add_term (CorTracer *t, double factor, double value);

/* The plan of the day as the origin of a figure: found exactly, or not proven to be the cheapest (CorPlan.gap_yuan). */
const char *cor_trace_plan_source (const CorTracer *t);

/* An input that no formula gives but a method, which @source names: none that follows from figures of other cards. */
void cor_tracer_add_found (CorTracer *t,
                           const char *symbol,
                           const char *label,
                           double value,
                           const char *unit,
                           CorTraceMethod method,
                           const char *source);

/* An input with a trace of its own, and the same for another figure of the same truck or station. */
void cor_tracer_add_child (CorTracer *t,
                           const char *symbol,
                           const char *label,
                           double value,
                           const char *unit,
                           CorTraceKey child);
void cor_tracer_add_own (CorTracer *t,
                         const char *symbol,
                         const char *label,
                         double value,
                         const char *unit,
                         CorTraceQuantity quantity,
                         guint index);

/* An input with a trace in other results, such as a case; they are kept. */
void cor_tracer_add_child_of (CorTracer *t,
                              const char *symbol,
                              const char *label,
                              double value,
                              const char *unit,
                              CorTraceKey child,
                              const CorResults *of);

/* An input with a trace of the same results that no key names, which is kept: its value and unit are those of the trace. */
void cor_tracer_add_card (CorTracer *t, const char *symbol, const char *label, CorTrace *card);

/* An entry of the parameters as it stands: @value is what it gives, or an end of its range. */
void cor_tracer_add_entry (CorTracer *t, const char *symbol, const char *label, double value, CorParamId id, const CorParameter *from);

/* An input that someone states. */
void cor_tracer_add_stated (CorTracer *t,
                            const char *symbol,
                            const char *label,
                            double value,
                            CorParamStatus status,
                            const char *source,
                            const char *place);

/* A measured figure from a file of the user's own. */
void cor_tracer_add_given (CorTracer *t,
                           const char *symbol,
                           const char *label,
                           double value,
                           const char *unit,
                           int year,
                           const char *region,
                           const char *source,
                           const char *place);

/* The value that the card of a key has; NaN without one. */
double cor_tracer_value_of (const CorTracer *t, const CorTraceKey *key);

/* What the scenario says of an item. */
void cor_tracer_add_scenario (CorTracer *t,
                              const char *symbol,
                              const char *label,
                              double value,
                              const char *unit,
                              const CorItem *item);

/* A parameter of the truck (else of the scenario) in a calendar year, where it applies; its value, else NaN. */
double cor_tracer_add_parameter (CorTracer *t, const char *symbol, CorParamId id, int year);

/* A parameter of the model year as an input, where it applies; its value, else 0. */
double cor_tracer_add_known (CorTracer *t, const char *symbol, CorParamId id);

/* What the powertrain and the fuel cell cost, where the price is built up: cor-trace-value.c. */
void cor_tracer_add_drive (CorTracer *t);

/* Of a leased battery: yuan that it is worth at the end, discounted, and years of payments. */
double cor_trace_battery_end_yuan (const CorTcoInputs *in);
double cor_trace_lease_annuity_years (const CorTcoInputs *in);

/* The prices of a tariff of the scenario, season by season: cor-trace-energy-price.c. */
void cor_tracer_add_tariff (CorTracer *t, const char *id);

/* The size of a station, as the simulation takes it, and who comes. */
void cor_tracer_add_station_size (CorTracer *t);

/* A parameter of another context than that of the truck or the scenario; its value, else NaN. */
double cor_tracer_add_parameter_of (CorTracer *t, const char *symbol, CorParamId id, const CorParamContext *context, int year);

/* The trace of a figure that no key names, such as one by city; @write as the functions of the table. */
CorTrace *cor_tracer_run (const CorResults *results, gboolean zh, void (*write) (CorTracer *t, gconstpointer data), gconstpointer data);

/* Figures of a case (cor-case.h): cor-trace-case.c.
 *
 * Whether a figure follows from prices, use and policies alone, so that a moved case has it. */
gboolean cor_trace_is_of_cost (CorTraceQuantity quantity);

/* A figure of the operation that goes in proportion with what is moved; FALSE where it is none. */
gboolean cor_tracer_scale (CorTracer *t);

/* Where the figure of an input stands: as it is without what is moved, in the case, or without a card. */
void cor_tracer_settle (CorTracer *t, CorTraceInput *input);

/* Frees what a #CorTraceInput holds. */
void cor_trace_input_clear (gpointer data);

/* What is moved, and the figure as it is without: the first inputs. */
void cor_tracer_add_moves (CorTracer *t);

/* Whether the distance a year is that of a study, and not of trips on the route. */
gboolean cor_trace_route_is_of_study (const CorRoute *route);

/* The value of a parameter that is moved, or of the distance; says so in @input. */
double cor_tracer_moved_parameter (CorTracer *t, CorParamId id, int year, CorTraceInput *input);

/* What the policy of that index is called, and what the scenario says of it, NULL for one that is added by a move. */
const char *cor_tracer_policy_label (const CorTracer *t, guint index);
const CorItem *cor_tracer_policy_item (const CorTracer *t, guint index);

/* Closes the numbers so far in brackets, if they are a sum, and divides them by @divisor. */
void cor_tracer_divide (CorTracer *t, const char *divisor);

/* The same by @format, as cor_tracer_numbers() has it. */
void cor_tracer_divide_by (CorTracer *t, const char *format, ...);

/* Contracted green power and electricity with it: cor-trace-emissions.c. */
gboolean cor_tracer_green_counts (const CorFactorChoice *choice);
void cor_tracer_add_electricity (CorTracer *t, const CorFactorChoice *choice, const char *symbol);

/* Those of a list that apply, in the model year. */
void cor_tracer_add_parameters (CorTracer *t, const CorParamId *ids, guint n);

/* Km of the first year of ownership: by the duty, or the parameter of studies without one. */
void cor_tracer_add_first_km (CorTracer *t, const char *symbol);
void cor_tracer_add_first_transport_km (CorTracer *t, const char *symbol);

/* An emission factor with its value in use. */
void
cor_tracer_add_factor (CorTracer *t, const char *symbol, const CorFactor *factor, double value, const char *unit);

/* The name of a duty, or of its route where it has none. */
const char *cor_tracer_duty_label (const CorTracer *t, const CorDutyResult *duty);

/* (transfer full): @what of the truck or the station that is traced. */
char *cor_tracer_title (const CorTracer *t, const char *what);

/* The cost of the truck, computed anew for the model year in question; FALSE where there is none. */
gboolean cor_tracer_cost (CorTracer *t);

/* Energy by km in the unit of the powertrain. */
double cor_tracer_consumption (const CorTracer *t, const char **unit);

G_END_DECLS
