/* cor-map-labels.c: names on the base map, placed so that none covers another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-labels.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Pixels of halo around letters, and of air between two names. */
#define HALO 1.6
#define AIR 6.0

typedef struct
{
  const CorPlace *place;
  PangoLayout *layout;
  cairo_surface_t *picture;
  double width, height; /* of the letters, without halo */
} Label;

struct _CorMapLabels
{
  CorPlaces *places;
  const CorMapStyle *style;
  gboolean chinese;
  gboolean vector;
  Label *labels; /* in the order in which they take their places */
  guint n_labels;
  double text_scale; /* that they are set in */
};

/* The lowest zoom at which a place has its name, by kind and rank. */
static const double min_zoom[][5] = {
  [COR_PLACE_CITY] = { 3.0, 5.6, 7.0, 8.0, 9.0 },
  [COR_PLACE_DISTRICT] = { 8.0, 8.6, 9.2, 10.4, 11.0 },
  [COR_PLACE_TOWN] = { 8.0, 9.0, 9.8, 10.9, 11.5 },
  [COR_PLACE_PORT] = { 9.0, 9.5, 10.0, 10.8, 11.4 },
  [COR_PLACE_AIRPORT] = { 9.0, 9.5, 10.0, 10.5, 11.0 },
  [COR_PLACE_SEA] = { 5.5, 6.5, 7.5, 8.5, 9.5 },
  [COR_PLACE_WATER] = { 7.0, 8.3, 9.0, 10.3, 11.3 },
  [COR_PLACE_RIVER] = { 7.0, 8.0, 9.0, 10.0, 11.0 },
  [COR_PLACE_RESERVOIR] = { 8.0, 8.6, 9.2, 10.4, 11.6 },
  [COR_PLACE_ISLAND] = { 7.0, 8.0, 9.4, 10.6, 11.4 },
  [COR_PLACE_BRIDGE] = { 8.0, 8.6, 9.2, 10.0, 11.0 },
};

typedef struct
{
  double size; /* pixels */
  PangoWeight weight;
  gboolean italic;
  guint32 colour;
} Type;

static Type
type_of (const CorMapLabels *self, const CorPlace *place)
{
  const CorMapStyle *s = self->style;

  switch (place->kind)
    {
    case COR_PLACE_CITY:
      return (Type){ place->rank == 1 ? 15.0 : place->rank == 2 ? 13.5 : 12.0, PANGO_WEIGHT_SEMIBOLD, FALSE, s->city };
    case COR_PLACE_DISTRICT:
      return (Type){ 12.0, PANGO_WEIGHT_MEDIUM, FALSE, s->place };
    case COR_PLACE_TOWN:
    case COR_PLACE_PORT:
    case COR_PLACE_AIRPORT:
      return (Type){ 11.0, PANGO_WEIGHT_NORMAL, FALSE, s->place };
    case COR_PLACE_SEA:
    case COR_PLACE_WATER:
      return (Type){ place->rank <= 3 ? 12.5 : 11.0, PANGO_WEIGHT_NORMAL, !self->chinese, s->water_name };
    case COR_PLACE_RIVER:
    case COR_PLACE_RESERVOIR:
      return (Type){ 10.5, PANGO_WEIGHT_NORMAL, !self->chinese, s->water_name };
    case COR_PLACE_BRIDGE:
      return (Type){ 10.5, PANGO_WEIGHT_NORMAL, FALSE, s->place };
    case COR_PLACE_ISLAND:
    default:
      return (Type){ 11.0, PANGO_WEIGHT_NORMAL, !self->chinese, s->place };
    }
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const CorPlace *first = ((const Label *) a)->place, *second = ((const Label *) b)->place;
  double za = min_zoom[first->kind][first->rank - 1], zb = min_zoom[second->kind][second->rank - 1];

  if (za != zb)
    return za < zb ? -1 : 1;
  return first < second ? -1 : first > second;
}

CorMapLabels *
cor_map_labels_new (CorPlaces *places, const CorMapStyle *style, gboolean chinese, gboolean vector)
{
  CorMapLabels *self = g_new0 (CorMapLabels, 1);

  self->places = cor_places_ref (places);
  self->style = style;
  self->chinese = chinese;
  self->vector = vector;
  self->n_labels = cor_places_get_n (places);
  self->labels = g_new0 (Label, self->n_labels);
  for (guint i = 0; i < self->n_labels; i++)
    self->labels[i].place = cor_places_get (places, i);
  if (self->n_labels > 0)
    qsort (self->labels, self->n_labels, sizeof *self->labels, compare_labels);
  return self;
}

/* What was set in letters is set anew when it is next needed. */
static void
unset (CorMapLabels *self)
{
  for (guint i = 0; i < self->n_labels; i++)
    {
      g_clear_object (&self->labels[i].layout);
      g_clear_pointer (&self->labels[i].picture, cairo_surface_destroy);
    }
}

void
cor_map_labels_free (CorMapLabels *self)
{
  unset (self);
  g_free (self->labels);
  cor_places_unref (self->places);
  g_free (self);
}

static void
set_label (const CorMapLabels *self, Label *label, cairo_t *cr, const CorMapFrame *frame)
{
  Type type = type_of (self, label->place);
  const char *name = self->chinese && label->place->name_zh[0] != '\0' ? label->place->name_zh : label->place->name_en;
  PangoFontDescription *font = pango_font_description_from_string (COR_MAP_FONT);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoRectangle extents;

  label->layout = pango_cairo_create_layout (cr);
  pango_context_set_language (pango_layout_get_context (label->layout),
                              pango_language_from_string (self->chinese ? "zh-cn" : "en"));
  pango_font_description_set_absolute_size (font, cor_map_frame_text (frame, type.size) * PANGO_SCALE);
  pango_font_description_set_weight (font, type.weight);
  pango_font_description_set_style (font, type.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (label->layout, font);
  pango_font_description_free (font);
  if (label->place->kind == COR_PLACE_SEA || (label->place->kind == COR_PLACE_WATER && label->place->rank <= 3))
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (2 * PANGO_SCALE));
  pango_layout_set_attributes (label->layout, attributes);
  pango_layout_set_text (label->layout, name, -1);
  pango_layout_get_pixel_extents (label->layout, NULL, &extents);
  label->width = extents.width;
  label->height = extents.height;
}

static void
draw_label (const CorMapLabels *self, const Label *label, cairo_t *cr, double x, double y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, label->layout);
  cor_map_set_colour (cr, self->style->halo, 0.85);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2.0 * HALO);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y);
  cor_map_set_colour (cr, type_of (self, label->place).colour, 1.0);
  pango_cairo_show_layout (cr, label->layout);
}

/* Whole pixels keep a picture sharp. */
static void
blit_label (const CorMapLabels *self, Label *label, cairo_t *cr, double x, double y)
{
  double border = ceil (HALO) + 1.0;

  if (label->picture == NULL)
    {
      cairo_t *own;

      label->picture = cairo_surface_create_similar (cairo_get_target (cr), CAIRO_CONTENT_COLOR_ALPHA,
                                                     (int) (label->width + 2.0 * border),
                                                     (int) (label->height + 2.0 * border));
      own = cairo_create (label->picture);
      draw_label (self, label, own, border, border);
      cairo_destroy (own);
    }
  cairo_set_source_surface (cr, label->picture, round (x) - border, round (y) - border);
  cairo_paint (cr);
}

static gboolean
collides (const GArray *taken, const cairo_rectangle_t *box)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const cairo_rectangle_t *t = &g_array_index (taken, cairo_rectangle_t, i);

      if (box->x < t->x + t->width && t->x < box->x + box->width && box->y < t->y + t->height
          && t->y < box->y + box->height)
        return TRUE;
    }
  return FALSE;
}

static GArray *
start_taken (const GArray *keep_free)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  for (guint i = 0; keep_free != NULL && i < keep_free->len; i++)
    {
      const cairo_rectangle_int_t *r = &g_array_index (keep_free, cairo_rectangle_int_t, i);
      cairo_rectangle_t box = { r->x, r->y, r->width, r->height };

      g_array_append_val (taken, box);
    }
  return taken;
}

/* On paper nothing slides into view: a name that would be cut by the frame is moved in; FALSE where it is longer than that. */
static gboolean
move_in (const CorMapFrame *frame, const Label *label, double *x, double *y)
{
  double right = frame->width - label->width - HALO, bottom = frame->height - label->height - HALO;

  *x = fmax (HALO, fmin (*x, right));
  *y = fmax (HALO, fmin (*y, bottom));
  return right >= HALO && bottom >= HALO;
}

guint
cor_map_labels_paint (CorMapLabels *self, cairo_t *cr, const CorMapFrame *frame, const GArray *keep_free)
{
  g_autoptr (GArray) taken = start_taken (keep_free);
  guint n_kept_free = taken->len;

  if (self->text_scale != frame->text_scale)
    unset (self);
  self->text_scale = frame->text_scale;
  for (guint i = 0; i < self->n_labels; i++)
    {
      Label *label = &self->labels[i];
      cairo_rectangle_t box;
      double x, y;

      if (min_zoom[label->place->kind][label->place->rank - 1] > frame->zoom)
        break;
      cor_map_frame_project (frame, label->place->lon, label->place->lat, &x, &y);
      if (x < 0.0 || y < 0.0 || x > frame->width || y > frame->height)
        continue;
      if (label->layout == NULL)
        set_label (self, label, cr, frame);
      x -= label->width / 2.0;
      y -= label->height / 2.0;
      if (self->vector && !move_in (frame, label, &x, &y))
        continue;
      box = (cairo_rectangle_t){ x - AIR, y - AIR / 2.0, label->width + 2.0 * AIR, label->height + AIR };
      if (collides (taken, &box))
        continue;
      g_array_append_val (taken, box);
      if (self->vector)
        draw_label (self, label, cr, x, y);
      else
        blit_label (self, label, cr, x, y);
    }
  return taken->len - n_kept_free;
}
