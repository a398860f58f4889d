/* cor-inspector-selected.c: what the inspector is about, and when other rows are needed for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-inspector-cards.h"

#include "cor-edit.h"

const CorItem *
cor_inspector_selected (CorSession *session)
{
  CorSelection *selection = cor_session_get_selection (session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *id = cor_selection_get_id (selection);

  if (kind == COR_SELECT_PARAMETER || (kind != COR_ITEM_HEAD && id == NULL))
    return NULL;
  return cor_edit_item (cor_document_get_scenario (cor_session_get_document (session)), kind, id);
}

gboolean
cor_inspector_selects_several (CorSession *session)
{
  CorSelection *selection = cor_session_get_selection (session);

  return cor_selection_get_n (selection) > 1 && cor_selection_get_kind (selection) != COR_SELECT_PARAMETER;
}

/* Of several things: what they are, and of which sort each is. */
static char *
signature_of_several (CorSession *session)
{
  CorSelection *selection = cor_session_get_selection (session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *const *ids = cor_selection_get_ids (selection);
  GString *text = g_string_new ("several");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CorItem *item = cor_scenario_find (cor_document_get_scenario (cor_session_get_document (session)), kind, ids[i]);
      int sort = item == NULL                    ? -1
                 : kind == COR_ITEM_STATION      ? (int)((const CorStation *)item)->station_kind
                 : kind == COR_ITEM_TRUCK        ? (int)((const CorTruck *)item)->powertrain
                                                 : 0;

      g_string_append_printf (text, " %d/%s/%d", kind, ids[i], sort);
    }
  return g_string_free (text, FALSE);
}

char *
cor_inspector_signature (CorSession *session)
{
  CorSelection *selection = cor_session_get_selection (session);
  const CorItem *item = cor_inspector_selected (session);
  int sort = 0;
  guint n = 0;

  if (cor_inspector_selects_several (session))
    return signature_of_several (session);
  if (item == NULL)
    {
      if (cor_selection_get_kind (selection) == COR_ITEM_POLICY)
        cor_scenario_items (cor_document_get_scenario (cor_session_get_document (session)), COR_ITEM_POLICY, &n);
      return g_strdup_printf ("section %d %u", cor_selection_get_kind (selection), n);
    }
  if (item->kind == COR_ITEM_VARIANT)
    return g_strdup_printf ("%d/%s/%p/%s", item->kind, item->id, (gconstpointer)((const CorVariant *)item)->changes,
                            cor_document_get_variant (cor_session_get_document (session)));
  if (item->kind == COR_ITEM_STATION)
    sort = ((const CorStation *)item)->station_kind;
  else if (item->kind == COR_ITEM_TRUCK)
    sort = ((const CorTruck *)item)->powertrain;
  else if (item->kind == COR_ITEM_TARIFF && ((const CorTariffSheet *)item)->seasons != NULL)
    sort = (int)((const CorTariffSheet *)item)->seasons->len;
  else if (item->kind == COR_ITEM_DUTY)
    return g_strdup_printf ("%d/%s/%s", item->kind, item->id, ((const CorDuty *)item)->truck);
  return g_strdup_printf ("%d/%s/%d", item->kind, item->id, sort);
}
