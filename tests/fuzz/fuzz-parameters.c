/* fuzz-parameters.c: parameter files and regions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fuzz.h"

#include "cor-param-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *folder = g_path_get_dirname (cor_fuzz_file (".json", data, size));
  g_autoptr (GError) error = NULL;
  CorParamLayer *layer = cor_param_reader_load_folder (folder, &error);

  g_assert_true ((layer == NULL) == (error != NULL));
  g_clear_pointer (&layer, cor_param_layer_unref);
  return COR_FUZZ_KEEP;
}
