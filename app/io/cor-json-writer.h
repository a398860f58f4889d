/* cor-json-writer.h: JSON text in the one form that our files have.
 *
 * Two spaces a level, one member or element a line, a line break at the end; numbers as short as
 * they can be and still read back as the same; text as it is, with only what must be escaped
 * escaped. It is the form that most tools write with an indent of two.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-json.h"

G_BEGIN_DECLS

/** CorJsonWriter: text in the making. */
typedef struct _CorJsonWriter CorJsonWriter;

/** cor_json_writer_new: an empty text. */
CorJsonWriter *cor_json_writer_new (void);

/** cor_json_writer_new_line: (transfer full): a writer of text on one line, without a break at its end. */
CorJsonWriter *cor_json_writer_new_line (void);

/** cor_json_writer_finish: (transfer full): the text with a line break at its end; frees the writer. */
GBytes *cor_json_writer_finish (CorJsonWriter *writer);

/** cor_json_writer_free: drops the text; for ways out on error. */
void cor_json_writer_free (CorJsonWriter *writer);

/** cor_json_writer_key: the key of the value that follows, inside an object. */
void cor_json_writer_key (CorJsonWriter *writer, const char *key);

/** cor_json_writer_begin, _end: an object (@bracket '{' and '}') or a list ('[' and ']'). */
void cor_json_writer_begin (CorJsonWriter *writer, char bracket);
void cor_json_writer_end (CorJsonWriter *writer, char bracket);

/** cor_json_writer_set_line: whether all that follows stands on one line, such as an object among very many. */
void cor_json_writer_set_line (CorJsonWriter *writer, gboolean on_one_line);

/** cor_json_writer_string: a text; %NULL writes null. What is not UTF-8 in it becomes U+FFFD. */
void cor_json_writer_string (CorJsonWriter *writer, const char *text);

/** cor_json_writer_number: a number; one that is not finite writes null. */
void cor_json_writer_number (CorJsonWriter *writer, double number);

/** cor_json_writer_boolean: true or false. */
void cor_json_writer_boolean (CorJsonWriter *writer, gboolean value);

/** cor_json_writer_node: a value that was read; its numbers and texts letter by letter. */
void cor_json_writer_node (CorJsonWriter *writer, const CorJson *node);

/** cor_json_writer_members: the members of an object in JSON text, without its braces. */
void cor_json_writer_members (CorJsonWriter *writer, const char *object);

/** cor_json_writer_value: a value in JSON text, brought into our form. */
void cor_json_writer_value (CorJsonWriter *writer, const char *json);

/**
 * cor_json_to_text: (transfer full): a value that was read, on one line. So is JSON kept that is
 * written again later (a #CorChange, members nobody knows): the same value is always the same text,
 * however the file was indented.
 */
char *cor_json_to_text (const CorJson *node);

/** cor_json_format_number: the shortest text that reads back as @number; free with g_free(). */
char *cor_json_format_number (double number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorJsonWriter, cor_json_writer_free)

G_END_DECLS
