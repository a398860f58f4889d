/* cor-inspector.c: what is selected: its fields to edit, and what it does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-inspector.h"

#include "cor-badge.h"
#include "cor-edit.h"
#include "cor-field-row.h"
#include "cor-format.h"
#include "cor-inspector-cards.h"
#include "cor-item-menu.h"
#include "cor-item-text.h"
#include "cor-lever.h"
#include "cor-members-row.h"
#include "cor-pace.h"
#include "cor-place-card.h"
#include "cor-points-row.h"
#include "cor-seasons-row.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>

/* Pixels above and below a price that is brought into sight. */
#define MARKED_ROOM 12.0

struct _CorInspector
{
  AdwBin parent_instance;

  CorSession *session;
  CorNetwork *network; /* that the scenario is calculated on, or NULL */
  char *built_for; /* what the rows were made for; other things want other rows */
  guint units_round; /* of the units in them */
  char *results_of; /* the station whose figures are shown, NULL for none */
  CorPace pace, results_pace;

  CorBadge *badge;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *scope; /* of an edit, where it is not the scenario itself */
  GtkWidget *menu_button;
  GtkBox *problems; /* why what is selected cannot be done, above all else */
  GtkBox *inputs;
  GtkBox *results;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (CorInspector, cor_inspector, ADW_TYPE_BIN)

static CorScenario *
scenario_of (CorInspector *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

static gboolean
let_go (gpointer child)
{
  return G_SOURCE_REMOVE;
}

/* Takes out what the box holds. One of it may just be telling of an edit, and stays until it has done so. */
static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    {
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go, g_object_ref (child), g_object_unref);
      gtk_box_remove (box, child);
    }
}

static const char *
section_icon (CorItemKind kind)
{
  g_autoptr (CorItem) item = NULL;

  if (kind == COR_SELECT_PARAMETER)
    return "corridor-price-symbolic";
  item = cor_item_new (kind, "any");
  return cor_item_icon (item);
}

/* A section without an overview of its own says what to do next. */
static void
build_section (CorInspector *self)
{
  CorItemKind kind = cor_selection_get_kind (cor_session_get_selection (self->session));
  g_autofree char *none = g_strdup_printf ("%s · + %s", _ ("none yet"), _ ("Add to the scenario"));
  guint n = 1;
  GtkWidget *label;

  if (kind >= 0 && kind < COR_N_ITEM_KINDS)
    cor_scenario_items (cor_document_get_scenario (cor_session_get_document (self->session)), kind, &n);
  label = gtk_label_new (n > 0 ? _ ("Choose one in the list or on the map to see and change it.") : none);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "cor-caption");
  gtk_box_append (self->inputs, label);
}

/* Where edits go while a variant is shown; variants themselves are the scenario's. */
static void
update_scope (CorInspector *self)
{
  CorDocument *document = cor_session_get_document (self->session);
  const CorItem *variant
      = cor_scenario_find (cor_document_get_base (document), COR_ITEM_VARIANT, cor_document_get_variant (document));
  gboolean shown = variant != NULL && cor_selection_get_kind (cor_session_get_selection (self->session)) != COR_ITEM_VARIANT;
  g_autofree char *text = NULL, *about = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->scope), shown);
  if (!shown)
    return;
  text = g_strdup_printf (_ ("in the variant “%s”"), cor_item_label (variant, cor_format_is_chinese (NULL)));
  about = g_strdup_printf (_ ("What you change here belongs to the variant “%s” alone"),
                           cor_item_label (variant, cor_format_is_chinese (NULL)));
  gtk_label_set_label (self->scope, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->scope), about);
}

static void
set_subtitle (CorInspector *self, const char *text)
{
  gtk_label_set_label (self->subtitle, text);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *text != '\0');
}

static void
update_header (CorInspector *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  const CorItem *item = cor_inspector_selected (self->session);
  gboolean zh = cor_format_is_chinese (NULL);
  g_autofree char *subtitle = NULL;

  update_scope (self);
  if (cor_inspector_selects_several (self->session))
    {
      CorItemKind kind = cor_selection_get_kind (selection);
      g_autofree char *title = cor_kind_selected (kind, cor_selection_get_n (selection));

      gtk_label_set_label (self->title, title);
      set_subtitle (self, _ ("a change is made to all of them"));
      cor_badge_set (self->badge, section_icon (kind), COR_ROLE_TEXT);
      gtk_widget_set_visible (self->menu_button, TRUE);
      return;
    }
  gtk_widget_set_visible (self->menu_button, item != NULL && item->kind != COR_ITEM_HEAD);
  if (item == NULL)
    {
      gboolean prices = cor_selection_get_kind (selection) == COR_SELECT_PARAMETER && !gtk_widget_get_visible (GTK_WIDGET (self->scope));

      gtk_label_set_label (self->title, cor_kind_plural (cor_selection_get_kind (selection)));
      set_subtitle (self, prices ? _ ("for the whole scenario") : "");
      cor_badge_set (self->badge, section_icon (cor_selection_get_kind (selection)), COR_ROLE_TEXT);
      return;
    }
  gtk_label_set_label (self->title, item->kind == COR_ITEM_HEAD && !item->name
                                        ? _ ("New scenario")
                                        : cor_item_label (item, zh));
  subtitle = cor_item_subtitle (scenario_of (self), item, zh);
  set_subtitle (self, subtitle);
  cor_badge_set (self->badge, cor_item_icon (item), cor_item_role (item));
}

static void
build (CorInspector *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  const CorItem *item = cor_inspector_selected (self->session);
  guint n_policies;

  clear (self->inputs);
  cor_scenario_items (scenario_of (self), COR_ITEM_POLICY, &n_policies);
  if (cor_inspector_selects_several (self->session))
    cor_inspector_build_several (self->inputs, self->session);
  else if (item != NULL)
    cor_inspector_build_item (self->inputs, self->session, item, self->network);
  else if (cor_selection_get_kind (selection) == COR_SELECT_PARAMETER)
    cor_inspector_build_prices (self->inputs, self->session);
  else if (cor_selection_get_kind (selection) == COR_ITEM_POLICY && n_policies > 0)
    cor_inspector_build_policies (self->inputs, self->session);
  else
    build_section (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* Every row below @widget shows what the document holds now. */
static void
refresh_rows (GtkWidget *widget)
{
  if (COR_IS_FIELD_ROW (widget))
    cor_field_row_refresh (COR_FIELD_ROW (widget));
  else if (COR_IS_PLACE_CARD (widget))
    cor_place_card_refresh (COR_PLACE_CARD (widget));
  else if (COR_IS_LEVER (widget))
    cor_lever_refresh (COR_LEVER (widget));
  else if (COR_IS_POINTS_ROW (widget))
    cor_points_row_refresh (COR_POINTS_ROW (widget));
  else if (COR_IS_SEASONS_ROW (widget))
    cor_seasons_row_refresh (COR_SEASONS_ROW (widget));
  else if (COR_IS_MEMBERS_ROW (widget))
    cor_members_row_refresh (COR_MEMBERS_ROW (widget));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      refresh_rows (child);
}

/* The price that was chosen in the list, marked; NULL for none. */
static GtkWidget *
mark_parameter (CorInspector *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);

  if (cor_selection_get_kind (selection) != COR_SELECT_PARAMETER)
    return NULL;
  return cor_inspector_mark_price (GTK_WIDGET (self->inputs), cor_selection_get_id (selection));
}

/* Rows that were just made have their place a frame later. */
static gboolean
show_marked (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CorInspector *self = COR_INSPECTOR (widget);
  GtkWidget *content = gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scroller)));
  GtkWidget *lever = mark_parameter (self);
  graphene_rect_t bounds;

  if (lever != NULL && gtk_widget_get_mapped (lever) && gtk_widget_get_height (lever) == 0)
    return G_SOURCE_CONTINUE;
  if (lever != NULL && gtk_widget_compute_bounds (lever, content, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller), bounds.origin.y - MARKED_ROOM,
                               bounds.origin.y + bounds.size.height + MARKED_ROOM);
  return G_SOURCE_REMOVE;
}

static void
focus_parameter (CorInspector *self)
{
  if (mark_parameter (self) != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_marked, NULL, NULL);
}

static void
update_results (gpointer data)
{
  CorInspector *self = data;
  const CorItem *item = cor_inspector_selected (self->session);
  const CorResults *results = cor_session_get_results (self->session);
  gboolean one = item != NULL && results != NULL && !cor_inspector_selects_several (self->session);
  const char *station = one && item->kind == COR_ITEM_STATION ? item->id : NULL;

  clear (self->problems);
  /* The rows of a station that is shown already are used again. */
  if (station == NULL || g_strcmp0 (station, self->results_of) != 0)
    clear (self->results);
  g_free (self->results_of);
  self->results_of = g_strdup (station);
  if (one)
    {
      cor_inspector_build_problems (self->problems, self->session, results, item);
      cor_inspector_build_results (self->results, self->session, results, item);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->problems), gtk_widget_get_first_child (GTK_WIDGET (self->problems)) != NULL);
}

static void
update (gpointer data)
{
  CorInspector *self = data;
  g_autofree char *sort = cor_inspector_signature (self->session);
  g_autofree char *wanted = g_strdup_printf ("%s in %u", sort, cor_units_get_round ());

  update_header (self);
  if (g_strcmp0 (wanted, self->built_for) != 0)
    {
      g_free (self->built_for);
      self->built_for = g_steal_pointer (&wanted);
      self->units_round = cor_units_get_round ();
      build (self);
    }
  else
    refresh_rows (GTK_WIDGET (self->inputs));
}

/* Results may be told of because units are others by now. */
static void
results_changed (CorInspector *self)
{
  if (self->units_round != cor_units_get_round ())
    update (self);
  cor_pace_call (&self->results_pace);
}

static void
document_changed (CorInspector *self)
{
  cor_pace_call (&self->pace);
}

static void
selection_changed (CorInspector *self)
{
  cor_pace_clear (&self->pace);
  cor_pace_clear (&self->results_pace);
  update (self);
  update_results (self);
  focus_parameter (self);
}

/* The menu says what can be done now. */
static void
fill_menu (GtkMenuButton *button, gpointer data)
{
  CorInspector *self = data;
  g_autoptr (GMenuModel) menu = cor_item_menu_new (self->session);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
cor_inspector_dispose (GObject *object)
{
  CorInspector *self = COR_INSPECTOR (object);

  cor_pace_clear (&self->pace);
  cor_pace_clear (&self->results_pace);
  g_clear_object (&self->session);
  g_clear_pointer (&self->network, cor_network_unref);
  g_clear_pointer (&self->built_for, g_free);
  g_clear_pointer (&self->results_of, g_free);
  G_OBJECT_CLASS (cor_inspector_parent_class)->dispose (object);
}

static void
cor_inspector_class_init (CorInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_inspector_dispose;
  g_type_ensure (COR_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, CorInspector, badge);
  gtk_widget_class_bind_template_child (widget_class, CorInspector, title);
  gtk_widget_class_bind_template_child (widget_class, CorInspector, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CorInspector, scope);
  gtk_widget_class_bind_template_child (widget_class, CorInspector, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CorInspector, problems);
  gtk_widget_class_bind_template_child (widget_class, CorInspector, inputs);
  gtk_widget_class_bind_template_child (widget_class, CorInspector, results);
  gtk_widget_class_bind_template_child (widget_class, CorInspector, scroller);
}

static void
cor_inspector_init (CorInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), cor_inspector_layout_new ());
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), fill_menu, self, NULL);
}

GtkWidget *
cor_inspector_new (CorSession *session)
{
  CorInspector *self = g_object_new (COR_TYPE_INSPECTOR, NULL);

  self->session = g_object_ref (session);
  cor_pace_set (&self->pace, update, self);
  cor_pace_set (&self->results_pace, update_results, self);
  g_signal_connect_object (cor_session_get_document (session), "changed", G_CALLBACK (document_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_selection (session), "changed",
                           G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (results_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
cor_inspector_set_network (CorInspector *self, CorNetwork *network)
{
  g_return_if_fail (COR_IS_INSPECTOR (self));

  g_clear_pointer (&self->network, cor_network_unref);
  self->network = network != NULL ? cor_network_ref (network) : NULL;
  g_clear_pointer (&self->built_for, g_free);
  update (self);
}

gboolean
cor_inspector_rename (CorInspector *self)
{
  g_return_val_if_fail (COR_IS_INSPECTOR (self), FALSE);

  return cor_inspector_selected (self->session) != NULL && !cor_inspector_selects_several (self->session) && cor_inspector_focus_name (GTK_WIDGET (self->inputs));
}
