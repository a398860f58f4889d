/* cor-members-row.c: a list of a policy (instruments, powertrains, truck types, regions) as switches.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-members-row.h"

#include "cor-apply.h"
#include "cor-edit.h"
#include "cor-data-text.h"
#include "cor-format.h"
#include "cor-policy.h"
#include "cor-speak.h"

#include <glib/gi18n-lib.h>

/* One thing that can be named: its word in the file, its row and switch. */
typedef struct
{
  char *word;
  char *name;
  GtkWidget *row;
  GtkWidget *toggle;
} Choice;

struct _CorMembersRow
{
  AdwExpanderRow parent_instance;

  CorSession *session;
  char *id;
  const CorField *field;
  GArray *choices;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (CorMembersRow, cor_members_row, ADW_TYPE_EXPANDER_ROW)

static void
choice_clear (Choice *choice)
{
  g_free (choice->word);
  g_free (choice->name);
}

static CorScenario *
scenario_of (CorMembersRow *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

static const char *const *
words_of (CorMembersRow *self)
{
  static const char *const none[] = { NULL };
  const CorItem *item = cor_edit_item (scenario_of (self), COR_ITEM_POLICY, self->id);
  const char *const *words = item != NULL ? cor_item_boxed (item, self->field) : NULL;

  return words != NULL ? words : none;
}

static void
add (GArray *choices, const char *word, const char *name)
{
  Choice choice = { 0 };

  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (g_array_index (choices, Choice, i).word, word))
      return;
  choice.word = g_strdup (word);
  choice.name = g_strdup (name);
  g_array_append_val (choices, choice);
}

static void
add_instruments (CorMembersRow *self, GArray *choices)
{
  guint n;
  const CorItem *const *policies = cor_scenario_items (scenario_of (self), COR_ITEM_POLICY, &n);

  for (guint i = 0; i < n; i++)
    if (!g_str_equal (((const CorPolicy *) policies[i])->policy_kind, "package"))
      add (choices, policies[i]->id, cor_item_label (policies[i], cor_format_is_chinese (NULL)));
}

static void
add_truck_types (CorMembersRow *self, GArray *choices)
{
  guint n;
  const CorItem *const *trucks = cor_scenario_items (scenario_of (self), COR_ITEM_TRUCK, &n);

  for (guint i = 0; i < n; i++)
    if (((const CorTruck *) trucks[i])->truck_type != NULL)
      add (choices, ((const CorTruck *) trucks[i])->truck_type, cor_data_name (((const CorTruck *) trucks[i])->truck_type));
}

static void
add_regions (CorMembersRow *self, GArray *choices)
{
  CorParamLayer *defaults = cor_session_get_defaults (self->session);
  guint n = 0;
  const CorRegion *regions = defaults != NULL ? cor_param_layer_regions (defaults, &n) : NULL;

  for (guint i = 0; i < n; i++)
    add (choices, regions[i].id, cor_param_layer_region_name (defaults, regions[i].id, cor_format_is_chinese (NULL)));
}

/* What can be named now, and what is named already. */
static GArray *
find_choices (CorMembersRow *self)
{
  GArray *choices = g_array_new (FALSE, TRUE, sizeof (Choice));
  const char *const *words = words_of (self);

  g_array_set_clear_func (choices, (GDestroyNotify) choice_clear);
  if (self->field->refers == COR_ITEM_POLICY)
    add_instruments (self, choices);
  else if (g_str_equal (self->field->key, "powertrains"))
    for (const CorEnumValue *value = cor_powertrain_values; value->nick != NULL; value++)
      add (choices, value->nick, _ (value->name));
  else if (g_str_equal (self->field->key, "truck_types"))
    add_truck_types (self, choices);
  else
    add_regions (self, choices);
  for (guint i = 0; words[i] != NULL; i++)
    add (choices, words[i], words[i]);
  return choices;
}

/* The words in the order of the choices, with those that are on. */
static void
toggled (CorMembersRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autoptr (CorSession) session = g_object_ref (self->session); /* the row may be gone after the edit */
  GError *error = NULL;

  if (self->setting)
    return;
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (gtk_switch_get_active (GTK_SWITCH (choice->toggle)))
        g_strv_builder_add (builder, choice->word);
    }
  words = g_strv_builder_end (builder);
  cor_apply (session, GTK_WIDGET (self),
             cor_edit_boxed (scenario_of (self), COR_ITEM_POLICY, self->id, self->field->key, words[0] ? words : NULL,
                             &error),
             error, _ (self->field->label), NULL);
  cor_apply_done (session);
}

static gboolean
same_choices (const GArray *a, const GArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_array_index (a, Choice, i).word, g_array_index (b, Choice, i).word)
        || g_strcmp0 (g_array_index (a, Choice, i).name, g_array_index (b, Choice, i).name) != 0)
      return FALSE;
  return TRUE;
}

static void
add_row (CorMembersRow *self, Choice *choice)
{
  choice->row = adw_action_row_new ();
  choice->toggle = gtk_switch_new ();
  gtk_widget_set_valign (choice->toggle, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choice->toggle, "cor-switch");
  gtk_widget_add_css_class (choice->row, "cor-row");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (choice->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice->row), choice->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (choice->row), choice->toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (choice->row), choice->toggle);
  g_signal_connect_swapped (choice->toggle, "notify::active", G_CALLBACK (toggled), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), choice->row);
}

/* What none named means: all trucks that a policy of that kind is for. */
static const char *
all_powertrains (const CorPolicy *policy)
{
  CorPolicyKind kind;
  guint mask = cor_policy_kind_from_id (policy->policy_kind, &kind) ? cor_policy_kind_info (kind)->powertrains : 0;

  switch (mask)
    {
    case COR_POLICY_ZERO_EMISSION:
      return _ ("all zero-emission");
    case COR_POLICY_ELECTRIC:
      return _ ("all battery electric");
    case COR_POLICY_FUEL_CELL:
      return cor_enum_name (cor_powertrain_values, COR_POWERTRAIN_FCET);
    case COR_POLICY_DIESEL:
      return cor_enum_name (cor_powertrain_values, COR_POWERTRAIN_DIESEL);
    default:
      return _ ("all");
    }
}

static const char *
when_none (CorMembersRow *self)
{
  const CorItem *policy = cor_scenario_find (scenario_of (self), COR_ITEM_POLICY, self->id);

  if (self->field->refers == COR_ITEM_POLICY)
    return _ ("none yet");
  return policy != NULL && g_str_equal (self->field->key, "powertrains") ? all_powertrains ((const CorPolicy *) policy) : _ ("all");
}

static char *
summary (CorMembersRow *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (g_strv_contains (words_of (self), choice->word))
        g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", choice->name);
    }
  if (text->len == 0)
    g_string_append (text, when_none (self));
  return g_string_free (text, FALSE);
}

void
cor_members_row_refresh (CorMembersRow *self)
{
  g_autoptr (GArray) choices = find_choices (self);
  g_autofree char *text = NULL, *escaped = NULL;

  self->setting = TRUE;
  if (!same_choices (self->choices, choices))
    {
      for (guint i = 0; self->choices != NULL && i < self->choices->len; i++)
        adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_array_index (self->choices, Choice, i).row);
      g_clear_pointer (&self->choices, g_array_unref);
      self->choices = g_steal_pointer (&choices);
      for (guint i = 0; i < self->choices->len; i++)
        add_row (self, &g_array_index (self->choices, Choice, i));
    }
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      gtk_switch_set_active (GTK_SWITCH (choice->toggle), g_strv_contains (words_of (self), choice->word));
    }
  self->setting = FALSE;
  text = summary (self);
  escaped = g_markup_escape_text (text, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped);
}

static void
cor_members_row_finalize (GObject *object)
{
  CorMembersRow *self = COR_MEMBERS_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->choices, g_array_unref);
  g_free (self->id);
  G_OBJECT_CLASS (cor_members_row_parent_class)->finalize (object);
}

static void
cor_members_row_class_init (CorMembersRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_members_row_finalize;
}

static void
cor_members_row_init (CorMembersRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "cor-row");
}

GtkWidget *
cor_members_row_new (CorSession *session, const char *policy, const CorField *field)
{
  CorMembersRow *self = g_object_new (COR_TYPE_MEMBERS_ROW, NULL);

  self->session = g_object_ref (session);
  self->id = g_strdup (policy);
  self->field = field;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (field->label));
  cor_speak (GTK_WIDGET (self), _ (field->label));
  cor_members_row_refresh (self);
  return GTK_WIDGET (self);
}
