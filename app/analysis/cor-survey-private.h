/* cor-survey-private.h: the survey's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-survey.h"

G_BEGIN_DECLS

/* A route as it was laid out: everything its line depends on. */
typedef struct
{
  CorRoute *route;
  GArray *places;
  CorVehicle vehicle;
  guint round; /* the survey's when the ways to the stations were laid */
  CorGeometry *geometry;
} CorSurveyLine;

struct _CorSurvey
{
  CorNetwork *network;
  GHashTable *lines;
  GHashTable *traces; /* roads to stations as they were traced, by route, direction and station */
  CorGeometry **geometries;
  guint n_geometries;
  char **ids; /* of the stations, in their order */
  CorSnap *snaps;
  guint n_stations;
  guint round; /* counts the changes of the stations' places */
  int *now_of; /* by place in the list before, that in the list now; -1 for gone or moved */
  GArray *moved; /* places in the list now of stations that are new or moved */
  gboolean shifted;
};

/* Frees a road that was traced. */
void cor_survey_trace_free (gpointer data);

/* The stations' places; another round begins where one is new, gone or has moved. */
void cor_survey_update_stations (CorSurvey *survey, const CorScenario *scenario);

/* The ways from a path to all stations; %NULL without a path. */
GArray *cor_survey_accesses (CorSurvey *survey, const CorPath *path, const CorVehicle *vehicle);

/* The same line with the ways to the stations as they are now; @rounds behind. */
CorGeometry *cor_survey_lay_stations (CorSurvey *survey, CorGeometry *old, const CorVehicle *vehicle, guint rounds);

G_END_DECLS
