/* monkey.h: what the monkey of test-monkey.c can do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui-driver.h"

#include <stdio.h>

#define MONKEY_WIDTH  1280
#define MONKEY_HEIGHT 780

/**
 * Monkey:
 * @hand: xdotool, which reads what to do with pointer and keys
 * @log: (nullable): where each step is written
 * @counts: how often it did what, by name
 */
typedef struct
{
  UiFixture ui;
  GRand *rand;
  FILE *hand;
  FILE *log;
  int step;
  GHashTable *counts;
} Monkey;

/** monkey_begin: opens the window on the sample and takes the screen; @log_path is nullable. */
void monkey_begin (Monkey *m, guint seed, const char *log_path);

/** monkey_end: lets go of the screen and closes the window. */
void monkey_end (Monkey *m);

/** monkey_step: one thing, whatever it is; windows that opened are closed again sooner or later. */
void monkey_step (Monkey *m);

/** monkey_tidy: closes all windows but the first. */
void monkey_tidy (Monkey *m);

/** monkey_document: what it works on. */
CorDocument *monkey_document (Monkey *m);
