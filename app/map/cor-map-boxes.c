/* cor-map-boxes.c: boxes on a picture, and how much of a place they take.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-boxes.h"

#include <math.h>

/* Edge of a cell, pixels: about as long as a name. */
#define CELL 64.0

struct _CorMapBoxes
{
  GArray *boxes;  /* cairo_rectangle_t */
  GArray **cells; /* (nullable) each: guint, places in @boxes of those that lie in it */
  int n_columns, n_rows;
};

/* The cells that a box lies in, from first to last; what lies off the picture is in those at its edge. */
typedef struct
{
  int left, top, right, bottom;
} Span;

static int
cell_of (double at, int n)
{
  /* No number, as of a place beyond the poles, is in the last. */
  return (int) fmax (fmin (floor (at / CELL), n - 1.0), 0.0);
}

static Span
span_of (const CorMapBoxes *self, const cairo_rectangle_t *box)
{
  return (Span){ cell_of (box->x, self->n_columns), cell_of (box->y, self->n_rows),
                 cell_of (box->x + box->width, self->n_columns), cell_of (box->y + box->height, self->n_rows) };
}

CorMapBoxes *
cor_map_boxes_new (double width, double height)
{
  CorMapBoxes *self = g_new0 (CorMapBoxes, 1);

  self->boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  self->n_columns = (int) CLAMP (ceil (width / CELL), 1.0, 1000.0);
  self->n_rows = (int) CLAMP (ceil (height / CELL), 1.0, 1000.0);
  self->cells = g_new0 (GArray *, self->n_columns * self->n_rows);
  return self;
}

void
cor_map_boxes_free (CorMapBoxes *self)
{
  for (int i = 0; i < self->n_columns * self->n_rows; i++)
    g_clear_pointer (&self->cells[i], g_array_unref);
  g_free (self->cells);
  g_array_unref (self->boxes);
  g_free (self);
}

void
cor_map_boxes_add (CorMapBoxes *self, const cairo_rectangle_t *box)
{
  Span span = span_of (self, box);
  guint place = self->boxes->len;

  g_array_append_val (self->boxes, *box);
  for (int row = span.top; row <= span.bottom; row++)
    for (int column = span.left; column <= span.right; column++)
      {
        GArray **cell = &self->cells[row * self->n_columns + column];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (*cell, place);
      }
}

static double
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  double width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0.0 && height > 0.0 ? width * height : 0.0;
}

double
cor_map_boxes_overlap (const CorMapBoxes *self, const cairo_rectangle_t *box)
{
  Span span = span_of (self, box);
  double sum = 0.0;

  for (int row = span.top; row <= span.bottom; row++)
    for (int column = span.left; column <= span.right; column++)
      {
        const GArray *cell = self->cells[row * self->n_columns + column];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            const cairo_rectangle_t *other
                = &g_array_index (self->boxes, cairo_rectangle_t, g_array_index (cell, guint, i));
            Span own = span_of (self, other);

            /* One that lies in several of these cells counts in the first of them. */
            if (row == MAX (span.top, own.top) && column == MAX (span.left, own.left))
              sum += overlap (other, box);
          }
      }
  return sum;
}

const GArray *
cor_map_boxes_all (const CorMapBoxes *self)
{
  return self->boxes;
}
