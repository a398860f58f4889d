/* fuzz-network.c: network files, as text and as built; one that loads answers a question.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fuzz.h"

#include "cor-network-fixture.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorNetwork) net = cor_network_load (cor_fuzz_file (".net", data, size), &fixture_speeds, &error);

  g_assert_true ((net == NULL) == (error != NULL));
  if (net != NULL)
    {
      CorLonLat corners[2];
      g_autoptr (CorPath) path = NULL;
      g_autoptr (GError) no_way = NULL;

      cor_network_bounds (net, corners, corners + 1);
      path = cor_network_route (net, corners, 2, NULL, &no_way);
      g_assert_true ((path == NULL) == (no_way != NULL));
    }
  return COR_FUZZ_KEEP;
}
