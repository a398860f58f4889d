/* cor-notify.c: tells the desktop when long work is done, where that was asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-notify.h"

#include "cor-settings.h"

gboolean
cor_notify_done (GtkWindow *window, const char *title, const char *body)
{
  GApplication *app = g_application_get_default ();
  g_autoptr (GNotification) notification = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), FALSE);

  if (app == NULL || !g_settings_get_boolean (cor_settings_get (), "notify"))
    return FALSE;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (app)); l != NULL; l = l->next)
    if (gtk_window_is_active (l->data))
      return FALSE;
  notification = g_notification_new (title);
  if (body != NULL)
    g_notification_set_body (notification, body);
  g_application_send_notification (app, "work-done", notification);
  return TRUE;
}
