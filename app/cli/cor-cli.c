/* cor-cli.c: options, messages and output of the commands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli.h"

#include "cor-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static void
tell (const char *format, va_list args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  g_printerr ("corridor-cli: %s\n", text);
}

int
cor_cli_fail (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  tell (format, args);
  va_end (args);
  return COR_CLI_FAILED;
}

int
cor_cli_misuse (const CorCliCommand *command, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  tell (format, args);
  va_end (args);
  g_printerr (_ ("Try “corridor-cli %s --help”.\n"), command->name);
  return COR_CLI_USAGE;
}

/* Stands before a word that begins with a minus but is no option, while options are parsed. */
#define SHIELD '\001'

/* A coordinate west or south begins with a minus and is no option. */
static gboolean
is_number (const char *word)
{
  return word[0] == '-' && (g_ascii_isdigit (word[1]) || word[1] == '.');
}

/* Whether the word after @word is the value of an option rather than a word of its own. */
static gboolean
wants_value (const char *word)
{
  return word[0] == '-' && !is_number (word) && strchr (word, '=') == NULL;
}

/* The words with those shielded that only look like options. */
static char **
shield_words (char **words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *shielded = g_strdup_printf ("%c%s", SHIELD, words[i]);
      gboolean shield = i > 0 && is_number (words[i]) && !wants_value (words[i - 1]);

      g_strv_builder_add (builder, shield ? shielded : words[i]);
    }
  return g_strv_builder_end (builder);
}

/* What is left beside the options, without the command's name. */
static char **
unshield_words (char **words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    g_strv_builder_add (builder, words[i] + (words[i][0] == SHIELD));
  return g_strv_builder_end (builder);
}

static GOptionContext *
context_new (const CorCliCommand *command, const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (command->arguments);
  g_autofree char *title = g_strconcat ("corridor-cli ", command->name, NULL);

  g_set_prgname (title);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static gboolean
asks_for_help (char **words)
{
  return g_strv_contains ((const char *const *) words, "--help") || g_strv_contains ((const char *const *) words, "-h");
}

gboolean
cor_cli_parse (const CorCliCommand *command,
               const GOptionEntry *entries,
               guint n_least,
               guint n_most,
               char ***words,
               int *status)
{
  g_autoptr (GOptionContext) context = context_new (command, entries);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parsed = NULL;
  guint n;

  if (asks_for_help (*words))
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      *status = cor_cli_write_text (NULL, g_string_new (help));
      return FALSE;
    }
  parsed = shield_words (*words);
  if (!g_option_context_parse_strv (context, &parsed, &error))
    {
      *status = cor_cli_misuse (command, "%s", error->message);
      return FALSE;
    }
  *words = unshield_words (parsed);
  n = g_strv_length (*words);
  if (n >= n_least && n <= n_most)
    return TRUE;
  g_clear_pointer (words, g_strfreev);
  *status = n < n_least ? cor_cli_misuse (command, _ ("%s: something is missing: %s"), command->name, command->arguments)
                        : cor_cli_misuse (command, _ ("%s: there are more words than it takes"), command->name);
  return FALSE;
}

static int
write_stream (FILE *stream, const char *name, GBytes *content)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  gboolean sound = fwrite (data, 1, size, stream) == size;

  sound = fflush (stream) == 0 && sound;
  return sound ? COR_CLI_DONE : cor_cli_fail (_ ("%s: could not be written: %s"), name, g_strerror (errno));
}

/* A device or pipe is written to, not replaced. */
static int
write_special (const char *path, GBytes *content)
{
  FILE *stream = g_fopen (path, "wbe");
  int status;

  if (stream == NULL)
    return cor_cli_fail (_ ("%s: could not be written: %s"), path, g_strerror (errno));
  status = write_stream (stream, path, content);
  fclose (stream);
  return status;
}

int
cor_cli_write (const char *path, GBytes *content)
{
  G_GNUC_UNUSED g_autoptr (GBytes) owned = content;
  g_autoptr (GError) error = NULL;
  GStatBuf about;

  if (path == NULL || strcmp (path, "-") == 0)
    return write_stream (stdout, _ ("standard output"), content);
  if (g_stat (path, &about) == 0 && !S_ISREG (about.st_mode) && !S_ISDIR (about.st_mode))
    return write_special (path, content);
  if (cor_file_replace (path, content, FALSE, &error))
    return COR_CLI_DONE;
  return cor_cli_fail ("%s: %s", path, error->message);
}

int
cor_cli_write_text (const char *path, GString *text)
{
  return cor_cli_write (path, g_string_free_to_bytes (text));
}

/* What the user's language was, while results are made. */
static char *kept_locale;
static char *kept_language;

void
cor_cli_plain_begin (void)
{
  kept_locale = g_strdup (setlocale (LC_MESSAGES, NULL));
  kept_language = g_strdup (g_getenv ("LANGUAGE"));
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_MESSAGES, "C");
}

void
cor_cli_plain_end (void)
{
  if (kept_language != NULL)
    g_setenv ("LANGUAGE", kept_language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  setlocale (LC_MESSAGES, kept_locale);
  g_clear_pointer (&kept_locale, g_free);
  g_clear_pointer (&kept_language, g_free);
}
