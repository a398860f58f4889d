/* cor-chart-parts.c: cost parts as stacked columns with bands that carry the eye across.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <math.h>

/* One part of one column, from `from` to `to`, in yuan. */
typedef struct
{
  double from, to;
} Segment;

typedef struct
{
  CorCanvas *canvas;
  guint columns, parts;
  Segment *segments;   /* columns * parts, column by column */
  const char **labels; /* of the parts, from the bottom up */
  CorRole *roles;
  double *totals;
  double low, high;             /* yuan */
  double top, bottom;           /* pixels */
  double left, column, between; /* pixels: first column, width, gap */
  double names;                 /* pixels: the first gap, where the names of the parts stand */
  gboolean crowded;             /* columns too near each other for sums and names across: they read upwards */
  double above, below;          /* pixels: what sums and names take at the columns' ends */
} Parts;

/* The parts of all columns, in the order in which they first appear. */
static void
collect_parts (Parts *parts, const CorChart *chart, GHashTable *index)
{
  guint most = 0;
  for (guint s = 0; s < chart->series->len; s++)
    most += cor_chart_series_at (chart, s)->points->len;
  parts->labels = g_new0 (const char *, most + 1);
  parts->roles = g_new0 (CorRole, most + 1);
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      for (guint i = 0; i < series->points->len; i++)
        {
          const CorChartPoint *point = cor_series_point (series, i);
          const char *label = point->label ? point->label : "";
          if (g_hash_table_contains (index, label))
            continue;
          g_hash_table_insert (index, (gpointer)label, GUINT_TO_POINTER (parts->parts));
          parts->labels[parts->parts] = label;
          parts->roles[parts->parts++] = point->role;
        }
    }
}

/* What a column costs on a part; several points of one label add up. */
static double
part_amount (const CorChartSeries *series, const char *label)
{
  double sum = 0;
  for (guint i = 0; i < series->points->len; i++)
    {
      const CorChartPoint *point = cor_series_point (series, i);
      if (isfinite (point->y) && g_strcmp0 (point->label ? point->label : "", label) == 0)
        sum += point->y;
    }
  return sum;
}

/* Whether a part that is nothing here is a relief elsewhere: it then starts below zero here too,
 * so that its band runs along the zero line. */
static gboolean
is_relief (const CorChart *chart, const char *label)
{
  double sum = 0;
  for (guint c = 0; c < chart->series->len; c++)
    sum += part_amount (cor_chart_series_at (chart, c), label);
  return sum < 0;
}

/* Costs stack up from zero, reliefs down from it. */
static void
stack_parts (Parts *parts, const CorChart *chart)
{
  parts->segments = g_new0 (Segment, MAX (1, parts->columns * parts->parts));
  parts->totals = g_new0 (double, parts->columns);
  for (guint c = 0; c < parts->columns; c++)
    {
      double up = 0, down = 0;
      for (guint p = 0; p < parts->parts; p++)
        {
          double amount = part_amount (cor_chart_series_at (chart, c), parts->labels[p]);
          gboolean relief = amount < 0 || (amount == 0 && is_relief (chart, parts->labels[p]));
          double *edge = relief ? &down : &up;
          parts->segments[c * parts->parts + p] = (Segment){ *edge, *edge + amount };
          *edge += amount;
          parts->totals[c] += amount;
        }
      parts->low = MIN (parts->low, down);
      parts->high = MAX (parts->high, up);
    }
}

static double
part_y (const Parts *parts, double yuan)
{
  double span = parts->high - parts->low;
  return parts->bottom - (span > 0 ? (yuan - parts->low) / span : 0) * (parts->bottom - parts->top);
}

static double
column_x (const Parts *parts, guint column)
{
  return parts->left + column * (parts->column + parts->between) + (column > 0 ? parts->names - parts->between : 0);
}

/* What the longest name between two columns needs. */
static double
names_width (const Parts *parts)
{
  double most = 0;
  for (guint p = 0; p < parts->parts; p++)
    {
      double width;
      if (parts->segments[p].to == parts->segments[p].from
          && parts->segments[parts->parts + p].to == parts->segments[parts->parts + p].from)
        continue;
      cor_canvas_measure (parts->canvas, COR_TEXT_LABEL, parts->labels[p], &width, NULL);
      most = MAX (most, width);
    }
  return most + 6 * parts->canvas->u;
}

/* Gaps of more than two columns as wide as so many columns, where the names take most of the room. */
#define TIGHT_GAP 1.2

/* Between the first two columns the names come first: columns and other gaps give way to them, down to a least width. */
static void
make_room_for_names (Parts *parts, double room)
{
  double least = 10 * parts->canvas->u, wanted;
  guint gaps = parts->columns - 1;
  parts->names = parts->between;
  if (gaps == 0 || parts->between >= (wanted = names_width (parts)))
    return;
  parts->column = MAX (MIN (least, parts->column), (room - wanted) / (parts->columns + TIGHT_GAP * (gaps - 1)));
  parts->names = MIN (wanted, room - parts->columns * parts->column - TIGHT_GAP * (gaps - 1) * parts->column);
  parts->between = gaps > 1 ? (room - parts->names - parts->columns * parts->column) / (gaps - 1) : parts->names;
}

/* Where the name below a column may stand, among its neighbours. */
static void
slot_of (const Parts *parts, guint column, double *left, double *right)
{
  double half = parts->column / 2, x = column_x (parts, column) + half;
  *left = column > 0 ? (column_x (parts, column - 1) + half + x) / 2 : 0;
  *right = column + 1 < parts->columns ? (column_x (parts, column + 1) + half + x) / 2 : parts->canvas->width;
}

/* Lines that the longest name below a column takes. */
static int
name_lines (const Parts *parts)
{
  for (guint c = 0; c < parts->columns; c++)
    {
      double left, right, width;
      slot_of (parts, c, &left, &right);
      cor_canvas_measure (parts->canvas, COR_TEXT_LABEL, cor_chart_series_at (parts->canvas->chart, c)->name, &width, NULL);
      if (width > right - left - 6 * parts->canvas->u)
        return 2;
    }
  return 1;
}

/* Of the height, what names that read upwards may take. */
#define MOST_NAMES 0.35

/* Above: the sums; below: the names of many columns. */
static void
layout_ends (Parts *parts, double height)
{
  CorCanvas *canvas = parts->canvas;
  double line = cor_canvas_line (canvas, COR_TEXT_TICK), sums = 0, names = 0;
  for (guint c = 0; c < parts->columns; c++)
    {
      g_autofree char *sum = cor_format_money_in (parts->totals[c], &canvas->money, FALSE);
      double width;
      cor_canvas_measure (canvas, COR_TEXT_STRONG, sum, &width, NULL);
      sums = MAX (sums, width);
      cor_canvas_measure (canvas, COR_TEXT_LABEL, cor_chart_series_at (canvas->chart, c)->name, &width, NULL);
      names = MAX (names, width);
    }
  parts->crowded = parts->columns > 3 && sums > parts->column + parts->between;
  parts->above = parts->crowded ? sums : line;
  parts->below = parts->crowded ? MIN (names, height * MOST_NAMES) : name_lines (parts) * cor_canvas_line (canvas, COR_TEXT_LABEL);
}

static void
layout_parts (Parts *parts, double top, double bottom)
{
  CorCanvas *canvas = parts->canvas;
  double u = canvas->u, line = cor_canvas_line (canvas, COR_TEXT_TICK), side = 0;
  for (guint i = 0; i < parts->columns * parts->parts; i++)
    {
      double width;
      g_autofree char *text = cor_format_money_in (parts->segments[i].to - parts->segments[i].from,
                                                   &canvas->money, FALSE);
      cor_canvas_measure (canvas, COR_TEXT_TICK, text, &width, NULL);
      side = MAX (side, width);
    }
  gboolean narrow = canvas->width < 150 * u;
  double sides = narrow ? 0 : side + 5 * u;
  parts->left = sides;
  double room = canvas->width - 2 * sides;
  guint gaps = parts->columns - 1;
  parts->column = MIN (room / (parts->columns + 2.4 * gaps), 72 * u);
  parts->between = gaps > 0 ? (room - parts->columns * parts->column) / gaps : 0;
  parts->between = MIN (parts->between, MAX (parts->column * 4, 150 * u));
  make_room_for_names (parts, room);
  double used = column_x (parts, gaps) + parts->column - parts->left;
  parts->left += (room - used) / 2;
  layout_ends (parts, bottom - top);
  parts->top = top + parts->above + 3 * u;
  parts->bottom = bottom - (parts->columns > 2 ? parts->below + 4 * u : parts->low < 0 ? line / 2 : 1);
  parts->bottom = MAX (parts->bottom, parts->top + 1);
}

static void
draw_bands (Parts *parts, guint column)
{
  CorCanvas *canvas = parts->canvas;
  cairo_t *cr = canvas->cr;
  double x0 = column_x (parts, column) + parts->column, x1 = column_x (parts, column + 1);
  for (guint p = 0; p < parts->parts; p++)
    {
      const Segment *a = &parts->segments[column * parts->parts + p];
      const Segment *b = &parts->segments[(column + 1) * parts->parts + p];
      if ((a->to - a->from) * (b->to - b->from) < 0)
        continue; /* a cost on one side, a relief on the other: nothing flows */
      double middle = (x0 + x1) / 2;
      cairo_move_to (cr, x0, part_y (parts, a->from));
      cairo_curve_to (cr, middle, part_y (parts, a->from), middle, part_y (parts, b->from), x1,
                      part_y (parts, b->from));
      cairo_line_to (cr, x1, part_y (parts, b->to));
      cairo_curve_to (cr, middle, part_y (parts, b->to), middle, part_y (parts, a->to), x0,
                      part_y (parts, a->to));
      cairo_close_path (cr);
      cor_canvas_color (canvas, parts->roles[p], 0.13);
      cairo_fill (cr);
    }
}

static void
draw_column (Parts *parts, guint column)
{
  CorCanvas *canvas = parts->canvas;
  double x = column_x (parts, column);
  const char *id = cor_chart_series_at (canvas->chart, column)->id;
  const CorChartSeries *series = cor_chart_series_at (canvas->chart, column);
  for (guint p = 0; p < parts->parts; p++)
    {
      const Segment *segment = &parts->segments[column * parts->parts + p];
      double a = part_y (parts, segment->from), b = part_y (parts, segment->to);
      CorBox box = { x, MIN (a, b), parts->column, fabs (a - b) };
      double seam = box.height > 2 * canvas->u ? 0.5 * canvas->u : 0;
      cairo_rectangle (canvas->cr, box.x, box.y + seam, box.width, MAX (0, box.height - 2 * seam));
      cor_canvas_color (canvas, parts->roles[p], cor_canvas_emphasis (canvas, id));
      cairo_fill (canvas->cr);
      for (guint i = 0; i < series->points->len; i++)
        if (g_strcmp0 (cor_series_point (series, i)->label, parts->labels[p]) == 0
            && box.height > 0)
          {
            cor_canvas_region (canvas, box, (int)column, (int)i, -1);
            break;
          }
    }
}

/* Amounts beside the first and the last column. */
static void
draw_amounts (Parts *parts, guint column, gboolean left)
{
  CorCanvas *canvas = parts->canvas;
  double line = cor_canvas_line (canvas, COR_TEXT_TICK) * 0.92;
  g_autofree CorLabel *labels = g_new0 (CorLabel, parts->parts);
  for (guint p = 0; p < parts->parts; p++)
    {
      const Segment *segment = &parts->segments[column * parts->parts + p];
      double amount = fabs (segment->to - segment->from);
      gboolean written = amount >= 0.5 * canvas->money.divisor * pow (10, -canvas->money.decimals);
      labels[p].want = written ? part_y (parts, (segment->from + segment->to) / 2) : NAN;
      labels[p].size = line;
      labels[p].priority = amount;
    }
  cor_labels_spread (labels, parts->parts, parts->top - line * 0.3,
                     MIN (parts->bottom + line / 2, canvas->height));
  double x = column_x (parts, column) + (left ? -5 * canvas->u : parts->column + 5 * canvas->u);
  for (guint p = 0; p < parts->parts; p++)
    {
      const Segment *segment = &parts->segments[column * parts->parts + p];
      if (isnan (labels[p].at))
        continue;
      g_autofree char *text
          = cor_format_money_in (segment->to - segment->from, &canvas->money, FALSE);
      cor_canvas_text (canvas, COR_TEXT_TICK, COR_ROLE_SECONDARY, text,
                       (CorAnchor){ x, labels[p].at, left ? 1 : 0, 0.5 });
    }
}

/* Names of the parts in the first gap, or beside a single column. */
static void
draw_names (Parts *parts)
{
  CorCanvas *canvas = parts->canvas;
  double u = canvas->u, line = cor_canvas_line (canvas, COR_TEXT_LABEL) * 0.92;
  gboolean single = parts->columns < 2;
  g_autofree CorLabel *labels = g_new0 (CorLabel, parts->parts);
  for (guint p = 0; p < parts->parts; p++)
    {
      const Segment *a = &parts->segments[p];
      const Segment *b = &parts->segments[single ? p : parts->parts + p];
      double size = MAX (fabs (a->to - a->from), fabs (b->to - b->from));
      double at_a = part_y (parts, (a->from + a->to) / 2);
      double at_b = part_y (parts, (b->from + b->to) / 2);
      gboolean apart = (a->to - a->from) * (b->to - b->from) < 0;
      double middle = apart ? (a->to < a->from ? at_a : at_b) : (at_a + at_b) / 2;
      labels[p] = (CorLabel){ .want = size > 0 ? middle : NAN, .size = line, .priority = size };
    }
  cor_labels_spread (labels, parts->parts, parts->top - line / 4,
                     MIN (parts->bottom + line / 4, canvas->height));
  double from = column_x (parts, 0) + parts->column;
  double width = single ? canvas->width - from - 6 * u : parts->names;
  double x = single ? from + 6 * u : from + width / 2;
  for (guint p = 0; p < parts->parts; p++)
    if (!isnan (labels[p].at))
      cor_canvas_text_cut (canvas, COR_TEXT_LABEL, COR_ROLE_TEXT, parts->labels[p],
                           (CorAnchor){ x, labels[p].at, single ? 0 : 0.5, 0.5 }, width - 4 * u);
}

/* Many columns: sums on top, names below. */
static void
draw_many_totals (Parts *parts)
{
  CorCanvas *canvas = parts->canvas;
  double u = canvas->u;
  for (guint c = 0; c < parts->columns; c++)
    {
      const CorChartSeries *series = cor_chart_series_at (canvas->chart, c);
      g_autofree char *sum = cor_format_money_in (parts->totals[c], &canvas->money, FALSE);
      double x = column_x (parts, c) + parts->column / 2;
      if (parts->crowded)
        {
          cor_canvas_text_up (canvas, COR_TEXT_STRONG, COR_ROLE_TEXT, sum, (CorAnchor){ x, parts->top - 3 * u, 0.5, 1 }, parts->above);
          cor_canvas_text_up (canvas, COR_TEXT_LABEL, series->role, series->name, (CorAnchor){ x, parts->bottom + 4 * u, 0.5, 0 }, parts->below);
          continue;
        }
      cor_canvas_text (canvas, COR_TEXT_STRONG, COR_ROLE_TEXT, sum,
                       (CorAnchor){ x, parts->top - 3 * u, 0.5, 1 });
      double left, right, width;
      slot_of (parts, c, &left, &right);
      cor_canvas_measure (canvas, COR_TEXT_LABEL, series->name, &width, NULL);
      width = MIN (width, right - left - 6 * u);
      x = CLAMP (x, left + width / 2, right - width / 2);
      /* A sum below nothing may stand beside the bar's foot: then a little lower, on one line. */
      if (cor_canvas_text_wrap (canvas, COR_TEXT_LABEL, series->role, series->name, x, parts->bottom + 4 * u, width, 2) <= 0)
        cor_canvas_text_cut (canvas, COR_TEXT_LABEL, series->role, series->name, (CorAnchor){ x, parts->bottom + 14 * u, 0.5, 0 }, width);
    }
}

/* "1,168 diesel" on the left, "electric 1,145" on the right. */
static void
draw_totals (Parts *parts)
{
  CorCanvas *canvas = parts->canvas;
  double u = canvas->u, y = parts->top - 3 * u;
  for (guint c = 0; c < parts->columns; c++)
    {
      const CorChartSeries *series = cor_chart_series_at (canvas->chart, c);
      g_autofree char *sum = cor_format_money_in (parts->totals[c], &canvas->money, FALSE);
      double width, ax = c > 0 ? 1 : 0, toward = c > 0 ? -1 : 1;
      double at = column_x (parts, c) + ax * parts->column;
      cor_canvas_measure (canvas, COR_TEXT_STRONG, sum, &width, NULL);
      cor_canvas_text (canvas, COR_TEXT_STRONG, COR_ROLE_TEXT, sum, (CorAnchor){ at, y, ax, 1 });
      cor_canvas_text_cut (canvas, COR_TEXT_LABEL, series->role, series->name,
                           (CorAnchor){ at + toward * (width + 4 * u), y, ax, 1 },
                           parts->column + parts->between / 2 - width - 6 * u);
    }
}

static void
draw_zero (Parts *parts)
{
  CorCanvas *canvas = parts->canvas;
  if (parts->low >= 0)
    return;
  double y = round (part_y (parts, 0)) + 0.5;
  cor_canvas_color (canvas, COR_ROLE_BASELINE, 1);
  cairo_set_line_width (canvas->cr, 1.25 * canvas->u);
  cairo_move_to (canvas->cr, column_x (parts, 0) - 4 * canvas->u, y);
  cairo_line_to (canvas->cr, column_x (parts, parts->columns - 1) + parts->column + 4 * canvas->u,
                 y);
  cairo_stroke (canvas->cr);
}

void
cor_chart_draw_parts (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  Parts parts = { .canvas = canvas, .columns = chart->series->len };
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  collect_parts (&parts, chart, index);
  stack_parts (&parts, chart);
  layout_parts (&parts, top, bottom);
  for (guint c = 0; c + 1 < parts.columns; c++)
    draw_bands (&parts, c);
  for (guint c = 0; c < parts.columns; c++)
    draw_column (&parts, c);
  draw_zero (&parts);
  if (parts.columns > 2)
    draw_many_totals (&parts);
  else
    draw_totals (&parts);
  if (parts.left > 20 * canvas->u)
    {
      draw_amounts (&parts, 0, TRUE);
      if (parts.columns > 1)
        draw_amounts (&parts, parts.columns - 1, FALSE);
    }
  draw_names (&parts);
  g_free (parts.segments);
  g_free (parts.totals);
  g_free (parts.labels);
  g_free (parts.roles);
}
