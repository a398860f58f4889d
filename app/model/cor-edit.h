/* cor-edit.h: edits of a scenario as functions from one state to the next.
 *
 * Each gives a new scenario (transfer full) and leaves the one it is given alone; %NULL with an
 * error where the edit cannot be made. The scenario as a whole is the item of kind
 * %COR_ITEM_HEAD, its id ignored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/** cor_edit_item: the item of that kind and id, the head for %COR_ITEM_HEAD; %NULL without one. */
const CorItem *cor_edit_item (const CorScenario *scenario, CorItemKind kind, const char *id);

/**
 * cor_edit_starter: a scenario to begin with: no route yet, but a diesel tractor and two electric
 * ones, so that the first route has results at once.
 * @region, @convention: (nullable): ids that figures are looked up for
 */
CorScenario *cor_edit_starter (const char *region, const char *convention);

/**
 * cor_edit_number: a number, year, boolean or enumeration field; NaN takes a number away. A station that
 * is called after its kind is called after the new one; a route whose load is typed no longer gives
 * cor_edit_assumed_payload() as its source.
 * Errors: %COR_ERROR_RANGE, %COR_ERROR_REFERENCE (no such item).
 */
CorScenario *cor_edit_number (CorScenario *scenario,
                 CorItemKind kind,
                 const char *id,
                 const char *key,
                 double value,
                 GError **error);

/** cor_edit_assumed_payload: (transfer none): what a new route gives as its source until a payload is typed. */
const char *cor_edit_assumed_payload (void);

/** cor_edit_payload_is_assumed: whether @route still gives that source, in the reader's language or in English. */
gboolean cor_edit_payload_is_assumed (const CorRoute *route);

/** COR_EDIT_NEW_TRIPS, COR_EDIT_NEW_DAYS: trips a day and days a year of a new route, both assumed. */
#define COR_EDIT_NEW_TRIPS 1
#define COR_EDIT_NEW_DAYS 300

/**
 * cor_edit_string: a string field; %NULL or "" takes it away. Routes called after a site follow its name.
 * Errors: %COR_ERROR_REFERENCE.
 */
CorScenario *cor_edit_string (CorScenario *scenario,
                 CorItemKind kind,
                 const char *id,
                 const char *key,
                 const char *value,
                 GError **error);

/** cor_edit_boxed: a list field; @value is copied. Errors: %COR_ERROR_REFERENCE. */
CorScenario *cor_edit_boxed (CorScenario *scenario,
                CorItemKind kind,
                const char *id,
                const char *key,
                gconstpointer value,
                GError **error);

/**
 * cor_edit_place: moves a site or station, and with a site the ends of lines drawn by hand; degrees
 * WGS 84. Errors: range, reference.
 */
CorScenario *cor_edit_place (CorScenario *scenario,
                CorItemKind kind,
                const char *id,
                CorLonLat place,
                GError **error);

/**
 * cor_edit_parameter: sets a parameter in the layer of the scenario, a truck or a duty for every
 * year and type, as an assumption of the scenario, whose range follows from the entry that it
 * replaces (cor_param_table_get()); NaN takes the layer's own value away.
 * Errors: %COR_ERROR_RANGE, %COR_ERROR_REFERENCE.
 */
CorScenario *cor_edit_parameter (CorScenario *scenario,
                    CorItemKind kind,
                    const char *id,
                    CorParamId parameter,
                    double value,
                    GError **error);

/** cor_edit_is_own: whether the user set it, rather than a file with a source for it. */
gboolean cor_edit_is_own (const CorParameter *entry);

/**
 * cor_edit_series: sets a parameter year by year in the layer of the scenario, a truck or a duty;
 * between the years it is read along a line, before and after them held.
 * @points: #CorPolicyPoint, year and value, years rising; empty takes the layer's own values away
 * Errors: %COR_ERROR_RANGE, %COR_ERROR_REFERENCE.
 */
CorScenario *cor_edit_series (CorScenario *scenario,
                 CorItemKind kind,
                 const char *id,
                 CorParamId parameter,
                 const GArray *points,
                 GError **error);

/** cor_edit_get_series: (transfer full): the values that the layer itself holds by year, as above. */
GArray *cor_edit_get_series (const CorScenario *scenario, CorItemKind kind, const char *id, CorParamId parameter);

/**
 * cor_edit_remove: takes an item out, and with it what cannot be without it (the routes of a site,
 * the duties of a route or truck); other references to it are cleared.
 * @n_more: (out) (optional): how many other items went with it
 */
CorScenario *cor_edit_remove (CorScenario *scenario, CorItemKind kind, const char *id, guint *n_more);

/** cor_edit_remove_all: as cor_edit_remove() for each of @ids, which end in %NULL, in the time of one. */
CorScenario *cor_edit_remove_all (CorScenario *scenario, CorItemKind kind, const char *const *ids, guint *n_more);

/**
 * cor_edit_duplicate: a copy after the last item, with a free id and a name that says so; a place
 * is set off by a few hundred metres.
 * @copy_id: (out) (transfer full): the id of the copy
 */
CorScenario *cor_edit_duplicate (CorScenario *scenario, CorItemKind kind, const char *id, char **copy_id);

/**
 * cor_edit_duplicate_all: as cor_edit_duplicate() for each of @ids, which end in %NULL, in the time of one; those that are
 * gone are passed over.
 * @copy_ids: (element-type utf8): gets the ids of the copies, to be freed
 */
CorScenario *
cor_edit_duplicate_all (CorScenario *scenario, CorItemKind kind, const char *const *ids, GPtrArray *copy_ids);

/**
 * cor_edit_add_place: a new site or station.
 * @which: a #CorSiteKind or #CorStationKind
 * @name, @name_zh: (nullable): what it is called; else after its kind
 */
CorScenario *cor_edit_add_place (CorScenario *scenario,
                                 CorItemKind kind,
                                 int which,
                                 CorLonLat place,
                                 const char *name,
                                 const char *name_zh,
                                 char **id);

/**
 * cor_edit_add_route: a new route between two sites, and a duty on it with the first truck that is
 * not diesel, so that it has results at once.
 */
CorScenario *cor_edit_add_route (CorScenario *scenario, const char *origin, const char *destination, char **id);

/**
 * cor_edit_reverse: the route the other way round: ends, points on the way and a line drawn by hand;
 * a name "A – B" turns with it. What is carried out and back stays with the trip, not the place.
 * Errors: %COR_ERROR_REFERENCE.
 */
CorScenario *cor_edit_reverse (CorScenario *scenario, const char *id, GError **error);

/**
 * cor_edit_route_names_follow: routes and duties called "A – B" after their ends, one of which is the
 * site @old as it was called before, are called after what it is called now; other names stay.
 */
CorScenario *cor_edit_route_names_follow (CorScenario *scenario, const CorItem *old);

/**
 * cor_edit_route_name_follows: a route, and its duties, called "A – B" after its ends, which ran between
 * those of @old, are called after those it has now; other names stay.
 */
CorScenario *cor_edit_route_name_follows (CorScenario *scenario, const CorRoute *old);

/** cor_edit_lines_follow: lines drawn by hand start and end where the site now is. */
CorScenario *cor_edit_lines_follow (CorScenario *scenario, const char *site);

/** cor_edit_add_truck: a new tractor of that powertrain; figures are those of its type. */
CorScenario *cor_edit_add_truck (CorScenario *scenario, CorPowertrain powertrain, char **id);

/**
 * cor_edit_add_duty: a duty that does what no other does.
 * @route: (nullable): of that route; else of the first that no duty works, or of the last where there is none
 *
 * Its truck is the first that is not diesel and does not work the route yet, or the first where all do.
 *
 * Returns: (transfer full) (nullable): %NULL with %COR_ERROR_MISSING where there is no route or no such truck
 */
CorScenario *cor_edit_add_duty (CorScenario *scenario, const char *route, char **id, GError **error);

/**
 * cor_edit_add_machine: a machine of that kind at a site, with the power and hours that @defaults have
 * for its kind.
 */
CorScenario *cor_edit_add_machine (CorScenario *scenario, CorParamLayer *defaults, const char *site, const char *machine_kind, char **id);

/** cor_edit_add_policy: a policy of that kind (a row of the policy table), switched on. */
CorScenario *cor_edit_add_policy (CorScenario *scenario, const char *policy_kind, const char *name, char **id);

G_END_DECLS
