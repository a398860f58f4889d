/* cor-city-names.h: names of cities and districts in English and Chinese.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cor_city_name: (transfer none) (nullable): the name of a city or district as the reader writes it, from the
 * place names that come with the program: "深圳" for "Shenzhen" or "Shenzhen City" where @zh, "Shenzhen" for
 * "深圳市" where not; @city itself where it is not among them. Any thread.
 */
const char *cor_city_name (const char *city, gboolean zh);

G_END_DECLS
