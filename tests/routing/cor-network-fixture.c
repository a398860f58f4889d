/* cor-network-fixture.c: networks for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-fixture.h"

#include "cor-data-dir.h"
#include "cor-param-reader.h"

#include <glib/gstdio.h>
#include <unistd.h>

const CorRoadSpeeds fixture_speeds = { { 20, 16, 12, 10, 8, 5, 4, 4 }, 0.02 };

CorNetwork *
fixture_network (const char *text, GError **error)
{
  g_autofree char *path = NULL;
  CorNetwork *net;
  int fd = g_file_open_tmp ("corridor-network-XXXXXX", &path, error);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (path, text, -1, error));
  net = cor_network_load (path, &fixture_speeds, error);
  g_remove (path);
  return net;
}

CorNetwork *
fixture_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamLayer) layer = cor_param_reader_load_default (&error);
  g_autoptr (CorParamTable) table = NULL;
  g_autofree char *path = cor_data_file ("network", "gba-indicative.txt", NULL);
  CorParamContext context = { NULL, -1, NULL, NULL };
  CorRoadSpeeds speeds;
  CorNetwork *net;

  g_assert_no_error (error);
  table = cor_param_table_new (&layer, 1, &context);
  cor_road_speeds_from_params (table, 2024, &speeds, &error);
  g_assert_no_error (error);
  net = cor_network_load (path, &speeds, &error);
  g_assert_no_error (error);
  return net;
}
