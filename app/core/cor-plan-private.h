/* cor-plan-private.h: a day as a row of chances to take energy, for the files of the plan alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-plan.h"

G_BEGIN_DECLS

/* A chance to take energy, in the order of the day; the last node is the end of the day.
 * leave and rejoin: totals of the day's legs (kWh, s, m) where the truck leaves the line and where
 * it is back; peak_kwh: highest total between the node before and this one; fixed_s: queue, parking,
 * plugging in; fixed_yuan: what the stop costs before any energy, with the detour's energy at the
 * least price; energy_yuan_per_kwh: price above the least one, and time at the highest power. */
typedef struct
{
  CorStopKind kind;
  guint leg;
  int station;
  double leave_kwh, rejoin_kwh, peak_kwh;
  double leave_s, rejoin_s;
  double leave_m, rejoin_m;
  double out_kwh, back_kwh;
  double out_s, back_s;
  double out_m, back_m;
  double detour_m, detour_s;
  double power_kw;
  double yuan_per_kwh;
  double fixed_s, wait_s;
  double open_from_h, open_h;
  double fixed_yuan;
  double energy_yuan_per_kwh;
  gboolean unhitched;
  guint origin; /* index in the graph that a narrower one was made from */
} CorPlanNode;

/* What of the rules is set aside, to find out which of them stands in the way. */
typedef enum
{
  COR_RELAX_LENGTH = 1 << 0,
  COR_RELAX_HEIGHT = 1 << 1,
  COR_RELAX_SWAP_TYPE = 1 << 2,
  COR_RELAX_NIGHT = 1 << 3,
  COR_RELAX_DAY = 1 << 4,
  COR_WITHOUT_STATIONS = 1 << 5,
} CorRelax;

#define COR_BOUND_LINES 8
#define COR_BOUND_NODES 4

/* The least that taking k kWh at one stop costs, any stop from a node on: the lowest of some lines
 * stop_yuan + k * yuan_per_kwh, in the order in which they are lowest as k grows. */
typedef struct
{
  guint n;
  double stop_yuan[COR_BOUND_LINES];
  double yuan_per_kwh[COR_BOUND_LINES];
} CorPlanBound;

/* What a stop costs at least: @stop_yuan and for each kWh @yuan_per_kwh above the least price. */
typedef struct
{
  double at_m;
  double stop_yuan;
  double yuan_per_kwh;
} CorPlanOffer;

/* The accesses of each leg that are looked at; legs driven again share theirs. */
typedef struct
{
  guint n_legs;
  gboolean **wanted;
  CorPlanOffer **offers;
  guint *first; /* the leg that owns the arrays of a leg */
  double least_yuan_per_kwh;
} CorPlanPick;

typedef struct
{
  const CorPlanInput *in;
  const CorPlanPick *pick;
  guint relax;
  CorPlanNode *nodes;
  guint n_nodes;
  double low_kwh, high_kwh;
  double least_yuan_per_kwh;
  double total_kwh, total_s, total_m, dwell_s, rest_s;
  double night_kw;
  double day_max_s;
  CorPlanBound *bounds; /* one for each COR_BOUND_NODES nodes */
  gboolean time_matters;
} CorPlanGraph;

#define COR_NO_LABEL G_MAXUINT

/* An arrival at a node. */
typedef struct
{
  double key;
  double cost;
  double kwh;
  double at_s;
  double from_kwh;
  guint node;
  guint parent;
  guint next;
} CorPlanLabel;

/* Result of a search: labels and the one at the end of the day, or COR_NO_LABEL. */
typedef struct
{
  CorPlanLabel *labels;
  guint n_labels, room;
  guint last;
  double cost;
  double start_kwh;
} CorPlanFound;

/* @pick: the accesses to look at, or NULL for all; @extra: one more node to put in, or NULL. */
void cor_plan_graph_init (CorPlanGraph *graph, const CorPlanInput *input, guint relax,
                          const CorPlanPick *pick, const CorPlanNode *extra);
void cor_plan_graph_clear (CorPlanGraph *graph);

/* The least that kwh cost at stops from a node on, not knowing where they stand. */
double cor_plan_bound (const CorPlanGraph *graph, guint from, double kwh);

/* The same for who stands at a node and can take up to room_kwh there. */
double cor_plan_bound_at (const CorPlanGraph *graph, const CorPlanNode *node, guint from, double kwh,
                          double room_kwh);

/* The bound over some offers. */
void cor_plan_bound_fill (const CorPlanOffer *offers, guint n, const CorPlanBound *later, double most_kwh,
                          CorPlanBound *out);

/* Whether the vehicle can enter a station, perhaps after leaving its trailer outside. */
gboolean cor_plan_may_enter (const CorPlanInput *in, guint relax, const CorPlanStation *station,
                             gboolean *unhitched);

/* An earlier leg with the same road, stations and bay; l for none. */
guint cor_plan_same_leg (const CorPlanInput *in, guint l);

/* The best few accesses of each stretch of each leg; NULL where there are few anyway. */
CorPlanPick *cor_plan_pick_few (const CorPlanInput *in);

/* Now all that a day no dearer than cost could stop at, if need kWh are to be taken under way. */
void cor_plan_pick_possible (CorPlanPick *pick, const CorPlanInput *in, double cost, double need);
void cor_plan_pick_free (CorPlanPick *pick);

/* Works the bounds out, once the nodes have their costs. */
void cor_plan_bounds_fill (CorPlanGraph *graph);

/* Restful minutes that a driver takes, in seconds, on drives and pauses in turn. */
double cor_plan_rest (const CorPlanInput *in, const double *drive_s, const double *pause_s, guint n);

/* kWh that the night gives after a day that ended at_s seconds after its start. */
double cor_plan_night_kwh (const CorPlanGraph *graph, double at_s);

/* Adds the nodes of all legs, in their order, and the day's totals; the order of two nodes. */
void cor_plan_add_legs (CorPlanGraph *graph);
int cor_plan_compare_nodes (const void *a, const void *b);

/* Writes out what was found. */
void cor_plan_write (const CorPlanGraph *graph, const CorPlanFound *found, CorPlan *plan);

/* Whether the day can surely be driven from one night to the next, and no stop could pay: then the
 * graph may be made without stations. Only the night and the hours of the day remain to be seen. */
gboolean cor_plan_is_direct (const CorPlanInput *in);

/* Running totals of a leg at a place. */
CorEnergyPoint cor_plan_leg_at (const CorPlanLeg *leg, double at_m);

/* The cheapest day that starts with start_kwh and costs less than bound; its cost or INFINITY. */
double cor_plan_search (const CorPlanGraph *graph, double start_kwh, double bound, CorPlanFound *found);

/* The cheapest day over the charges a day can start with. */
double cor_plan_search_day (const CorPlanGraph *graph, CorPlanFound *found);

/* Highest charge at arrival at each node, -INFINITY where out of reach; n_nodes of them. */
void cor_plan_reach (const CorPlanGraph *graph, double start_kwh, double *reach);

/* Highest charge with which a truck can leave a node it reaches with kwh. */
double cor_plan_highest (const CorPlanGraph *graph, const CorPlanNode *node, double kwh);

/* Seconds that the gate stays shut for who comes at_s seconds after the day's start. */
double cor_plan_closed_s (const CorPlanGraph *graph, const CorPlanNode *node, double at_s);

/* Why the day of graph cannot be done. */
void cor_plan_find_reason (const CorPlanGraph *graph, CorReason *reason);

/* What would help, into reason. */
void cor_plan_find_fix (const CorPlanGraph *graph, CorReason *reason);

G_END_DECLS
