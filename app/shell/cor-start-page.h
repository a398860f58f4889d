/* cor-start-page.h: what is shown without a scenario: the bundled ones, and how to begin.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_START_PAGE (cor_start_page_get_type ())
/** CorStartPage: its rows activate "win.open-uri". */
G_DECLARE_FINAL_TYPE (CorStartPage, cor_start_page, COR, START_PAGE, AdwBin)

G_END_DECLS
