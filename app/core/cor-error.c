/* cor-error.c: the error domain of the calculation and the files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-error.h"

G_DEFINE_QUARK (cor-error-quark, cor_error)
