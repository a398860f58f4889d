/* cor-cash-flow-window.c: cash flow tables of a duty's truck and of the diesel truck.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cash-flow-window.h"

#include "cor-card.h"
#include "cor-data-text.h"
#include "cor-dialogs.h"
#include "cor-format.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _CorCashFlowWindow
{
  AdwWindow parent_instance;

  CorResults *results;
  const CorDutyResult *duty;
  gboolean discounted;
  GSimpleActionGroup *actions;
  AdwWindowTitle *title;
  GtkBox *tables;
};

G_DEFINE_FINAL_TYPE (CorCashFlowWindow, cor_cash_flow_window, ADW_TYPE_WINDOW)

/* The yuan of a part in a slot as the table shows them: to the cent, so that what is seen adds up. */
static double
cell (const CorCashFlowWindow *self, const CorTco *tco, guint part, guint slot)
{
  double yuan = self->discounted ? cor_tco_discounted (tco, part, slot) : tco->part[part][slot];

  return round (yuan * 100) / 100;
}

static double
slot_total (const CorCashFlowWindow *self, const CorTco *tco, guint slot)
{
  double sum = 0;

  for (guint part = 0; part < COR_N_TCO_PARTS; part++)
    sum += cell (self, tco, part, slot);
  return sum;
}

static gboolean
part_used (const CorTco *tco, guint part)
{
  for (guint slot = 0; slot <= tco->n_years; slot++)
    if (tco->part[part][slot] != 0)
      return TRUE;
  return FALSE;
}

static GtkWidget *
attach (GtkGrid *grid, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return label;
}

/* A cell that leads to its card; @key is of the truck whose table it is. */
static void
attach_yuan (const CorCashFlowWindow *self, GtkGrid *grid, int column, int row, double yuan, const char *css_class, CorTraceKey key)
{
  gboolean none = fabs (yuan) < 0.005;
  g_autofree char *text = none ? g_strdup ("–") : cor_format_number (yuan, 2);
  GtkWidget *label = attach (grid, column, row, text, css_class);

  if (!none)
    cor_card_attach (label, self->results, &key);
}

static CorTraceKey
figure (CorTraceKey truck, CorTraceQuantity quantity, guint part, guint slot)
{
  truck.quantity = quantity;
  truck.part = part;
  truck.index = slot;
  return truck;
}

static void
attach_head (const CorCashFlowWindow *self, GtkGrid *grid, const CorTco *tco)
{
  attach (grid, 0, 0, cor_units_money (_ ("yuan")), "cor-caption");
  for (guint slot = 0; slot <= tco->n_years; slot++)
    {
      g_autofree char *year = slot == 0 ? g_strdup (_ ("purchase")) : g_strdup_printf (_ ("year %u"), slot);

      attach (grid, (int) slot + 1, 0, year, "cor-caption");
    }
  attach (grid, (int) tco->n_years + 2, 0, _ ("sum"), "cor-caption");
}

static void
attach_totals (const CorCashFlowWindow *self, GtkGrid *grid, const CorTco *tco, int row, CorTraceKey truck)
{
  double sum = 0;

  attach (grid, 0, row, _ ("All parts"), "heading");
  attach (grid, 0, row + 1, _ ("Sum so far"), "cor-caption");
  for (guint slot = 0; slot <= tco->n_years; slot++)
    {
      double total = slot_total (self, tco, slot);

      sum += total;
      attach_yuan (self, grid, (int) slot + 1, row, total, "heading",
                   figure (truck, self->discounted ? COR_TRACE_DISCOUNTED_YEAR : COR_TRACE_CASH_YEAR, 0, slot));
      attach_yuan (self, grid, (int) slot + 1, row + 1, sum, "cor-caption",
                   figure (truck, self->discounted ? COR_TRACE_CUMULATIVE_DISCOUNTED : COR_TRACE_CUMULATIVE, 0, slot));
    }
  attach_yuan (self, grid, (int) tco->n_years + 2, row, sum, "heading",
               figure (truck, self->discounted ? COR_TRACE_TRUCK_TCO : COR_TRACE_CUMULATIVE, 0, tco->n_years));
}

static GtkWidget *
table_new (const CorCashFlowWindow *self, const CorTco *tco, CorTraceKey truck)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  int row = 1;

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 5);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "card");
  gtk_widget_add_css_class (GTK_WIDGET (grid), "cor-table");
  attach_head (self, grid, tco);
  for (guint part = 0; part < COR_N_TCO_PARTS; part++)
    {
      double sum = 0;

      if (!part_used (tco, part))
        continue;
      attach (grid, 0, row, _ (cor_tco_part_info (part)->label), NULL);
      for (guint slot = 0; slot <= tco->n_years; slot++)
        {
          attach_yuan (self, grid, (int) slot + 1, row, cell (self, tco, part, slot), NULL,
                       figure (truck, self->discounted ? COR_TRACE_DISCOUNTED : COR_TRACE_CASH, part, slot));
          sum += cell (self, tco, part, slot);
        }
      attach_yuan (self, grid, (int) tco->n_years + 2, row++, sum, "heading", figure (truck, COR_TRACE_TRUCK_PART, part, 0));
    }
  attach_totals (self, grid, tco, row, truck);
  return GTK_WIDGET (grid);
}

/* The first year with a demand charge, counted from the purchase, where it comes later than the first since it is not billed
 * before; else 0. @before: (out): the last year without, and who says so. */
static guint
late_demand (const CorCashFlowWindow *self, const CorAlternative *truck, int *before, const char **source)
{
  const double *demand = truck->tco->part[COR_TCO_DEMAND];
  CorParamValue billed;
  guint slot = 1;

  while (slot <= truck->tco->n_years && demand[slot] == 0)
    slot++;
  *before = self->results->first_year + (int) self->results->year + (int) slot - 2;
  if (slot == 1 || slot > truck->tco->n_years || !cor_param_table_get (truck->table, COR_PARAM_DEMAND_MAX_BILLED, *before, &billed)
      || billed.value != 0)
    return 0;
  *source = billed.from->source != NULL ? cor_data_text (billed.from->source) : _ ("Set in this scenario");
  return slot;
}

/* A line below the table: why the demand charge begins late. */
static void
append_late_demand (CorCashFlowWindow *self, const CorAlternative *truck, CorTraceKey key)
{
  g_autofree char *text = NULL;
  const char *source;
  GtkWidget *label;
  CorTraceKey cell_key;
  int before;
  guint slot = late_demand (self, truck, &before, &source);

  if (slot == 0)
    return;
  /* Translators: years as 2030, 5, 2031, and the source that says so. */
  text = g_strdup_printf (_ ("The demand charge is not billed up to %d, so it begins in year %u, which is %d. Source: %s"), before, slot, before + 1,
                          source);
  cell_key = figure (key, COR_TRACE_CASH, COR_TCO_DEMAND, slot);
  label = gtk_label_new (text);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "cor-caption");
  cor_card_attach (label, self->results, &cell_key);
  gtk_box_append (self->tables, label);
}

static void
append_table (CorCashFlowWindow *self, const CorAlternative *truck)
{
  CorTraceKey key = { .duty = (guint) (self->duty - self->results->duties), .truck = -1 };
  GtkWidget *heading;

  if (truck == NULL || truck->tco == NULL)
    return;
  heading = gtk_label_new (cor_item_label (&truck->truck->item, cor_format_is_chinese (NULL)));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "title-4");
  gtk_box_append (self->tables, heading);
  for (guint i = 0; i < self->duty->n_alternatives; i++)
    if (self->duty->alternatives[i] == truck)
      key.truck = (int) i;
  gtk_box_append (self->tables, table_new (self, truck->tco, key));
  append_late_demand (self, truck, key);
}

static void
fill (CorCashFlowWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tables))) != NULL)
    gtk_box_remove (self->tables, child);
  append_table (self, cor_duty_result_shown (self->duty));
  append_table (self, self->duty->diesel);
}

/* The labels of a grid as lines of tab-separated cells. */
static void
copy_grid (GtkWidget *grid, GString *text)
{
  for (int row = 0; gtk_grid_get_child_at (GTK_GRID (grid), 0, row) != NULL; row++)
    {
      GtkWidget *label;

      for (int column = 0; (label = gtk_grid_get_child_at (GTK_GRID (grid), column, row)) != NULL; column++)
        g_string_append_printf (text, "%s%s", column > 0 ? "\t" : "", gtk_label_get_text (GTK_LABEL (label)));
      g_string_append_c (text, '\n');
    }
}

static void
copy_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorCashFlowWindow *self = data;
  g_autoptr (GString) text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tables)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child))
        g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (child)));
      else
        copy_grid (child, text);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
money_changed (GSimpleAction *action, GVariant *value, gpointer data)
{
  CorCashFlowWindow *self = data;

  g_simple_action_set_state (action, value);
  self->discounted = g_str_equal (g_variant_get_string (value, NULL), "discounted");
  fill (self);
}

static void
cor_cash_flow_window_dispose (GObject *object)
{
  CorCashFlowWindow *self = COR_CASH_FLOW_WINDOW (object);

  g_clear_pointer (&self->results, cor_results_unref);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (cor_cash_flow_window_parent_class)->dispose (object);
}

static void
cor_cash_flow_window_class_init (CorCashFlowWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_cash_flow_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridor_planner/Corridor/cor-cash-flow-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "cash.copy", NULL);
  gtk_widget_class_bind_template_child (widget_class, CorCashFlowWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CorCashFlowWindow, tables);
}

static void
cor_cash_flow_window_init (CorCashFlowWindow *self)
{
  const GActionEntry entries[] = {
    { "money", NULL, "s", "'nominal'", money_changed, { 0 } },
    { "copy", copy_activated, NULL, NULL, NULL, { 0 } },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "cash", G_ACTION_GROUP (self->actions));
}

GtkWidget *
cor_cash_flow_window_new (GtkWindow *parent, CorResults *results, const CorDutyResult *duty)
{
  CorCashFlowWindow *self = g_object_new (COR_TYPE_CASH_FLOW_WINDOW, NULL);
  g_autofree char *subtitle = g_strdup_printf (_ ("one truck, bought in %d"), results->first_year + (int) results->year);
  gboolean zh = cor_format_is_chinese (NULL);
  const CorItem *item = duty->duty->item.name == NULL && duty->route != NULL ? &duty->route->item : &duty->duty->item;

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->results = cor_results_ref (results);
  self->duty = duty;
  adw_window_title_set_title (self->title, cor_item_label (item, zh));
  adw_window_title_set_subtitle (self->title, subtitle);
  fill (self);
  return GTK_WIDGET (self);
}
