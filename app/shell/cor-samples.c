/* cor-samples.c: the scenarios that come with the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-samples.h"

#include "cor-data-dir.h"

#include <glib/gi18n-lib.h>

const CorSample cor_samples[] = {
  { "eastern-port.corridor", N_ ("Eastern port corridor"),
    N_ ("Yantian to Dongguan, Guangzhou and the west bank; charging against swap") },
  { "shenzhen-hongkong.corridor", N_ ("Fresh food to Hong Kong"),
    N_ ("Markets in Shenzhen and Hong Kong, about 70 km, two sides of a border") },
  { "shenzhen-pilot.corridor", N_ ("The pilot's ten lines"),
    N_ ("Measured consumption and five-year cost of a trial in Guangdong") },
  { "icct-2021.corridor", N_ ("Three cities, 2020 to 2030"),
    N_ ("A published study: three truck types, three powertrains, five policies") },
  { NULL, NULL, NULL },
};

GFile *
cor_sample_file (const CorSample *sample)
{
  g_autofree char *path = cor_data_file ("scenarios", sample->file, NULL);

  return g_file_new_for_path (path);
}

gboolean
cor_sample_contains (GFile *file)
{
  for (const CorSample *sample = cor_samples; sample->file != NULL; sample++)
    {
      g_autoptr (GFile) bundled = cor_sample_file (sample);

      if (g_file_equal (bundled, file))
        return TRUE;
    }
  return FALSE;
}
