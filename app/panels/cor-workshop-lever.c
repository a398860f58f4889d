/* cor-workshop-lever.c: one large slider for a projector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-workshop-lever.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-item-text.h"
#include "cor-number-entry.h"
#include "cor-results.h"
#include "cor-policy.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Marks closer than this share of the scale stand under one another's names. */
#define SAME_PLACE 0.03

/* Where the lever stood when a mark was made; @names of several that agree. */
typedef struct
{
  double value;
  char *names;
} Mark;

struct _CorWorkshopLever
{
  AdwBin parent_instance;

  CorSession *session;
  CorParamId parameter; /* COR_N_PARAMS: the policy's amount */
  char *policy;
  char *unit;
  gboolean setting;
  double top; /* of the scale; it is stretched only while the value lies above */
  GtkLabel *value;
  GtkLabel *unit_label;
  GtkScale *scale;
  GArray *marks; /* Mark */
  double start;  /* where the lever stood at the start */
};

G_DEFINE_FINAL_TYPE (CorWorkshopLever, cor_workshop_lever, ADW_TYPE_BIN)

static CorScenario *
scenario_of (CorWorkshopLever *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

/* The value that the lever has in @scenario. */
static double
value_in (CorWorkshopLever *self, CorScenario *scenario)
{
  const CorResults *results = cor_session_get_results (self->session);
  const CorHead *head = cor_scenario_head (scenario);

  if (self->parameter == COR_N_PARAMS)
    {
      const CorPolicy *policy
        = (const CorPolicy *) cor_scenario_find (scenario, COR_ITEM_POLICY, self->policy);

      return policy != NULL ? policy->amount : NAN;
    }
  if (results == NULL)
    return NAN;
  {
    CorParamLayer *layers[2] = { results->defaults, head->parameters };
    CorParamContext context = { .truck_type = cor_scenario_truck_type (scenario), .powertrain = -1, .region = head->region,
                                .convention = head->convention };
    g_autoptr (CorParamTable) table = cor_param_table_new (layers, head->parameters ? 2 : 1, &context);

    return cor_param_table_value (table, self->parameter, head->model_year);
  }
}

static double
present (CorWorkshopLever *self)
{
  return value_in (self, scenario_of (self));
}

static void
show_value (CorWorkshopLever *self, double value)
{
  gboolean share = g_str_equal (self->unit, "1");
  double factor;
  const char *shown = cor_units_shown (cor_unit_text (self->unit), self->top, &factor);
  const char *unit = isnan (value) || share ? "" : shown;
  g_autofree char *number = isnan (value)          ? g_strdup ("–")
                            : share                ? cor_format_percent (value, 0, NULL)
                            : fabs (value) >= 1000 ? cor_format_number (value * factor, 0)
                                                   : cor_format_significant (value * factor, 3);
  g_autofree char *text = g_strdup_printf ("%s %s", number, unit);

  gtk_label_set_label (self->value, number);
  gtk_label_set_label (self->unit_label, unit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, g_strchomp (text),
                                  -1);
}

static void
refresh (CorWorkshopLever *self)
{
  double value = present (self);

  self->setting = TRUE;
  if (!isnan (value))
    gtk_adjustment_set_upper (gtk_range_get_adjustment (GTK_RANGE (self->scale)), MAX (self->top, value));
  if (!isnan (value))
    gtk_range_set_value (GTK_RANGE (self->scale), value);
  show_value (self, value);
  self->setting = FALSE;
}

static void
moved (CorWorkshopLever *self)
{
  double value = gtk_range_get_value (GTK_RANGE (self->scale));
  g_autofree char *key = NULL;
  CorScenario *next;

  if (self->setting)
    return;
  key = g_strdup_printf ("workshop/%d/%s", self->parameter, self->policy ? self->policy : "");
  if (self->parameter == COR_N_PARAMS)
    next = cor_edit_number (scenario_of (self), COR_ITEM_POLICY, self->policy, "amount", value, NULL);
  else
    next = cor_edit_parameter (scenario_of (self), COR_ITEM_HEAD, NULL, self->parameter, value, NULL);
  if (next != NULL)
    cor_document_apply (cor_session_get_document (self->session), next, _ ("Lever"), key);
  show_value (self, value);
}

static void
cor_workshop_lever_dispose (GObject *object)
{
  CorWorkshopLever *self = COR_WORKSHOP_LEVER (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->policy, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->marks, g_array_unref);
  G_OBJECT_CLASS (cor_workshop_lever_parent_class)->dispose (object);
}

static void
cor_workshop_lever_class_init (CorWorkshopLeverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_workshop_lever_dispose;
}

static void
mark_clear (gpointer mark)
{
  g_free (((Mark *) mark)->names);
}

static void
cor_workshop_lever_init (CorWorkshopLever *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, mark_clear);
}

/* The name to the left, the value with its unit to the right. */
static GtkWidget *
head_new (CorWorkshopLever *self, const char *name)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);

  self->value = GTK_LABEL (gtk_label_new (NULL));
  self->unit_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->value), GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (GTK_WIDGET (self->unit_label), GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, "cor-workshop-name");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "cor-workshop-value");
  gtk_widget_add_css_class (GTK_WIDGET (self->unit_label), "cor-workshop-unit");
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->unit_label));
  return head;
}

/* A range that people can think in, from nothing: of a price to twice, of an amount to three times what it is. */
static double
top_for (CorWorkshopLever *self, double now)
{
  const CorPolicy *policy;
  CorPolicyKind kind;

  if (self->parameter != COR_N_PARAMS)
    {
      double highest = cor_param_info (self->parameter)->highest;

      return MIN (highest, isnan (now) || now <= 0 ? 1 : 2 * now);
    }
  if (g_str_equal (self->unit, "1"))
    return 1;
  if (now > 0)
    return 3 * now;
  policy = (const CorPolicy *) cor_scenario_find (scenario_of (self), COR_ITEM_POLICY, self->policy);
  return policy != NULL && cor_policy_kind_from_id (policy->policy_kind, &kind) ? cor_policy_kind_info (kind)->top : 1;
}

static void
set_top (CorWorkshopLever *self, double now)
{
  self->top = top_for (self, now);
  self->setting = TRUE;
  gtk_range_set_range (GTK_RANGE (self->scale), 0, self->top);
  gtk_range_set_increments (GTK_RANGE (self->scale), self->top / 200, self->top / 20);
  self->setting = FALSE;
}

static GtkWidget *
lever_new (CorSession *session, CorParamId parameter, const char *policy, const char *name, const char *unit)
{
  CorWorkshopLever *self = g_object_new (COR_TYPE_WORKSHOP_LEVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->session = g_object_ref (session);
  self->parameter = parameter;
  self->policy = g_strdup (policy);
  self->unit = g_strdup (unit);
  self->scale = GTK_SCALE (gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, NULL));
  set_top (self, present (self));
  gtk_box_append (GTK_BOX (box), head_new (self, name));
  cor_number_leave_wheel (GTK_WIDGET (self->scale));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scale));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cor-workshop-lever");
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (moved), self);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

GtkWidget *
cor_workshop_lever_new_parameter (CorSession *session, CorParamId parameter)
{
  const CorParamInfo *info = cor_param_info (parameter);

  return lever_new (session, parameter, NULL, _ (info->label), info->unit);
}

GtkWidget *
cor_workshop_lever_new_policy (CorSession *session, const char *policy_id)
{
  const CorPolicy *policy = (const CorPolicy *) cor_scenario_find (
    cor_document_get_scenario (cor_session_get_document (session)), COR_ITEM_POLICY, policy_id);
  CorPolicyKind kind;

  g_return_val_if_fail (policy != NULL, NULL);
  g_return_val_if_fail (cor_policy_kind_from_id (policy->policy_kind, &kind), NULL);

  return lever_new (session, COR_N_PARAMS, policy_id, cor_item_label (&policy->item, cor_format_is_chinese (NULL)),
                    cor_policy_kind_info (kind)->unit);
}

/* Adds @name to the mark at @value, or makes one. */
static void
note_mark (CorWorkshopLever *self, double value, const char *name)
{
  Mark new = { value, NULL };

  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = &g_array_index (self->marks, Mark, i);
      g_autofree char *names = mark->names;

      if (fabs (mark->value - value) > self->top * SAME_PLACE)
        {
          g_steal_pointer (&names);
          continue;
        }
      mark->names = g_strconcat (names, _ (", "), name, NULL);
      return;
    }
  new.names = g_strdup (name);
  g_array_append_val (self->marks, new);
}

/* Marks that all lie at the start say nothing about this lever. */
static gboolean
marks_tell (CorWorkshopLever *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (fabs (g_array_index (self->marks, Mark, i).value - self->start) > self->top * SAME_PLACE)
      return TRUE;
  return FALSE;
}

void
cor_workshop_lever_set_start (CorWorkshopLever *self, CorScenario *scenario)
{
  g_return_if_fail (COR_IS_WORKSHOP_LEVER (self));

  self->start = value_in (self, scenario);
  set_top (self, self->start);
  refresh (self);
}

void
cor_workshop_lever_mark (CorWorkshopLever *self, CorScenario *scenario, const char *name)
{
  double value;

  g_return_if_fail (COR_IS_WORKSHOP_LEVER (self));

  value = value_in (self, scenario);
  if (isnan (value))
    return;
  note_mark (self, value, name);
  gtk_scale_clear_marks (self->scale);
  for (guint i = 0; i < self->marks->len && marks_tell (self); i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);
      g_autofree char *text = g_markup_escape_text (mark->names, -1);

      gtk_scale_add_mark (self->scale, mark->value, GTK_POS_BOTTOM, text);
    }
}

guint
cor_workshop_lever_get_n_marks (CorWorkshopLever *self)
{
  g_return_val_if_fail (COR_IS_WORKSHOP_LEVER (self), 0);

  return marks_tell (self) ? self->marks->len : 0;
}
