/* cor-inspector-inputs.c: the cards with what can be edited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-inspector-cards.h"

#include "cor-field-row.h"
#include "cor-format.h"
#include "cor-lever.h"
#include "cor-members-row.h"
#include "cor-outline.h"
#include "cor-place-card.h"
#include "cor-points-row.h"
#include "cor-seasons-row.h"
#include "cor-speak.h"
#include "cor-tariff-text.h"

#include <glib/gi18n-lib.h>

GtkListBox *
cor_inspector_add_card (GtkBox *box, const char *title, const char *note)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();

  if (title != NULL)
    {
      GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *name = gtk_label_new (title), *more = gtk_label_new (note);

      gtk_widget_add_css_class (name, "cor-section");
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_widget_set_hexpand (name, TRUE);
      gtk_widget_add_css_class (more, "cor-caption");
      gtk_widget_set_name (more, "card-note");
      gtk_label_set_ellipsize (GTK_LABEL (more), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (head), name);
      gtk_box_append (GTK_BOX (head), more);
      gtk_box_append (GTK_BOX (card), head);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "cor-card");
  gtk_box_append (GTK_BOX (card), list);
  gtk_box_append (box, card);
  return GTK_LIST_BOX (list);
}

/* Whether a field means anything for a station of that kind. */
static gboolean
concerns_station (CorStationKind kind, const char *key)
{
  static const char *const swap[] = { "batteries", "bays", "swap_min", "swap_type", NULL };
  static const char *const electric[]
      = { "power_kw", "plugs", "tariff", "energy_price_yuan_per_kwh", "service_fee_yuan_per_kwh", NULL };

  if (g_strv_contains (swap, key))
    return kind == COR_STATION_SWAP || kind == COR_STATION_BOTH;
  if (g_strv_contains (electric, key))
    return kind != COR_STATION_HYDROGEN;
  if (g_str_equal (key, "hydrogen_price_yuan_per_kg"))
    return kind == COR_STATION_HYDROGEN;
  return TRUE;
}

/* Whether a field means anything for a truck of that powertrain. */
static gboolean
concerns_truck (CorPowertrain powertrain, const char *key)
{
  if (g_str_equal (key, "swap_type"))
    return powertrain == COR_POWERTRAIN_BET_SWAP;
  if (g_str_equal (key, "battery_deal"))
    return powertrain != COR_POWERTRAIN_DIESEL;
  if (g_str_equal (key, "emission_standard"))
    return powertrain == COR_POWERTRAIN_DIESEL;
  return TRUE;
}

/* Whether a field means anything for a policy of that kind. */
static gboolean
concerns_policy (const CorPolicy *policy, const char *key)
{
  static const char *const of_package[] = { "on", "members", NULL };
  static const char *const of_purchase[] = { "min_range_km", "min_wh_per_kg", NULL };
  gboolean subsidy = g_str_equal (policy->policy_kind, "purchase_subsidy");

  if (g_str_equal (policy->policy_kind, "package"))
    return g_strv_contains (of_package, key);
  if (g_str_equal (key, "tiers"))
    return subsidy;
  if (g_strv_contains (of_purchase, key))
    return subsidy || g_str_has_suffix (policy->policy_kind, "_grant");
  return !g_str_equal (key, "amount") && !g_str_equal (key, "members");
}

static gboolean
concerns (const CorItem *item, const CorField *field)
{
  if (item->kind == COR_ITEM_STATION)
    return concerns_station (((const CorStation *)item)->station_kind, field->key);
  if (item->kind == COR_ITEM_TRUCK)
    return concerns_truck (((const CorTruck *)item)->powertrain, field->key);
  if (item->kind == COR_ITEM_POLICY)
    return concerns_policy ((const CorPolicy *)item, field->key);
  if (item->kind == COR_ITEM_HEAD) /* switched where networks are imported */
    return !g_str_equal (field->key, "network");
  return TRUE;
}

/* The row that edits a field; %NULL where there is none. */
static GtkWidget *
row_new (CorSession *session, const CorItem *item, const CorField *field)
{
  if (field->type == COR_FIELD_SCHEDULE || field->type == COR_FIELD_TIERS)
    return cor_points_row_new_field (session, item->kind, item->id, field);
  if (field->type == COR_FIELD_STRINGS && item->kind == COR_ITEM_POLICY)
    return cor_members_row_new (session, item->id, field);
  return cor_field_row_new (session, item->kind, item->id, field);
}

static void
add_season_clicked (GtkWidget *button, CorSession *session)
{
  cor_seasons_add (session, button, g_object_get_data (G_OBJECT (button), "tariff"));
}

/* Who pays by a tariff, or how that is chosen. */
static void
add_users (GtkListBox *card, CorSession *session, const CorItem *tariff)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (session));
  g_autofree char *users = cor_tariff_users_text (scenario, tariff->id);
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (row, "cor-row");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Paid by"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               users != NULL ? users : _ ("nobody yet: choose it at a station, a site or in the scenario"));
  gtk_list_box_append (card, row);
}

/* A row for each season, and one to add another. */
static void
add_seasons (GtkListBox *card, CorSession *session, const CorTariffSheet *sheet)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  add_users (card, session, &sheet->item);
  for (guint i = 0; sheet->seasons != NULL && i < sheet->seasons->len; i++)
    gtk_list_box_append (card, cor_seasons_row_new (session, sheet->item.id, i));
  gtk_widget_add_css_class (row, "cor-row");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a season"), -1);
  g_object_set_data_full (G_OBJECT (button), "tariff", g_strdup (sheet->item.id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_season_clicked), session, 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Add a season"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (card, row);
}

static void
add_fields (GtkBox *box, CorSession *session, const CorItem *item)
{
  GtkListBox *card = cor_inspector_add_card (box, NULL, NULL);
  const CorField *fields;
  guint n;

  fields = cor_item_fields (item->kind, &n);
  if (cor_inspector_is_place (item))
    gtk_list_box_append (card, cor_inspector_name_row_new (session, item));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = NULL;

      if (fields[i].type == COR_FIELD_SEASONS)
        add_seasons (card, session, (const CorTariffSheet *)item);
      else if (!cor_inspector_is_about (fields[i].key) && concerns (item, &fields[i]))
        row = row_new (session, item, &fields[i]);
      if (row != NULL)
        gtk_list_box_append (card, row);
    }
  cor_inspector_add_about (card, session, item);
}

/* Whether a field means anything for each of the things. */
static gboolean
concerns_all (CorScenario *scenario, CorItemKind kind, const char *const *ids, const CorField *field)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CorItem *item = cor_scenario_find (scenario, kind, ids[i]);

      if (item == NULL || !concerns (item, field))
        return FALSE;
    }
  return !cor_inspector_is_about (field->key) || g_str_equal (field->key, "city");
}

void
cor_inspector_build_common (GtkBox *box, CorSession *session, CorItemKind kind, const char *const *ids)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (session));
  GtkListBox *card = NULL;
  const CorField *fields;
  guint n;

  fields = cor_item_fields (kind, &n);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = concerns_all (scenario, kind, ids, &fields[i])
                           ? cor_field_row_new_for_all (session, kind, ids, &fields[i])
                           : NULL;

      if (row == NULL)
        continue;
      if (card == NULL)
        card = cor_inspector_add_card (box, _ ("In all of them"), NULL);
      gtk_list_box_append (card, row);
    }
}

/* Figures of a truck that people know and change, by powertrain; ends in COR_N_PARAMS. */
static const CorParamId *
truck_figures (CorPowertrain powertrain)
{
  static const CorParamId diesel[] = { COR_PARAM_DIESEL_USE, COR_PARAM_TRUCK_PRICE,
                                       COR_PARAM_MAINTENANCE, COR_PARAM_RESIDUAL, COR_N_PARAMS };
  static const CorParamId battery[] = { COR_PARAM_BATTERY,
                                        COR_PARAM_ENERGY_USE,
                                        COR_PARAM_TRUCK_PRICE,
                                        COR_PARAM_BATTERY_PRICE,
                                        COR_PARAM_CHARGE_POWER,
                                        COR_PARAM_SOC_MIN,
                                        COR_PARAM_SOC_MAX,
                                        COR_PARAM_RESERVE,
                                        COR_PARAM_MAINTENANCE,
                                        COR_PARAM_RESIDUAL,
                                        COR_PARAM_CHARGING_EFFICIENCY,
                                        COR_N_PARAMS };
  static const CorParamId hydrogen[] = { COR_PARAM_HYDROGEN_USE,
                                         COR_PARAM_HYDROGEN_TANK,
                                         COR_PARAM_FUEL_CELL_POWER,
                                         COR_PARAM_TRUCK_PRICE,
                                         COR_PARAM_MAINTENANCE,
                                         COR_PARAM_RESIDUAL,
                                         COR_N_PARAMS };

  if (powertrain == COR_POWERTRAIN_DIESEL)
    return diesel;
  return powertrain == COR_POWERTRAIN_FCET ? hydrogen : battery;
}

static void
add_figures (GtkBox *box,
             CorSession *session,
             const char *title,
             const CorItem *item,
             const CorParamId *figures)
{
  GtkListBox *card = NULL;

  for (; *figures < COR_N_PARAMS; figures++)
    {
      CorParamValue value;

      if (!cor_session_get_parameter (session, item->kind, item->id, *figures, &value, NULL))
        continue;
      if (card == NULL)
        card = cor_inspector_add_card (box, title, NULL);
      gtk_list_box_append (
          card, cor_lever_new_parameter (session, item->kind, item->id, *figures, FALSE));
    }
}

static const CorParamId scenario_figures[]
    = { COR_PARAM_OWNERSHIP,   COR_PARAM_DISCOUNT,    COR_PARAM_LOAN_SHARE, COR_PARAM_LOAN_RATE,
        COR_PARAM_DRIVER_COST, COR_PARAM_DEPOT_POWER, COR_N_PARAMS };

void
cor_inspector_build_item (GtkBox *box, CorSession *session, const CorItem *item, CorNetwork *network)
{
  if (item->kind == COR_ITEM_VARIANT)
    cor_inspector_build_variant (box, session, item);
  if (item->kind == COR_ITEM_POLICY
      && !g_str_equal (((const CorPolicy *)item)->policy_kind, "package"))
    gtk_list_box_append (cor_inspector_add_card (box, NULL, NULL),
                         cor_lever_new_amount (session, item->id));
  add_fields (box, session, item);
  if (cor_inspector_is_place (item))
    gtk_box_append (box, cor_place_card_new (session, network, item->kind, item->id));
  if (item->kind == COR_ITEM_TRUCK)
    add_figures (box, session, _ ("Figures of this truck"), item,
                 truck_figures (((const CorTruck *)item)->powertrain));
  else if (item->kind == COR_ITEM_HEAD)
    add_figures (box, session, _ ("Figures of the scenario"), item, scenario_figures);
}

void
cor_inspector_build_prices (GtkBox *box, CorSession *session)
{
  GtkListBox *card = cor_inspector_add_card (box, NULL, NULL);

  for (const CorParamId *price = cor_outline_prices; *price < COR_N_PARAMS; price++)
    {
      CorParamValue value;
      GtkWidget *lever;

      if (!cor_session_get_parameter (session, COR_ITEM_HEAD, NULL, *price, &value, NULL))
        continue;
      lever = cor_lever_new_parameter (session, COR_ITEM_HEAD, NULL, *price, TRUE);
      gtk_widget_set_name (lever, cor_param_info (*price)->id);
      gtk_list_box_append (card, lever);
      gtk_list_box_append (card, cor_points_row_new_parameter (session, COR_ITEM_HEAD, NULL, *price));
    }
}

GtkWidget *
cor_inspector_mark_price (GtkWidget *box, const char *id)
{
  GtkWidget *marked = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = COR_IS_LEVER (child) ? NULL : cor_inspector_mark_price (child, id);

      if (COR_IS_LEVER (child) && g_strcmp0 (gtk_widget_get_name (child), id) == 0)
        gtk_widget_add_css_class (found = child, "marked");
      else if (COR_IS_LEVER (child))
        gtk_widget_remove_css_class (child, "marked");
      marked = found != NULL ? found : marked;
    }
  return marked;
}

void
cor_inspector_build_policies (GtkBox *box, CorSession *session)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (session));
  const CorItem *const *policies;
  guint n;

  policies = cor_scenario_items (scenario, COR_ITEM_POLICY, &n);
  for (guint i = 0; i < n; i++)
    {
      GtkListBox *card = cor_inspector_add_card (
          box, cor_item_label (policies[i], cor_format_is_chinese (NULL)), NULL);

      gtk_list_box_append (card, cor_field_row_new (session, COR_ITEM_POLICY, policies[i]->id,
                                                    cor_item_field (COR_ITEM_POLICY, "on")));
      if (g_str_equal (((const CorPolicy *)policies[i])->policy_kind, "package"))
        gtk_list_box_append (card, cor_members_row_new (session, policies[i]->id,
                                                        cor_item_field (COR_ITEM_POLICY, "members")));
      else
        gtk_list_box_append (card, cor_lever_new_amount (session, policies[i]->id));
    }
}
