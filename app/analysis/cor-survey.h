/* cor-survey.h: the routes of a scenario laid on the network, kept up to date edit by edit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-geometry.h"
#include "cor-network.h"
#include "cor-results.h"

G_BEGIN_DECLS

/** CorSurvey: routes, snapped stations and the ways between; for one thread at a time. */
typedef struct _CorSurvey CorSurvey;

/** cor_survey_new: an empty survey on @network, which is referenced. */
CorSurvey *cor_survey_new (CorNetwork *network);
void cor_survey_free (CorSurvey *survey);

/**
 * cor_survey_update: lays @scenario out; only what changed since the last call is routed again.
 *
 * Returns: (transfer none): a geometry for each route, valid until the next call. The object is the
 * one of the last call where neither the line nor a way to a station changed.
 */
CorGeometry *const *cor_survey_update (CorSurvey *survey, const CorScenario *scenario);

/**
 * cor_survey_detours: the roads to the stations at which the first trip of @duty's shown truck stops.
 * The duty was evaluated on what the last cor_survey_update() gave.
 *
 * Returns: (transfer full): array of #CorDetourLine
 */
GArray *cor_survey_detours (CorSurvey *survey, const CorDutyResult *duty);

/** COR_SURVEY_LIMIT_M: how long a way off a route to a station may be, metres. */
#define COR_SURVEY_LIMIT_M 20000.0

G_END_DECLS
