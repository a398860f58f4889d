/* cor-badge.c: the small sign of a thing: a stroke, an icon, or an icon on its colour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-badge.h"

#include <adwaita.h>

struct _CorBadge
{
  GtkWidget parent_instance;

  char *icon;
  CorRole role;
  int size;
};

enum
{
  PROP_SIZE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CorBadge, cor_badge, GTK_TYPE_WIDGET)

static GdkRGBA
role_color (CorRole role)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  CorChartTheme theme = cor_chart_theme (dark ? COR_LOOK_DARK : COR_LOOK_LIGHT);
  CorColor color = cor_chart_theme_color (&theme, role);

  return (GdkRGBA){ (float)color.red, (float)color.green, (float)color.blue, 1 };
}

static gboolean
is_filled (CorBadge *self)
{
  return self->icon != NULL && self->role != COR_ROLE_TEXT && self->role != COR_ROLE_SECONDARY
         && !g_str_equal (self->icon, "corridor-truck-symbolic");
}

/* The glyph, @margin inside the widget. */
static void
snapshot_icon (CorBadge *self, GtkSnapshot *snapshot, const GdkRGBA *color, double margin)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  int size = (int)(self->size - 2 * margin);
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      theme, self->icon, NULL, size, gtk_widget_get_scale_factor (widget),
      gtk_widget_get_direction (widget), 0);
  GdkRGBA colors[4] = { *color, *color, *color, *color };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)margin, (float)margin));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size,
                                            colors, 4);
  gtk_snapshot_restore (snapshot);
}

static void
cor_badge_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CorBadge *self = COR_BADGE (widget);
  GdkRGBA color = role_color (self->role), white = { 1, 1, 1, 1 };
  double size = self->size, radius = self->role == COR_ROLE_ELECTRIC ? size / 2 : size / 4;
  GskRoundedRect rect;

  if (self->icon == NULL)
    {
      graphene_rect_t stroke = GRAPHENE_RECT_INIT (0, (float)(size / 2 - 2.5), (float)size, 5);

      gsk_rounded_rect_init_from_rect (&rect, &stroke, 2.5f);
    }
  else
    gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (0, 0, (float)size, (float)size),
                                     (float)radius);
  if (self->icon != NULL && !is_filled (self))
    {
      snapshot_icon (self, snapshot, &color, 0);
      return;
    }
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, &color, &rect.bounds);
  gtk_snapshot_pop (snapshot);
  if (self->icon != NULL)
    snapshot_icon (self, snapshot, &white, size / 6);
}

static void
cor_badge_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = *natural = COR_BADGE (widget)->size;
}

static void
cor_badge_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SIZE:
      g_value_set_int (value, COR_BADGE (object)->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_badge_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SIZE:
      COR_BADGE (object)->size = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cor_badge_finalize (GObject *object)
{
  g_free (COR_BADGE (object)->icon);
  G_OBJECT_CLASS (cor_badge_parent_class)->finalize (object);
}

static void
cor_badge_class_init (CorBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cor_badge_get_property;
  object_class->set_property = cor_badge_set_property;
  object_class->finalize = cor_badge_finalize;
  widget_class->snapshot = cor_badge_snapshot;
  widget_class->measure = cor_badge_measure;
  props[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 8, 64, 16,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cor_badge_init (CorBadge *self)
{
  self->size = 16;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
cor_badge_set (CorBadge *self, const char *icon, CorRole role)
{
  g_return_if_fail (COR_IS_BADGE (self));

  if (g_strcmp0 (self->icon, icon) == 0 && self->role == role)
    return;
  g_free (self->icon);
  self->icon = g_strdup (icon);
  self->role = role;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
