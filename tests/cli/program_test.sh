#!/usr/bin/env bash
# What a shell sees of the program: exit status, the two outputs, colours.
# usage: program_test.sh PROGRAM SAMPLE_BLOG
set -u
program=$1
blog=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
  printf 'FAIL %s\n' "$1"
  printf '  standard output: %s\n  standard error: %s\n' "$(head -c 400 "$work/out")" "$(head -c 400 "$work/err")"
  failures=$((failures + 1))
}

# expect STATUS TITLE COMMAND...: runs the command and keeps its outputs.
expect() {
  local wanted=$1 title=$2 status=0
  shift 2
  "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
  [[ $status == "$wanted" ]] || fail "$title: status $status instead of $wanted"
}
out_has() { grep -qF -- "$1" "$work/out" || fail "standard output lacks '$1'"; }
out_lacks() { ! grep -qF -- "$1" "$work/out" || fail "standard output holds '$1'"; }
no_out() { [[ ! -s $work/out ]] || fail 'standard output is not empty'; }
one_line_of_error() { [[ $(wc -l <"$work/err") == 1 ]] || fail 'not exactly one line on standard error'; }

mkdir -p "$work/healthy/_posts" "$work/no-config/_posts" "$work/empty"
printf 'title: Healthy\n' >"$work/healthy/_config.yml"
printf -- '---\ntitle: A\n---\nHello.\n' | tee "$work/healthy/_posts/2024-05-01-a.md" >"$work/no-config/_posts/2024-05-01-a.md"
escape=$'\e['

expect 0 'version' "$program" --version
out_has 'jekyll-ls '
expect 0 'help' "$program" --help
out_has 'check'
expect 0 'help of check' "$program" check --help
out_has '--fail-on'

expect 2 'unknown option' "$program" --no-such-option
no_out; one_line_of_error
expect 2 'unknown command' "$program" chekc
no_out; one_line_of_error
expect 2 'no such folder' "$program" check "$work/gone"
no_out; one_line_of_error
expect 2 'no site' "$program" check "$work/empty"
no_out; one_line_of_error
expect 2 'inspect of no site' "$program" inspect "$work/empty"
no_out; one_line_of_error
expect 2 'two sites' "$program" check "$work/healthy" "$blog"
no_out; one_line_of_error

expect 0 'healthy site' "$program" check "$work/healthy"
out_has 'no problems'
expect 0 'posts without a configuration are a site' "$program" check "$work/no-config"
out_has '1 file checked'

expect 1 'problems of the sample blog' "$program" check "$blog"
out_has 'broken-link'
out_lacks "$escape"
expect 1 'colours on demand' "$program" check --color always "$blog"
out_has "$escape"
expect 1 'colours refused' env NO_COLOR=1 "$program" check --color auto "$blog"
out_lacks "$escape"
expect 0 'one healthy file of a site with problems' "$program" check "$blog/_pages/about.md"
out_has '1 file checked, no problems'
expect 0 'a warning does not fail' "$program" check "$blog/_posts/2024-04-22-git-rebase.md"
out_has 'duplicate-key'
expect 1 'unless it is asked to' "$program" check --fail-on warning "$blog/_posts/2024-04-22-git-rebase.md"
expect 1 'JSON' "$program" check --format json "$blog"
out_has '"code": "broken-link"'
expect 0 'inspect' "$program" inspect --format json "$blog"
out_has '"documents"'
expect 0 'inspect of a site as text' "$program" inspect "$blog"
out_has '/boostcamp/DorunDorun/'
expect 0 'inspect of one file' "$program" inspect "$blog/_posts/2024-02-23-dorundorun.md"
out_has '/boostcamp/DorunDorun/'

# The commands that write: the path that is printed exists, and nothing is replaced.
expect 0 'a new post' "$program" new 'Hello: there' "$work/healthy" --category notes
post=$(cat "$work/out")
grep -qx 'title: "Hello: there"' "$post" && grep -qx 'categories: \[notes\]' "$post" || fail "a new post: $post"
expect 0 'another one with this title' "$program" new 'Hello: there' "$work/healthy"
[[ $(cat "$work/out") != "$post" ]] || fail 'a file was replaced'
expect 0 'a new draft' "$program" new --draft Idea "$work/healthy"
draft=$(cat "$work/out")
[[ $draft == */_drafts/idea.md ]] || fail "a new draft: $draft"
expect 0 'publishing it' "$program" publish "$draft"
[[ ! -e $draft && $(cat "$work/out") == */_posts/????-??-??-idea.md ]] || fail 'publishing it'
grep -q '^date: ' "$(cat "$work/out")" || fail 'a published draft has a date'
expect 2 'publishing a post' "$program" publish "$post"
no_out; one_line_of_error
mkdir -p "$work/leads-out/_posts"
echo 'collections_dir: ../beside' >"$work/leads-out/_config.yml"
expect 2 'a new post outside of the site' "$program" new Hello "$work/leads-out"
no_out; one_line_of_error
[[ ! -e $work/beside ]] || fail 'a post was written outside of the site'
expect 2 'a title without a letter' "$program" new '!' "$work/healthy"
no_out; one_line_of_error
expect 2 'a new post without a title' "$program" new
no_out; one_line_of_error

# Mending: a diff that `patch` understands, or the files themselves; nothing outside the site.
mkdir -p "$work/mend/_posts" "$work/elsewhere"
printf 'title: Mend\n' >"$work/mend/_config.yml"
printf -- '---\r\ntitle: 1.10\r\ntags: a, b\r\n---\r\n' | tee "$work/mend/_posts/2024-05-01-a.md" >"$work/elsewhere/b.md"
chmod 640 "$work/mend/_posts/2024-05-01-a.md"
ln -s "$work/elsewhere/b.md" "$work/mend/_posts/2024-05-02-b.md"
expect 1 'a dry run says what would change' "$program" fix --dry-run "$work/mend"
out_has '+tags: [a, b]'
cp "$work/out" "$work/diff"
grep -q '^tags: a, b' "$work/mend/_posts/2024-05-01-a.md" || fail 'a dry run writes nothing'
cp -r "$work/mend" "$work/patched"
if command -v patch >/dev/null; then
  patch -s -p1 -d "$work/patched" <"$work/diff" || fail 'patch does not take the diff'
fi
expect 0 'some rules only' "$program" fix --only yaml-tab "$work/mend"
grep -q '^tags: a, b' "$work/mend/_posts/2024-05-01-a.md" || fail 'another rule was mended'
expect 0 'mending' "$program" fix "$work/mend"
out_has '2024-05-01-a.md: retyped-value, tags-comma'
[[ $(cat "$work/mend/_posts/2024-05-01-a.md") == $'---\r\ntitle: "1.10"\r\ntags: [a, b]\r\n---\r' ]] || fail 'the mended file'
[[ $(stat -c %a "$work/mend/_posts/2024-05-01-a.md") == 640 ]] || fail 'the mode has changed'
grep -q '^tags: a, b' "$work/elsewhere/b.md" || fail 'a file outside the site was written'
if command -v patch >/dev/null; then
  cmp -s "$work/patched/_posts/2024-05-01-a.md" "$work/mend/_posts/2024-05-01-a.md" || fail 'the diff is not what is written'
fi
expect 0 'nothing is left to mend' "$program" fix --dry-run "$work/mend"
no_out
expect 2 'a rule that there is not' "$program" fix --only no-such-rule "$work/mend"
no_out; one_line_of_error

# Reports for programs that look at pull requests, with paths from where they run.
cd "$work" || exit 1
cp -r "$blog" blog
expect 1 'annotations' "$program" check --format github blog
out_has '::error file=blog/_posts/'
expect 1 'SARIF' "$program" check --format sarif blog
out_has '"uri": "blog/_posts/'
cd - >/dev/null || exit 1

# A pseudo terminal shows colours and the progress line; `script` makes one where it is installed.
if command -v script >/dev/null; then
  expect 0 'colours on a terminal' env -u NO_COLOR TERM=xterm script -qc "'$program' check '$blog' || true" "$work/typescript"
  out_has "$escape"
  expect 0 'NO_COLOR on a terminal' env NO_COLOR=1 TERM=xterm script -qc "'$program' check '$blog' 2>/dev/null || true" "$work/typescript"
  out_lacks "$escape"
  expect 0 'help on a terminal without arguments' script -qc "'$program'" "$work/typescript"
  out_has 'inspect'
fi

# An editor that closes the pipe without `shutdown` and `exit` ends the server, with a failure.
expect 1 'end of input' "$program" --stdio
no_out

[[ $failures == 0 ]] && echo 'The program behaves.'
exit $((failures > 0))
