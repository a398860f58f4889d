/* monkey-actions.c: the monkey at the window's actions, edits, undo and the clipboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "monkey-private.h"

#include "cor-edit.h"

/* Something of the scenario, or nothing. */
static const CorItem *
select_any (Monkey *m)
{
  CorSelection *selection = cor_session_get_selection (m->ui.session);
  CorItemKind kind = (CorItemKind) (COR_ITEM_HEAD + 1 + monkey_pick (m, COR_N_ITEM_KINDS - 1));
  guint n = 0;
  const CorItem *const *items = cor_scenario_items (ui_scenario (&m->ui), kind, &n);
  const CorItem *item = n > 0 ? items[monkey_pick (m, (int) n)] : NULL;

  if (item == NULL)
    cor_selection_clear (selection);
  else
    cor_selection_set (selection, kind, item->id);
  return item;
}

/* A target for an action that wants a text: now and then one that there is not. */
static char *
any_target (Monkey *m, const char *name)
{
  static const char *const files[] = { "points.geojson", "stations.csv", "track.gpx", "missing.kml" };
  static const struct
  {
    const char *name, *target;
  } table[] = {
    { "toggle-policy", "toll_relief" }, { "toggle-policy", "no-such" }, { "add-policy", "energy" },
    { "add-policy", "purchase" },       { "tool", "route" },            { "tool", "station" },
    { "tool", "site" },                 { "tool", "select" },           { "tool", "measure" },
    { "colour", "charge" },             { "colour", "detour" },         { "colour", "parity" },
    { "colour", "load" },               { "colour", "emissions" },      { "grid-factor", "grid-2023" },
    { "help", "start" },                { "variant", "" },              { "export-data", "csv" },
  };
  guint n;
  const CorItem *const *variants = cor_scenario_items (cor_document_get_base (monkey_document (m)), COR_ITEM_VARIANT, &n);

  if (g_str_equal (name, "import-uri"))
    {
      g_autofree char *path = g_build_filename (g_get_home_dir (), MONKEY_PICK (m, files), NULL);

      return g_filename_to_uri (path, NULL, NULL);
    }
  if (g_str_equal (name, "variant") && n > 0 && monkey_pick (m, 3) > 0)
    return g_strdup (variants[monkey_pick (m, (int) n)]->id);
  for (guint i = 0, start = (guint) monkey_pick (m, G_N_ELEMENTS (table)); i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[(start + i) % G_N_ELEMENTS (table)].name, name))
      return g_strdup (table[(start + i) % G_N_ELEMENTS (table)].target);
  return g_strdup ("no-such");
}

void
monkey_action (Monkey *m)
{
  GActionGroup *group = monkey_pick (m, 12) == 0 ? G_ACTION_GROUP (m->ui.app) : G_ACTION_GROUP (m->ui.window);
  g_auto (GStrv) names = g_action_group_list_actions (group);
  const char *name = names[monkey_pick (m, (int) g_strv_length (names))];
  const GVariantType *type = g_action_group_get_action_parameter_type (group, name);
  g_autofree char *target = NULL;

  select_any (m);
  if (!g_action_group_get_action_enabled (group, name)
      || (type != NULL && !g_variant_type_equal (type, G_VARIANT_TYPE_STRING)))
    return;
  target = type != NULL ? any_target (m, name) : NULL;
  monkey_say (m, "action %s %s", name, target != NULL ? target : "");
  g_action_group_activate_action (group, name, target != NULL ? g_variant_new_string (target) : NULL);
}

void
monkey_edit (Monkey *m)
{
  CorScenario *now = ui_scenario (&m->ui);
  CorParamId id = (CorParamId) monkey_pick (m, COR_N_PARAMS);
  const CorParamInfo *info = cor_param_info (id);
  double value = g_rand_double_range (m->rand, MAX (info->lowest, -1e6), MIN (info->highest, 1e6));
  const CorItem *item = select_any (m);
  gboolean own = item != NULL && (item->kind == COR_ITEM_TRUCK || item->kind == COR_ITEM_DUTY);
  CorScenario *next
    = cor_edit_parameter (now, own ? item->kind : COR_ITEM_HEAD, own ? item->id : NULL, id, value, NULL);
  static const char *const keys[] = { NULL, "monkey" };

  monkey_say (m, "edit %s %g", info->id, value);
  if (next != NULL)
    cor_document_apply (monkey_document (m), next, "Monkey", MONKEY_PICK (m, keys));
}

void
monkey_undo (Monkey *m)
{
  const char *action = monkey_pick (m, 3) == 0 ? "redo" : "undo";

  monkey_say (m, "%s", action);
  for (int i = monkey_pick (m, 4); i >= 0; i--)
    if (g_action_group_get_action_enabled (G_ACTION_GROUP (m->ui.window), action))
      ui_activate (&m->ui, action, NULL);
}

void
monkey_paste (Monkey *m)
{
  static const char *const texts[] = {
    "name\tlon\tlat\tpower_kw\nOne\t114.1\t22.7\t120\nTwo\t113.9\t22.6\t240\n",
    "名称,经度,纬度\n甲,114.05,22.55\n乙,114.15,22.65\n",
    "{\"type\":\"FeatureCollection\",\"features\":[]}",
    "nothing of use",
  };
  g_autoptr (GPtrArray) shown = monkey_windows ();

  for (guint i = 0; i < shown->len; i++)
    if (gtk_widget_activate_action (g_ptr_array_index (shown, i), "import.add", NULL))
      {
        monkey_say (m, "import.add");
        return;
      }
  monkey_say (m, "paste");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (m->ui.window)), MONKEY_PICK (m, texts));
  ui_activate (&m->ui, "import-paste", NULL);
}
