/* cor-chart-canvas.h: the surface a chart is drawn on: text that never overlaps, and what lies where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the charts. Every text goes through the canvas, which remembers its box and
 * refuses a second text in the same place; every thing that can be pointed at is noted as a
 * region. Drawing and hit testing are therefore the same walk.
 */
#pragma once

#include "cor-chart-labels.h"
#include "cor-chart.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* For cor_canvas_text_best(): the text has to be there, across lines if need be. */
#define COR_ANY_INK G_MAXUINT

typedef enum
{
  COR_TEXT_TITLE,  /* base + 1.5, bold */
  COR_TEXT_UNIT,   /* base + 0.5 */
  COR_TEXT_STRONG, /* base, bold */
  COR_TEXT_LABEL,  /* base, medium */
  COR_TEXT_TICK,   /* base */
  COR_TEXT_LAST
} CorTextStyle;

/* Something that can be pointed at: a box, or a point where width and height are 0. */
typedef struct
{
  CorBox box;
  int series, point, mark;
} CorRegion;

typedef struct
{
  const CorChart *chart;
  const CorChartTheme *theme;
  cairo_t *cr;
  double width, height;
  double u; /* one design pixel: the theme's scale */
  const char *highlight; /* the chart's, if anything in it has that id */
  gboolean quiet; /* only the regions are wanted: no text is drawn */
  CorMoneyUnit money;
  PangoLayout *layout;
  gboolean plain;       /* the layout holds one unbroken text in `style` */
  CorTextStyle style;
  PangoFontDescription *fonts[COR_TEXT_LAST];
  GArray *boxes;   /* CorBox of every text drawn */
  GArray *taken;   /* CorBox of what texts must not cover: icons */
  GArray *ink;     /* CorSpot, samples of drawn lines that texts rather avoid */
  GArray *regions; /* CorRegion, the topmost last */
} CorCanvas;

typedef struct
{
  double x, y;
} CorSpot;

/* Where a text hangs on its point: 0 its left or top, 0.5 its middle, 1 its right or bottom. */
typedef struct
{
  double x, y, ax, ay;
} CorAnchor;

void cor_canvas_init (CorCanvas *canvas, const CorChart *chart, cairo_t *cr, double w, double h,
                      const CorChartTheme *theme);
void cor_canvas_clear (CorCanvas *canvas);

/* Sets the source colour from a role, with an opacity. */
void cor_canvas_color (CorCanvas *canvas, CorRole role, double alpha);

/* The size of a text as it would be drawn. */
void cor_canvas_measure (CorCanvas *canvas, CorTextStyle style, const char *text, double *width,
                         double *height);

/* The height of a line of text. */
double cor_canvas_line (CorCanvas *canvas, CorTextStyle style);

/* Draws a text unless it would leave the canvas or cover another; says whether it did. */
gboolean cor_canvas_text (CorCanvas *canvas, CorTextStyle style, CorRole role, const char *text,
                          CorAnchor at);

/* The same on a halo of the ground's colour, for text that crosses lines. */
gboolean cor_canvas_text_halo (CorCanvas *canvas, CorTextStyle style, CorRole role,
                               const char *text, CorAnchor at);

/* The same at that one of `count` places which is free and crosses the least drawn line; not at
 * all where that would be more than `most_ink` samples of it (about one each 4 pixels). */
gboolean cor_canvas_text_best (CorCanvas *canvas, CorTextStyle style, CorRole role,
                               const char *text, const CorAnchor *places, guint count,
                               guint most_ink);

/* The same in black or white, whichever reads on `fill`. */
gboolean cor_canvas_text_on (CorCanvas *canvas, CorTextStyle style, CorRole fill, const char *text,
                             CorAnchor at);

/* Draws a text cut to `width` with an ellipsis; nothing where less than a few letters fit. */
gboolean cor_canvas_text_cut (CorCanvas *canvas, CorTextStyle style, CorRole role,
                              const char *text, CorAnchor at, double width);

/* The same in black or white, whichever reads on `fill`. */
gboolean cor_canvas_text_cut_on (CorCanvas *canvas, CorTextStyle style, CorRole fill,
                                 const char *text, CorAnchor at, double width);

/* Draws a text that reads upwards, cut to `length`, unless it would leave the canvas or cover another. */
void cor_canvas_text_up (CorCanvas *canvas, CorTextStyle style, CorRole role, const char *text,
                         CorAnchor at, double length);

/* Draws a text centred on at.x below at.y, broken into at most `lines` lines of `width`. Returns
 * the height it took, 0 where it was not drawn. */
double cor_canvas_text_wrap (CorCanvas *canvas, CorTextStyle style, CorRole role, const char *text,
                             double x, double y, double width, int lines);

/* The width that a text centred on x in the line from y to y + height may have. */
double cor_canvas_room (CorCanvas *canvas, double x, double y, double height);

/* Reserves a place that texts must not enter. */
void cor_canvas_reserve (CorCanvas *canvas, CorBox box);

/* Notes a straight piece of drawn line for cor_canvas_text_best(). */
void cor_canvas_ink (CorCanvas *canvas, double x0, double y0, double x1, double y1);

/* Notes a region for hit testing; -1 where series, point or mark do not apply. */
void cor_canvas_region (CorCanvas *canvas, CorBox box, int series, int point, int mark);

/* Draws title and unit at the top; returns the y below them. */
double cor_canvas_heading (CorCanvas *canvas);

/* Draws the note at the bottom; returns the y above it. */
double cor_canvas_footing (CorCanvas *canvas);

/* Whether any point rests on something assumed; whether the names of the points are marked, and not the title. */
gboolean cor_canvas_has_assumed (const CorCanvas *canvas);
gboolean cor_canvas_names_assumed (const CorCanvas *canvas);

/* The dashes below what rests on something assumed; and the line above `bottom` that says so, where there is
 * room: returns the y above it. */
void cor_canvas_underline (CorCanvas *canvas, double x, double y, double width);
#define COR_CANVAS_DASHES 16
double cor_canvas_assumed_legend (CorCanvas *canvas, double bottom);

/* How opaque a thing is: full, or faded while another one is highlighted. */
double cor_canvas_emphasis (const CorCanvas *canvas, const char *id);

/* A value of an axis as text without its unit where the title has it, else with it. */
char *cor_canvas_value (const CorCanvas *canvas, const CorChartAxis *axis, double value);

/* Helpers on shapes. */
void cor_canvas_rounded (CorCanvas *canvas, CorBox box, double radius);
void cor_canvas_dashes (CorCanvas *canvas, double on, double off);
void cor_canvas_icon (CorCanvas *canvas, CorRole role, double x, double y);

G_END_DECLS
