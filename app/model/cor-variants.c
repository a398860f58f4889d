/* cor-variants.c: the state of a variant, and edits kept as its changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-variants.h"

#include "cor-variant.h"

#include <string.h>

/* What belongs to the scenario whatever the variant. */
static const char *const shared_keys[] = {
  "name",  "name_zh",  "note",             "note_zh",         "source",     "illustrative", "baseline",
  "network", "first_model_year", "last_model_year", "model_year", "lon",        "lat",          "zoom",
  "workshop",
};

static void
take_scenario (CorScenario **where, CorScenario *next)
{
  cor_scenario_unref (*where);
  *where = next;
}

static const CorVariant *
find_variant (const CorScenario *scenario, const char *id)
{
  return (const CorVariant *)cor_scenario_find (scenario, COR_ITEM_VARIANT, id);
}

static guint
n_changes (const CorVariant *variant)
{
  return variant != NULL && variant->changes != NULL ? variant->changes->len : 0;
}

static void
add_change (GArray *changes, const CorChange *change)
{
  CorChange copy = { g_strdup (change->path), g_strdup (change->value) };

  g_array_append_val (changes, copy);
}

static CorScenario *
with_changes (CorScenario *scenario, const char *id, const GArray *changes)
{
  CorItem *copy = cor_item_copy (cor_scenario_find (scenario, COR_ITEM_VARIANT, id));

  cor_item_set_boxed (copy, cor_item_field (COR_ITEM_VARIANT, "changes"), changes);
  return cor_scenario_with_item (scenario, copy);
}

/* Makes the changes one after the other; those that cannot be made are left out. */
static CorScenario *
make_changes (CorScenario *base, const GArray *changes, GPtrArray *skipped)
{
  CorScenario *now = cor_scenario_ref (base);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const CorChange *change = &g_array_index (changes, CorChange, i);
      CorScenario *next = cor_variant_change (now, change->path, change->value, NULL);

      if (next != NULL)
        take_scenario (&now, next);
      else if (skipped != NULL)
        g_ptr_array_add (skipped, g_strdup (change->path));
    }
  return now;
}

CorScenario *
cor_variants_state (CorScenario *base, const char *id, GPtrArray *skipped)
{
  const CorVariant *variant = find_variant (base, id);

  return make_changes (base, variant != NULL ? variant->changes : NULL, skipped);
}

/* A text that is the same for the same value of the field. */
static gboolean
same_field (const CorHead *a, const CorHead *b, const CorField *field)
{
  if (field->type == COR_FIELD_STRING)
    return g_strcmp0 (cor_item_string (&a->item, field), cor_item_string (&b->item, field)) == 0;
  if (field->type == COR_FIELD_STRINGS)
    {
      const char *const *x = cor_item_boxed (&a->item, field), *const *y = cor_item_boxed (&b->item, field);

      return x == y || (x != NULL && y != NULL && g_strv_equal (x, y));
    }
  return memcmp (&(double){ cor_item_number (&a->item, field) },
                 &(double){ cor_item_number (&b->item, field) }, sizeof (double))
         == 0;
}

/* The base with what was edited of it that belongs to every variant. */
static CorScenario *
with_shared (CorScenario *base, CorScenario *before, CorScenario *next)
{
  const CorHead *old = cor_scenario_head (before), *new = cor_scenario_head (next);
  CorItem *head = NULL;

  for (guint i = 0; old != new && i < G_N_ELEMENTS (shared_keys); i++)
    {
      const CorField *field = cor_item_field (COR_ITEM_HEAD, shared_keys[i]);

      if (same_field (old, new, field))
        continue;
      if (head == NULL)
        head = cor_item_copy (&cor_scenario_head (base)->item);
      if (field->type == COR_FIELD_STRING)
        cor_item_set_string (head, field, cor_item_string (&new->item, field));
      else if (field->type == COR_FIELD_STRINGS)
        cor_item_set_boxed (head, field, cor_item_boxed (&new->item, field));
      else
        cor_item_set_number (head, field, cor_item_number (&new->item, field), NULL);
    }
  return head != NULL ? cor_scenario_with_head (base, head) : cor_scenario_ref (base);
}

/* Whether @change sets the parameter that @general, a change of the form "parameters/ID", sets for
 * everything that uses it. */
static gboolean
sets_the_same (const CorChange *change, const CorChange *general)
{
  const char *rest = strstr (change->path, "/parameters/");

  return rest != NULL && strcmp (rest + strlen ("/"), general->path) == 0;
}

static gboolean
is_hit (const CorChange *general, const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (sets_the_same (&g_array_index (changes, CorChange, i), general))
      return TRUE;
  return FALSE;
}

/* Takes out of @kept what @changes sets anew; FALSE where nothing was. */
static gboolean
drop_hit (GArray *kept, const GArray *changes)
{
  guint before = kept->len;

  for (guint i = kept->len; i > 0; i--)
    if (is_hit (&g_array_index (kept, CorChange, i - 1), changes))
      g_array_remove_index (kept, i - 1);
  return kept->len < before;
}

CorScenario *
cor_variants_record (CorScenario *base, const char *id, CorScenario *before, CorScenario *next)
{
  g_autoptr (CorScenario) shared = with_shared (base, before, next);
  g_autoptr (GArray) kept = cor_changes_new ();
  g_autoptr (GArray) changes = NULL;
  const CorVariant *variant = find_variant (base, id);

  g_return_val_if_fail (variant != NULL, NULL);

  /* Parameters set for everything stay what they are unless the edit concerns them. */
  for (guint i = 0; i < n_changes (variant); i++)
    if (g_str_has_prefix (g_array_index (variant->changes, CorChange, i).path, "parameters/"))
      add_change (kept, &g_array_index (variant->changes, CorChange, i));
  do
    {
      g_autoptr (CorScenario) from = make_changes (shared, kept, NULL);

      g_clear_pointer (&changes, g_array_unref);
      changes = cor_variant_difference (from, next);
    }
  while (drop_hit (kept, changes));
  for (guint i = 0; i < changes->len; i++)
    add_change (kept, &g_array_index (changes, CorChange, i));
  return with_changes (shared, id, kept->len > 0 ? kept : NULL);
}

CorScenario *
cor_variants_prune (CorScenario *before, CorScenario *next)
{
  CorScenario *pruned = cor_scenario_ref (next);
  const CorItem *const *variants;
  guint n;

  variants = cor_scenario_items (next, COR_ITEM_VARIANT, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) broken = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) were = g_ptr_array_new_with_free_func (g_free);
      CorScenario *now = cor_variants_state (next, variants[i]->id, broken);

      cor_scenario_unref (now);
      if (broken->len == 0)
        continue;
      now = cor_variants_state (before, variants[i]->id, were);
      cor_scenario_unref (now);
      for (guint k = 0; k < broken->len; k++)
        if (!g_ptr_array_find_with_equal_func (were, broken->pdata[k], g_str_equal, NULL))
          take_scenario (&pruned, cor_edit_drop_change (pruned, variants[i]->id, broken->pdata[k]));
    }
  return pruned;
}

static gboolean
name_is_taken (CorScenario *scenario, const char *name)
{
  const CorItem *const *items;
  guint n;

  items = cor_scenario_items (scenario, COR_ITEM_VARIANT, &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (items[i]->name, name) == 0 || g_strcmp0 (items[i]->name_zh, name) == 0)
      return TRUE;
  return FALSE;
}

CorScenario *
cor_edit_add_variant (CorScenario *scenario, const char *name, char **id)
{
  CorItem *item;

  *id = cor_scenario_free_id (scenario, COR_ITEM_VARIANT, "variant");
  item = cor_item_new (COR_ITEM_VARIANT, *id);
  item->name = g_strdup (name);
  for (guint i = 2; name_is_taken (scenario, item->name); i++)
    {
      g_free (item->name);
      item->name = g_strdup_printf ("%s %u", name, i);
    }
  return cor_scenario_with_item (scenario, item);
}

const CorChange *
cor_variants_change (const CorScenario *scenario, const char *variant, const char *path)
{
  const CorVariant *found = find_variant (scenario, variant);

  for (guint i = 0; i < n_changes (found); i++)
    if (strcmp (g_array_index (found->changes, CorChange, i).path, path) == 0)
      return &g_array_index (found->changes, CorChange, i);
  return NULL;
}

/* The changes of a variant but those of @path and, where that is a whole item, of its fields. */
static GArray *
changes_without (const CorVariant *variant, const char *path)
{
  GArray *left = cor_changes_new ();
  gsize length = strlen (path);

  for (guint i = 0; i < n_changes (variant); i++)
    {
      const CorChange *change = &g_array_index (variant->changes, CorChange, i);

      if (strncmp (change->path, path, length) != 0
          || (change->path[length] != '\0' && change->path[length] != '/'))
        add_change (left, change);
    }
  return left;
}

CorScenario *
cor_edit_drop_change (CorScenario *scenario, const char *variant, const char *path)
{
  const CorVariant *found = find_variant (scenario, variant);
  g_autoptr (GArray) left = NULL;

  g_return_val_if_fail (found != NULL, NULL);

  if (cor_variants_change (scenario, variant, path) == NULL)
    return cor_scenario_ref (scenario);
  left = changes_without (found, path);
  return with_changes (scenario, variant, left->len > 0 ? left : NULL);
}

CorScenario *
cor_edit_copy_change (CorScenario *scenario, const char *from, const char *path, const char *to, GError **error)
{
  const CorChange *change = cor_variants_change (scenario, from, path);
  const CorVariant *target = find_variant (scenario, to);
  g_autoptr (CorScenario) state = NULL;
  g_autoptr (CorScenario) tried = NULL;
  g_autoptr (GArray) changes = NULL;

  if (change == NULL || target == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE, "%s: %s", change == NULL ? from : to,
                   change == NULL ? path : "");
      return NULL;
    }
  changes = changes_without (target, path);
  state = make_changes (scenario, changes, NULL);
  tried = cor_variant_change (state, path, change->value, error);
  if (tried == NULL)
    return NULL;
  add_change (changes, change);
  return with_changes (scenario, to, changes);
}
