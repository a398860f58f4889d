/* cor-chart-labels.h: places for labels so that none covers another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} CorBox;

/* One label on a line: where its centre wants to be, how long it is, what it weighs. */
typedef struct
{
  double want;     /* wanted centre */
  double size;     /* height in a column of labels, width in a row */
  double priority; /* the lowest goes first where there is no room */
  double at;       /* result: centre, or NaN where it was left out */
} CorLabel;

/* Moves labels as little as possible (least squares) so that they lie inside [from, to],
 * keep their order and do not overlap; leaves out the least important where not all fit. */
void cor_labels_spread (CorLabel *labels, guint count, double from, double to);

/* Whether two boxes share an area; touching is not sharing. */
gboolean cor_box_overlaps (const CorBox *a, const CorBox *b);

G_END_DECLS
