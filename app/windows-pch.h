/* What files of windows read before anything else, where precompiled headers are asked for (-Db_pch=true).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
