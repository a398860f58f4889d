/* cor-file-name.h: what files are called, as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cor_file_name: (transfer full): the name of a file without its folder, to be shown or written down. It is text
 * whatever the name is: one that came out of an archive of another system may not be UTF-8, and stands with question
 * marks then.
 */
char *cor_file_name (GFile *file);

G_END_DECLS
