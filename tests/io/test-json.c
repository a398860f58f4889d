/* test-json.c: the JSON reader on sound, wrong and hostile text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-json-writer.h"

#include <string.h>

static CorJsonDoc *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return cor_json_parse (bytes, error);
}

/* Every escape of RFC 8259 section 7, and the G clef of its example. */
static void
test_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorJsonDoc) doc = parse ("\xef\xbb\xbf{\n \"a\": [1, -0.5, 2e3, 1E-2, true, false, null],\r\n"
                                      "\t\"b\": {\"c\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u4E2d\\uD834\\uDD1E\"}}\n",
                                      &error);
  const CorJson *root, *a, *c;
  const double numbers[] = { 1, -0.5, 2000, 0.01, 1, 0, 0 };
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  root = cor_json_doc_root (doc);
  a = cor_json_member (root, "a");
  g_assert_cmpuint (a->n, ==, G_N_ELEMENTS (numbers));
  for (const CorJson *node = a->first; node != NULL; node = node->next)
    g_assert_cmpfloat (node->number, ==, numbers[node->index]);
  c = cor_json_member (cor_json_member (root, "b"), "c");
  g_assert_cmpstr (c->string, ==, "\"\\/\b\f\n\r\t中𝄞");
  g_assert_cmpuint (c->line, ==, 3);
  path = cor_json_path (c);
  g_assert_cmpstr (path, ==, "b.c");
  g_assert_cmpint (strncmp (a->text, "[1, -0.5", 8), ==, 0);
  g_assert_cmpint (a->text[a->text_length - 1], ==, ']');
  g_assert_null (cor_json_member (root, "z"));
}

/* What is not UTF-8 becomes U+FFFD, byte by byte, so that it can be read again. */
static void
test_written (void)
{
  CorJsonWriter *writer = cor_json_writer_new_line ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CorJsonDoc) doc = NULL;
  g_autoptr (GError) error = NULL;

  cor_json_writer_begin (writer, '{');
  cor_json_writer_key (writer, "\xff");
  cor_json_writer_string (writer, "a\xc9\xee 深\"");
  cor_json_writer_end (writer, '}');
  bytes = cor_json_writer_finish (writer);
  doc = cor_json_parse (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cor_json_doc_root (doc)->first->key, ==, "\357\277\275");
  g_assert_cmpstr (cor_json_doc_root (doc)->first->string, ==, "a\357\277\275\357\277\275 深\"");
}

/* Wrong text, what kind of wrong it is, and what the message has to hold. */
static const struct
{
  const char *text;
  CorError code;
  const char *says;
} wrong[] = {
  { "", COR_ERROR_PARSE, "line 1: the file is empty" },
  { " \n\n ", COR_ERROR_PARSE, "the file is empty" },
  { "{", COR_ERROR_PARSE, "cut off" },
  { "{\"a\"", COR_ERROR_PARSE, "cut off" },
  { "{\"a\":", COR_ERROR_PARSE, "cut off" },
  { "{\"a\":1,", COR_ERROR_PARSE, "cut off" },
  { "{\"a\":\"b", COR_ERROR_PARSE, "cut off" },
  { "[1,\n2,\n]", COR_ERROR_PARSE, "line 3: “]” stands where a value" },
  { "{\"a\":1,}", COR_ERROR_PARSE, "a key in quotes" },
  { "{\"a\" 1}", COR_ERROR_PARSE, "“1” stands where a colon" },
  { "{a:1}", COR_ERROR_PARSE, "“a” stands where a key" },
  { "[1 2]", COR_ERROR_PARSE, "a comma" },
  { "[1] 2", COR_ERROR_PARSE, "the end of the file" },
  { "NaN", COR_ERROR_PARSE, "“NaN” is not a value" },
  { "[Infinity]", COR_ERROR_PARSE, "“Infinity”" },
  { "[-Infinity]", COR_ERROR_PARSE, "not a number" },
  { "[1e999]", COR_ERROR_RANGE, "1e999 is too large" },
  { "[-1e999]", COR_ERROR_RANGE, "too large" },
  { "[01]", COR_ERROR_PARSE, "not a number" },
  { "[1.]", COR_ERROR_PARSE, "not a number" },
  { "[.5]", COR_ERROR_PARSE, "“.” stands where a value" },
  { "[1e]", COR_ERROR_PARSE, "not a number" },
  { "[+1]", COR_ERROR_PARSE, "“+”" },
  { "[0x10]", COR_ERROR_PARSE, "not a number" },
  { "[1,000.0.0]", COR_ERROR_PARSE, "line 1" },
  { "[-]", COR_ERROR_PARSE, "not a number" },
  { "[True]", COR_ERROR_PARSE, "“True”" },
  { "['a']", COR_ERROR_PARSE, "“'”" },
  { "[\"a\nb\"]", COR_ERROR_PARSE, "closing quote" },
  { "[\"a\tb\"]", COR_ERROR_PARSE, "control character" },
  { "[\"\\x\"]", COR_ERROR_PARSE, "backslash" },
  { "[\"\\u12\"]", COR_ERROR_PARSE, "four hexadecimal" },
  { "[\"\\ud800\"]", COR_ERROR_PARSE, "no character" },
  { "[\"\\udc00\"]", COR_ERROR_PARSE, "no character" },
  { "[\"\\ud800\\u0041\"]", COR_ERROR_PARSE, "no character" },
  { "[\"\\u0000\"]", COR_ERROR_PARSE, "no character" },
  { "[\x01]", COR_ERROR_PARSE, "control character" },
  { "[\n\"\xff\"]", COR_ERROR_PARSE, "line 2: the file is not text in UTF-8" },
  { "[\n\"\xb5\xe7\"]", COR_ERROR_PARSE, "line 2: the file is not text in UTF-8" },
  { "{\"a\":1,\n\"b\":2,\n\"a\":3}", COR_ERROR_DUPLICATE, "line 3, a: the key “a” is there twice" },
  { "<html>", COR_ERROR_PARSE, "“<”" },
  { "{} // why", COR_ERROR_PARSE, "“/”" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorJsonDoc) doc = parse (wrong[i].text, &error);
      g_autofree char *shown = g_strescape (wrong[i].text, NULL);

      g_test_message ("%s", shown);
      g_assert_null (doc);
      g_assert_error (error, COR_ERROR, (int) wrong[i].code);
      g_test_message ("  %s", error->message);
      g_assert_nonnull (strstr (error->message, wrong[i].says));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_deep (void)
{
  for (guint depth = COR_JSON_MAX_DEPTH - 1; depth < 200000; depth = depth < 1000 ? depth + 1 : depth * 10)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CorJsonDoc) doc = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, '[');
      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, ']');
      doc = parse (text->str, &error);
      if (depth <= COR_JSON_MAX_DEPTH)
        g_assert_no_error (error);
      else
        g_assert_error (error, COR_ERROR, COR_ERROR_TOO_LARGE);
    }
}

static void
test_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) members = g_string_new ("{");
  gsize size = COR_JSON_MAX_BYTES + 1;
  char *spaces = g_malloc (size);
  g_autoptr (GBytes) too_long = NULL;
  G_GNUC_UNUSED g_autoptr (CorJsonDoc) doc = NULL;

  memset (spaces, ' ', size);
  too_long = g_bytes_new_take (spaces, size);
  g_assert_null (cor_json_parse (too_long, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_TOO_LARGE);
  g_clear_error (&error);

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (members, "\"k%u\": %u,\n", i, i);
  g_string_append (members, "\"k77\": 1}");
  g_assert_null (parse (members->str, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (error->message, "line 50001"));
}

static void
test_typed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorJsonDoc) doc = parse ("{\"a\": [{\n\"b\": 1.5, \"big\": 1e300}]}", &error);
  const CorJson *item;
  int n = 7;

  g_assert_no_error (error);
  item = cor_json_member (cor_json_doc_root (doc), "a")->first;
  g_assert_null (cor_json_require (item, "c", COR_JSON_STRING, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_MISSING);
  g_assert_cmpstr (error->message, ==, "line 1, a[0]: “c” is missing");
  g_clear_error (&error);
  g_assert_null (cor_json_require (item, "b", COR_JSON_STRING, &error));
  g_assert_cmpstr (error->message, ==, "line 2, a[0].b: this is a number; it has to be a text in quotes");
  g_clear_error (&error);
  g_assert_false (cor_json_integer (cor_json_member (item, "b"), 0, 9, &n, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_false (cor_json_integer (cor_json_member (item, "big"), 0, 9, &n, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
  g_assert_cmpint (n, ==, 7);
}

/* What was handed on: the elements one after the other, each whole. */
typedef struct
{
  GString *text;
  guint enough;
} Seen;

static gboolean
see (const CorJson *element, gsize at, gpointer data, GError **error)
{
  Seen *seen = data;
  g_autofree char *path = cor_json_path (element);

  g_string_append_printf (seen->text, "%s@%u=%.*s;", path, element->line, (int) element->text_length, element->text);
  return seen->enough == 0 || --seen->enough > 0;
}

static gboolean
each (const char *text, Seen *seen, CorJsonDoc **rest, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return cor_json_each (bytes, "list", see, seen, rest, error);
}

/* A list is read one element at a time; a list of the same name deeper down is no such list. */
static void
test_each (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Seen seen = { text, 0 };
  CorJsonDoc *rest = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (each ("{\"a\": {\"list\": [7]}, \"list\": [1,\n {\"b\": [2]},\n \"x\"], \"z\": 3}", &seen, &rest, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, "list[0]@1=1;list[1]@2={\"b\": [2]};list[2]@3=\"x\";");
  g_assert_cmpfloat (cor_json_member (cor_json_doc_root (rest), "z")->number, ==, 3);
  g_assert_cmpuint (cor_json_member (cor_json_doc_root (rest), "list")->n, ==, 3);
  g_assert_null (cor_json_member (cor_json_doc_root (rest), "list")->first);
  g_clear_pointer (&rest, cor_json_doc_free);
  g_string_truncate (text, 0);
  seen.enough = 2;
  g_assert_true (each ("{\"list\": [1, 2, 3]}", &seen, &rest, &error));
  g_assert_null (rest);
  g_assert_cmpstr (text->str, ==, "list[0]@1=1;list[1]@1=2;");
}

/* What is wrong in the list or behind it is told with its line. */
static void
test_each_wrong (void)
{
  static const char *const texts[] = { "{\"list\": [1,\n2,", "{\"list\": [1,\n2 3]}", "{\"list\": [1,\n{\"a\": 1, \"a\": 2}]}",
                                       "{\"list\": [1,\n2]", "{\"list\": [1,\nNaN]}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      Seen seen = { text, 0 };
      CorJsonDoc *rest = NULL;

      g_assert_false (each (texts[i], &seen, &rest, &error));
      g_assert_null (rest);
      g_assert_true (error->domain == COR_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "line 2"));
      g_assert_true (g_str_has_prefix (text->str, "list[0]@1=1;"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/values", test_values);
  g_test_add_func ("/json/written", test_written);
  g_test_add_func ("/json/wrong", test_wrong);
  g_test_add_func ("/json/deep", test_deep);
  g_test_add_func ("/json/large", test_large);
  g_test_add_func ("/json/typed", test_typed);
  g_test_add_func ("/json/each", test_each);
  g_test_add_func ("/json/each-wrong", test_each_wrong);
  return g_test_run ();
}
