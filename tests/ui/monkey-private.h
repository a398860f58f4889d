/* monkey-private.h: what the files of the monkey share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "monkey.h"

/** monkey_say: writes a line of the log, with the step before it. */
void monkey_say (Monkey *m, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** monkey_pick: a number from 0 to below @n. */
int monkey_pick (Monkey *m, int n);

/** MONKEY_PICK: any entry of an array. */
#define MONKEY_PICK(m, table) ((table)[monkey_pick (m, G_N_ELEMENTS (table))])

/** monkey_start_hand: starts xdotool, which ends where a window that it was to move is gone. */
void monkey_start_hand (Monkey *m);

/** monkey_hand: a line for xdotool. */
void monkey_hand (Monkey *m, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** monkey_focus: gives the keyboard to that window. */
void monkey_focus (Monkey *m, GtkWidget *window);

/** monkey_windows: (transfer full): the windows that are there, each held; menus and bubbles left out. */
GPtrArray *monkey_windows (void);

/** monkey_click, monkey_drag, monkey_wheel: anywhere in the window. */
void monkey_click (Monkey *m);
void monkey_drag (Monkey *m);
void monkey_wheel (Monkey *m);

/** monkey_drag_object: a site or a station by its place on the map. */
void monkey_drag_object (Monkey *m);

/** monkey_key: keys go to a window that may be another than the first. */
void monkey_key (Monkey *m);

/** monkey_action: any action that the window or the program has. */
void monkey_action (Monkey *m);

/** monkey_edit: an edit as the inspector makes it: any parameter of anything that has its own. */
void monkey_edit (Monkey *m);

/** monkey_undo: back or forth, some steps. */
void monkey_undo (Monkey *m);

/** monkey_paste: rows as from a spreadsheet, into the window; what stands in an import's window is taken. */
void monkey_paste (Monkey *m);

/** monkey_control: a button pressed, a switch turned, a lever moved, a choice made, a text written: any in sight. */
void monkey_control (Monkey *m);
