# shellcheck shell=bash disable=SC2034
# packages.sh: what Corridor needs of Debian 12, and how the scripts get it and build.
# Sourced by app/run and tests/run; the one list of packages.
#
# SPDX-License-Identifier: GPL-3.0-or-later

packages=(
  # To build.
  meson ninja-build gcc libc6-dev pkg-config gettext
  libglib2.0-dev-bin libgtk-4-dev libadwaita-1-dev libshumate-dev
  libsqlite3-dev zlib1g-dev libbz2-dev libprotobuf-c-dev protobuf-c-compiler
  libcairo2-dev libpango1.0-dev libgsl-dev libglpk-dev libgeos-dev libxlsxwriter-dev
  desktop-file-utils shared-mime-info gtk-update-icon-cache
  # To show: icons, a Chinese font.
  adwaita-icon-theme fonts-noto-cjk fonts-cantarell dbus-user-session
  # To test without a screen.
  python3 xvfb xdotool dbus at-spi2-core libatspi2.0-dev appstream libglib2.0-bin poppler-utils
)

# For the tests as a whole: the second compiler, its sanitizers and its fuzzer.
check_packages=(clang libclang-rt-14-dev)

# install_missing PACKAGE...: nothing where all are there, so that a second run needs no network.
install_missing() {
  local package missing=() root=()

  for package in "$@"; do
    dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' ||
      missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "$0: needs Debian packages that are not here: ${missing[*]}" >&2
    return 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "$0: to install ${missing[*]}, run as root or install sudo" >&2
      return 1
    fi
    root=(sudo)
  fi
  echo "Installing ${missing[*]}"
  "${root[@]}" apt-get update -q
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# build_in DIRECTORY [MESON OPTION]...: sets up where that is due, then builds. The programs of the tests are many, so
# that gcc links with gold where it is there; with clang's sanitizers gold warns of symbols of theirs.
build_in() {
  local directory=$1 linker=()

  shift
  [ "${CC:-}" = clang ] || ! command -v ld.gold >/dev/null || linker=(env CC_LD=gold)
  if [ ! -f "$directory/build.ninja" ]; then
    # Left by a set-up that failed half way.
    rm -rf "$directory"
    "${linker[@]}" meson setup "$directory" "$@"
  fi
  ninja -C "$directory" | { grep -v "^\[[0-9]*/[0-9]*\] \(Compiling\|Linking\|Generating\)" || true; }
}

# build_clang: the second build: clang, all warnings errors, sanitizers, instrumented for the fuzzer.
build_clang() {
  CC=clang build_in "${CORRIDOR_CLANG_BUILD:-build-clang}" -Db_sanitize=address,undefined \
    -Db_lundef=false -Db_pch=true -Dfuzz=true
}
