/* cor-siting-private.h: what the ways to choose stations share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-siting.h"

G_BEGIN_DECLS

/* Yuan a year, or km a year, that make no difference. */
#define COR_SITING_SAME 1e-3

/* A problem being solved, with what is known of each duty so far: by the open candidates that
 * concern it. */
typedef struct
{
  const CorSitingProblem *problem;
  GHashTable **known;
  CorSitingDuty *duties;
  gboolean *open;
  guint evaluations;
  gboolean stopped;
  double done;
} CorSitingSolver;

/* What a duty does with the candidates in open; asks if it is not known yet. */
const CorSitingDuty *cor_siting_duty (CorSitingSolver *solver, guint duty, const gboolean *open);

/* All duties and stations together. */
CorSitingValue cor_siting_value (CorSitingSolver *solver, const gboolean *open);

/* Whether so many stations, at that cost, one of each group, may be built. */
gboolean cor_siting_allowed (const CorSitingProblem *problem, const gboolean *open);

/* What comes second, of a duty or a value. */
double cor_siting_metric (CorSitingAim aim, double yuan_per_year, double detour_km);

/* How many sets of candidates, one of a group and no more than may be built, concern a duty. */
double cor_siting_n_sets (const CorSitingProblem *problem, guint duty);

/* Tells how far the work is; FALSE where it is to stop. */
gboolean cor_siting_report (CorSitingSolver *solver, double done);

/* The choice by greedy and exchange, and by integer programming, into open. */
void cor_siting_greedy (CorSitingSolver *solver, gboolean *open);
gboolean cor_siting_exact (CorSitingSolver *solver, gboolean *open);

G_END_DECLS
