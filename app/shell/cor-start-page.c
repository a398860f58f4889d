/* cor-start-page.c: what is shown without a scenario: the bundled ones, and how to begin.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-start-page.h"

#include "cor-samples.h"

#include <glib/gi18n-lib.h>

struct _CorStartPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *samples;
};

G_DEFINE_FINAL_TYPE (CorStartPage, cor_start_page, ADW_TYPE_BIN)

static GtkWidget *
row_for (const CorSample *sample)
{
  g_autoptr (GFile) file = cor_sample_file (sample);
  g_autofree char *uri = g_file_get_uri (file);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (sample->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (sample->about));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static void
cor_start_page_class_init (CorStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CorStartPage, samples);
}

static void
cor_start_page_init (CorStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (const CorSample *sample = cor_samples; sample->file != NULL; sample++)
    adw_preferences_group_add (self->samples, row_for (sample));
}
