/* cor-seasons-row.c: one season of a tariff as rows to edit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-seasons-row.h"

#include "cor-apply.h"
#include "cor-edit.h"
#include "cor-format.h"
#include "cor-number-entry.h"
#include "cor-speak.h"
#include "cor-tariff-text.h"
#include "cor-item-text.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_YUAN_PER_KWH 20
#define MOST_YUAN_PER_KW 500
#define TEXT_CHARS 13

/* Slots of the editors that are no period's. */
#define MONTHS COR_TARIFF_PERIODS
#define DEMAND COR_TARIFF_PERIODS

struct _CorSeasonsRow
{
  AdwExpanderRow parent_instance;

  CorSession *session;
  char *tariff;
  guint index;
  GtkWidget *texts[COR_TARIFF_PERIODS + 1];  /* hours by period, then the months */
  GtkWidget *prices[COR_TARIFF_PERIODS + 1]; /* by period, then the demand charge */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (CorSeasonsRow, cor_seasons_row, ADW_TYPE_EXPANDER_ROW)

/* The dearest first, as tariff sheets have them. */
static const CorTariffPeriod order[COR_TARIFF_PERIODS]
  = { COR_TARIFF_SHARP, COR_TARIFF_PEAK, COR_TARIFF_FLAT, COR_TARIFF_VALLEY };

static CorScenario *
scenario_of (CorSession *session)
{
  return cor_document_get_scenario (cor_session_get_document (session));
}

/* A copy of the seasons that the document holds; NULL where the tariff is gone. */
static GArray *
seasons_of (CorSession *session, const char *tariff)
{
  const CorTariffSheet *sheet = (const CorTariffSheet *) cor_edit_item (scenario_of (session), COR_ITEM_TARIFF, tariff);

  return sheet != NULL && sheet->seasons != NULL ? g_array_copy (sheet->seasons) : NULL;
}

static void
apply (CorSession *session, GtkWidget *from, const char *tariff, const GArray *seasons, const char *key)
{
  GError *error = NULL;
  CorScenario *next = cor_edit_boxed (scenario_of (session), COR_ITEM_TARIFF, tariff, "seasons", seasons, &error);

  cor_apply (session, from, next, error, _ ("Change a tariff"), key);
}

static guint
slot_of (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "slot"));
}

static CorTariffSeason *
season_at (const GArray *seasons, guint index)
{
  return seasons != NULL && index < seasons->len ? &g_array_index (seasons, CorTariffSeason, index) : NULL;
}

static void
price_edited (CorSeasonsRow *self, double value, GtkWidget *entry)
{
  g_autoptr (GArray) seasons = seasons_of (self->session, self->tariff);
  CorTariffSeason *season = season_at (seasons, self->index);
  guint slot = slot_of (entry);
  g_autofree char *key = g_strdup_printf ("season/%p/%u", (gpointer) self, slot);

  if (season == NULL || (isnan (value) && slot != DEMAND))
    return;
  if (slot == DEMAND)
    season->demand_yuan_per_kw_month = value;
  else
    season->yuan_per_kwh[slot] = value;
  apply (self->session, GTK_WIDGET (self), self->tariff, seasons, key);
}

static void
done (CorSeasonsRow *self)
{
  cor_apply_done (self->session);
}

/* Takes over what was typed; what cannot be read is marked and stays until it can, or the row is refreshed. */
static void
take_text (CorSeasonsRow *self, GtkWidget *entry)
{
  g_autoptr (GArray) seasons = seasons_of (self->session, self->tariff);
  CorTariffSeason *season = season_at (seasons, self->index);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  guint slot = slot_of (entry);
  guint16 months;
  gboolean good;

  if (self->setting || season == NULL)
    return;
  if (slot == MONTHS)
    good = cor_tariff_months_read (text, &months)
           && cor_tariff_set_months ((CorTariffSeason *) (void *) seasons->data, seasons->len, self->index, months);
  else
    good = cor_tariff_hours_read (season, slot, text);
  if (good)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, good           ? NULL
                                      : slot == MONTHS ? _ ("Months from 1 to 12, like 7–9; each season keeps at least one")
                                                       : _ ("Half hours of the day, like 10–12, 14:30–19"));
  if (good)
    apply (self->session, GTK_WIDGET (self), self->tariff, seasons, NULL);
}

static void
left_text (GtkEventControllerFocus *controller, CorSeasonsRow *self)
{
  take_text (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
}

static void
remove_clicked (CorSeasonsRow *self)
{
  g_autoptr (GArray) seasons = seasons_of (self->session, self->tariff);
  CorTariffSeason *season = season_at (seasons, self->index), *other = season_at (seasons, self->index == 0 ? 1 : 0);

  if (season == NULL || other == NULL)
    return;
  other->months |= season->months;
  g_array_remove_index (seasons, self->index);
  apply (self->session, GTK_WIDGET (self), self->tariff, seasons, NULL);
}

static GtkWidget *
line_new (CorSeasonsRow *self, const char *title, GtkWidget *editor)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (row, "cor-row");
  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), editor);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return row;
}

static void
add_text (CorSeasonsRow *self, guint slot, const char *title, const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), TEXT_CHARS);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (entry), "slot", GUINT_TO_POINTER (slot));
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (take_text), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_text), self);
  gtk_widget_add_controller (entry, focus);
  self->texts[slot] = entry;
  line_new (self, title, entry);
}

static void
add_price (CorSeasonsRow *self, guint slot, const char *title)
{
  gboolean demand = slot == DEMAND;
  GtkWidget *entry = cor_number_entry_new (0, demand ? MOST_YUAN_PER_KW : MOST_YUAN_PER_KWH,
                                           cor_unit_text (demand ? "yuan/kW/month" : "yuan/kWh"), FALSE, demand);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cor_number_entry_get_spin (COR_NUMBER_ENTRY (entry))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (entry), "slot", GUINT_TO_POINTER (slot));
  g_signal_connect_swapped (entry, "edited", G_CALLBACK (price_edited), self);
  g_signal_connect_swapped (entry, "done", G_CALLBACK (done), self);
  self->prices[slot] = entry;
  line_new (self, title, entry);
}

static void
build (CorSeasonsRow *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Take out"));

  add_text (self, MONTHS, _ ("Months"), "7–9");
  for (guint i = 0; i < COR_TARIFF_PERIODS; i++)
    {
      const char *name = cor_tariff_period_name (order[i]);
      g_autofree char *hours = g_strdup_printf (_ ("%s, from–to"), name);

      if (order[i] != COR_TARIFF_FLAT)
        add_text (self, order[i], hours, _ ("none"));
      add_price (self, order[i], name);
    }
  add_price (self, DEMAND, _ ("Demand charge"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked), self);
  line_new (self, _ ("This season"), button);
}

static void
set_text (CorSeasonsRow *self, guint slot, const char *text)
{
  if (gtk_widget_has_css_class (self->texts[slot], "error") && gtk_widget_get_focus_child (self->texts[slot]) != NULL)
    return; /* being typed */
  gtk_widget_remove_css_class (self->texts[slot], "error");
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->texts[slot])), text))
    gtk_editable_set_text (GTK_EDITABLE (self->texts[slot]), text);
}

/* "1.45 · 1.16 · 0.68 · 0.26 yuan/kWh": the prices of periods that have hours. */
static char *
summary (const CorTariffSeason *season)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < COR_TARIFF_PERIODS; i++)
    {
      g_autofree char *hours = cor_tariff_hours_text (season, order[i]);
      g_autofree char *price = cor_format_significant (season->yuan_per_kwh[order[i]], 3);

      if (*hours != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", price);
    }
  g_string_append_printf (text, " %s", cor_unit_text ("yuan/kWh"));
  return g_string_free (text, FALSE);
}

void
cor_seasons_row_refresh (CorSeasonsRow *self)
{
  g_autoptr (GArray) seasons = seasons_of (self->session, self->tariff);
  const CorTariffSeason *season = season_at (seasons, self->index);
  g_autofree char *months = NULL, *title = NULL, *subtitle = NULL;

  if (season == NULL)
    return;
  self->setting = TRUE;
  months = cor_tariff_months_text (season->months);
  title = g_strdup_printf (_ ("Months %s"), months);
  subtitle = summary (season);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  cor_speak (GTK_WIDGET (self), title);
  set_text (self, MONTHS, months);
  for (guint period = 0; period < COR_TARIFF_PERIODS; period++)
    {
      g_autofree char *hours = cor_tariff_hours_text (season, period);

      if (period != COR_TARIFF_FLAT)
        set_text (self, period, hours);
      cor_number_entry_set_value (COR_NUMBER_ENTRY (self->prices[period]), season->yuan_per_kwh[period]);
      gtk_widget_set_sensitive (self->prices[period], *hours != '\0');
    }
  cor_number_entry_set_value (COR_NUMBER_ENTRY (self->prices[DEMAND]), season->demand_yuan_per_kw_month);
  self->setting = FALSE;
}

void
cor_seasons_add (CorSession *session, GtkWidget *from, const char *tariff)
{
  g_autoptr (GArray) seasons = seasons_of (session, tariff);
  CorTariffSeason season, *first = season_at (seasons, 0);
  guint count = 0, half;

  if (first == NULL)
    {
      g_clear_pointer (&seasons, g_array_unref);
      seasons = cor_seasons_new ();
      cor_tariff_season_init (&season);
      season.yuan_per_kwh[COR_TARIFF_FLAT] = 0;
      g_array_append_val (seasons, season);
      apply (session, from, tariff, seasons, NULL);
      return;
    }
  season = *first;
  half = (guint) __builtin_popcount (season.months) / 2;
  if (half == 0 || seasons->len >= COR_TARIFF_SEASONS)
    return;
  for (guint i = 0; i < COR_TARIFF_MONTHS; i++)
    if ((season.months & (1 << i)) && count++ < half)
      season.months &= (guint16) ~(1 << i);
  first->months &= (guint16) ~season.months;
  g_array_append_val (seasons, season);
  apply (session, from, tariff, seasons, NULL);
}

static void
cor_seasons_row_finalize (GObject *object)
{
  CorSeasonsRow *self = COR_SEASONS_ROW (object);

  g_clear_object (&self->session);
  g_free (self->tariff);
  G_OBJECT_CLASS (cor_seasons_row_parent_class)->finalize (object);
}

static void
cor_seasons_row_class_init (CorSeasonsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_seasons_row_finalize;
}

static void
cor_seasons_row_init (CorSeasonsRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "cor-row");
}

GtkWidget *
cor_seasons_row_new (CorSession *session, const char *tariff, guint index)
{
  CorSeasonsRow *self = g_object_new (COR_TYPE_SEASONS_ROW, NULL);

  self->session = g_object_ref (session);
  self->tariff = g_strdup (tariff);
  self->index = index;
  build (self);
  cor_seasons_row_refresh (self);
  return GTK_WIDGET (self);
}
