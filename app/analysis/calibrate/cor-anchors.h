/* cor-anchors.h: what the ICCT study prints in its text, and what the model says to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-study.h"

G_BEGIN_DECLS

/**
 * CorAnchor: one statement of the study.
 * @low, @high: the range that counts as met: as printed, or the figure within 10 %
 * @ours: the model's figure; by city where the statement is about a city
 */
typedef struct
{
  const char *text;
  const char *unit;
  double printed;
  double low;
  double high;
  double ours;
} CorAnchor;

/** The anchors' places in the array. */
typedef enum
{
#define COR_ANCHOR(ENUM, printed, low, high, unit, text) COR_ANCHOR_##ENUM,
#include "cor-anchor-table.def"
#undef COR_ANCHOR
  COR_N_ANCHORS
} CorAnchorId;

/** cor_anchors_compute: all anchors with @study's figures. */
void cor_anchors_compute (CorStudy *study, CorAnchor anchors[COR_N_ANCHORS]);

G_END_DECLS
