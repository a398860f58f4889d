/* cor-data-text.h: words of the bundled data in the user's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cor_data_text:
 * @text: (nullable): a source, or where in it a figure stands, as the data or a file have it
 *
 * What the bundled data say in words is translated (po/data-text.def lists it); what people enter themselves stays
 * as it is.
 *
 * Returns: (nullable) (transfer none): @text or its translation
 */
const char *cor_data_text (const char *text);

/**
 * cor_data_name: (nullable) (transfer none): what a convention or a type of truck is called, which are data; @id
 * itself for one that does not come with the program.
 */
const char *cor_data_name (const char *id);

G_END_DECLS
