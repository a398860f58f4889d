/* cor-chart-theme.h: colours and type of a chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a colour stands for; the same role has a light, a dark and a print value. Colour
 * never stands alone: shapes, dashes, places and labels tell the same. */
typedef enum
{
  COR_ROLE_TEXT,
  COR_ROLE_SECONDARY,
  COR_ROLE_GROUND, /* what the chart lies on */
  COR_ROLE_GRID,
  COR_ROLE_ACCENT, /* the current scenario's line and text */
  COR_ROLE_ELECTRIC,
  COR_ROLE_SWAP, /* swap stations and detours */
  COR_ROLE_DIESEL,
  COR_ROLE_DIESEL_SUPPLY, /* diesel before the tank */
  COR_ROLE_BETTER,
  COR_ROLE_WORSE,      /* costs more */
  COR_ROLE_IMPOSSIBLE, /* cannot be done; emits more */
  COR_ROLE_BASELINE,
  COR_ROLE_TRUCK,
  COR_ROLE_ENERGY,
  COR_ROLE_TOLLS,
  COR_ROLE_UPKEEP,
  COR_ROLE_INSURANCE,
  COR_ROLE_TIME,
  COR_ROLE_POLICY,
  COR_ROLE_PARITY_2025, /* parity in 2025 or before */
  COR_ROLE_PARITY_2026,
  COR_ROLE_PARITY_2027,
  COR_ROLE_PARITY_2028,
  COR_ROLE_PARITY_2030, /* 2029 or 2030 */
  COR_ROLE_PARITY_2032,
  COR_ROLE_PARITY_2034,
  COR_ROLE_PARITY_NEVER,
  COR_ROLE_LAST
} CorRole;

typedef enum
{
  COR_LOOK_LIGHT,
  COR_LOOK_DARK,
  COR_LOOK_PRINT, /* as light, with a darker grey for thin text and lines */
} CorLook;

/* How a chart is dressed. Plain data; the strings must outlive the call that gets it. */
typedef struct
{
  CorLook look;
  const char *family;   /* font families, comma separated; NULL: Inter, Cantarell, sans */
  const char *language; /* tag such as "zh_CN" for shaping and units; NULL: the user's */
  double base;          /* chart text in pixels, 11 by default; nothing goes below 10 */
  double scale;         /* of text, lines and gaps; 1 by default */
  gboolean contrast;     /* thin text and lines as dark, or in the dark as bright, as text */
  gboolean paint_ground; /* fill the background (files), or leave it to the widget */
} CorChartTheme;

/* Red, green, blue 0..1. */
typedef struct
{
  double red, green, blue;
} CorColor;

/* A theme with its defaults. */
CorChartTheme cor_chart_theme (CorLook look);

/* The colour of a role under a theme. */
CorColor cor_chart_theme_color (const CorChartTheme *theme, CorRole role);

/* The colour, near black or white, in which text reads well on an area filled with `role`. */
CorColor cor_chart_theme_ink (const CorChartTheme *theme, CorRole role);

/* The role that stands for a parity year; NaN or after 2034 is COR_ROLE_PARITY_NEVER. */
CorRole cor_role_for_parity (double year);

G_END_DECLS
