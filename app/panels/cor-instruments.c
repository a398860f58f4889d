/* cor-instruments.c: the library of real instruments to pick from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-instruments.h"

#include "cor-data-dir.h"
#include "cor-data-text.h"
#include "cor-dialogs.h"
#include "cor-format.h"
#include "cor-item-text.h"
#include "cor-policy.h"
#include "cor-scenario-file.h"
#include "cor-toasts.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What one row's button needs. */
typedef struct
{
  CorSession *session;
  CorItem *policy;
  AdwToastOverlay *toasts;
} Pick;

static void
pick_free (Pick *pick)
{
  g_object_unref (pick->session);
  cor_item_unref (pick->policy);
  g_free (pick);
}

/* Whether it is over before the first model year, so that it touches no truck of the scenario. */
static gboolean
is_over (const CorPolicy *policy, const CorScenario *scenario)
{
  return policy->last_year > 0 && policy->last_year < cor_scenario_head (scenario)->first_model_year;
}

/* Adds the instrument, in force, under an id of its own. */
static void
add_clicked (GtkButton *button, Pick *pick)
{
  CorDocument *document = cor_session_get_document (pick->session);
  CorScenario *scenario = cor_document_get_scenario (document);
  CorPolicy *policy = (CorPolicy *)cor_item_copy (pick->policy);
  char *id = cor_scenario_free_id (scenario, COR_ITEM_POLICY, pick->policy->id);
  gboolean over = is_over (policy, scenario);

  g_free (policy->item.id);
  policy->item.id = id;
  policy->on = TRUE;
  cor_document_apply (document, cor_scenario_with_item (scenario, &policy->item),
                      _ ("Add an instrument"), NULL);
  cor_selection_set (cor_session_get_selection (pick->session), COR_ITEM_POLICY, id);
  cor_toasts_say (pick->toasts, over
                                  ? _ ("Added. It is over before the first model year: give it other years to see what it would do.")
                                  : _ ("Added to the policies. Undo takes it back."));
}

static char *
years_text (const CorPolicy *policy)
{
  if (policy->first_year == 0 && policy->last_year == 0)
    return g_strdup (_ ("any year"));
  if (policy->first_year == policy->last_year)
    return g_strdup_printf ("%d", policy->first_year);
  if (policy->last_year == 0)
    return g_strdup_printf (_ ("from %d"), policy->first_year);
  return g_strdup_printf ("%d–%d", policy->first_year, policy->last_year);
}

/* Amount, cap, years; whether it is over; then what else it says. */
static char *
subtitle_text (const CorPolicy *policy, const CorScenario *scenario)
{
  g_autofree char *years = years_text (policy);
  g_autofree char *amount = cor_policy_amount_text (policy, NAN);
  const char *note = cor_item_note (&policy->item, cor_format_is_chinese (NULL));
  GString *text = g_string_new (NULL);

  if (amount != NULL)
    g_string_append_printf (text, "%s · ", amount);
  if (!isnan (policy->cap_yuan))
    {
      g_autofree char *cap = cor_format_number (policy->cap_yuan, 0);
      g_autofree char *most = g_strdup_printf (_ ("at most %s yuan"), cap);
      g_autofree char *in_unit = cor_units_money_text (most);

      g_string_append_printf (text, "%s · ", in_unit);
    }
  g_string_append (text, years);
  if (is_over (policy, scenario))
    g_string_append_printf (text, " · %s", _ ("over before the first model year"));
  if (note != NULL)
    g_string_append_printf (text, "\n%s", note);
  return g_string_free (text, FALSE);
}

static GtkWidget *
row_new (CorSession *session, const CorItem *policy, AdwToastOverlay *toasts)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Add"));
  const char *name = cor_item_label (policy, cor_format_is_chinese (NULL));
  g_autofree char *subtitle
    = subtitle_text ((const CorPolicy *) policy, cor_document_get_scenario (cor_session_get_document (session)));
  g_autofree char *spoken = g_strdup_printf (_ ("Add: %s"), name);
  Pick *pick = g_new0 (Pick, 1);

  pick->session = g_object_ref (session);
  pick->policy = cor_item_ref (policy);
  pick->toasts = toasts;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (add_clicked), pick,
                         (GClosureNotify)(void (*) (void))pick_free, 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (row, cor_data_text (policy->source));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

/* The sources of a group, each once, below its title. */
static void
add_source (AdwPreferencesGroup *group, const char *source)
{
  const char *now = adw_preferences_group_get_description (group);
  g_autofree char *escaped = g_markup_escape_text (source != NULL ? cor_data_text (source) : "", -1);
  g_autofree char *both = NULL;

  if (*escaped == '\0' || (now != NULL && strstr (now, escaped) != NULL))
    return;
  both = now != NULL && *now != '\0' && strstr (escaped, now) == NULL
             ? g_strdup_printf ("%s; %s", now, escaped)
             : g_strdup (escaped);
  adw_preferences_group_set_description (group, both);
}

/* One group a kind, in the order of the kinds; the newest instruments, last in the file, first. */
static void
fill_page (AdwPreferencesPage *page,
           CorSession *session,
           const CorScenario *library,
           AdwToastOverlay *toasts)
{
  guint n;
  const CorItem *const *policies = cor_scenario_items (library, COR_ITEM_POLICY, &n);

  for (guint kind = 0; kind < COR_N_POLICY_KINDS; kind++)
    {
      AdwPreferencesGroup *group = NULL;

      for (guint i = n; i-- > 0;)
        {
          if (g_strcmp0 (((const CorPolicy *)policies[i])->policy_kind,
                         cor_policy_kind_info (kind)->id)
              != 0)
            continue;
          if (group == NULL)
            {
              group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
              adw_preferences_group_set_title (group, _ (cor_policy_kind_info (kind)->label));
              adw_preferences_page_add (page, group);
            }
          add_source (group, policies[i]->source);
          adw_preferences_group_add (group, row_new (session, policies[i], toasts));
        }
    }
}

/* Escape closes it, as every window of this kind. */
static void
add_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

GtkWidget *
cor_instruments_window_new (GtkWindow *parent, CorSession *session)
{
  g_autofree char *path = cor_data_file ("policies", "china.corridor", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenarioFile) library = cor_scenario_file_load (path, &error);
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", _ ("Instruments in China"), "default-width", 620,
                                    "default-height", 640, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkWidget *page = adw_preferences_page_new ();

  cor_dialog_attach (GTK_WINDOW (window), parent);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  if (library != NULL)
    fill_page (ADW_PREFERENCES_PAGE (page), session, cor_scenario_file_scenario (library),
               ADW_TOAST_OVERLAY (toasts));
  else
    cor_toasts_say (ADW_TOAST_OVERLAY (toasts), error->message);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), page);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), box);
  adw_window_set_content (ADW_WINDOW (window), toasts);
  add_escape (window);
  return window;
}
