#!/usr/bin/env bash
# Opens a copy of the sample blog in Emacs with eglot, in batch mode, set up as editors/README.md says.
# usage: run.sh EMACS PROGRAM SOURCE_FOLDER
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$3/tests/sites/blog" "$work/blog"
# The very snippet of the documentation.
sed -n '/^```elisp/,/^```/p' "$3/editors/README.md" | sed '/^```/d' >"$work/init.el"
cd "$work/blog"
HOME=$work PATH=$(dirname "$2"):$PATH INIT=$work/init.el timeout 60 "$1" --batch -Q -l "$here/check.el" </dev/null
