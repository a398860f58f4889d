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
 * least price; energy_yuan_per_kwh: price above the least one, and time at the highest power;
 * tie_yuan_per_kwh: next to nothing, so that no two days cost the same; drive_in_s, drive_out_s: seconds at the wheel
 * of the day's legs where the truck leaves the line and where it goes on, run_in, run_out: in which run that is.
 * sold_by: what power costs by the hour, with fee_yuan_per_kwh on top, or NULL; hours: the same where the search goes by the
 * very hour, and yuan_per_kwh is then the least of the hours in which the truck can be there, else that of the hour in
 * which it comes if it does not stop before. */
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
  double tie_yuan_per_kwh;
  const CorPriceDay *sold_by, *hours;
  double fee_yuan_per_kwh;
  double hold_most_s; /* to stay on longer for a cheaper hour never pays */
  double drive_in_s, drive_out_s;
  guint run_in, run_out;
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

/* What a stop costs at least: @stop_yuan and for each kWh @yuan_per_kwh above the least price. */
typedef struct
{
  double stop_yuan;
  double yuan_per_kwh;
} CorPlanOffer;

/* What a station on the way offers: at its plugs and at its bays; INFINITY for nothing. */
enum
{
  COR_OFFER_PLUG,
  COR_OFFER_SWAP,
  COR_N_OFFERS,
};

/* What a day costs at least that stops at a given place: how much one stop gives at most, how much is to be
 * taken under way and how much the night gives and at which price; where on the line energy goes and what stops
 * cost there. From these the ladder: by stretch of the day and by steps of energy taken so far, the least that was
 * paid before, and the least that is still to be paid from there on. */
typedef struct
{
  double most_kwh;
  double total_kwh, need_kwh, night_kwh;
  CorPlanPass *passes;
  CorPlanWay *ways;
  guint n_passes, n_ways;
  double night_slope;
  gboolean any_morning; /* the day may start with less than a full charge */
  gboolean hourly;      /* the hour matters at some stop: what few changes do to the plan is not told from here */
  double *paid_yuan, *left_yuan;
  guint *first_rung; /* by stretch, the least taken with which a truck gets there */
  guint n_rungs;
  double step_kwh;
  double least_slope;
} CorPlanFrame;

/* The accesses of each leg that are looked at; legs driven again share theirs. */
typedef struct
{
  guint n_legs;
  gboolean **wanted;
  CorPlanOffer (**offers)[COR_N_OFFERS];
  guint *first; /* the leg that owns the arrays of a leg */
  guint n_accesses; /* of legs that own theirs */
  double least_yuan_per_kwh;
  gboolean by_hour; /* the search goes by the very hour, so that the least of all hours is looked at */
  CorPlanFrame frame;
} CorPlanPick;

/* Legs driven without a pause for loading that is a rest: seconds at the wheel of the day until its end, and the
 * rests that fall due before it where no stop is made. */
typedef struct
{
  double end_s;
  guint rests_before;
} CorPlanRun;

/* A charge to leave a stop with, NaN for none, and seconds from when power could begin there until it does. */
typedef struct
{
  double kwh;
  double hold_s;
} CorPlanTry;

/* rest_s: rests of the day without stops. */
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
  double night_slope;  /* price of a kWh at the depot above the least one */
  double at_most_yuan; /* what a day surely can be done for, or INFINITY */
  double energy_least_yuan; /* what energy that is to be taken under way costs of it at least */
  double night_kw;
  guint last_node;   /* the one to stop at last, or COR_NO_LABEL for any */
  double night_at_s; /* the night is as after a day of so many seconds, or NaN for as it comes */
  double day_max_s;
  gboolean time_matters;
  gboolean sells_by_hour; /* somewhere a kWh costs more at one hour than at another */
  gboolean hourly;        /* and the search goes by the very hour */
  gboolean rough; /* a day that can be done will do, it need not be the best */
  gboolean every_charge; /* all charges that suit later stops are looked at, however many chances there are */
  gboolean wide;         /* and charges spread over the battery, and the hour two stops on */
  const CorPlanTry *tries; /* by node, charges and minutes to look at beside others; borrowed, or NULL */
  double try_kwh, try_s;   /* and so much more and less than them */
  guint *work_left;      /* departures and comparisons of arrivals until a search gives up, or NULL for any number */
  CorPlanRun *runs;
  guint n_runs;
  double each_rest_s, rest_after_s; /* 0 for none */
  double detour_s_per_yuan;         /* seconds at the wheel that stops cost least for */
} CorPlanGraph;

/* Seconds closer than this are the same, for rests. */
#define COR_SAME_S 1e-3

#define COR_NO_LABEL G_MAXUINT

/* A search takes no more labels than these: far more than days that can be done need. */
#define COR_LABELS_MAX 200000

/* An arrival at a node. cost and at_s are with the rests so far; at_s is after shut_s at a closed gate; driven_s: at
 * the wheel since the last rest; left the node before with from_kwh, after staying on for stay_s to complete a rest or
 * for a cheaper hour, and with power from hold_s after it could have begun. */
typedef struct
{
  double key;
  double cost;
  double kwh;
  double at_s;
  double shut_s;
  double driven_s;
  double from_kwh;
  double stay_s;
  float hold_s;
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
  gboolean late;  /* a cheaper day would have ended too late */
  gboolean shaky; /* other charges than a full one were tried for the morning */
} CorPlanFound;

/* @pick: the accesses to look at, or NULL for all; @extra: one more node to put in, or NULL. */
void cor_plan_graph_init (CorPlanGraph *graph, const CorPlanInput *input, guint relax,
                          const CorPlanPick *pick, const CorPlanNode *extra);
void cor_plan_graph_clear (CorPlanGraph *graph);

/* Takes note of what the day surely can be done for, above the least price. */
void cor_plan_graph_bound (CorPlanGraph *graph, double at_most_yuan);

/* The least that the rest of a day costs that starts with start_kwh, by node and by steps of energy taken so far:
 * left, before the node, and here, for who stops there and has paid for the stop but for the energy. Beyond
 * these, each kWh still to be taken costs least_slope. */
typedef struct
{
  double start_kwh;
  double step_kwh;
  double least_slope;
  guint n_rungs;
  double *left, *here;
} CorPlanOutlook;

/* Works it out; cleared with cor_plan_outlook_clear(). */
void cor_plan_outlook_init (CorPlanOutlook *outlook, const CorPlanGraph *graph, double start_kwh);
void cor_plan_outlook_clear (CorPlanOutlook *outlook);

/* The least that the whole day costs. */
double cor_plan_outlook_least (const CorPlanOutlook *outlook, const CorPlanGraph *graph);

/* The least that a day costs which starts with start_kwh and stops at one of some nodes at least. */
double cor_plan_outlook_through (const CorPlanGraph *graph, double start_kwh, const gboolean *some);

/* The least that the rest of the day costs for who stops at a node, arriving with kwh. */
double cor_plan_outlook_at (const CorPlanOutlook *outlook, const CorPlanGraph *graph, guint node, double kwh);

/* The least of that for who arrives with any charge from least_kwh to most_kwh, each kWh above the lower at a price of slope,
 * no less than the least one. */
double cor_plan_outlook_over (const CorPlanOutlook *outlook, const CorPlanGraph *graph, guint node, double least_kwh, double most_kwh,
                              double slope);

/* Whether the vehicle can enter a station, perhaps after leaving its trailer outside. */
gboolean cor_plan_may_enter (const CorPlanInput *in, guint relax, const CorPlanStation *station,
                             gboolean *unhitched);

/* An earlier leg with the same road, stations and bay; l for none. */
guint cor_plan_same_leg (const CorPlanInput *in, guint l);

/* What a station offers to the truck at least, by its plugs and by its bays. The price is that of the battery's
 * kWh above the least one, with the time it takes; the stop's money is that of time and km, and of the
 * detour's energy. */
void cor_plan_offers (const CorPlanInput *in, double least_yuan_per_kwh, double detour_kwh_per_km,
                      const CorPlanStation *station, const CorAccess *access, CorPlanOffer *offers);

/* Where energy goes on the day's legs, and no offers yet. */
void cor_plan_frame_fill (CorPlanFrame *frame, const CorPlanInput *in);

/* Takes note, by stretch, of what offers along a way cost; TRUE where that made a difference. */
gboolean cor_plan_frame_note (CorPlanFrame *frame, const CorPlanOffer *offers, guint n, const CorAccess *access,
                              guint way);

/* Lets the day start with less than a full charge, and end with less. */
void cor_plan_frame_any_morning (CorPlanFrame *frame);

/* Works the ladder out, once all offers and the night are known, and frees it again. */
void cor_plan_frame_finish (CorPlanFrame *frame);
void cor_plan_frame_drop (CorPlanFrame *frame);
void cor_plan_frame_clear (CorPlanFrame *frame);

/* Whether a day that stops at one of the offers somewhere along a way can cost no more than cost. */
gboolean cor_plan_frame_pays (const CorPlanFrame *frame, const CorPlanOffer *offers, guint n, const CorAccess *access,
                              guint way, double cost);

/* By stretch of a leg, which of them is a place in. */
guint cor_plan_cell (const CorPlanWay *way, double at_m);

/* What a kWh of the night costs above a price of the battery's; INFINITY where the night gives none. */
double cor_plan_night_slope (const CorPlanInput *in, double least_yuan_per_kwh);

/* A price of the battery's kWh that nothing the truck could buy goes below. */
double cor_plan_least_price (const CorPlanInput *in, double least_plug, double least_swap);

/* The offers of all accesses and the bound over them; @by_hour: for a search by the very hour. */
CorPlanPick *cor_plan_pick_new (const CorPlanInput *in, gboolean by_hour);

/* Marks the best few accesses of each stretch of each leg; FALSE where there are few anyway. */
gboolean cor_plan_pick_few (CorPlanPick *pick, const CorPlanInput *in);

/* Marks the accesses of the stations that a similar day stops at; FALSE where it stops at none. */
gboolean cor_plan_pick_like (CorPlanPick *pick, const CorPlanInput *in, const CorPlanBrief *like);

/* Now all that a day no dearer than cost could stop at. */
void cor_plan_pick_possible (CorPlanPick *pick, const CorPlanInput *in, double cost);
void cor_plan_pick_free (CorPlanPick *pick);

/* Restful minutes that a driver takes, in seconds, on drives and pauses in turn. */
double cor_plan_rest (const CorPlanInput *in, const double *drive_s, const double *pause_s, guint n);

/* Whether a pause is a rest. */
gboolean cor_plan_is_rest (double pause_s, double rest_s);

/* Works out the runs of a day and the rests without stops. */
void cor_plan_runs_init (CorPlanGraph *graph);

/* Seconds of rest on a day without stops. */
double cor_plan_line_rest_s (const CorPlanInput *in);

/* Rests that fall due between two nodes, and the driving since the last rest, there and then here. */
guint cor_plan_rests_between (const CorPlanGraph *graph, const CorPlanNode *a, const CorPlanNode *b, double *driven_s);

/* Seconds at the wheel from a node to the end of its run. */
double cor_plan_run_left_s (const CorPlanGraph *graph, const CorPlanNode *node);

/* The shortest the day can be: nothing but driving, loading and the rests that are due. */
static inline double
cor_plan_least_s (const CorPlanGraph *graph)
{
  return graph->total_s + graph->rest_s;
}

/* kWh that the night gives after a day that ended at_s seconds after its start. */
double cor_plan_night_kwh (const CorPlanGraph *graph, double at_s);

/* The least that a kWh bought costs at a station's plugs, or at the bay of a leg, in the hours of the working day. */
double cor_plan_station_least (const CorPlanInput *in, const CorPlanStation *station);
double cor_plan_bay_least (const CorPlanInput *in, const CorPlanLeg *leg);

/* With more ways to stations in the day than these, stops are chosen at the price of the hour in which the truck comes if
 * it does not stop before, and then refined: to go by the very hour takes too long. */
#define COR_BY_HOUR_WAYS 16

/* Whether the search of a day goes by the very hour at once. */
gboolean cor_plan_goes_by_hour (const CorPlanInput *in);

/* What a kWh bought costs where the search does not: at a way that leaves the line leave_s after the day's start. */
double cor_plan_station_expected (const CorPlanInput *in, const CorPlanStation *station, const CorAccess *access, double leave_s);

/* What nodes with prices by the hour cost at least, and how much the hour can matter there. */
void cor_plan_hours_init (CorPlanGraph *graph);

/* Makes prices those that are expected, the same all day. */
void cor_plan_hours_leave_out (CorPlanGraph *graph);

/* What the energy of the day costs at least at the prices found so far. */
void cor_plan_hours_narrow (CorPlanGraph *graph);

/* How much more than the least price of a node who comes earlier, with less charge, may pay for what another has more, so
 * as to have it when the other begins. */
double cor_plan_dearer_yuan (const CorPlanGraph *graph, const CorPlanLabel *earlier, const CorPlanLabel *later);

/* Yuan for charging from one level to another at a node with prices by the hour, power from an hour of the day on. */
double cor_plan_hours_yuan (const CorPlanGraph *graph, const CorPlanNode *node, double from_kwh, double to_kwh,
                            double power_h);

/* Adds the nodes of all legs, in their order, and the day's totals; the order of two nodes. */
void cor_plan_add_legs (CorPlanGraph *graph);
int cor_plan_compare_nodes (const void *a, const void *b);

/* Makes a plan that was found at prices of about the hour better, and says how far it is from the best. */
void cor_plan_refine (const CorPlanInput *input, CorPlan *plan);

/* The labels of the day that was found, in their order, the end last; to be freed with g_free(). */
guint *cor_plan_day_labels (const CorPlanFound *found, guint *n);

/* Writes out what was found. */
void cor_plan_write (const CorPlanGraph *graph, const CorPlanFound *found, CorPlan *plan);

/* Whether the day can surely be driven from one night to the next, and no stop could pay: then the
 * graph may be made without stations. Only the night and the hours of the day remain to be seen. */
gboolean cor_plan_is_direct (const CorPlanInput *in);

/* Whether energy at that price of the battery's kWh could pay for a stop on a day of total_kwh that needs none; rest_s: rests without it. */
gboolean cor_plan_stop_could_pay (const CorPlanInput *in, double yuan_per_kwh, double total_kwh, double rest_s);

/* Running totals of a leg at a place. */
CorEnergyPoint cor_plan_leg_at (const CorPlanLeg *leg, double at_m);

/* Counts steps of a search; FALSE where there are none left. */
gboolean cor_plan_step (const CorPlanInput *in, guint n);

/* The cheapest day that starts with start_kwh and costs less than bound; its cost or INFINITY. */
double cor_plan_search (const CorPlanGraph *graph, double start_kwh, double bound, CorPlanFound *found);

/* The graph with only the nodes that @wanted says; the end of the day always. */
void cor_plan_narrow (const CorPlanGraph *graph, const gboolean *wanted, CorPlanGraph *out);

/* Marks the best few nodes of each stretch of each leg. */
void cor_plan_choose_few (const CorPlanGraph *graph, gboolean *wanted);

/* Labels of a narrower graph, said in nodes of the wider one. */
void cor_plan_widen (const CorPlanGraph *narrower, CorPlanFound *found);

/* Makes a day by the hour that was found in a graph better, at about the same stops, with so much work: departures and
 * comparisons of arrivals. */
void cor_plan_settle (const CorPlanGraph *graph, CorPlanFound *found, guint work);

/* Looks among all chances of a day by the hour that was settled for others that may be cheaper once they are, with so much
 * work. */
void cor_plan_look_wider (const CorPlanGraph *graph, CorPlanFound *found, guint work);

/* Keeps the cheaper of two days of the same morning in @best, and frees what was found beside it. Returns: whether it is the other one. */
gboolean cor_plan_keep_better (CorPlanFound *best, CorPlanFound *other);

/* Searches among the wanted nodes for a day no dearer than @cost, from any morning. Returns: its cost, or @cost. */
double cor_plan_search_narrow (const CorPlanGraph *graph, const gboolean *wanted, double cost, CorPlanFound *found);

/* Any day by the hour that can be done, good where it stops; its cost, or INFINITY where there is none. */
double cor_plan_first_by_hour (const CorPlanGraph *graph, CorPlanFound *found);

/* The cheapest day over the charges a day can start with. */
double cor_plan_search_day (const CorPlanGraph *graph, CorPlanFound *found);

/* Whether there is any day at all. */
gboolean cor_plan_can_be_done (const CorPlanGraph *graph);

/* Whether the day can be done with a battery so many times the size, as heavy as it is: cor-plan-fix.c. */
gboolean cor_plan_battery_does (const CorPlanInput *in, double factor);

/* Highest charge at arrival at each node, -INFINITY where out of reach; n_nodes of them. */
void cor_plan_reach (const CorPlanGraph *graph, double start_kwh, double *reach);

/* Whether who starts full can reach the end of the day. */
gboolean cor_plan_in_reach (const CorPlanGraph *graph);

/* Highest charge with which a truck can leave a node it reaches with kwh. */
double cor_plan_highest (const CorPlanGraph *graph, const CorPlanNode *node, double kwh);

/* Seconds that the gate stays shut for who comes at_s seconds after the day's start. */
double cor_plan_closed_s (const CorPlanGraph *graph, const CorPlanNode *node, double at_s);

/* Why the day of graph cannot be done. */
void cor_plan_find_reason (const CorPlanGraph *graph, CorReason *reason);

/* What would help, into reason. */
void cor_plan_find_fix (const CorPlanGraph *graph, CorReason *reason);

G_END_DECLS
