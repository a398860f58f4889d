/* cor-units-setting.h: the units that the preferences hold, wherever figures are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cor_units_setting_follow: from now on all windows of @app write figures in the units of the preferences. */
void cor_units_setting_follow (GtkApplication *app);

/** cor_units_setting_clean: (transfer full): @label as a currency label may be: at most eight characters, no markup. */
char *cor_units_setting_clean (const char *label);

G_END_DECLS
