/* cor-number-entry.h: a number with its unit to type or step; may be empty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_NUMBER_ENTRY (cor_number_entry_get_type ())
/**
 * CorNumberEntry:
 *
 * Signals: "edited" (double value): the user entered it, NaN for nothing; "done": the cursor left.
 */
G_DECLARE_FINAL_TYPE (CorNumberEntry, cor_number_entry, COR, NUMBER_ENTRY, AdwBin)

/**
 * cor_number_entry_new:
 * @lowest, @highest: of the value
 * @unit: shown behind the number, "" for none; "%" shows a share (0 to 1) in per cent, and what
 *   cor_units_shown() knows is shown and typed in the unit that people chose
 * @whole: whether only whole numbers make sense
 * @optional: whether it may be empty
 */
GtkWidget *cor_number_entry_new (double lowest,
                                 double highest,
                                 const char *unit,
                                 gboolean whole,
                                 gboolean optional);

/** cor_number_entry_set_value: shows @value, NaN for nothing, without telling of it. */
void cor_number_entry_set_value (CorNumberEntry *self, double value);

/** cor_number_entry_set_missing: (nullable): shown dim while it is empty: what is reckoned with; else the unit. */
void cor_number_entry_set_missing (CorNumberEntry *self, const char *text);
double cor_number_entry_get_value (CorNumberEntry *self);

/** cor_number_entry_get_digits: behind the point, as it is shown. */
int cor_number_entry_get_digits (CorNumberEntry *self);

/** cor_number_entry_set_least_digits: so many are shown behind the point from the next value on, also where they are 0. */
void cor_number_entry_set_least_digits (CorNumberEntry *self, int digits);

/** cor_number_entry_get_spin: (transfer none): the widget that takes the focus. */
GtkWidget *cor_number_entry_get_spin (CorNumberEntry *self);

/** cor_number_leave_wheel: a spin button or slider: the wheel moves the pane that it stands in, and never the number
 * below the pointer. */
void cor_number_leave_wheel (GtkWidget *widget);

/** cor_number_digits: behind the point, as many as the number needs up to four, and no fewer than @least. */
int cor_number_digits (double shown, int least);

/** cor_number_step: a step that suits a value of that size: 0.42 gives 0.01, 640 gives 10. */
double cor_number_step (double value, gboolean whole);

G_END_DECLS
