/* cor-tile-url.h: addresses of tiles on the net, with places for zoom, column and row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/**
 * cor_tile_url_check:
 * @template: such as "https://tiles.example/{z}/{x}/{y}.png"
 * @error: (nullable): %G_URI_ERROR that says what is wrong
 *
 * Only encrypted addresses are taken, and unencrypted ones of this very computer.
 *
 * Returns: whether tiles can be asked for at such an address
 */
gboolean cor_tile_url_check (const char *template, GError **error);
