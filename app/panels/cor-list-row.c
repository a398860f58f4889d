/* cor-list-row.c: the widget of a line of the list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-list-row.h"

#include "cor-badge.h"
#include "cor-item-text.h"
#include "cor-speak.h"

#include <string.h>

struct _CorListRow
{
  AdwBin parent_instance;

  CorNode *node;
  gulong changed_id;
  CorBadge *badge;
  GtkLabel *label;
  GtkLabel *detail;
  GtkLabel *value;
  GtkSwitch *toggle;
  gboolean leads; /* its value opens a card */
};

G_DEFINE_FINAL_TYPE (CorListRow, cor_list_row, ADW_TYPE_BIN)

static void
set_class (gpointer widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static gboolean
toggled (CorListRow *self, gboolean active)
{
  const CorItem *item = self->node != NULL ? cor_node_get_item (self->node) : NULL;

  if (item != NULL && item->kind == COR_ITEM_POLICY && ((const CorPolicy *)item)->on != active)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toggle-policy", "s", item->id);
  return FALSE;
}

static void
show_switch (CorListRow *self, const CorItem *item)
{
  gboolean policy = item != NULL && item->kind == COR_ITEM_POLICY;

  gtk_widget_set_visible (GTK_WIDGET (self->toggle), policy);
  if (!policy)
    return;
  gtk_switch_set_active (self->toggle, ((const CorPolicy *)item)->on);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->label), -1);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The line in one breath. */
static void
speak (CorListRow *self, const CorNodeLook *look)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *texts[] = { look->label, look->detail, look->full != NULL ? look->full : look->value };
  g_auto (GStrv) list = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      g_strv_builder_add (parts, texts[i]);
  list = g_strv_builder_end (parts);
  name = g_strjoinv (", ", list);
  cor_speak_row (GTK_WIDGET (self), name);
}

static void
update (CorListRow *self)
{
  const CorNodeLook *look;
  gboolean section, price;

  if (self->node == NULL)
    return;
  look = cor_node_get_look (self->node);
  section = cor_node_get_id (self->node) == NULL;
  /* Prices have names of the program's own, longer than a line is wide. */
  price = !section && cor_node_get_kind (self->node) == COR_SELECT_PARAMETER;
  gtk_label_set_wrap (self->label, price);
  gtk_label_set_natural_wrap_mode (self->label, price ? GTK_NATURAL_WRAP_NONE : GTK_NATURAL_WRAP_INHERIT);
  gtk_label_set_lines (self->label, price ? 3 : -1);
  gtk_label_set_ellipsize (self->value, price ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  set_text (self->label, look->label);
  set_text (self->detail, look->detail);
  set_text (self->value, look->value);
  set_class (self->label, "cor-section", section);
  set_class (self->value, "strong", look->strong);
  set_class (self, "cor-dim", look->dim);
  set_class (self, "two-lines", gtk_widget_get_visible (GTK_WIDGET (self->detail)));
  self->leads = !section && cor_item_kind_has_figure (cor_node_get_kind (self->node)) && look->value != NULL && strpbrk (look->value, "0123456789") != NULL;
  set_class (self->value, "cor-card-link", self->leads);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->value), self->leads ? "pointer" : NULL);
  set_class (self->value, "impossible", !section && look->role == COR_ROLE_IMPOSSIBLE);
  /* All prices have the same sign: their names can do with its room. */
  gtk_widget_set_visible (GTK_WIDGET (self->badge), !section && !price);
  cor_badge_set (self->badge, look->icon, look->role);
  show_switch (self, cor_node_get_item (self->node));
  speak (self, look);
}

/* A click on a computed number opens its card; the line is selected by then, or at once. */
static void
number_clicked (CorListRow *self, int n_press)
{
  if (n_press == 1 && self->leads)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.explain-item", "(is)", (int) cor_node_get_kind (self->node), cor_node_get_id (self->node));
}

/* The whole name where it is cut, and a value that is. Asked for when the pointer rests; set beforehand, it makes each row
 * look for the pointer while the list is filled. */
static gboolean
tell_name (CorListRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const CorNodeLook *look;
  g_autofree char *text = NULL;

  if (self->node == NULL || cor_node_get_id (self->node) == NULL)
    return FALSE;
  look = cor_node_get_look (self->node);
  text = g_strjoin ("\n", look->label, look->full, NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
cor_list_row_dispose (GObject *object)
{
  cor_list_row_set_node (COR_LIST_ROW (object), NULL);
  G_OBJECT_CLASS (cor_list_row_parent_class)->dispose (object);
}

static void
cor_list_row_class_init (CorListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_list_row_dispose;
  g_type_ensure (COR_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CorListRow, badge);
  gtk_widget_class_bind_template_child (widget_class, CorListRow, label);
  gtk_widget_class_bind_template_child (widget_class, CorListRow, detail);
  gtk_widget_class_bind_template_child (widget_class, CorListRow, value);
  gtk_widget_class_bind_template_child (widget_class, CorListRow, toggle);
  gtk_widget_class_bind_template_callback (widget_class, toggled);
  gtk_widget_class_bind_template_callback (widget_class, number_clicked);
}

static void
cor_list_row_init (CorListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->label), TRUE);
  g_signal_connect_swapped (self->label, "query-tooltip", G_CALLBACK (tell_name), self);
}

GtkWidget *
cor_list_row_new (void)
{
  return g_object_new (COR_TYPE_LIST_ROW, NULL);
}

void
cor_list_row_set_node (CorListRow *self, CorNode *node)
{
  g_return_if_fail (COR_IS_LIST_ROW (self));

  if (self->node != NULL)
    {
      g_clear_signal_handler (&self->changed_id, self->node);
      cor_node_unwatch (self->node);
    }
  g_set_object (&self->node, node);
  if (node == NULL)
    return;
  cor_node_watch (node);
  self->changed_id = g_signal_connect_swapped (node, "changed", G_CALLBACK (update), self);
  update (self);
}
