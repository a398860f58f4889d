/* main.c: starts the application.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (CorApplication) app = NULL;

  cor_application_setup_language ();
  app = cor_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
