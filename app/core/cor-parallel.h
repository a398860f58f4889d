/* cor-parallel.h: work that falls into parts, done on all processors.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CorParallelFunc: does part @index; parts must not depend on each other. */
typedef void (*CorParallelFunc) (guint index, gpointer data);

/**
 * cor_parallel_for:
 * @n: how many parts; each is done once, in any order and on any thread
 * @least: below so many parts they are done one after another
 *
 * Returns when all are done. What a part gives must not hang on its order: then any number of processors
 * gives the same.
 */
void cor_parallel_for (guint n, guint least, CorParallelFunc func, gpointer data);

G_END_DECLS
