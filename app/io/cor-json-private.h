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

/** cor_json_doc_clear: forgets all nodes and texts; room for the next ones stays. */
void cor_json_doc_clear (CorJsonDoc *doc);

/** cor_json_doc_set_root: says which node is the outermost. */
void cor_json_doc_set_root (CorJsonDoc *doc, CorJson *root);

/*
 * CorJsonParser: where the parser is in a text.
 * @each: (nullable): takes the elements of the list @each_key, each parsed into @element; @more: whether it wants
 *   the next
 */
typedef struct
{
  CorJsonDoc *doc;
  const char *begin;
  const char *at;
  const char *end;
  guint line;
  guint depth;
  guint n_values;
  GString *scratch;
  GError **error;
  CorJsonDoc *element;
  const char *each_key;
  CorJsonEach each;
  gpointer each_data;
  gboolean more;
} CorJsonParser;

/* Sets an error that begins with the line. */
void cor_json_fail (CorJsonParser *p, CorError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Says what stands where something else was expected. */
void cor_json_fail_expected (CorJsonParser *p, const char *expected);

/* Goes on to the next word. */
void cor_json_skip_space (CorJsonParser *p);

/* At a quote: the text up to the next, its escapes resolved; %NULL on error. */
const char *cor_json_read_string (CorJsonParser *p);

/* At a digit or minus. */
gboolean cor_json_read_number (CorJsonParser *p, CorJson *node);

/* At anything else: true, false, null, or an error. */
gboolean cor_json_read_word (CorJsonParser *p, CorJson *node);

G_END_DECLS
