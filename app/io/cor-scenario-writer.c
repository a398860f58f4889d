/* cor-scenario-writer.c: the text of a scenario's file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scenario-writer.h"

#include "cor-item-json.h"
#include "cor-scenario-reader.h"

GBytes *
cor_scenario_to_bytes (const CorScenario *scenario)
{
  CorJsonWriter *writer = cor_json_writer_new ();
  const char *extra = cor_scenario_extra (scenario);

  cor_json_writer_begin (writer, '{');
  cor_json_writer_key (writer, "format");
  cor_json_writer_string (writer, COR_SCENARIO_FORMAT);
  cor_json_writer_key (writer, "version");
  cor_json_writer_number (writer, COR_SCENARIO_VERSION);
  cor_json_writer_key (writer, cor_item_kind_nick (COR_ITEM_HEAD));
  cor_item_write (writer, &cor_scenario_head (scenario)->item);
  for (int kind = COR_ITEM_HEAD + 1; kind < COR_N_ITEM_KINDS; kind++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (scenario, kind, &n);

      if ((kind == COR_ITEM_MACHINE || kind == COR_ITEM_TARIFF) && n == 0)
        continue; /* came later: files without them stay as they are */
      cor_json_writer_key (writer, cor_item_kind_nick (kind));
      cor_json_writer_begin (writer, '[');
      for (guint i = 0; i < n; i++)
        cor_item_write (writer, items[i]);
      cor_json_writer_end (writer, ']');
    }
  if (extra != NULL)
    cor_json_writer_members (writer, extra);
  cor_json_writer_end (writer, '}');
  return cor_json_writer_finish (writer);
}
