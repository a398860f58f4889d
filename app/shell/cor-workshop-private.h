/* cor-workshop-private.h: the workshop's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-headline.h"
#include "cor-magnifier.h"
#include "cor-map-pane.h"
#include "cor-workshop.h"

G_BEGIN_DECLS

struct _CorWorkshop
{
  AdwWindow parent_instance;

  CorApplication *app;
  CorSession *main;    /* of the document that this is a copy of */
  CorSession *session; /* what the levers work on */
  CorScenario *start;
  CorMapPane *map;
  CorMagnifier *magnifier; /* around the map */
  gboolean fitted;
  gboolean handed_over; /* another window goes on, in another language */
  CorHeadline *headlines[COR_N_HEADLINES];
  GPtrArray *sliders;
  GPtrArray *marks; /* CorWorkshopMark */
  GSimpleActionGroup *actions;
  gint64 began;
  guint tick;
  int width, height; /* of the last layout */
  guint room_source;
  int room;          /* pixels of plain text */
  gboolean unkept;   /* there are marks that leaving would lose */
  GtkWindow *question; /* weak: about them, while it stands */
  AdwBin *map_bin;
  GtkLabel *timer;
  GtkBox *levers;
  GtkGrid *numbers;
  GtkBox *choices;
  GtkBox *mark_list;
  GtkEditable *mark_name;
  GtkPopover *mark_popover;
  AdwToastOverlay *toasts;
};

/** cor_workshop_get_document: (transfer none): what the levers work on. */
CorDocument *cor_workshop_get_document (CorWorkshop *self);

/** cor_workshop_clear_box: takes all children out of @box. */
void cor_workshop_clear_box (GtkBox *box);

/** cor_workshop_fill_levers: the chosen levers where they are now, with their marks. */
void cor_workshop_fill_levers (CorWorkshop *self);

/** cor_workshop_fill_choices: the list to choose levers from. */
void cor_workshop_fill_choices (CorWorkshop *self);

/** cor_workshop_add_mark_actions: to make marks, go to one and keep them all. */
void cor_workshop_add_mark_actions (CorWorkshop *self);

/** cor_workshop_fill_marks: the list of marks, and a name for the next. */
void cor_workshop_fill_marks (CorWorkshop *self);

/** cor_workshop_take_marks: those of @from, another window of the same room. */
void cor_workshop_take_marks (CorWorkshop *self, CorWorkshop *from);

/** cor_workshop_ask_to_leave: asks about marks that are not kept; the answer may close the window. */
void cor_workshop_ask_to_leave (CorWorkshop *self);

/** cor_workshop_fit_room: everything as large as a window of that width and height, in pixels, allows. */
void cor_workshop_fit_room (CorWorkshop *self, int width, int height);

G_END_DECLS
