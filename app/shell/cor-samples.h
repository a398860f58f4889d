/* cor-samples.h: the scenarios that come with the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** CorSample: @title and @about are marked for translation. */
typedef struct
{
  const char *file;
  const char *title;
  const char *about;
} CorSample;

/** cor_samples: ends with a row without a file. */
extern const CorSample cor_samples[];

/** cor_sample_file: (transfer full): where it is. */
GFile *cor_sample_file (const CorSample *sample);

/** cor_sample_contains: whether @file is one of them; those are saved under another name. */
gboolean cor_sample_contains (GFile *file);

G_END_DECLS
