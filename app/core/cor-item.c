/* cor-item.c: making, copying, comparing and changing items through their field tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-text.h"
#include "cor-item-private.h"
#include "cor-policy.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MEMBER(item, field, Type) G_STRUCT_MEMBER (Type, item, (field)->offset)

const char *
cor_item_kind_nick (CorItemKind kind)
{
  g_return_val_if_fail (kind < COR_N_ITEM_KINDS, NULL);
  return cor_item_classes[kind].nick;
}

const char *
cor_item_kind_name (CorItemKind kind)
{
  g_return_val_if_fail (kind < COR_N_ITEM_KINDS, NULL);
  return _ (cor_item_classes[kind].name);
}

const CorField *
cor_item_fields (CorItemKind kind, guint *n)
{
  g_return_val_if_fail (kind < COR_N_ITEM_KINDS, NULL);
  *n = cor_item_classes[kind].n_fields;
  return cor_item_classes[kind].fields;
}

const CorField *
cor_item_field (CorItemKind kind, const char *key)
{
  const CorItemClass *class = &cor_item_classes[kind];

  for (guint i = 0; i < class->n_fields; i++)
    if (strcmp (class->fields[i].key, key) == 0)
      return &class->fields[i];
  return NULL;
}

static void
field_preset (CorItem *item, const CorField *field)
{
  switch (field->type)
    {
    case COR_FIELD_NUMBER:
      MEMBER (item, field, double) = field->preset;
      break;
    case COR_FIELD_YEAR:
    case COR_FIELD_BOOL:
    case COR_FIELD_ENUM:
      MEMBER (item, field, int) = (int) field->preset;
      break;
    default:
      break;
    }
}

CorItem *
cor_item_new (CorItemKind kind, const char *id)
{
  const CorItemClass *class = &cor_item_classes[kind];
  CorItem *item;

  g_return_val_if_fail (kind < COR_N_ITEM_KINDS, NULL);

  item = g_malloc0 (class->size);
  g_atomic_ref_count_init (&item->refs);
  item->kind = kind;
  for (guint i = 0; i < class->n_fields; i++)
    field_preset (item, &class->fields[i]);
  item->id = g_strdup (id);
  return item;
}

CorItem *
cor_item_copy (const CorItem *item)
{
  const CorItemClass *class = &cor_item_classes[item->kind];
  CorItem *copy = g_memdup2 (item, class->size);

  g_atomic_ref_count_init (&copy->refs);
  copy->extra = g_strdup (item->extra);
  for (guint i = 0; i < class->n_fields; i++)
    {
      const CorField *field = &class->fields[i];

      if (field->type == COR_FIELD_STRING)
        MEMBER (copy, field, char *) = g_strdup (MEMBER (item, field, char *));
      else if (field->type >= COR_FIELD_STRINGS)
        MEMBER (copy, field, gpointer) = cor_boxed_copy (field->type, MEMBER (item, field, gpointer));
    }
  return copy;
}

CorItem *
cor_item_ref (const CorItem *item)
{
  g_atomic_ref_count_inc (&((CorItem *) item)->refs);
  return (CorItem *) item;
}

void
cor_item_unref (CorItem *item)
{
  const CorItemClass *class = &cor_item_classes[item->kind];

  if (!g_atomic_ref_count_dec (&item->refs))
    return;
  for (guint i = 0; i < class->n_fields; i++)
    {
      const CorField *field = &class->fields[i];

      if (field->type == COR_FIELD_STRING)
        g_free (MEMBER (item, field, char *));
      else if (field->type >= COR_FIELD_STRINGS)
        cor_boxed_free (field->type, MEMBER (item, field, gpointer));
    }
  g_free (item->extra);
  g_free (item);
}

static gboolean
field_equal (const CorItem *a, const CorItem *b, const CorField *field)
{
  double na, nb;

  if (field->type == COR_FIELD_STRING)
    return g_strcmp0 (MEMBER (a, field, char *), MEMBER (b, field, char *)) == 0;
  if (field->type >= COR_FIELD_STRINGS)
    return cor_boxed_equal (field->type, MEMBER (a, field, gpointer), MEMBER (b, field, gpointer));
  na = cor_item_number (a, field);
  nb = cor_item_number (b, field);
  return na == nb || (isnan (na) && isnan (nb));
}

gboolean
cor_item_equal (const CorItem *a, const CorItem *b)
{
  const CorItemClass *class = &cor_item_classes[a->kind];

  if (a == b)
    return TRUE;
  if (a->kind != b->kind || g_strcmp0 (a->extra, b->extra) != 0)
    return FALSE;
  for (guint i = 0; i < class->n_fields; i++)
    if (!field_equal (a, b, &class->fields[i]))
      return FALSE;
  return TRUE;
}

/* The name that a policy got when it was added, the kind's in English with a number where it is not the first, in the
 * language of the reader; NULL where the user gave it another. */
static const char *
given_name (const CorPolicy *policy)
{
  const char *name = policy->item.name, *rest;
  g_autofree char *numbered = NULL;
  CorPolicyKind kind;

  if (name == NULL || policy->policy_kind == NULL || !cor_policy_kind_from_id (policy->policy_kind, &kind)
      || !g_str_has_prefix (name, cor_policy_kind_info (kind)->label))
    return NULL;
  rest = name + strlen (cor_policy_kind_info (kind)->label);
  if (*rest == '\0')
    return _ (cor_policy_kind_info (kind)->label);
  if (*rest != ' ' || rest[1] == '\0' || strspn (rest + 1, "0123456789") != strlen (rest + 1))
    return NULL;
  numbered = g_strconcat (_ (cor_policy_kind_info (kind)->label), rest, NULL);
  return g_intern_string (numbered);
}

const char *
cor_item_label (const CorItem *item, gboolean zh)
{
  const char *given = zh && item->name_zh == NULL && item->kind == COR_ITEM_POLICY ? given_name ((const CorPolicy *) item) : NULL;

  if (zh && item->name_zh != NULL)
    return item->name_zh;
  if (given != NULL)
    return given;
  return item->name != NULL ? item->name : item->id;
}

const char *
cor_item_note (const CorItem *item, gboolean zh)
{
  return zh && item->note_zh != NULL ? item->note_zh : cor_data_text (item->note);
}

double
cor_item_number (const CorItem *item, const CorField *field)
{
  switch (field->type)
    {
    case COR_FIELD_NUMBER:
      return MEMBER (item, field, double);
    case COR_FIELD_YEAR:
    case COR_FIELD_BOOL:
    case COR_FIELD_ENUM:
      return MEMBER (item, field, int);
    default:
      g_return_val_if_reached (NAN);
    }
}

const char *
cor_item_string (const CorItem *item, const CorField *field)
{
  g_return_val_if_fail (field->type == COR_FIELD_STRING, NULL);
  return MEMBER (item, field, char *);
}

gboolean
cor_item_set_number (CorItem *item, const CorField *field, double value, GError **error)
{
  gboolean given = field->type == COR_FIELD_YEAR ? value != 0 : !isnan (value);

  if (given && field->lowest < field->highest && !(value >= field->lowest && value <= field->highest))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_RANGE, _ ("%s is %g; it must lie between %g and %g"),
                   field->key, value, field->lowest, field->highest);
      return FALSE;
    }
  if (field->type == COR_FIELD_NUMBER)
    MEMBER (item, field, double) = value;
  else
    MEMBER (item, field, int) = (int) value;
  return TRUE;
}

void
cor_item_set_string (CorItem *item, const CorField *field, const char *value)
{
  g_return_if_fail (field->type == COR_FIELD_STRING);
  if (value == MEMBER (item, field, char *))
    return;
  if (value != NULL && *value == '\0' && !field->required)
    value = NULL;
  g_free (MEMBER (item, field, char *));
  MEMBER (item, field, char *) = g_strdup (value);
}

void
cor_item_set_boxed (CorItem *item, const CorField *field, gconstpointer value)
{
  gpointer copy;

  g_return_if_fail (field->type >= COR_FIELD_STRINGS);
  copy = cor_boxed_is_empty (field->type, value) ? NULL : cor_boxed_copy (field->type, value);
  cor_boxed_free (field->type, MEMBER (item, field, gpointer));
  MEMBER (item, field, gpointer) = copy;
}

gconstpointer
cor_item_boxed (const CorItem *item, const CorField *field)
{
  g_return_val_if_fail (field->type >= COR_FIELD_STRINGS, NULL);
  return MEMBER (item, field, gpointer);
}
