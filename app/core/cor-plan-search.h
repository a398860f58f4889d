/* cor-plan-search.h: what the search of a day and its ways of leaving a stop share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-plan-private.h"

G_BEGIN_DECLS

/* Charges closer than this are the same, kWh. */
#define COR_SAME_KWH 1e-6

/* Costs are compared in steps of a thousand-millionth yuan, so that rounding does not choose. */
#define COR_KEYS_PER_YUAN 1e9

typedef struct _CorPlanTarget CorPlanTarget;

typedef struct
{
  const CorPlanGraph *graph;
  CorPlanFound *found;
  CorPlanOutlook outlook;
  double start_kwh;
  double bound;
  double stop_slope, least_end_kwh;
  double late_yuan; /* the least that a day costs so far which would end too late, or leave too little of the night */
  gboolean aims;    /* looks at the charges of cor_plan_aim() too */
  GArray **targets; /* those by node, NULL where not yet looked at */
  guint *settled;
  guint *waiting;
  guint *heap;
  guint n_heap, heap_room;
} CorPlanSearch;

/* How a node is left: with what charge, after how many seconds there, of which it only stays on for the rest,
 * of which before the power, at which cost so far, and with how much driving since the last rest. */
typedef struct
{
  double kwh;
  double work_s;
  double stay_s;
  double hold_s;
  double cost;
  double driven_s;
} CorPlanDeparture;

/* Drives from a node, or where parent is COR_NO_LABEL from the start, to a later one, resting on the way when it is
 * due. */
void cor_plan_drive (CorPlanSearch *search, guint parent, const CorPlanNode *a, guint next, const CorPlanDeparture *from);

/* Follows a label to every node within reach. */
void cor_plan_expand (CorPlanSearch *search, guint index);

/* So many charges of a stop at which the hour makes the cost turn are looked at, the first ones. */
#define COR_LEVELS_MOST 32

/* Times at which a price steps. */
typedef struct
{
  double at_s[COR_TARIFF_SLOTS];
  guint n;
} CorPlanSteps;

/* A label that is being followed; rest_kwh: the charge up to which the stop takes no more time than the rest that it
 * is, or that on arrival where it is none; power_s: when power can begin; levels: charges at which power ends as the
 * price rises; falls, rises: steps of the price from then until the last time at which power may end. */
typedef struct
{
  guint index;
  CorPlanLabel label;
  const CorPlanNode *node;
  double highest;
  double floor;
  gboolean may_rest;
  double rest_kwh;
  double power_s;
  double levels[COR_LEVELS_MOST];
  guint n_levels;
  CorPlanSteps falls, rises;
} CorPlanOrigin;

/* Charges to a level and drives to the next node: at once, and after staying on until the stop is a rest. */
void cor_plan_leave (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double level);

/* The same where the price is by the hour: with power at the times that may be best. */
void cor_plan_leave_hourly (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double level);

/* Times after @from_s, up to @to_s, at which the price at a node steps up, or down; as many as a day has. */
void cor_plan_find_steps (const CorPlanGraph *graph, const CorPlanNode *node, double from_s, double to_s, gboolean up,
                          CorPlanSteps *steps);

/* After how many seconds power may begin, the fewest first; more than there is room for are left out. */
typedef struct
{
  double s[8 * COR_TARIFF_SLOTS];
  guint n;
} CorPlanHolds;

void cor_plan_add_hold (CorPlanHolds *holds, double hold_s);

/* When power can best begin here, up to @room_s later; nothing else is kept. */
void cor_plan_holds_here (const CorPlanOrigin *origin, double charge_s, double room_s, CorPlanHolds *holds);

/* Adds those with which power at the next stop begins just as the price falls there, or further on, for who charges here for
 * @charge_s, up to @room_s later. */
void cor_plan_holds_next (const CorPlanGraph *graph, const CorPlanOrigin *origin, guint next, double level, double charge_s,
                          double room_s, CorPlanHolds *holds);

/* Adds those that are to be tried beside others. */
void cor_plan_holds_tried (const CorPlanGraph *graph, const CorPlanOrigin *origin, CorPlanHolds *holds);

/* Counts one piece of a search's work; FALSE where none is left. */
gboolean cor_plan_work (const CorPlanGraph *graph);

/* When power can begin, and the charges at which the hour makes the cost of charging turn. */
void cor_plan_find_levels (const CorPlanSearch *search, CorPlanOrigin *origin);

/* Seconds at a node that has been reached, waiting at the gate included, with so many of charging. */
double cor_plan_pause_s (const CorPlanOrigin *origin, double charge_s);

/* Charge with which a truck has to leave a node to get to another; peak_kwh: highest total between them. */
double cor_plan_need (const CorPlanGraph *graph, const CorPlanNode *a, const CorPlanNode *b, double peak_kwh);

/* Leaves for a node with the charges, above need, that make the best of what is to be had there for nothing. */
void cor_plan_aim (CorPlanSearch *search, const CorPlanOrigin *origin, guint next, double need);

/* Frees the charges that were aimed at. */
void cor_plan_targets_free (CorPlanSearch *search);

/* Whether @other makes @label pointless: it has at least the charge, or can charge up to it right
 * here, for no more money and time, the rests that it is behind with included. */
gboolean cor_plan_dominates (const CorPlanSearch *search, const CorPlanLabel *other, const CorPlanLabel *label);

/* Whether a label that was taken, or the last good one that waits, makes this one pointless. */
gboolean cor_plan_dominated (const CorPlanSearch *search, const CorPlanLabel *label, guint index);

/* What charging from one level to another costs beyond the least price, at the least price of the node; seconds into
 * *charge_s. */
double cor_plan_charge_cost (const CorPlanGraph *graph, const CorPlanNode *node, double from_kwh, double to_kwh,
                             double *charge_s);

/* Least charge at the end of a day, kWh. */
double cor_plan_end_kwh (const CorPlanSearch *search, double at_s);

/* What a day that goes on from a label costs at least if it made no detour. */
double cor_plan_floor (const CorPlanSearch *search, const CorPlanLabel *label);

/* Whether a rest can still fall due before the next pause for loading, for who is at a node with so much driving since
 * the last rest, on a day cheaper than the bound: detours cost more than the floor, so that there is only so much driving
 * left. */
gboolean cor_plan_may_rest (const CorPlanSearch *search, const CorPlanNode *node, double driven_s, double floor);

G_END_DECLS
