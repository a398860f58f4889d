/* cor-error.c: the error domain of the calculation and the files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-error.h"

/* Not G_DEFINE_QUARK, which keeps the number without a lock: threads ask for it at once. */
GQuark
cor_error_quark (void)
{
  return g_quark_from_static_string ("cor-error-quark");
}
