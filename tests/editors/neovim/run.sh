#!/usr/bin/env bash
# Opens a copy of the sample blog in a headless Neovim with a configuration of nothing but the plugin.
# usage: run.sh NVIM PROGRAM SOURCE_FOLDER
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$3/tests/sites/blog" "$work/blog"
cp -r "$3/editors/neovim" "$work/plugin"
mkdir "$work/home" "$work/outside"
printf -- '---\ntitle: a: b\n---\n' >"$work/outside/note.md"
export HOME=$work/home XDG_STATE_HOME=$work/home XDG_CACHE_HOME=$work/home XDG_DATA_HOME=$work/home XDG_CONFIG_HOME=$work/home
export PATH=$(dirname "$2"):$PATH PLUGIN=$work/plugin TESTS=$here
cd "$work/blog"
timeout 100 "$1" --headless -u NONE -i NONE -n --cmd "set runtimepath^=$PLUGIN" -S "$here/check.lua" </dev/null
