#!/usr/bin/env bash
# po/list.sh: the files that hold strings to translate, as POTFILES lists them.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
{
  grep -rlE '\b[NC]?C?_ ?\("|\bngettext ?\(|\bN_ ?\(' app --include='*.c' --include='*.h' --include='*.def' || true
  grep -rlE 'translatable="(yes|true)"' ui resources --include='*.ui' || true
  ls po/*.def
  ls data/*.desktop.in data/*.metainfo.xml.in
  # Keep this order the same everywhere.
} | LC_ALL=C sort -u
