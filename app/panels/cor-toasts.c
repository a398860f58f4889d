/* cor-toasts.c: short messages at the bottom of a window, one after another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-toasts.h"

/* How often a message that waits looks whether the one before it has gone, in ms. */
#define LOOK_MS 50

/* What waits for one overlay. */
typedef struct
{
  AdwToastOverlay *overlay;
  GQueue toasts;
  guint source;
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  g_clear_handle_id (&waiting->source, g_source_remove);
  g_queue_clear_full (&waiting->toasts, g_object_unref);
  g_free (waiting);
}

static Waiting *
waiting_of (AdwToastOverlay *overlay)
{
  Waiting *waiting = g_object_get_data (G_OBJECT (overlay), "cor-toasts");

  if (waiting == NULL)
    {
      waiting = g_new0 (Waiting, 1);
      waiting->overlay = overlay;
      g_queue_init (&waiting->toasts);
      g_object_set_data_full (G_OBJECT (overlay), "cor-toasts", waiting, (GDestroyNotify) waiting_free);
    }
  return waiting;
}

/* Whether a message is there, also one that is just going. */
static gboolean
is_taken (AdwToastOverlay *overlay)
{
  GtkWidget *content = adw_toast_overlay_get_child (overlay);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != content)
      return TRUE;
  return FALSE;
}

/* Without animations a toast has come up before this returns. */
static void
show (AdwToastOverlay *overlay, AdwToast *toast)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (overlay));
  gboolean animations;

  g_object_get (settings, "gtk-enable-animations", &animations, NULL);
  if (animations)
    g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  adw_toast_overlay_add_toast (overlay, toast);
  if (animations)
    gtk_settings_reset_property (settings, "gtk-enable-animations");
}

static gboolean
show_next (gpointer data)
{
  Waiting *waiting = data;

  if (is_taken (waiting->overlay))
    return G_SOURCE_CONTINUE;
  if (!g_queue_is_empty (&waiting->toasts))
    show (waiting->overlay, g_queue_pop_head (&waiting->toasts));
  if (!g_queue_is_empty (&waiting->toasts))
    return G_SOURCE_CONTINUE;
  waiting->source = 0;
  return G_SOURCE_REMOVE;
}

void
cor_toasts_add (AdwToastOverlay *overlay, AdwToast *toast)
{
  Waiting *waiting;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (ADW_IS_TOAST (toast));

  waiting = waiting_of (overlay);
  if (g_queue_is_empty (&waiting->toasts) && !is_taken (overlay))
    {
      show (overlay, toast);
      return;
    }
  g_queue_push_tail (&waiting->toasts, toast);
  if (waiting->source == 0)
    waiting->source = g_timeout_add (LOOK_MS, show_next, waiting);
}

void
cor_toasts_say (AdwToastOverlay *overlay, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  cor_toasts_add (overlay, adw_toast_new (escaped));
}

void
cor_toasts_drop (AdwToastOverlay *overlay, AdwToast *toast)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (ADW_IS_TOAST (toast));

  if (g_queue_remove (&waiting_of (overlay)->toasts, toast))
    g_object_unref (toast);
  else
    adw_toast_dismiss (toast);
}
