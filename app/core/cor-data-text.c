/* cor-data-text.c: words of the bundled data in the user's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-text.h"

#include <glib/gi18n-lib.h>

const char *
cor_data_text (const char *text)
{
  return text == NULL || *text == '\0' ? text : _ (text);
}
