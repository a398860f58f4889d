/* cor-data-text.h: words of the bundled data in the user's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cor_data_text:
 * @text: (nullable): a source, where in it a figure stands, or a note, as the data or a file have it
 *
 * What the bundled data say in words is translated (po/data-text.def lists it); what people enter themselves stays
 * as it is.
 *
 * Returns: (nullable) (transfer none): @text or its translation
 */
const char *cor_data_text (const char *text);

/**
 * cor_data_name:
 * @id: (nullable): a truck type, kind of machine, charger or accounting, which are data and no enumeration
 *
 * Returns: (nullable) (transfer none): what it is called, translated; @id itself where it did not come with the program
 */
const char *cor_data_name (const char *id);

/** cor_unit_name: a unit of the data or a file as people read it, translated; empty for shares and %NULL. */
const char *cor_unit_name (const char *unit);

G_END_DECLS
