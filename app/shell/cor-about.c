/* cor-about.c: who and what Corridor is made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-about.h"

#include "cor-config.h"

#include <glib/gi18n-lib.h>

/* Names are not translated; each line ends in its licence. */
static const char *map_data[] = {
  "© OpenStreetMap contributors https://www.openstreetmap.org/copyright",
  "geo-maps, ODbL https://github.com/simonepri/geo-maps",
  "Natural Earth, public domain https://www.naturalearthdata.com",
  "GeoNames, CC BY 4.0 https://www.geonames.org",
  "GSHHG, LGPL https://www.soest.hawaii.edu/pwessel/gshhg",
  "Own indicative road network, ODbL",
  NULL,
};

static const char *figures[] = {
  "ICCT, Mao et al. 2021 https://theicct.org",
  "Ministry of Ecology and Environment, grid emission factors",
  "GLEC Framework, ISO 14083",
  "Nankai University and CATARC 2023, machines",
  NULL,
};

static const char *libraries[] = {
  "GTK, LGPL https://www.gtk.org",
  "libadwaita, LGPL https://gnome.pages.gitlab.gnome.org/libadwaita",
  "libshumate, LGPL https://gitlab.gnome.org/GNOME/libshumate",
  "cairo and Pango, LGPL and MPL https://www.cairographics.org",
  "GNU Scientific Library, GPL https://www.gnu.org/software/gsl",
  "GLPK, GPL https://www.gnu.org/software/glpk",
  "GEOS, LGPL https://libgeos.org",
  "libxlsxwriter, BSD https://libxlsxwriter.github.io",
  "protobuf-c, BSD https://github.com/protobuf-c/protobuf-c",
  "SQLite, public domain https://www.sqlite.org",
  "zlib, zlib licence https://zlib.net",
  "bzip2, BSD https://sourceware.org/bzip2",
  NULL,
};

void
cor_about_show (GtkWindow *parent)
{
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());

  adw_about_window_set_application_name (about, _ ("Corridor"));
  adw_about_window_set_application_icon (about, COR_APP_ID);
  adw_about_window_set_version (about, COR_VERSION);
  adw_about_window_set_developer_name (about, _ ("The Corridor project"));
  adw_about_window_set_comments (
      about, _ ("Plans corridors for zero-emission freight: parity year, detours, emissions and "
                "public cost, each number traceable to its formula and sources."));
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_add_credit_section (about, _ ("Map data"), map_data);
  adw_about_window_add_credit_section (about, _ ("Figures"), figures);
  adw_about_window_add_credit_section (about, _ ("Libraries"), libraries);
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
}
