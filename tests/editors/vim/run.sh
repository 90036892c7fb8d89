#!/usr/bin/env bash
# Opens a copy of the sample blog in Vim with ALE, set up as editors/README.md says.
# usage: run.sh VIM PROGRAM SOURCE_FOLDER
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$3/tests/sites/blog" "$work/blog"
# The very snippet of the documentation.
sed -n '/^```vim/,/^```/p' "$3/editors/README.md" | sed '/^```/d' >"$work/init.vim"
cd "$work/blog"
status=0
HOME=$work PATH=$(dirname "$2"):$PATH INIT=$work/init.vim REPORT=$work/report timeout 60 \
  "$1" -N -es -u NONE -i NONE -n -S "$here/check.vim" _posts/2024-03-10-docker-notes.md </dev/null || status=$?
cat "$work/report"
exit $status
