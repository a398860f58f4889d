/* test-build-share.c: the time left that the progress of a build promises, on a clock that was measured.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-build-share.h"

#include <math.h>

/* What share of the bytes, or of the work, of a step was done at what share of the processor time of the whole build. */
typedef struct
{
  CorNetworkBuildStep step;
  double share, time;
} Moment;

typedef struct
{
  const char *name;
  double ways_from; /* where the first way is in the file */
  const Moment *moments;
  guint n;
} Run;

#define R COR_NETWORK_BUILD_ROADS
#define P COR_NETWORK_BUILD_PLACES
#define J COR_NETWORK_BUILD_JOIN
#define W COR_NETWORK_BUILD_WRITE

/* Porto 19 times, 60 MB: 4.2 s. */
static const Moment porto[] = {
  { R, 0.143, 0.014 }, { R, 0.357, 0.034 }, { R, 0.577, 0.059 }, { R, 0.643, 0.110 }, { R, 0.720, 0.166 }, { R, 0.789, 0.219 },
  { R, 0.866, 0.294 }, { R, 0.934, 0.349 }, { P, 0.005, 0.437 }, { P, 0.125, 0.461 }, { P, 0.255, 0.486 }, { P, 0.375, 0.510 },
  { P, 0.503, 0.535 }, { P, 0.628, 0.553 }, { P, 0.750, 0.568 }, { P, 0.880, 0.583 }, { J, 0.010, 0.601 }, { J, 0.130, 0.641 },
  { J, 0.260, 0.685 }, { J, 0.380, 0.725 }, { J, 0.510, 0.767 }, { J, 0.630, 0.807 }, { J, 0.750, 0.845 }, { J, 0.900, 0.903 },
};

/* Hong Kong 5 times, 10 MB: 0.95 s. */
static const Moment hong_kong[] = {
  { R, 0.291, 0.023 }, { R, 0.577, 0.045 }, { R, 0.860, 0.249 }, { P, 0.003, 0.474 }, { P, 0.128, 0.492 }, { P, 0.378, 0.528 },
  { P, 0.630, 0.562 }, { P, 0.878, 0.587 }, { J, 0.010, 0.602 }, { J, 0.255, 0.681 }, { J, 0.760, 0.836 },
};

/* Porto 3 times as .osm, 167 MB: 2.65 s. */
static const Moment porto_xml[] = {
  { R, 0.149, 0.058 }, { R, 0.289, 0.113 }, { R, 0.429, 0.167 }, { R, 0.577, 0.224 }, { R, 0.717, 0.290 }, { R, 0.857, 0.373 },
  { P, 0.005, 0.490 }, { P, 0.125, 0.537 }, { P, 0.253, 0.587 }, { P, 0.375, 0.636 }, { P, 0.503, 0.692 }, { P, 0.630, 0.747 },
  { P, 0.753, 0.803 }, { P, 0.880, 0.861 }, { J, 0.025, 0.918 }, { J, 0.255, 0.934 }, { J, 0.505, 0.953 },
};

/* The same as .osm.bz2, 15 MB: 10.6 s. */
static const Moment porto_bz2[] = {
  { R, 0.143, 0.059 }, { R, 0.291, 0.126 }, { R, 0.429, 0.183 }, { R, 0.577, 0.244 }, { R, 0.714, 0.307 }, { R, 0.863, 0.397 },
  { P, 0.008, 0.499 }, { P, 0.130, 0.551 }, { P, 0.250, 0.605 }, { P, 0.380, 0.661 }, { P, 0.503, 0.716 }, { P, 0.633, 0.769 },
  { P, 0.753, 0.833 }, { P, 0.883, 0.906 },
};

static const Run runs[] = { { "porto.osm.pbf", 0.593, porto, G_N_ELEMENTS (porto) },
                            { "hong-kong.OSM.PBF", 0.621, hong_kong, G_N_ELEMENTS (hong_kong) },
                            { "porto.osm", 0.655, porto_xml, G_N_ELEMENTS (porto_xml) },
                            { "porto.osm.bz2", 0.680, porto_bz2, G_N_ELEMENTS (porto_bz2) } };

/* From a fifth of the time on, what is left is promised within a factor of 2; the share never falls. */
static void
test_time_left (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      CorBuildShare share;
      double before = 0.0;

      cor_build_share_init (&share, runs[i].name, FALSE);
      for (guint k = 0; k < runs[i].n; k++)
        {
          const Moment *moment = &runs[i].moments[k];
          double done, ratio;

          if (moment->step == R && moment->share >= runs[i].ways_from)
            cor_build_share_meet_ways (&share, runs[i].ways_from);
          done = cor_build_share_of (&share, moment->step, moment->share);
          g_assert_cmpfloat (done, >=, before - 0.001);
          before = done;
          ratio = (moment->time / done - moment->time) / (1.0 - moment->time);
          g_test_message ("%s step %d %.3f: %.3f done at %.3f of the time, %.2f of what is left", runs[i].name, moment->step,
                          moment->share, done, moment->time, ratio);
          if (moment->time < 0.2)
            continue;
          g_assert_cmpfloat (ratio, <, 2.0);
          g_assert_cmpfloat (ratio, >, 0.5);
        }
    }
}

/* From 0 to 1 with and without heights, each step where the one before ends, wherever the ways begin. */
static void
test_whole (void)
{
  static const char *const names[] = { "a.pbf", "a.osm", "a.bz2" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint heights = 0; heights < 2; heights++)
      for (double from = 0.125; from <= 1.0; from += 0.125)
        {
          CorBuildShare share;
          double last = 0.0;

          cor_build_share_init (&share, names[i], heights);
          cor_build_share_meet_ways (&share, from);
          g_assert_cmpfloat (cor_build_share_of (&share, R, 0.0), ==, 0.0);
          for (int step = R; step <= W; step++)
            for (double at = 0.0; at <= 1.0; at += 0.125)
              {
                double done = cor_build_share_of (&share, (CorNetworkBuildStep) step, at);

                if (step == COR_NETWORK_BUILD_HEIGHTS && !heights)
                  continue;
                g_assert_cmpfloat (done, >=, last - 1e-12);
                last = done;
              }
          g_assert_cmpfloat_with_epsilon (last, 1.0, 1e-12);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/build-share/time-left", test_time_left);
  g_test_add_func ("/build-share/whole", test_whole);
  return g_test_run ();
}
