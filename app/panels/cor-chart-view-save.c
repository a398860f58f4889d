/* cor-chart-view-save.c: a chart copied as a picture, or saved as picture or table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-view-private.h"

#include "cor-dialogs.h"
#include "cor-write.h"

#include <glib/gi18n-lib.h>

/* What a copied picture measures at least, and how finely it is drawn. */
#define COPY_SCALE 2.0

/* Pixels of a PNG for each of the screen. */
#define FILE_SCALE 3.0

static void
copy_picture (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorChartView *self = COR_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  CorChartTheme theme = cor_chart_view_theme (self, COR_LOOK_PRINT);
  cairo_surface_t *surface;
  cairo_t *cr;

  if (self->chart == NULL)
    return;
  theme.paint_ground = TRUE;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(width * COPY_SCALE),
                                        (int)(height * COPY_SCALE));
  cr = cairo_create (surface);
  cairo_scale (cr, COPY_SCALE, COPY_SCALE);
  cor_chart_draw (self->chart, cr, width, height, &theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  {
    g_autoptr (GBytes) bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                                            (gsize)cairo_image_surface_get_stride (surface)
                                                * (gsize)cairo_image_surface_get_height (surface));
    g_autoptr (GdkTexture) texture = gdk_memory_texture_new (
        cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface),
        GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, bytes, (gsize)cairo_image_surface_get_stride (surface));

    gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  }
  cairo_surface_destroy (surface);
}

/* The chart as it is on screen, in the light; in the format of the ending that was typed, else in that
 * which was asked for. */
static void
write_chosen (GtkWindow *parent, GFile *file, CorChartView *self, CorChartFormat format)
{
  CorChartTheme theme = cor_chart_view_theme (self, COR_LOOK_PRINT);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  if (name != NULL)
    cor_chart_format_for (name, &format);
  if (file != NULL && self->chart != NULL)
    cor_write_bytes (parent, file,
                     cor_chart_file (self->chart, format, gtk_widget_get_width (GTK_WIDGET (self)),
                                     gtk_widget_get_height (GTK_WIDGET (self)), FILE_SCALE, &theme),
                     _ ("The chart was not saved"));
  g_object_unref (self);
}

static void
svg_chosen (GtkWindow *parent, GFile *file, gpointer data)
{
  write_chosen (parent, file, data, COR_CHART_FILE_SVG);
}

static void
png_chosen (GtkWindow *parent, GFile *file, gpointer data)
{
  write_chosen (parent, file, data, COR_CHART_FILE_PNG);
}

static void
csv_chosen (GtkWindow *parent, GFile *file, gpointer data)
{
  write_chosen (parent, file, data, COR_CHART_FILE_CSV);
}

static void
save_svg (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cor_dialog_choose_file (GTK_WINDOW (gtk_widget_get_root (widget)), COR_DIALOG_SAVE, _ ("chart.svg"), "*.svg",
                          _ ("SVG pictures"), svg_chosen, g_object_ref (widget));
}

static void
save_png (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cor_dialog_choose_file (GTK_WINDOW (gtk_widget_get_root (widget)), COR_DIALOG_SAVE, _ ("chart.png"), "*.png",
                          _ ("PNG pictures"), png_chosen, g_object_ref (widget));
}

static void
save_csv (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cor_dialog_choose_file (GTK_WINDOW (gtk_widget_get_root (widget)), COR_DIALOG_SAVE, _ ("chart.csv"), "*.csv",
                          _ ("Tables"), csv_chosen, g_object_ref (widget));
}

void
cor_chart_view_add_save_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_picture);
  gtk_widget_class_install_action (widget_class, "chart.save-svg", NULL, save_svg);
  gtk_widget_class_install_action (widget_class, "chart.save-png", NULL, save_png);
  gtk_widget_class_install_action (widget_class, "chart.save-csv", NULL, save_csv);
}
