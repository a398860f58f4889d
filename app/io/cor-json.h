/* cor-json.h: JSON text as a tree that knows where everything stands.
 *
 * What a file reader needs to tell a person what is wrong and where, and to give back what it does
 * not know: each node has its line, its place in the text and its way from the root. Stricter than
 * most: RFC 8259 to the letter, a key twice in one object is an error, and depth, size and number
 * of values have limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-enums.h"
#include "cor-error.h"

G_BEGIN_DECLS

/* What the reader takes at most. */
#define COR_JSON_MAX_BYTES (32u * 1024 * 1024)
#define COR_JSON_MAX_VALUES 4000000u
#define COR_JSON_MAX_DEPTH 64u

/** CorJsonType: what a node is. */
typedef enum
{
  COR_JSON_NULL,
  COR_JSON_BOOLEAN,
  COR_JSON_NUMBER,
  COR_JSON_STRING,
  COR_JSON_ARRAY,
  COR_JSON_OBJECT,
} CorJsonType;

/**
 * CorJson:
 * @line: the line its value begins on, from 1
 * @index: which member or element of its parent it is, from 0
 * @n: how many children it has
 * @key: its name inside an object, %NULL inside an array and for the root
 * @text, @text_length: the value as it stands in the text, not terminated
 * @number: of a number; 1 or 0 for a boolean
 * @string: of a string, UTF-8
 *
 * One value. Read only; lives as long as its document.
 */
typedef struct _CorJson CorJson;
struct _CorJson
{
  CorJsonType type;
  guint line;
  guint index;
  guint n;
  CorJson *parent;
  CorJson *first;
  CorJson *next;
  const char *key;
  const char *text;
  gsize text_length;
  double number;
  const char *string;
};

/** CorJsonDoc: a parsed text with its nodes. */
typedef struct _CorJsonDoc CorJsonDoc;

/**
 * cor_json_parse:
 * @bytes: the text in UTF-8, with or without a byte order mark; referenced
 *
 * Returns: (transfer full): the document, or %NULL with %COR_ERROR_PARSE, %COR_ERROR_DUPLICATE or
 * %COR_ERROR_TOO_LARGE; the message begins with "line N: "
 */
CorJsonDoc *cor_json_parse (GBytes *bytes, GError **error);

/**
 * cor_json_parse_part: the same for a text that is to stand inside others, so many levels deep.
 * @depth: levels of brackets around it, of the %COR_JSON_MAX_DEPTH that a file may have
 */
CorJsonDoc *cor_json_parse_part (GBytes *bytes, guint depth, GError **error);

/* What is read of a long list, one element after the other. */
#define COR_JSON_EACH_MAX_BYTES (512u * 1024 * 1024)

/**
 * CorJsonEach: takes note of an element, which lives during the call.
 * @at: bytes of the text that are read
 *
 * Returns: FALSE to end the reading: with an error for a failure, without where it was enough
 */
typedef gboolean (*CorJsonEach) (const CorJson *element, gsize at, gpointer data, GError **error);

/**
 * cor_json_each:
 * @bytes: the text in UTF-8, of %COR_JSON_EACH_MAX_BYTES at most
 * @key: of a list in the outermost object
 * @rest: (out) (transfer full): all of the text but the elements of that list; %NULL where the reading
 *   was ended
 *
 * Reads a text of which only one element of a long list is kept in memory at a time.
 *
 * Returns: FALSE with an error as cor_json_parse(), or that of @func
 */
gboolean cor_json_each (GBytes *bytes, const char *key, CorJsonEach func, gpointer data, CorJsonDoc **rest, GError **error);

/** cor_json_doc_root: the outermost value; owned by the document. */
const CorJson *cor_json_doc_root (const CorJsonDoc *doc);

/** cor_json_doc_free: frees the document with all its nodes. */
void cor_json_doc_free (CorJsonDoc *doc);

/** cor_json_member: the member of that key of an object, or %NULL. */
const CorJson *cor_json_member (const CorJson *object, const char *key);

/** cor_json_type_name: what a person calls the type, translated. */
const char *cor_json_type_name (CorJsonType type);

/** cor_json_path: (transfer full): the way from the root, as in `duties[3].truck`; "" for it. */
char *cor_json_path (const CorJson *node);

/**
 * cor_json_set_error:
 * @format: what is wrong and what to do, translated
 *
 * Sets an error of %COR_ERROR whose message begins with the node's line and path. Returns FALSE,
 * so that a reader can return it.
 */
gboolean cor_json_set_error (const CorJson *node,
                             CorError code,
                             GError **error,
                             const char *format,
                             ...) G_GNUC_PRINTF (4, 5);

/**
 * cor_json_require:
 * @object: where to look; anything but an object is an error
 * @type: what the member has to be
 *
 * Returns: the member, or %NULL with %COR_ERROR_MISSING or %COR_ERROR_PARSE
 */
const CorJson *cor_json_require (const CorJson *object,
                                 const char *key,
                                 CorJsonType type,
                                 GError **error);

/** cor_json_expect: whether @node is of @type; else sets %COR_ERROR_PARSE. */
gboolean cor_json_expect (const CorJson *node, CorJsonType type, GError **error);

/** cor_json_integer: the number as an integer in that range; else FALSE and an error. */
gboolean cor_json_integer (const CorJson *node, int lowest, int highest, int *out, GError **error);

/** cor_json_nick: the value of an enumeration by its nick; else FALSE and an error with all nicks. */
gboolean cor_json_nick (const CorJson *node, const CorEnumValue *values, int *out, GError **error);

/**
 * cor_json_text:
 * @out: (out): the text without space around it; untouched where it is not there and need not be
 *
 * Reads a text of an object that has to say something; an empty one is an error.
 */
gboolean
cor_json_text (const CorJson *object, const char *key, gboolean required, char **out, GError **error);

/** CorJsonKnown: whether a reader knows a key. */
typedef gboolean (*CorJsonKnown) (const char *key, gconstpointer data);

/** cor_json_known_in: a #CorJsonKnown whose data is a list of keys that ends in %NULL. */
gboolean cor_json_known_in (const char *key, gconstpointer keys);

/** cor_json_unknown: (transfer full): the members nobody knows, an object as cor_json_to_text(), or %NULL. */
char *cor_json_unknown (const CorJson *object, CorJsonKnown known, gconstpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorJsonDoc, cor_json_doc_free)

G_END_DECLS
