/* forms-fixture.h: files of roads, for the tests of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-osm-fixture.h"
#include "cor-pbf-writer.h"

#include <bzlib.h>
#include <glib/gstdio.h>
#include <string.h>

#define DAMAGES 200

static const PbfForm usual = { TRUE, TRUE, NULL };

/* The bytes of a built network. */
static inline char *
built (gsize *size)
{
  g_autoptr (GByteArray) file = pbf_map (&usual, TRUE);
  g_autofree char *in = fixture_file (".osm.pbf", file->data, file->len);
  g_autofree char *out = g_strconcat (in, ".network", NULL);
  char *bytes = NULL;

  g_assert_true (cor_network_build (in, out, NULL, NULL, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (out, &bytes, size, NULL));
  g_remove (in);
  g_remove (out);
  return bytes;
}
