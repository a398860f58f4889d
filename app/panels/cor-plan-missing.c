/* cor-plan-missing.c: why a duty has no charging plan, and what helps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-missing.h"

#include "cor-inspector-cards.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is said, and what can be shown in the window: of no kind where nothing can. */
typedef struct
{
  const char *title;
  const char *text;
  const char *help; /* what would help, or NULL */
  CorItemKind kind;
  const char *id;
  const char *button;
} Words;

static gboolean
is_battery (int powertrain)
{
  return powertrain == COR_POWERTRAIN_BET || powertrain == COR_POWERTRAIN_BET_SWAP;
}

static Words
words_of_duty (const CorDutyResult *duty, const char *title, const char *text, const char *help)
{
  return (Words){ title, text, help, COR_ITEM_DUTY, duty->duty->item.id, _ ("Show the Duty") };
}

static Words
words_of_route (const CorDutyResult *duty, const char *title, const char *text, const char *help)
{
  return (Words){ title, text, help, COR_ITEM_ROUTE, duty->duty->route, _ ("Show the Route") };
}

/* The truck that does the duty has no plan: none is needed, or a figure is missing. */
static Words
words_of_truck (const CorDutyResult *duty, const CorAlternative *shown)
{
  const char *none = _ ("No Stops to Plan");

  if (shown->plan != NULL && !shown->plan->feasible)
    return words_of_duty (duty, _ ("The Day Cannot Be Done"), shown->problem, shown->remedy);
  if (shown->powertrain == COR_POWERTRAIN_DIESEL)
    return words_of_duty (duty, none, _ ("A diesel truck does this duty; it does not charge."),
                          _ ("Assign a battery truck to see where and when it would charge."));
  if (!is_battery (shown->powertrain))
    return words_of_duty (duty, none, _ ("A hydrogen truck does this duty; where it fills up is not planned."),
                          _ ("Assign a battery truck to see where and when it would charge."));
  if (shown->problem != NULL)
    return words_of_duty (duty, _ ("A Figure Is Missing"), shown->problem, shown->remedy);
  if (duty->route == NULL || isnan (duty->route->trips_per_day))
    return words_of_route (duty, _ ("Trips a Day Are Not Given"),
                           _ ("Without them there is no working day to plan. Cost and emissions are worked out from the year's km."),
                           _ ("Give the trips a day of the route."));
  return words_of_duty (duty, _ ("The Battery Is Not Given"), _ ("Without its size no charging can be planned."),
                        _ ("Give the truck a battery."));
}

static Words
find_words (const CorResults *results, const CorDutyResult *duty)
{
  const CorAlternative *shown = duty != NULL ? cor_duty_result_shown (duty) : NULL;

  if (results == NULL)
    return (Words){ .title = _ ("Working It Out"), .text = _ ("The plan stands here in a moment.") };
  if (duty == NULL)
    return (Words){ .title = _ ("No Duty Yet"), .text = _ ("Draw a route and give it a truck: its day is planned at once.") };
  if (duty->geometry != NULL && duty->geometry->problem != NULL)
    return words_of_route (duty, _ ("There Is No Way"), duty->geometry->problem, NULL);
  if (shown == NULL)
    return words_of_duty (duty, _ ("No Truck Yet"), _ ("Nobody does this duty."), _ ("Assign a truck to it."));
  return words_of_truck (duty, shown);
}

/* What a button shows. */
typedef struct
{
  CorSession *session;
  GtkWindow *owner;
  CorItemKind kind;
  char *id;
} Target;

static void
target_free (gpointer data, GClosure *closure)
{
  Target *target = data;

  g_object_unref (target->session);
  g_clear_object (&target->owner);
  g_free (target->id);
  g_free (target);
}

static void
show_target (GtkButton *button, Target *target)
{
  cor_selection_set (cor_session_get_selection (target->session), target->kind, target->id);
  if (target->owner == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (target->owner), "win.show-selected", NULL);
  gtk_window_present (target->owner);
}

static void
add_show_button (GtkBox *box, CorSession *session, const Words *words, GtkWindow *owner)
{
  GtkWidget *button = gtk_button_new_with_label (words->button);
  Target *target = g_new (Target, 1);

  *target = (Target){ g_object_ref (session), owner != NULL ? g_object_ref (owner) : NULL, words->kind, g_strdup (words->id) };
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (show_target), target, target_free, 0);
  gtk_box_append (box, button);
}

/* The inspector's buttons in a column, so that they have room in a narrow window. */
static void
add_remedies (GtkBox *box, CorSession *session, const CorDutyResult *duty)
{
  GtkWidget *row;

  cor_inspector_add_remedies (box, session, duty);
  row = gtk_widget_get_last_child (GTK_WIDGET (box));
  if (row == NULL)
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (row), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
}

gboolean
cor_plan_missing_show (AdwStatusPage *page,
                       CorSession *session,
                       const CorResults *results,
                       const CorDutyResult *duty,
                       GtkWindow *owner)
{
  const CorAlternative *shown = duty != NULL ? cor_duty_result_shown (duty) : NULL;
  Words words;
  g_autofree char *text = NULL, *escaped = NULL;
  GtkWidget *box;

  if (shown != NULL && shown->plan != NULL && shown->plan->feasible)
    return FALSE;
  words = find_words (results, duty);
  text = words.help != NULL && *words.help != '\0' ? g_strdup_printf ("%s\n%s", words.text, words.help) : g_strdup (words.text);
  escaped = g_markup_escape_text (text != NULL ? text : "", -1);
  adw_status_page_set_title (page, words.title);
  adw_status_page_set_description (page, escaped);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  if (duty != NULL)
    add_remedies (GTK_BOX (box), session, duty);
  if (words.id != NULL)
    add_show_button (GTK_BOX (box), session, &words, owner);
  adw_status_page_set_child (page, box);
  return TRUE;
}
