/* fuzz-factors.c: files of emission factors.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fuzz.h"

#include "cor-factor-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  CorFactorSet *set = cor_factor_reader_load (cor_fuzz_file (".json", data, size), &error);

  g_assert_true ((set == NULL) == (error != NULL));
  g_clear_pointer (&set, cor_factor_set_unref);
  return COR_FUZZ_KEEP;
}
