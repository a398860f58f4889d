/* cor-workshop-marks.c: positions of the levers kept under a name, as in a vote.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-workshop-marks.h"

#include "cor-edit.h"
#include "cor-variant.h"
#include "cor-variants.h"

#include <glib/gi18n-lib.h>

static void
mark_free (CorWorkshopMark *mark)
{
  g_free (mark->name);
  cor_scenario_unref (mark->scenario);
  g_free (mark);
}

GPtrArray *
cor_workshop_marks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)mark_free);
}

void
cor_workshop_marks_add (GPtrArray *marks, const char *name, CorScenario *scenario)
{
  CorWorkshopMark *mark = g_new0 (CorWorkshopMark, 1);

  for (guint i = marks->len; i > 0; i--)
    if (g_str_equal (((CorWorkshopMark *)marks->pdata[i - 1])->name, name))
      g_ptr_array_remove_index (marks, i - 1);
  mark->name = g_strdup (name);
  mark->scenario = cor_scenario_ref (scenario);
  g_ptr_array_add (marks, mark);
}

guint
cor_workshop_marks_keep (GPtrArray *marks, CorSession *session)
{
  CorDocument *document = cor_session_get_document (session);
  CorScenario *base = cor_document_get_base (document);
  CorScenario *next = cor_scenario_ref (cor_document_get_scenario (document));

  for (guint i = 0; i < marks->len; i++)
    {
      const CorWorkshopMark *mark = g_ptr_array_index (marks, i);
      g_autoptr (GArray) changes = cor_variant_difference (base, mark->scenario);
      g_autofree char *id = NULL;
      CorScenario *added = cor_edit_add_variant (next, mark->name, &id);

      cor_scenario_unref (next);
      next = cor_edit_boxed (added, COR_ITEM_VARIANT, id, "changes", changes->len > 0 ? changes : NULL, NULL);
      cor_scenario_unref (added);
    }
  cor_document_apply (document, next, _ ("Keep marks as variants"), NULL);
  return marks->len;
}
