/* test-scenario-save.c: scenarios saved: replaced, cut off, in another form, and what fails.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-file-fixture.h"

#include <errno.h>
#include <sys/syscall.h>

/* The file cut off at every 97th byte: always refused, always with a line. */
static void
test_cut (void)
{
  g_autoptr (GBytes) bytes = every_field ();
  gsize size = g_bytes_get_size (bytes);

  for (gsize end = 0; end < size - 2; end += 97)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, end);

      g_assert_null (cor_scenario_from_bytes (cut, &error));
      g_assert_error (error, COR_ERROR, COR_ERROR_PARSE);
      g_assert_true (g_str_has_prefix (error->message, "line "));
    }
}

/* Each value of the file replaced by each wrong type: refused or taken, but never a crash. */
static void
replace_values (GBytes *bytes, const CorJson *node, guint *refused)
{
  static const char *const values[] = { "null", "true", "-1", "1e308", "\"\"", "[]", "{}", "[[[]]]" };
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) changed = g_string_new_len (text, node->text - text);
      g_autoptr (CorScenario) scenario = NULL;

      g_string_append (changed, values[i]);
      g_string_append_len (changed, node->text + node->text_length, text + size - node->text - node->text_length);
      scenario = from_text (changed->str, &error);
      if (scenario != NULL)
        {
          g_autoptr (GBytes) written = cor_scenario_to_bytes (scenario);
          g_autoptr (CorScenario) again = cor_scenario_from_bytes (written, &error);

          g_assert_no_error (error);
          g_assert_nonnull (again);
          continue;
        }
      g_assert_true (error->domain == COR_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "line "));
      (*refused)++;
    }
  for (const CorJson *child = node->first; child != NULL; child = child->next)
    replace_values (bytes, child, refused);
}

static void
test_replaced (void)
{
  g_autoptr (GBytes) bytes = every_field ();
  g_autoptr (CorJsonDoc) doc = cor_json_parse (bytes, NULL);
  guint refused = 0;

  replace_values (bytes, cor_json_doc_root (doc), &refused);
  g_test_message ("%u refused", refused);
  g_assert_cmpuint (refused, >, 800);
}

/* What a file of another form says is kept to the byte while nobody changes it. */
static void
test_foreign_form (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.corridor", NULL);
  g_autofree char *other = g_build_filename (folder, "b.corridor", NULL);
  const char *text = "\xef\xbb\xbf{\"version\":1.0,\r\n\"mine\" : {\"k\":[1.50]},\"format\":\"corridor-scenario\",\r\n"
                     "\"scenario\":{\"lon\":114.0,\"id\":\"x\",\"name\":\"\\u4e2d\"}}";
  g_autoptr (CorScenarioFile) file = NULL;
  g_autoptr (CorScenarioFile) saved = NULL;
  g_autoptr (CorScenarioFile) changed = NULL;
  g_autoptr (CorScenario) edited = NULL;
  g_autofree char *content = NULL;
  g_autofree char *rewritten = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = cor_scenario_file_load (path, &error);
  g_assert_no_error (error);
  saved = cor_scenario_file_save (cor_scenario_file_scenario (file), other, file, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (other, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);

  edited = cor_scenario_with_item (cor_scenario_file_scenario (file), cor_item_new (COR_ITEM_TRUCK, "t"));
  changed = cor_scenario_file_save (edited, other, saved, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (other, &rewritten, NULL, NULL));
  g_assert_nonnull (strstr (rewritten, "\"mine\": {\n    \"k\": [\n      1.50\n    ]\n  }\n}\n"));
  g_assert_nonnull (strstr (rewritten, "\"name\": \"中\""));
  g_remove (path);
  g_remove (other);
  g_clear_pointer (&content, g_free);
  content = g_strconcat (other, "~", NULL);
  g_remove (content);
  g_rmdir (folder);
}

/* Saving keeps the mode and one copy of what was there, leaves nothing behind, follows links. */
static void
test_save (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.corridor", NULL);
  g_autofree char *backup = g_strconcat (path, "~", NULL);
  g_autofree char *by_link = g_build_filename (folder, "link.corridor", NULL);
  g_autoptr (CorScenario) scenario = cor_scenario_new (NULL);
  g_autoptr (CorScenarioFile) saved = NULL;
  g_autofree char *old = NULL;
  g_autoptr (GDir) dir = NULL;
  GStatBuf about;
  guint n = 0;

  g_assert_true (g_file_set_contents (path, "what was there", -1, NULL));
  g_chmod (path, 0640);
  g_assert_cmpint (symlink ("a.corridor", by_link), ==, 0);
  saved = cor_scenario_file_save (scenario, by_link, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (by_link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (backup, &old, NULL, NULL));
  g_assert_cmpstr (old, ==, "what was there");
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 07777, ==, 0640);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 3);
  g_remove (path);
  g_remove (backup);
  g_remove (by_link);
  g_rmdir (folder);
}

static void
test_save_fails (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) scenario = cor_scenario_new (NULL);
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);

  g_assert_null (cor_scenario_file_save (scenario, "/nowhere/at/all.corridor", NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all.corridor"));
  g_clear_error (&error);
  g_assert_null (cor_scenario_file_save (scenario, folder, NULL, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_PARSE);
  g_clear_error (&error);
  g_assert_null (cor_scenario_file_save (scenario, "/dev/full", NULL, &error));
  g_assert_nonnull (error);
  g_rmdir (folder);
}

/* What the system says to a file's mode being set: 0 to set it, else an errno. */
static int mode_refused;

int
fchmod (int fd, mode_t mode)
{
  errno = mode_refused;
  return mode_refused != 0 ? -1 : (int) syscall (SYS_fchmod, fd, mode);
}

/* A share on another computer, as the desktop shows it in a folder, has no modes: what is there is replaced all the same. */
static void
test_save_without_modes (void)
{
  static const int codes[] = { EOPNOTSUPP, EPERM, ENOSYS };
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.corridor", NULL), *backup = g_strconcat (path, "~", NULL);
  g_autoptr (CorScenario) scenario = cor_scenario_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorScenarioFile) saved = NULL, there = NULL;

      g_assert_true (g_file_set_contents (path, "what was there", -1, NULL));
      mode_refused = codes[i];
      saved = cor_scenario_file_save (scenario, path, NULL, &error);
      mode_refused = 0;
      g_assert_no_error (error);
      there = cor_scenario_file_load (path, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
    }
  g_remove (path);
  g_remove (backup);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* More than can be opened is not written, here 40 notes of a mebibyte each: what was there before stays. */
static void
test_save_too_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.corridor", NULL), *content = NULL;
  g_autofree char *note = g_strnfill (1024 * 1024, 'x');
  g_autoptr (CorScenario) scenario = cor_scenario_new (NULL);

  g_assert_true (g_file_set_contents (path, "what was there", -1, NULL));
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (CorScenario) before = scenario;
      g_autofree char *id = g_strdup_printf ("t%u", i);
      CorItem *truck = cor_item_new (COR_ITEM_TRUCK, id);

      cor_item_set_string (truck, cor_item_field (COR_ITEM_TRUCK, "note"), note);
      scenario = cor_scenario_with_item (before, truck);
    }
  g_assert_null (cor_scenario_file_save (scenario, path, NULL, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "a.corridor: could not be opened again"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "what was there");
  g_remove (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_load_fails (void)
{
  static const char *const paths[] = { "/nowhere/at/all.corridor", "/", "/dev/null", "" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cor_scenario_file_load (paths[i], &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, paths[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-file/cut", test_cut);
  g_test_add_func ("/scenario-file/replaced", test_replaced);
  g_test_add_func ("/scenario-file/foreign-form", test_foreign_form);
  g_test_add_func ("/scenario-file/save", test_save);
  g_test_add_func ("/scenario-file/save-fails", test_save_fails);
  g_test_add_func ("/scenario-file/save-without-modes", test_save_without_modes);
  g_test_add_func ("/scenario-file/save-too-large", test_save_too_large);
  g_test_add_func ("/scenario-file/load-fails", test_load_fails);
  return g_test_run ();
}
