/* cor-session-parameters.c: what a parameter is for an item of the document, and where it was given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-session-private.h"

/* The layers for an item from the defaults up to its own, and what is asked for. */
static guint
layers_for (CorSession *self,
            CorItemKind kind,
            const char *id,
            CorParamLayer **layers,
            CorParamContext *context)
{
  CorScenario *scenario = cor_document_get_scenario (self->document);
  const CorHead *head = cor_scenario_head (scenario);
  const CorDuty *duty = NULL;
  const CorTruck *truck = NULL;
  guint n = 0;

  if (kind == COR_ITEM_DUTY)
    duty = (const CorDuty *)cor_scenario_find (scenario, COR_ITEM_DUTY, id);
  if (kind == COR_ITEM_DUTY || kind == COR_ITEM_TRUCK)
    truck = (const CorTruck *)cor_scenario_find (scenario, COR_ITEM_TRUCK,
                                                 duty != NULL ? duty->truck : id);
  layers[n++] = self->engine.defaults;
  layers[n++] = head->parameters;
  layers[n++] = truck != NULL ? truck->parameters : NULL;
  layers[n++] = duty != NULL ? duty->parameters : NULL;
  context->truck_type = truck != NULL ? truck->truck_type : cor_scenario_truck_type (scenario);
  context->powertrain = truck != NULL ? truck->powertrain : -1;
  context->region = duty != NULL && duty->region != NULL ? duty->region : head->region;
  context->convention = head->convention;
  return n;
}

gboolean
cor_session_get_parameter (CorSession *self,
                           CorItemKind kind,
                           const char *id,
                           CorParamId parameter,
                           CorParamValue *out,
                           gboolean *own)
{
  CorParamLayer *all[4], *layers[4];
  CorParamContext context;
  g_autoptr (CorParamTable) table = NULL;
  guint n_all, n = 0, top = 0;
  int year;

  g_return_val_if_fail (COR_IS_SESSION (self), FALSE);

  if (self->engine.defaults == NULL)
    return FALSE;
  n_all = layers_for (self, kind, id, all, &context);
  for (guint i = 0; i < n_all; i++)
    if (all[i] != NULL)
      {
        top = i;
        layers[n++] = all[i];
      }
  table = cor_param_table_new (layers, n, &context);
  year = cor_scenario_head (cor_document_get_scenario (self->document))->model_year;
  if (!cor_param_table_get (table, parameter, year, out))
    return FALSE;
  if (own != NULL)
    *own = out->layer == n - 1
           && top
                  == (kind == COR_ITEM_DUTY    ? 3u
                      : kind == COR_ITEM_TRUCK ? 2u
                                               : 1u);
  return TRUE;
}
