/* cor-window-fold.c: what a window leaves out where there is no room for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include <glib/gi18n-lib.h>

/* Below these sizes panes fold, in the order of how well one can do without them. Each is above
 * what is needed with the pane in place, or the window could never become that small. */
#define INSPECTOR_FOLDS_BELOW    1100
#define LIST_FOLDS_BELOW         1080
#define NARROW_BELOW             800
#define TINY_BELOW               640
#define CHARTS_FOLD_BELOW        660
#define NARROW_CHARTS_FOLD_BELOW 960
#define LOW_BELOW                860

/* How much larger than usual the desktop writes. */
static double
text_scale (CorWindow *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024.0) : 1.0;
}

void
cor_window_fold (CorWindow *self, int width, int height)
{
  gboolean narrow, tiny;

  /* Large text needs as much more room. */
  width = (int) (width / text_scale (self));
  height = (int) (height / text_scale (self));
  narrow = width < NARROW_BELOW;
  tiny = width < TINY_BELOW;
  adw_flap_set_fold_policy (self->inspector_flap, width < INSPECTOR_FOLDS_BELOW
                                                      ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                      : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_fold_policy (self->list_flap, width < LIST_FOLDS_BELOW ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                                      : ADW_FLAP_FOLD_POLICY_NEVER);
  cor_summary_set_room (self->summary, narrow,
                        height < (narrow ? NARROW_CHARTS_FOLD_BELOW : CHARTS_FOLD_BELOW));
  cor_map_pane_set_room (self->map, narrow, height < LOW_BELOW);
  gtk_widget_set_visible (self->wide_buttons, width >= LIST_FOLDS_BELOW);
  gtk_label_set_width_chars (self->variant_label, tiny ? 1 : narrow ? 3 : 8);
  adw_header_bar_set_centering_policy (self->header, width < LIST_FOLDS_BELOW
                                                         ? ADW_CENTERING_POLICY_LOOSE
                                                         : ADW_CENTERING_POLICY_STRICT);
  if (tiny)
    gtk_widget_add_css_class (GTK_WIDGET (self), "cor-tiny");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "cor-tiny");
  if (tiny)
    gtk_menu_button_set_icon_name (self->open_button, "document-open-symbolic");
  else
    {
      gtk_menu_button_set_label (self->open_button, _ ("_Open"));
      gtk_menu_button_set_use_underline (self->open_button, TRUE);
    }
  gtk_menu_button_set_always_show_arrow (self->open_button, !tiny);
  gtk_widget_set_visible (self->save_button, !tiny);
  gtk_widget_set_visible (self->undo_button, !tiny);
  gtk_widget_set_visible (self->redo_button, !tiny);
  gtk_widget_set_visible (self->charts_button, !tiny);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !tiny);
}
