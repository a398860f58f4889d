/* cor-workshop-language.c: the language of a room, switched while the program runs.
 *
 * gettext looks at LANGUAGE on each look-up, and keeps what it found until its counter of catalogues
 * moves (GNU gettext manual, "Being a gettext grok", "Changing the language at runtime").
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-workshop-language.h"

#include "cor-format.h"

extern int _nl_msg_cat_cntr;

static char *before;
static gboolean switched;

static void
set_language (const char *language)
{
  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  _nl_msg_cat_cntr++;
}

void
cor_workshop_language_toggle (void)
{
  if (!switched)
    {
      before = g_strdup (g_getenv ("LANGUAGE"));
      switched = TRUE;
    }
  set_language (cor_format_is_chinese (NULL) ? "en" : "zh_CN");
}

void
cor_workshop_language_restore (void)
{
  if (!switched)
    return;
  set_language (before);
  g_clear_pointer (&before, g_free);
  switched = FALSE;
}
