/* cor-import-field.h: one property of a feature into a field of an item.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-feature.h"
#include "cor-item.h"

G_BEGIN_DECLS

/** cor_import_number: a number as people write it: "1,234.5", "1 234", "0,85", "120 kW"; FALSE where it is none. */
gboolean cor_import_number (const char *text, double *out);

/**
 * cor_import_set: sets a field of a mutable item; what it says calls the field as the head of its column does.
 *
 * Returns: (transfer full): why it was left out, translated; %NULL where it was not
 */
char *cor_import_set (CorItem *item, const CorField *field, const CorProperty *property);

G_END_DECLS
