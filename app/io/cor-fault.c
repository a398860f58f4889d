/* cor-fault.c: what is wrong with a file, one entry a fault.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fault.h"

#include <glib/gi18n-lib.h>

static void
fault_free (CorFault *fault)
{
  g_free (fault->path);
  g_free (fault->message);
  g_free (fault);
}

GPtrArray *
cor_faults_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
}

static void
add (GPtrArray *faults, int code, const char *path, const char *message)
{
  CorFault *fault;

  if (faults->len >= COR_FAULTS_MAX)
    return;
  fault = g_new0 (CorFault, 1);
  fault->code = code;
  fault->path = g_strdup (path);
  fault->message = g_strdup (message);
  g_ptr_array_add (faults, fault);
}

void
cor_faults_add (GPtrArray *faults, CorError code, const char *path, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  add (faults, code, path, message);
}

void
cor_faults_take (GPtrArray *faults, GError *error)
{
  add (faults, error->code, NULL, error->message);
  g_error_free (error);
}

char *
cor_fault_text (const CorFault *fault)
{
  if (fault->path == NULL)
    return g_strdup (fault->message);
  return g_strdup_printf ("%s: %s", fault->path, fault->message);
}

gboolean
cor_faults_to_error (const GPtrArray *faults, GError **error)
{
  const CorFault *first;
  g_autofree char *text = NULL;

  g_return_val_if_fail (faults->len > 0, FALSE);

  first = g_ptr_array_index (faults, 0);
  text = cor_fault_text (first);
  if (faults->len == 1)
    g_set_error_literal (error, COR_ERROR, (int) first->code, text);
  else
    g_set_error (error, COR_ERROR, (int) first->code,
                 ngettext ("%s (and %u more fault)", "%s (and %u more faults)", faults->len - 1), text,
                 faults->len - 1);
  return FALSE;
}
