/* no-room.h: a full disk, by a limit on the size of files, which fails in the same place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <signal.h>
#include <sys/resource.h>

/** limit_files: no file grows above @most bytes from now on; RLIM_INFINITY takes the limit away again. */
static inline void
limit_files (rlim_t most)
{
  struct rlimit now;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &now), ==, 0);
  now.rlim_cur = MIN (most, now.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &now), ==, 0);
}
