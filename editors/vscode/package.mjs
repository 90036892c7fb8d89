#!/usr/bin/env node
// Makes the package that VS Code installs (.vsix), with the server inside. Needs Node 18 or newer and npm.
//
//   node package.mjs --program FILE --out DIR
//     --program  the server, a program that needs no shared library: build/release/jekyll-ls-portable
//     --out      where the package is put; the work is done in DIR/vscode, this folder stays as it is
//
// It is for the system and the processor that it is made on: linux-x64, linux-arm64, …
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const text = { type: 'string' };
const { values: given } = parseArgs({ options: { program: text, out: text } });
if (!given.program || !given.out) {
  console.error('usage: node package.mjs --program FILE --out DIR');
  process.exit(2);
}
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '..', '..');
const out = path.resolve(given.out);
const stage = path.join(out, 'vscode');
const program = path.resolve(given.program);

function run(command, ...args) {
  try {
    execFileSync(command, args, { cwd: stage, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
  } catch (error) {
    console.error(`${command} ${args.join(' ')}\n${error.stdout}${error.stderr}`);
    process.exit(1);
  }
}

function rewrite(file, change) {
  const value = JSON.parse(fs.readFileSync(file, 'utf8'));
  change(value);
  fs.writeFileSync(file, JSON.stringify(value, null, 2) + '\n');
}

// Code -> its severity and first sentence, as docs/rules.md has them: for completion in settings.
function rules() {
  const result = {};
  for (const section of fs.readFileSync(path.join(root, 'docs', 'rules.md'), 'utf8').split(/^## /m).slice(1)) {
    const [, code, description] = /^([a-z0-9-]+)\n\n([\s\S]*?)(?:\n\n|$)/.exec(section) ?? [];
    if (code) result[code] = description.replace(/\s+/g, ' ').trim();
  }
  return result;
}

// What the last package left behind goes, but for node_modules, which take their time.
fs.mkdirSync(stage, { recursive: true });
for (const name of fs.readdirSync(stage)) {
  if (name !== 'node_modules') fs.rmSync(path.join(stage, name), { recursive: true });
}
for (const name of fs.readdirSync(here)) {
  if (name !== 'node_modules') fs.cpSync(path.join(here, name), path.join(stage, name), { recursive: true });
}
fs.cpSync(path.join(root, 'docs', 'images'), path.join(stage, 'images'), { recursive: true });
fs.copyFileSync(path.join(root, 'LICENSE'), path.join(stage, 'LICENSE'));
fs.mkdirSync(path.join(stage, 'schema'));
fs.copyFileSync(path.join(root, 'schema', 'project.schema.json'), path.join(stage, 'schema', 'project.schema.json'));
fs.mkdirSync(path.join(stage, 'server'));
const server = path.join(stage, 'server', 'jekyll-ls');
fs.copyFileSync(program, server);
fs.chmodSync(server, 0o755);

const known = rules();
const severities = ['off', 'hint', 'info', 'warning', 'error'];
const properties = Object.fromEntries(
  Object.entries(known).map(([code, description]) => [code, { enum: severities, description }]));
rewrite(path.join(stage, 'package.json'), (manifest) => {
  for (const section of manifest.contributes.configuration) {
    if ('jekyll.rules' in section.properties) section.properties['jekyll.rules'].properties = properties;
  }
});
rewrite(path.join(stage, 'schema', 'project.schema.json'), (schema) => {
  schema.properties.rules.properties = properties;
});

const lock = fs.readFileSync(path.join(stage, 'package-lock.json'), 'utf8');
const stamp = path.join(stage, 'node_modules', '.lock');
if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== lock) {
  run('npm', 'ci', '--ignore-scripts');
  fs.writeFileSync(stamp, lock);
}
run('npm', 'run', 'check');
run('npm', 'run', 'bundle');
const version = JSON.parse(fs.readFileSync(path.join(stage, 'package.json'), 'utf8')).version;
const target = `${process.platform}-${process.arch}`;
const vsix = path.join(out, `jekyll-ls-${target}-${version}.vsix`);
run('npx', '--no-install', 'vsce', 'package', '--target', target, '--no-dependencies', '--allow-missing-repository',
  '--no-rewrite-relative-links', '--no-update-package-json', '--no-git-tag-version', '-o', vsix);
// A name without version and target, for scripts.
fs.copyFileSync(vsix, path.join(out, 'jekyll-ls.vsix'));
console.log(vsix);
