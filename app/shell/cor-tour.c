/* cor-tour.c: five steps through the window for who has never seen it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tour.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *host;
  GtkWidget *popover;
  GtkWidget *targets[COR_N_TOUR_STEPS];
  GtkLabel *title, *text, *count;
  GtkButton *next;
  guint step;
  CorTourEnded ended;
  gpointer data;
} Tour;

static const struct
{
  const char *title, *text;
} steps[COR_N_TOUR_STEPS] = {
  [COR_TOUR_MAP] = { N_ ("The map"),
                     N_ ("Routes, stations and sites of the corridor. Drag a station and watch what "
                         "follows. The tools above draw new ones.") },
  [COR_TOUR_NUMBERS] = { N_ ("Four numbers"),
                         N_ ("They are always in sight and always current. Click one to see its formula, its "
                             "inputs and their sources.") },
  [COR_TOUR_INSPECTOR] = { N_ ("What is selected"),
                           N_ ("Its properties, its results, and why something cannot be done. Change a value "
                               "here; Ctrl+Z takes it back.") },
  [COR_TOUR_LIST] = { N_ ("Everything in one list"),
                      N_ ("Sites, routes, stations, trucks, duties, instruments and prices. What you select here "
                          "is selected on the map too.") },
  [COR_TOUR_MENU] = { N_ ("And then"),
                      N_ ("Compare variants, ask what it would take, run a workshop, write the report: all in this "
                          "menu, with the help.") },
};

/* Leaves the tour; the bubble goes after the click that closed it has been dealt with. */
static gboolean
drop (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed (GtkPopover *popover, Tour *tour)
{
  if (tour->ended != NULL)
    tour->ended (tour->data);
  tour->ended = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop, g_object_ref (popover), g_object_unref);
}

/* Where the bubble points: into the step's widget, into the map where that is folded away. */
static void
point (Tour *tour)
{
  GtkWidget *target = tour->targets[tour->step];
  graphene_rect_t bounds;
  GdkRectangle at = { gtk_widget_get_width (tour->host) / 2, gtk_widget_get_height (tour->host) / 2, 1, 1 };
  gboolean low = tour->step == COR_TOUR_NUMBERS;

  if (gtk_widget_get_mapped (target) && gtk_widget_get_width (target) > 40
      && gtk_widget_compute_bounds (target, tour->host, &bounds))
    {
      at.x = (int) (bounds.origin.x + bounds.size.width / 2);
      at.y = (int) (low ? bounds.origin.y + 8 : bounds.origin.y + MIN (bounds.size.height / 2, 240));
    }
  gtk_popover_set_position (GTK_POPOVER (tour->popover), low ? GTK_POS_TOP : GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (tour->popover), &at);
}

static void
show_step (Tour *tour)
{
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), tour->step + 1, COR_N_TOUR_STEPS);
  gboolean last = tour->step + 1 == COR_N_TOUR_STEPS;

  gtk_label_set_label (tour->title, _ (steps[tour->step].title));
  gtk_label_set_label (tour->text, _ (steps[tour->step].text));
  gtk_label_set_label (tour->count, count);
  gtk_button_set_label (tour->next, last ? _ ("_Done") : _ ("_Next"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tour->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (steps[tour->step].title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (steps[tour->step].text), -1);
  point (tour);
}

static void
next_clicked (GtkButton *button, Tour *tour)
{
  if (tour->step + 1 == COR_N_TOUR_STEPS)
    {
      gtk_popover_popdown (GTK_POPOVER (tour->popover));
      return;
    }
  tour->step++;
  show_step (tour);
}

static void
skip_clicked (GtkButton *button, Tour *tour)
{
  gtk_popover_popdown (GTK_POPOVER (tour->popover));
}

static gboolean
escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_popover_popdown (GTK_POPOVER (widget));
  return TRUE;
}

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);
  gtk_label_set_width_chars (GTK_LABEL (label), 38);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkWidget *
buttons_new (Tour *tour)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *skip = gtk_button_new_with_mnemonic (_ ("_Skip"));
  GtkWidget *next = gtk_button_new_with_mnemonic (_ ("_Next"));

  gtk_widget_set_hexpand (count, TRUE);
  gtk_label_set_xalign (GTK_LABEL (count), 0);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (skip, "flat");
  gtk_widget_add_css_class (next, "suggested-action");
  gtk_widget_set_name (next, "tour-next");
  gtk_widget_set_name (skip, "tour-skip");
  g_signal_connect (next, "clicked", G_CALLBACK (next_clicked), tour);
  g_signal_connect (skip, "clicked", G_CALLBACK (skip_clicked), tour);
  gtk_box_append (GTK_BOX (row), count);
  gtk_box_append (GTK_BOX (row), skip);
  gtk_box_append (GTK_BOX (row), next);
  tour->count = GTK_LABEL (count);
  tour->next = GTK_BUTTON (next);
  return row;
}

GtkWidget *
cor_tour_start (GtkWidget *const *targets, CorTourEnded ended, gpointer data)
{
  Tour *tour = g_new0 (Tour, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (guint i = 0; i < COR_N_TOUR_STEPS; i++)
    tour->targets[i] = targets[i];
  tour->ended = ended;
  tour->data = data;
  tour->host = targets[COR_TOUR_MAP];
  tour->popover = gtk_popover_new ();
  gtk_widget_set_name (tour->popover, "tour");
  gtk_widget_set_parent (tour->popover, tour->host);
  gtk_popover_set_autohide (GTK_POPOVER (tour->popover), FALSE);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  tour->title = add_label (GTK_BOX (box), "title-4");
  tour->text = add_label (GTK_BOX (box), "body");
  gtk_box_append (GTK_BOX (box), buttons_new (tour));
  gtk_popover_set_child (GTK_POPOVER (tour->popover), box);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (escape, NULL, NULL)));
  gtk_widget_add_controller (tour->popover, keys);
  g_signal_connect_object (tour->host, "destroy", G_CALLBACK (gtk_widget_unparent), tour->popover,
                           G_CONNECT_SWAPPED);
  g_signal_connect (tour->popover, "closed", G_CALLBACK (closed), tour);
  g_object_set_data_full (G_OBJECT (tour->popover), "cor-tour", tour, g_free);
  show_step (tour);
  gtk_popover_popup (GTK_POPOVER (tour->popover));
  gtk_widget_grab_focus (GTK_WIDGET (tour->next));
  return tour->popover;
}
