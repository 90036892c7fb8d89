#!/usr/bin/env bash
# Opens a copy of the sample blog in a headless Neovim with a configuration of nothing but the language server.
# usage: run.sh NVIM PROGRAM SAMPLE_BLOG
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$3" "$work/blog"
mkdir "$work/home"
export HOME=$work/home XDG_STATE_HOME=$work/home XDG_CACHE_HOME=$work/home XDG_DATA_HOME=$work/home XDG_CONFIG_HOME=$work/home
export JEKYLL_LS=$2 CHECK_LUA=$here
cd "$work/blog"
timeout 100 "$1" --headless -u NONE -i NONE -n -S "$here/check.lua" </dev/null
