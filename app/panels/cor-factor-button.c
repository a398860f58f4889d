/* cor-factor-button.c: the emission factor in use, and the choice of another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-factor-button.h"

#include "cor-edit.h"
#include "cor-emissions.h"
#include "cor-format.h"
#include "cor-speak.h"

#include <glib/gi18n-lib.h>

struct _CorFactorButton
{
  AdwBin parent_instance;

  CorSession *session;
  GtkMenuButton *button;
  GtkLabel *label;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (CorFactorButton, cor_factor_button, ADW_TYPE_BIN)

static gboolean
is_chinese (void)
{
  return cor_format_is_chinese (NULL);
}

/* The choices in the factor's menu as the scenario has them. */
static void
show_choices (CorFactorButton *self, const CorResults *results)
{
  const CorHead *head = cor_scenario_head (results->scenario);
  char green[G_ASCII_DTOSTR_BUF_SIZE];
  const struct
  {
    const char *action, *state;
  } choices[] = {
    { "grid-factor", results->grid->id },
    { "diesel-factor", results->diesel->id },
    { "hydrogen-factor", results->hydrogen->id },
    { "green-share", g_ascii_formatd (green, sizeof green, "%g", head->green_share) },
    { "activity", cor_enum_nick (cor_activity_values, head->activity) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), choices[i].action)),
      g_variant_new_string (choices[i].state));
}

/* The emission factor in use stands wherever emissions stand, and can be switched there. */
static void
show_factor (CorFactorButton *self, const CorResults *results)
{
  g_autofree char *label = NULL;
  g_autofree char *spoken = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), results != NULL);
  if (results == NULL)
    return;
  label = cor_results_grid_label (results, is_chinese ());
  if (!results->scopes_agree)
    {
      g_autofree char *marked = g_strdup_printf ("⚠ %s", label);

      gtk_label_set_label (self->label, marked);
      gtk_widget_set_tooltip_text (
          GTK_WIDGET (self->button),
          _ ("The grid factor counts generation only, the diesel factor the whole supply: the "
             "comparison favours electricity. Click to choose another factor."));
    }
  else
    {
      gtk_label_set_label (self->label, label);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                                   _ ("Grid emission factor in use"));
    }
  spoken = g_strdup_printf (_ ("Grid emission factor in use: %s"), label);
  cor_speak (GTK_WIDGET (self->button), spoken);
  show_choices (self, results);
}

static void
add_factors (GMenu *menu, const CorResults *results, CorFactorKind kind, const char *action)
{
  g_autoptr (GMenu) section = g_menu_new ();
  const CorFactor *factors;
  guint n;

  factors = cor_factor_set_all (results->factors, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (factors[i].kind != kind)
        continue;
      label = cor_factor_label (&factors[i], results->first_year + (int) results->year, is_chinese ());
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, action, "s", factors[i].id);
      g_menu_append_item (section, item);
    }
  if (kind == COR_FACTOR_GRID)
    g_menu_append_section (menu, cor_enum_name (cor_factor_kind_values, kind), G_MENU_MODEL (section));
  else
    g_menu_append_submenu (menu, cor_enum_name (cor_factor_kind_values, kind), G_MENU_MODEL (section));
}

/* Shares of green contracts that are usual to ask about; any other stands in the scenario's settings. */
static void
add_green_shares (GMenu *menu)
{
  static const char *const shares[] = { "0", "0.2", "0.5", "0.8", "1" };
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *label = cor_format_percent (g_ascii_strtod (shares[i], NULL), 0, NULL);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "factor.green-share", "s", shares[i]);
      g_menu_append_item (section, item);
    }
  g_menu_append_submenu (menu, _ ("Green contracts"), G_MENU_MODEL (section));
}

static void
add_activities (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (const CorEnumValue *value = cor_activity_values; value->nick != NULL; value++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (value->name), NULL);

      g_menu_item_set_action_and_target (item, "factor.activity", "s", value->nick);
      g_menu_append_item (section, item);
    }
  g_menu_append_submenu (menu, _ ("Transport activity"), G_MENU_MODEL (section));
}

static void
fill_factor_menu (CorFactorButton *self, const CorResults *results)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  add_factors (menu, results, COR_FACTOR_GRID, "factor.grid-factor");
  add_green_shares (others);
  add_factors (others, results, COR_FACTOR_DIESEL, "factor.diesel-factor");
  add_factors (others, results, COR_FACTOR_HYDROGEN, "factor.hydrogen-factor");
  add_activities (others);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
}

static void
choose (CorFactorButton *self, const char *key, const char *value, const char *label)
{
  CorDocument *document = cor_session_get_document (self->session);

  cor_document_apply (document, cor_edit_string (cor_document_get_scenario (document), COR_ITEM_HEAD, NULL, key, value, NULL),
                      label, NULL);
}

static void
factor_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  choose (data, "grid_factor", g_variant_get_string (value, NULL), _ ("Grid emission factor"));
}

static void
diesel_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  choose (data, "diesel_factor", g_variant_get_string (value, NULL), _ ("Diesel emission factor"));
}

static void
hydrogen_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  choose (data, "hydrogen_factor", g_variant_get_string (value, NULL), _ ("Hydrogen emission factor"));
}

static void
choose_number (CorFactorButton *self, const char *key, double value, const char *label)
{
  CorDocument *document = cor_session_get_document (self->session);

  cor_document_apply (document, cor_edit_number (cor_document_get_scenario (document), COR_ITEM_HEAD, NULL, key, value, NULL),
                      label, NULL);
}

static void
green_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  choose_number (data, "green_share", g_ascii_strtod (g_variant_get_string (value, NULL), NULL), _ ("Green power share"));
}

static void
activity_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  int which;

  if (cor_enum_from_nick (cor_activity_values, g_variant_get_string (value, NULL), &which))
    choose_number (data, "activity_distance", which, _ ("Distance of transport activity"));
}

static void
update (CorFactorButton *self)
{
  const CorResults *results = cor_session_get_results (self->session);

  if (results != NULL && gtk_menu_button_get_menu_model (self->button) == NULL)
    fill_factor_menu (self, results);
  show_factor (self, results);
}

static void
cor_factor_button_dispose (GObject *object)
{
  CorFactorButton *self = COR_FACTOR_BUTTON (object);

  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (cor_factor_button_parent_class)->dispose (object);
}

static void
cor_factor_button_class_init (CorFactorButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_factor_button_dispose;
}

static void
cor_factor_button_init (CorFactorButton *self)
{
  const GActionEntry entries[] = {
    { "grid-factor", NULL, "s", "''", factor_chosen, { 0 } },
    { "diesel-factor", NULL, "s", "''", diesel_chosen, { 0 } },
    { "hydrogen-factor", NULL, "s", "''", hydrogen_chosen, { 0 } },
    { "green-share", NULL, "s", "'0'", green_chosen, { 0 } },
    { "activity", NULL, "s", "'sfd'", activity_chosen, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "factor", G_ACTION_GROUP (self->actions));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->label, 10);
  gtk_label_set_xalign (self->label, 0);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_direction (self->button, GTK_ARROW_UP);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "cor-chip-button");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
cor_factor_button_new (CorSession *session)
{
  CorFactorButton *self = g_object_new (COR_TYPE_FACTOR_BUTTON, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
