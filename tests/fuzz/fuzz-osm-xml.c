/* fuzz-osm-xml.c: OpenStreetMap extracts (.osm), built into a network and loaded.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fuzz.h"

#include "cor-osm-fixture.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  CorNetworkBuildReport report;
  g_autoptr (CorNetwork) net = fixture_build (".osm", data, size, &report, &error);

  g_assert_true ((net == NULL) == (error != NULL));
  return COR_FUZZ_KEEP;
}
