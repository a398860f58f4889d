/* cor-machines-window.c: the machines of a site, edited in rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-machines-private.h"

#include "cor-dialogs.h"
#include "cor-edit.h"
#include "cor-factor-button.h"
#include "cor-field-row.h"
#include "cor-format.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (CorMachinesWindow, cor_machines_window, ADW_TYPE_WINDOW)

static CorScenario *
scenario_of (CorMachinesWindow *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

/* Keeps which site is chosen: its place in the list is another once one before it goes. */
static void
keep_chosen (CorMachinesWindow *self)
{
  guint n, selected = gtk_drop_down_get_selected (self->site);
  const CorItem *const *sites = cor_scenario_items (scenario_of (self), COR_ITEM_SITE, &n);

  g_free (self->chosen);
  self->chosen = selected < n ? g_strdup (sites[selected]->id) : NULL;
}

static void
apply (CorMachinesWindow *self, CorScenario *next, const char *label)
{
  if (next != NULL)
    cor_document_apply (cor_session_get_document (self->session), next, label, NULL);
}

static const char *
id_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "machine");
}

static void
remove_clicked (CorMachinesWindow *self, GtkWidget *button)
{
  apply (self, cor_edit_remove (scenario_of (self), COR_ITEM_MACHINE, id_of (button), NULL), _ ("Remove machines"));
}

static void
copy_clicked (CorMachinesWindow *self, GtkWidget *button)
{
  g_autofree char *copy = NULL;

  apply (self, cor_edit_duplicate (scenario_of (self), COR_ITEM_MACHINE, id_of (button), &copy), _ ("Copy machines"));
}

static void
add_button (CorMachinesWindow *self, GtkWidget *row, const CorItem *item, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "machine", g_strdup (item->id), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
}

static void
set_title (GtkWidget *row, const CorItem *item)
{
  const CorYardMachine *machine = (const CorYardMachine *) item;
  const char *kind = cor_machine_kind_name (machine->machine_kind);
  g_autofree char *count = cor_format_number (machine->number, 0), *power = cor_format_significant (machine->power_kw, 4);
  g_autofree char *hours = cor_format_significant (machine->hours_per_day, 3);
  g_autofree char *title = g_markup_escape_text (item->name ? cor_item_label (item, cor_format_is_chinese (NULL)) : kind, -1);
  g_autofree char *subtitle = g_strdup_printf (_ ("%s × %s kW, %s h a day"), count, power, hours);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
}

static GtkWidget *
row_new (CorMachinesWindow *self, const CorItem *item, gboolean open)
{
  GtkWidget *row = adw_expander_row_new ();
  guint n;
  const CorField *fields = cor_item_fields (COR_ITEM_MACHINE, &n);

  set_title (row, item);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *field = fields[i].label != NULL && !g_str_equal (fields[i].key, "note") && !g_str_equal (fields[i].key, "source")
                           ? cor_field_row_new (self->session, COR_ITEM_MACHINE, item->id, &fields[i])
                           : NULL;

      if (field != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), field);
    }
  add_button (self, row, item, "edit-copy-symbolic", _ ("Copy machines"), G_CALLBACK (copy_clicked));
  add_button (self, row, item, "user-trash-symbolic", _ ("Remove machines"), G_CALLBACK (remove_clicked));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), open);
  return row;
}

static gboolean
is_shown (CorMachinesWindow *self, const GPtrArray *wanted)
{
  if (self->shown == NULL || self->shown->len != wanted->len)
    return FALSE;
  for (guint i = 0; i < wanted->len; i++)
    if (!g_str_equal (g_ptr_array_index (self->shown, i), ((const CorItem *) g_ptr_array_index (wanted, i))->id))
      return FALSE;
  return TRUE;
}

/* The field rows follow the document by being told to. */
static void
refresh (GtkWidget *widget)
{
  if (COR_IS_FIELD_ROW (widget))
    {
      cor_field_row_refresh (COR_FIELD_ROW (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    refresh (child);
}

static void
rebuild (CorMachinesWindow *self, const GPtrArray *wanted)
{
  guint before = self->shown != NULL ? self->shown->len : 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < wanted->len; i++)
    {
      const CorItem *item = g_ptr_array_index (wanted, i);

      g_ptr_array_add (self->shown, g_strdup (item->id));
      gtk_list_box_append (self->list, row_new (self, item, i + 1 == wanted->len && wanted->len == before + 1));
    }
  gtk_stack_set_visible_child_name (self->list_stack, wanted->len > 0 ? "list" : "empty");
}

static void
fill_list (CorMachinesWindow *self)
{
  const char *site = self->chosen;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario_of (self), COR_ITEM_MACHINE, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (((const CorYardMachine *) items[i])->site, site) == 0)
      g_ptr_array_add (wanted, (gpointer) items[i]);
  if (!is_shown (self, wanted))
    {
      rebuild (self, wanted);
      return;
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i));

      set_title (row, g_ptr_array_index (wanted, i));
      refresh (row);
    }
}

static void
fill_sites (CorMachinesWindow *self, const char *wanted)
{
  guint n, selected = 0;
  const CorItem *const *sites = cor_scenario_items (scenario_of (self), COR_ITEM_SITE, &n);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->sites == cor_scenario_list (scenario_of (self), COR_ITEM_SITE))
    return;
  self->sites = cor_scenario_list (scenario_of (self), COR_ITEM_SITE);
  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, cor_item_label (sites[i], cor_format_is_chinese (NULL)));
      if (g_strcmp0 (sites[i]->id, wanted) == 0)
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->site, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->site, n > 0 ? selected : GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  keep_chosen (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), n > 0);
}

static void
fill_results (CorMachinesWindow *self)
{
  const CorResults *results = cor_session_get_results (self->session);

  if (results != NULL)
    cor_machines_fill_results (self, results, self->chosen);
}

static void
document_changed (CorMachinesWindow *self)
{
  fill_sites (self, self->chosen);
  fill_list (self);
}

static void
site_chosen (CorMachinesWindow *self)
{
  if (self->filling)
    return;
  keep_chosen (self);
  fill_list (self);
  fill_results (self);
}

static void
add_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CorMachinesWindow *self = COR_MACHINES_WINDOW (widget);
  g_autofree char *id = NULL;

  if (self->chosen == NULL)
    return;
  apply (self,
         cor_edit_add_machine (scenario_of (self), cor_session_get_defaults (self->session), self->chosen,
                               g_variant_get_string (parameter, NULL), &id),
         _ ("Add machines"));
}

static void
copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cor_data_table_copy (COR_MACHINES_WINDOW (widget)->table);
}

static void
fill_add_menu (CorMachinesWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_auto (GStrv) kinds = cor_machine_kinds (cor_session_get_defaults (self->session));

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (cor_machine_kind_name (kinds[i]), NULL);

      g_menu_item_set_action_and_target (item, "machines.add", "s", kinds[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->add, G_MENU_MODEL (menu));
}

static void
cor_machines_window_dispose (GObject *object)
{
  CorMachinesWindow *self = COR_MACHINES_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (cor_machines_window_parent_class)->dispose (object);
}

static void
cor_machines_window_class_init (CorMachinesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_machines_window_dispose;
  g_type_ensure (COR_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridor_planner/Corridor/cor-machines-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "machines.copy", NULL);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, site);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, add);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, list_stack);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, table_bin);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, day);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, charges_bin);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, inventory);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, of_machines);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, factors);
  gtk_widget_class_bind_template_child (widget_class, CorMachinesWindow, factor_bin);
  gtk_widget_class_install_action (widget_class, "machines.add", "s", add_activated);
  gtk_widget_class_install_action (widget_class, "machines.copy", NULL, copy_activated);
}

static void
cor_machines_window_init (CorMachinesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cor_machines_init_results (self);
}

GtkWidget *
cor_machines_window_new (GtkWindow *parent, CorSession *session, const char *site)
{
  CorMachinesWindow *self = g_object_new (COR_TYPE_MACHINES_WINDOW, NULL);

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  adw_bin_set_child (self->factor_bin, cor_factor_button_new (session));
  fill_add_menu (self);
  fill_sites (self, site);
  fill_list (self);
  fill_results (self);
  g_signal_connect_swapped (self->site, "notify::selected", G_CALLBACK (site_chosen), self);
  g_signal_connect_object (cor_session_get_document (session), "changed", G_CALLBACK (document_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (fill_results), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
