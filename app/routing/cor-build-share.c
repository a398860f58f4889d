/* cor-build-share.c: how much of the building of a network is done, by the time that its parts take.
 *
 * The bytes of an extract are no measure of it: those of nodes are hardly looked at in the first
 * reading, those of ways take long in it, and joining the roads reads no bytes at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-build-share.h"

/* The parts of the work, in their order. */
enum
{
  NODES,       /* first reading, until the first way */
  WAYS,        /* the rest of it */
  INDEX,       /* of the nodes that are wanted; ends the first step */
  PLACES,      /* second reading, until the first way */
  PASSED_OVER, /* the rest of it */
  JOIN,
  HEIGHTS, /* where there are tiles */
  WRITE,
  N_PARTS
};

/* Processor time of the parts, that of a network without heights being 1: measured with extracts of Porto and Hong
 * Kong laid side by side, of 10 to 60 MB as .osm.pbf. */
static const double weights[COR_N_BUILD_FORMS][N_PARTS] = {
  [COR_BUILD_PBF] = { 0.05, 0.36, 0.02, 0.10, 0.05, 0.37, 2.10, 0.05 },
  [COR_BUILD_XML] = { 0.26, 0.21, 0.01, 0.28, 0.15, 0.08, 0.51, 0.01 },
  [COR_BUILD_BZ2] = { 0.29, 0.20, 0.01, 0.29, 0.19, 0.015, 0.13, 0.005 },
};

/* What share of the bytes comes before the first way, as a rule: 0.62 to 0.67 in four of five extracts. */
#define WAYS_FROM 0.65

void
cor_build_share_init (CorBuildShare *self, const char *in, gboolean heights)
{
  g_autofree char *lower = g_ascii_strdown (in, -1);

  self->form = g_str_has_suffix (lower, ".pbf")   ? COR_BUILD_PBF
               : g_str_has_suffix (lower, ".bz2") ? COR_BUILD_BZ2
                                                  : COR_BUILD_XML;
  self->heights = heights;
  self->ways_from = WAYS_FROM;
}

void
cor_build_share_meet_ways (CorBuildShare *self, double at)
{
  self->ways_from = CLAMP (at, 0.0, 1.0);
}

/* Time of two parts of a reading, at a share of its bytes. */
static double
reading (const CorBuildShare *self, double share, double before, double after)
{
  if (share < self->ways_from)
    return before * share / self->ways_from;
  return before + (self->ways_from < 1.0 ? after * (share - self->ways_from) / (1.0 - self->ways_from) : 0.0);
}

double
cor_build_share_of (const CorBuildShare *self, CorNetworkBuildStep step, double share)
{
  static const int first[] = { NODES, PLACES, JOIN, HEIGHTS, WRITE };
  const double *part = weights[self->form];
  double whole = 0.0, done = 0.0;

  for (int i = 0; i < N_PARTS; i++)
    {
      double time = i == HEIGHTS && !self->heights ? 0.0 : part[i];

      whole += time;
      done += i < first[step] ? time : 0.0;
    }
  if (step == COR_NETWORK_BUILD_ROADS || step == COR_NETWORK_BUILD_PLACES)
    done += reading (self, share, part[first[step]], part[first[step] + 1]);
  else
    done += share * part[first[step]];
  return done / whole;
}
