/* cor-json-private.h: how the parser makes a document; for the JSON files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-json.h"

G_BEGIN_DECLS

/** cor_json_doc_new: an empty document that keeps @bytes. */
CorJsonDoc *cor_json_doc_new (GBytes *bytes);

/** cor_json_doc_alloc: a node of zeros, owned by the document. */
CorJson *cor_json_doc_alloc (CorJsonDoc *doc);

/** cor_json_doc_store: a copy of a text, owned by the document. */
const char *cor_json_doc_store (CorJsonDoc *doc, const char *text, gsize length);

/** cor_json_doc_set_root: says which node is the outermost. */
void cor_json_doc_set_root (CorJsonDoc *doc, CorJson *root);

G_END_DECLS
