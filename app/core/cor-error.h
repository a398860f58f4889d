/* cor-error.h: what can be wrong with what people give us.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CorError:
 * @COR_ERROR_PARSE: the text is not what its format asks for (where: line or key).
 * @COR_ERROR_VERSION: written by a newer program.
 * @COR_ERROR_RANGE: a number outside what it may be; the message names key, value and range.
 * @COR_ERROR_MISSING: something that is needed is not there.
 * @COR_ERROR_REFERENCE: an id that names nothing.
 * @COR_ERROR_DUPLICATE: an id that is there twice.
 * @COR_ERROR_NO_SOLUTION: the question has no answer in the range searched.
 * @COR_ERROR_TOO_LARGE: more than the program takes, said with the limit.
 * @COR_ERROR_READ_ONLY: a file that may not be written.
 * @COR_ERROR_NO_SPACE: no room to write a file; what was there is untouched.
 * @COR_ERROR_BACKUP: no copy of the old file could be kept, so the new one was not written.
 * @COR_ERROR_CHANGED: the file is not what was read from it or last written to it.
 *
 * Codes of the %COR_ERROR domain. Messages are translated and say what, where and what to do.
 */
typedef enum
{
  COR_ERROR_PARSE,
  COR_ERROR_VERSION,
  COR_ERROR_RANGE,
  COR_ERROR_MISSING,
  COR_ERROR_REFERENCE,
  COR_ERROR_DUPLICATE,
  COR_ERROR_NO_SOLUTION,
  COR_ERROR_TOO_LARGE,
  COR_ERROR_READ_ONLY,
  COR_ERROR_NO_SPACE,
  COR_ERROR_BACKUP,
  COR_ERROR_CHANGED,
} CorError;

#define COR_ERROR (cor_error_quark ())

/** cor_error_quark: the domain of #CorError. */
GQuark cor_error_quark (void);

G_END_DECLS
