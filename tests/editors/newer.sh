#!/usr/bin/env bash
# The tests of this folder with newer editors: packages of later Debian releases, unpacked into a folder with all they
# depend on (libc too), and run with their own loader; nothing is installed. amd64 only; needs apt's access to a mirror.
# usage: newer.sh FOLDER PROGRAM SOURCE_FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
program=$2 source=$3
mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep '/debian/*$' | head -n 1)

# unpack SUITE PACKAGE: fills FOLDER/SUITE-PACKAGE with the package and everything it depends on.
unpack() {
  local state=$folder/.apt/$1 root=$folder/$1-$2 archive
  [[ -e $root/.complete ]] && return
  mkdir -p "$state/lists/partial" "$state/cache/archives/partial" "$root"
  : >"$state/status"
  printf 'deb %s %s main\n' "$mirror" "$1" >"$state/sources.list"
  local apt=(apt-get -qq -o "Dir::Etc::sourcelist=$state/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o Dir::Etc::preferencesparts=/dev/null -o "Dir::State=$state" -o "Dir::State::lists=$state/lists"
    -o "Dir::State::status=$state/status" -o "Dir::Cache=$state/cache" -o APT::Sandbox::User=root
    -o Acquire::Languages=none)
  "${apt[@]}" update
  "${apt[@]}" -y --no-install-recommends --download-only install "$2" >/dev/null
  for archive in "$state"/cache/archives/*.deb; do dpkg-deb -x "$archive" "$root"; done
  rm -f "$state"/cache/archives/*.deb
  touch "$root/.complete"
}

# own_loader ROOT BINARY: Neovim and Emacs start themselves again, so loader and libraries are written into the program.
own_loader() {
  local loader
  loader=$(find "$1" -name ld-linux-x86-64.so.2 | head -n 1)
  patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$1/usr/lib/x86_64-linux-gnu" "$2"
}

# starter FILE ENVIRONMENT... BINARY [ARGUMENT...]: a script that starts an editor.
starter() {
  local file=$1
  shift
  { printf '#!/bin/sh\nexec env'; printf " '%s'" "$@"; printf ' "$@"\n'; } >"$file"
  chmod +x "$file"
}

failures=0
check() { # NAME COMMAND...
  printf '\n== %s ==\n' "$1"
  shift
  "$@" || failures=$((failures + 1))
}

for suite in trixie forky; do
  unpack "$suite" neovim
  root=$folder/$suite-neovim
  own_loader "$root" "$root/usr/bin/nvim"
  starter "$root/start" "VIMRUNTIME=$root/usr/share/nvim/runtime" "$root/usr/bin/nvim"
  check "$("$root/start" --version | head -n 1)" bash "$here/neovim/run.sh" "$root/start" "$program" "$source"
done

unpack forky emacs-nox
root=$folder/forky-emacs-nox
own_loader "$root" "$root/usr/bin/emacs-nox"
share=$(find "$root/usr/share/emacs" -maxdepth 1 -name '[0-9]*')
exec_folder=$root/usr/libexec/emacs/${share##*/}/x86_64-linux-gnu
starter "$root/start" "EMACSLOADPATH=$share/lisp" "EMACSDATA=$share/etc" "EMACSDOC=$share/etc" "EMACSPATH=$exec_folder" \
  "$root/usr/bin/emacs-nox" "--dump-file=$(find "$exec_folder" -name '*.pdmp' | head -n 1)"
check "$("$root/start" --version | head -n 1)" bash "$here/emacs/run.sh" "$root/start" "$program" "$source"

printf '\n%s\n' "$([[ $failures == 0 ]] && echo 'All newer editors pass.' || echo "$failures failed.")"
exit $((failures > 0))
