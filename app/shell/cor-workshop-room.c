/* cor-workshop-room.c: how large the workshop writes, by the size of the screen.
 *
 * All sizes in style.css hang on the size of plain text, which is chosen here so that a screen of
 * 1920 by 1080 has 20 pixels: what a room reads from its back row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-workshop-private.h"

/* The pixels that plain text can have: a class room-N each. */
static const int rooms[] = { 9, 11, 13, 14, 16, 18, 20, 24, 30, 40 };

/* Of plain text in the map at its own size. */
#define MAP_TEXT 13.0

/* Below this height, in pixels of the map at its own size, the legend leaves out the key to the
 * signs. */
#define LOW_BELOW 800.0

static int
room_for (int width, int height)
{
  double wish = 20.0 * MIN (width / 1920.0, height / 1080.0);
  int room = rooms[0];

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    if (rooms[i] <= wish + 0.25)
      room = rooms[i];
  return room;
}

void
cor_workshop_fit_room (CorWorkshop *self, int width, int height)
{
  int room = room_for (width, height);
  double factor = MAX (1.0, room / MAP_TEXT);
  g_autofree char *old = g_strdup_printf ("room-%d", self->room);
  g_autofree char *new = g_strdup_printf ("room-%d", room);

  if (room == self->room)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), old);
  gtk_widget_add_css_class (GTK_WIDGET (self), new);
  self->room = room;
  cor_magnifier_set_factor (self->magnifier, factor);
  cor_map_pane_set_room (self->map, TRUE, height / factor < LOW_BELOW);
}
