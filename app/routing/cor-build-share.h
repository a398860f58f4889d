/* cor-build-share.h: how much of the building of a network is done, by the time that its parts take.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network-build.h"

G_BEGIN_DECLS

typedef enum
{
  COR_BUILD_PBF,
  COR_BUILD_XML,
  COR_BUILD_BZ2,
  COR_N_BUILD_FORMS
} CorBuildForm;

/* What the share is reckoned by. */
typedef struct
{
  CorBuildForm form;
  gboolean heights;
  double ways_from; /* what share of the bytes comes before the first way */
} CorBuildShare;

/* Before anything is read: the form is told by the name of the extract. */
void cor_build_share_init (CorBuildShare *self, const char *in, gboolean heights);

/* The first way was met at that share of the bytes. */
void cor_build_share_meet_ways (CorBuildShare *self, double at);

/* The share of the whole work, 0 to 1, at a share of a step. */
double cor_build_share_of (const CorBuildShare *self, CorNetworkBuildStep step, double share);

G_END_DECLS
