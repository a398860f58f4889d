/* main.c: corridor-cli: the calculation without a screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli.h"
#include "cor-config.h"
#include "cor-data-dir.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

static char *
overview (void)
{
  GString *text = g_string_new (_ ("Usage: corridor-cli COMMAND [OPTION…] …\n\nCommands:\n"));

  for (const CorCliCommand *command = cor_cli_commands; command->name != NULL; command++)
    g_string_append_printf (text, "  %-12s %s\n", command->name, _ (command->summary));
  g_string_append (text, _ ("\nEach command tells more with --help. Scenarios that come with the program can be\n"
                            "named without a path. Exit status: 0 done, 1 the input is wrong or the work\n"
                            "failed, 2 usage.\n"));
  return g_string_free (text, FALSE);
}

static int
run (char **words)
{
  const char *name = words[1];

  if (name == NULL)
    {
      g_autofree char *text = overview ();

      g_printerr ("%s", text);
      return COR_CLI_USAGE;
    }
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0 || strcmp (name, "help") == 0)
    {
      g_autofree char *text = overview ();

      return cor_cli_write_text (NULL, g_string_new (text));
    }
  if (strcmp (name, "--version") == 0)
    return cor_cli_write_text (NULL, g_string_new ("corridor-cli " COR_VERSION "\n"));
  for (const CorCliCommand *command = cor_cli_commands; command->name != NULL; command++)
    if (strcmp (name, command->name) == 0)
      return command->run (command, words + 1);
  g_printerr (_ ("corridor-cli: “%s” is no command. Try “corridor-cli --help”.\n"), name);
  return COR_CLI_USAGE;
}

/* GLib decides once, at the first text, by the locale and language of that moment, whether to translate
 * at all. An option that names another language comes too late for that, so it is asked under C, where
 * it always does. */
static void
keep_translations (char **argv)
{
  g_autofree char *locale = g_strdup (setlocale (LC_MESSAGES, NULL));

  for (; *argv != NULL; argv++)
    if (g_str_has_prefix (*argv, "--language"))
      {
        setlocale (LC_MESSAGES, "C");
        g_dgettext (GETTEXT_PACKAGE, "yuan");
        setlocale (LC_MESSAGES, locale);
        return;
      }
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, cor_data_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  keep_translations (argv);
  words = g_strdupv (argv);
  return run (words);
}
