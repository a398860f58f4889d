/* cor-chart-labels.c: places for labels so that none covers another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-labels.h"

#include <math.h>

gboolean
cor_box_overlaps (const CorBox *a, const CorBox *b)
{
  const double touch = 1e-6;
  return a->x + touch < b->x + b->width && b->x + touch < a->x + a->width
         && a->y + touch < b->y + b->height && b->y + touch < a->y + a->height;
}

static int
compare_wants (gconstpointer a, gconstpointer b)
{
  const CorLabel *left = *(CorLabel *const *)a;
  const CorLabel *right = *(CorLabel *const *)b;
  if (left->want != right->want)
    return left->want < right->want ? -1 : 1;
  return left < right ? -1 : 1;
}

/* Drops the least important until the rest fits into `room`. */
static void
drop_until_fits (GPtrArray *kept, double room)
{
  double total = 0;
  for (guint i = 0; i < kept->len; i++)
    total += ((CorLabel *)kept->pdata[i])->size;
  while (kept->len > 0 && total > room + 1e-9)
    {
      guint least = 0;
      for (guint i = 1; i < kept->len; i++)
        if (((CorLabel *)kept->pdata[i])->priority < ((CorLabel *)kept->pdata[least])->priority)
          least = i;
      total -= ((CorLabel *)kept->pdata[least])->size;
      g_ptr_array_remove_index (kept, least);
    }
}

/* A run of labels that touch each other; moves as one. */
typedef struct
{
  double sum;  /* of (want - offset inside the run) */
  double size; /* of all */
  guint count;
} Run;

static double
run_start (const Run *run, double from, double to)
{
  return CLAMP (run->sum / run->count, from, MAX (from, to - run->size));
}

/* Pool adjacent violators: Ayer et al., "An empirical distribution function for sampling with
 * incomplete information", Ann. Math. Stat. 26 (1955), here for positions under order and
 * distance. */
static void
place_kept (GPtrArray *kept, double from, double to)
{
  g_autofree Run *runs = g_new (Run, kept->len);
  guint n = 0;
  for (guint i = 0; i < kept->len; i++)
    {
      CorLabel *label = kept->pdata[i];
      runs[n++] = (Run){ label->want - label->size / 2, label->size, 1 };
      while (n > 1
             && run_start (&runs[n - 2], from, to) + runs[n - 2].size
                    > run_start (&runs[n - 1], from, to))
        {
          Run *left = &runs[n - 2];
          const Run *right = &runs[n - 1];
          left->sum += right->sum - right->count * left->size;
          left->size += right->size;
          left->count += right->count;
          n--;
        }
    }
  guint i = 0;
  for (guint r = 0; r < n; r++)
    {
      double at = run_start (&runs[r], from, to);
      for (guint k = 0; k < runs[r].count; k++, i++)
        {
          CorLabel *label = kept->pdata[i];
          label->at = at + label->size / 2;
          at += label->size;
        }
    }
}

void
cor_labels_spread (CorLabel *labels, guint count, double from, double to)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_sized_new (count);
  for (guint i = 0; i < count; i++)
    {
      labels[i].at = NAN;
      if (isfinite (labels[i].want) && labels[i].size > 0)
        g_ptr_array_add (kept, &labels[i]);
    }
  drop_until_fits (kept, to - from);
  g_ptr_array_sort (kept, compare_wants);
  if (kept->len > 0)
    place_kept (kept, from, to);
}
