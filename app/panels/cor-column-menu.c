/* cor-column-menu.c: which columns of a table are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-column-menu.h"

#include <glib/gi18n-lib.h>

struct _CorColumnMenu
{
  AdwBin parent_instance;

  CorDataTable *table;
  const CorColumn *columns;
  guint n;
  char **shown;      /* NULL: the essential ones */
  GPtrArray *checks; /* borrowed */
  gboolean setting;  /* the program sets the checks, not the user */
  GtkBox *groups;
};

enum
{
  PROP_SHOWN = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CorColumnMenu, cor_column_menu, ADW_TYPE_BIN)

static gboolean
is_shown (CorColumnMenu *self, const CorColumn *column)
{
  if (self->shown == NULL)
    return column->essential;
  return g_strv_contains ((const char *const *) self->shown, column->key);
}

/* Checks and table as they are chosen. */
static void
apply (CorColumnMenu *self)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->n; i++)
    {
      gboolean shown = is_shown (self, &self->columns[i]);

      gtk_check_button_set_active (g_ptr_array_index (self->checks, i), shown);
      cor_data_table_set_shown (self->table, self->columns[i].key, shown);
    }
  self->setting = FALSE;
}

static gboolean
same_keys (char **a, char **b)
{
  return a == b || (a != NULL && b != NULL && g_strv_equal ((const char *const *) a, (const char *const *) b));
}

/* @shown is taken over; %NULL for the essential ones. */
static void
take_shown (CorColumnMenu *self, char **shown)
{
  gboolean same = same_keys (self->shown, shown);

  g_strfreev (self->shown);
  self->shown = shown;
  if (same)
    return;
  apply (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWN]);
}

/* The keys of the columns that are checked; of all of them with @all. */
static char **
checked_keys (CorColumnMenu *self, gboolean all)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < self->n; i++)
    if (all || gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_strv_builder_add (keys, self->columns[i].key);
  return g_strv_builder_end (keys);
}

static gboolean
are_essential (CorColumnMenu *self)
{
  for (guint i = 0; i < self->n; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)) != self->columns[i].essential)
      return FALSE;
  return TRUE;
}

static void
check_toggled (CorColumnMenu *self)
{
  if (!self->setting)
    take_shown (self, are_essential (self) ? NULL : checked_keys (self, FALSE));
}

static void
essential_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  take_shown (COR_COLUMN_MENU (widget), NULL);
}

static void
all_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorColumnMenu *self = COR_COLUMN_MENU (widget);

  take_shown (self, checked_keys (self, TRUE));
}

/* A heading with room for its checks, which a screen reader calls by it. */
static GtkBox *
add_group (CorColumnMenu *self, const char *title)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "cor-section");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->groups, box);
  return GTK_BOX (box);
}

void
cor_column_menu_set_table (CorColumnMenu *self, CorDataTable *table, const CorColumn *columns, guint n)
{
  GtkBox *group = NULL;

  g_return_if_fail (COR_IS_COLUMN_MENU (self));
  g_return_if_fail (COR_IS_DATA_TABLE (table));
  g_return_if_fail (self->table == NULL);

  self->table = g_object_ref (table);
  self->columns = columns;
  self->n = n;
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (_ (columns[i].title));

      if (i == 0 || !g_str_equal (columns[i].group, columns[i - 1].group))
        group = add_group (self, _ (columns[i].group));
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled), self);
      g_ptr_array_add (self->checks, check);
      gtk_box_append (group, check);
    }
  apply (self);
}

static void
cor_column_menu_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  static const char *const none[] = { NULL };
  CorColumnMenu *self = COR_COLUMN_MENU (object);

  if (id == PROP_SHOWN)
    g_value_set_boxed (value, self->shown != NULL ? (gconstpointer) self->shown : none);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cor_column_menu_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  char **keys = g_value_get_boxed (value);

  if (id == PROP_SHOWN)
    take_shown (COR_COLUMN_MENU (object), keys != NULL && keys[0] != NULL ? g_strdupv (keys) : NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cor_column_menu_dispose (GObject *object)
{
  CorColumnMenu *self = COR_COLUMN_MENU (object);

  self->n = 0;
  g_clear_object (&self->table);
  g_clear_pointer (&self->shown, g_strfreev);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (cor_column_menu_parent_class)->dispose (object);
}

static void
cor_column_menu_class_init (CorColumnMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = cor_column_menu_get_property;
  G_OBJECT_CLASS (klass)->set_property = cor_column_menu_set_property;
  G_OBJECT_CLASS (klass)->dispose = cor_column_menu_dispose;
  props[PROP_SHOWN] = g_param_spec_boxed ("shown", NULL, NULL, G_TYPE_STRV, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridor_planner/Corridor/cor-column-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, CorColumnMenu, groups);
  gtk_widget_class_install_action (widget_class, "columns.essential", NULL, essential_activated);
  gtk_widget_class_install_action (widget_class, "columns.all", NULL, all_activated);
}

static void
cor_column_menu_init (CorColumnMenu *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
