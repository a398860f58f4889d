/* cor-chart-data.h: a chart as plain data: series of points on two axes, and marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-theme.h"
#include "cor-format.h"

G_BEGIN_DECLS

/* The kinds, and what a series and a point of each is. x, y, low, high are of CorChartPoint. */
typedef enum
{
  COR_CHART_GAP,        /* lines; x model year, y TCO gap to diesel in yuan */
  COR_CHART_PARTS,      /* a series a column, a point a cost part, from the bottom up */
  COR_CHART_CHARGE,     /* one line; x km, y state of charge 0..1; stops are marks */
  COR_CHART_STAGES,     /* a series a fleet (the first is the reference), a point a stage */
  COR_CHART_WATERFALL,  /* one series, a point a step; `total` points stand on zero */
  COR_CHART_CUMULATIVE, /* lines; x year of ownership, y cumulative cost; the first is diesel */
  COR_CHART_HEAT,       /* a series a row (its `value` the lever), x the other lever, y a year */
  COR_CHART_TORNADO,    /* one series, a point a parameter; low and high the gap at its bounds */
  COR_CHART_SPREAD,     /* y median, low..high half of the draws, far_low..far_high most; with
                         * numeric x a fan, with labels boxes */
  COR_CHART_DAY,        /* columns by hour; further series are lines on the same axis */
  COR_CHART_MONTHS,     /* lines by month; points with low..high are a forecast */
  COR_CHART_CASH,       /* stacked columns by year, a series a part; a line series is the sum */
  COR_CHART_BARS,       /* a series a way of counting, a labelled point a thing; bars side by side */
} CorChartKind;

/* How a series is drawn where the kind leaves a choice. */
typedef enum
{
  COR_STYLE_THIN,     /* thin line, or plain columns */
  COR_STYLE_STRONG,   /* bold line: the scenario at hand */
  COR_STYLE_BASELINE, /* dashed grey line: what is compared with */
  COR_STYLE_LINE,     /* a line among columns */
} CorSeriesStyle;

typedef struct
{
  double x;                /* place on the x axis; unused where points have labels */
  double y;                /* value; NaN is a gap, or "not reached" in a heat map */
  double low, high;        /* inner spread, NaN where there is none */
  double far_low, far_high; /* outer spread */
  CorRole role;            /* colour of a part, stage or step */
  gboolean total;          /* a waterfall's column that stands on zero */
  char *label;             /* name of a part, stage, step or parameter */
  char *note;              /* a quieter second line: "40 %", "5.9 – 8.0 yuan/L"; a heat cell: its
                            * own text in place of the year, such as "≤ ’24" */
  char *id;                /* the object it stands for, given back by cor_chart_hit() */
  guint card;       /* its figure among the cards of the chart, from 1 on; 0 for none */
  gboolean assumed; /* whether it rests on something assumed, which is marked */
  char *origin;     /* status and source of what the point is about, for its tooltip; NULL for none */
} CorChartPoint;

typedef struct
{
  char *id;      /* the object it stands for, or NULL */
  char *name;    /* shown at the line's end */
  CorRole role;
  CorSeriesStyle style;
  double value;  /* a heat map row's lever */
  GArray *points; /* CorChartPoint */
} CorChartSeries;

typedef enum
{
  COR_MARK_PLACE,   /* a place along x, named on top */
  COR_MARK_STOP,    /* energy taken at x, from y to y2; role COR_ROLE_SWAP or _ELECTRIC */
  COR_MARK_DETOUR,  /* x to x2 driven for energy only; label such as "+11.6 km" */
  COR_MARK_FAILURE, /* x to x2 cannot be served; the label says why */
  COR_MARK_LIMIT,   /* a level y: the reserve, a grid connection */
  COR_MARK_OWN,     /* the scenario's own point at x, y */
} CorMarkKind;

typedef struct
{
  CorMarkKind kind;
  double x, y, x2, y2;
  CorRole role;
  char *label, *id;
  guint card; /* as of a point */
} CorChartMark;

typedef struct
{
  CorQuantity quantity;
  gboolean is_change; /* write a plus */
  char *name;         /* shown at the axis where the kind has room, or NULL */
} CorChartAxis;

typedef struct
{
  CorChartKind kind;
  char *title;      /* NULL where the surrounding widget shows it */
  char *unit;       /* beside the title; "{money}" in it becomes "k yuan", "万元", ... */
  char *note;       /* a sentence below, or NULL */
  char *empty;      /* what to say without data; NULL: "Nothing to show yet" */
  char *highlight;  /* the object id of the series or point that is hovered, or NULL */
  CorChartAxis x, y;
  GPtrArray *series; /* CorChartSeries */
  GArray *marks;     /* CorChartMark */
  gpointer cards;    /* where its figures come from: cor-chart-cards.h; NULL for nowhere */
  GDestroyNotify free_cards;
} CorChart;

/* An empty chart. `title` and `unit` are copied and may be NULL. The quantities of the axes
 * are those of the kind. */
CorChart *cor_chart_new (CorChartKind kind, const char *title, const char *unit);
void cor_chart_free (CorChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorChart, cor_chart_free)

/* Adds an empty series; `id` and `name` are copied and may be NULL. Owned by the chart. */
CorChartSeries *cor_chart_add_series (CorChart *chart, const char *id, const char *name,
                                      CorRole role, CorSeriesStyle style);

/* Adds a point at x, y; the pointer holds until the next one is added. Its strings are
 * freed with the chart: fill them with g_strdup(). */
CorChartPoint *cor_chart_series_add (CorChartSeries *series, double x, double y);

/* Adds a part, stage, step or parameter; x becomes its index. `label` is copied. */
CorChartPoint *cor_chart_series_add_part (CorChartSeries *series, const char *label, CorRole role,
                                          double y);

/* Adds a mark; `label` is copied and may be NULL. The pointer holds until the next one. */
CorChartMark *cor_chart_add_mark (CorChart *chart, CorMarkKind kind, double x, double y,
                                  CorRole role, const char *label);

/* Whether there is no value to draw. */
gboolean cor_chart_is_empty (const CorChart *chart);

G_END_DECLS
