#!/usr/bin/env node
// Drives a real VS Code (code-server, in a headless Chromium) with the packaged extension on a copy of the sample blog, as a
// writer would. Waits on what is seen, never on the clock. Exits 1 when something is missing and says where a picture of it is.
//
//   node check.mjs --code-server DIR --modules DIR --vsix FILE --site DIR --out DIR [--pictures DIR]
//     --modules   folder whose node_modules holds playwright-core
//     --out       logs, and pictures of failures
//     --pictures  where the pictures of the documentation go; without it there are none
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const text = { type: 'string' };
const { values: given } = parseArgs({
  options: { 'code-server': text, modules: text, vsix: text, site: text, out: text, pictures: text },
});
for (const name of ['code-server', 'modules', 'vsix', 'site', 'out']) {
  if (!given[name]) {
    console.error(`check.mjs: --${name} is missing`);
    process.exit(2);
  }
}
const patience = 40_000; // milliseconds for one condition, on a busy machine
const out = path.resolve(given.out);
fs.mkdirSync(out, { recursive: true });
const { chromium } = createRequire(path.join(path.resolve(given.modules), 'any.js'))('playwright-core');

// --- a home of its own, so that nothing of the user's is read or changed ---------------------------------------------
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'jekyll-ls-vscode-'));
const inHome = (name) => path.join(home, name);
const site = inHome('blog');
fs.cpSync(given.site, site, { recursive: true });
fs.mkdirSync(inHome('data/User'), { recursive: true });
fs.writeFileSync(inHome('data/User/settings.json'), JSON.stringify({
  'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off', 'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false, 'extensions.ignoreRecommendations': true, 'update.mode': 'none', 'git.enabled': false,
  'workbench.enableExperiments': false, 'workbench.tips.enabled': false, 'editor.minimap.enabled': false,
  'chat.commandCenter.enabled': false, 'workbench.colorTheme': 'Default Light Modern', 'files.autoSave': 'off',
}));
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VSCODE_|XDG_|npm_)/.test(name)));
environment.HOME = home;
const entry = path.join(path.resolve(given['code-server']), 'out', 'node', 'entry.js');
const folders = [entry, '--user-data-dir', inHome('data'), '--extensions-dir', inHome('extensions')];

execFileSync(process.execPath, [...folders, '--install-extension', path.resolve(given.vsix)], { env: environment, stdio: 'pipe' });
const host = spawn(process.execPath, [...folders, '--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry',
  '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override', '--ignore-last-opened'],
{ env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
const log = fs.createWriteStream(path.join(out, 'code-server.log'));
host.stderr.pipe(log);

const address = new Promise((resolve, reject) => {
  let printed = '';
  host.stdout.on('data', (data) => {
    log.write(data);
    printed += data;
    const found = /HTTP server listening on (http:\/\/[\d.]+:\d+)/.exec(printed);
    if (found) resolve(found[1]);
  });
  host.on('exit', (code) => reject(new Error(`code-server has ended with ${code}: ${printed}`)));
});

// --- reading the screen ----------------------------------------------------------------------------------------------
let page;
const lineWith = (words) => page.locator('.view-line', { hasText: words }).first();

// The words above each underline, from the pixels: what a reader takes them to be.
function underlined() {
  return page.evaluate(() => {
    const words = [];
    for (const underline of document.querySelectorAll('.monaco-editor [class*="squiggly-"]')) {
      const box = underline.getBoundingClientRect();
      let covered = '';
      for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
        const around = line.getBoundingClientRect();
        if (box.bottom < around.top + 2 || box.top > around.bottom - 2) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (let at = 0; at < node.data.length; ++at) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const { left, right } = range.getBoundingClientRect();
            const middle = (left + right) / 2;
            if (middle > box.left && middle < box.right) covered += node.data[at];
          }
        }
      }
      if (covered !== '') words.push(covered.replaceAll('\u00a0', ' '));
    }
    return words;
  });
}

async function until(condition, what) {
  let seen;
  for (const end = Date.now() + patience; Date.now() < end; await page.waitForTimeout(100)) {
    seen = await condition();
    if (seen === true) return;
  }
  throw new Error(`${what}; seen last: ${JSON.stringify(seen)}`);
}

const untilUnderlined = (...words) => until(async () => {
  const seen = await underlined();
  return words.every((word) => seen.includes(word)) || seen;
}, `underlined should be ${words.join(' and ')}`);

// Processes of the server that came with the package.
function servers() {
  const found = [];
  for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      if (fs.readlinkSync(`/proc/${name}/exe`).startsWith(inHome('extensions'))) found.push(Number(name));
    } catch { /* ended, or not ours */ }
  }
  return found;
}

async function untilAnotherServer(old) {
  await until(() => {
    const now = servers();
    return (now.length === 1 && now[0] !== old) || now;
  }, `one server other than ${old} should run`);
}

// --- acting ----------------------------------------------------------------------------------------------------------
async function quickInput(key, words) {
  const box = page.locator('.quick-input-widget input').first();
  // A list of suggestions that opens at this moment takes the key or closes the box: then once more.
  await until(async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press(key);
    return box.waitFor({ timeout: 4_000 }).then(() => true, () => false);
  }, `${key} should open a box`);
  await box.fill(words);
}

async function command(title) {
  await quickInput('F1', `>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

async function open(name, words) {
  await quickInput('Control+p', name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await lineWith(words).waitFor();
}

async function goTo(line, column) {
  await quickInput('Control+g', `:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

async function picture(name) {
  if (!given.pictures) return;
  fs.mkdirSync(given.pictures, { recursive: true });
  await page.screenshot({ path: path.join(given.pictures, `${name}.jpg`), type: 'jpeg', quality: 65 });
}

let failures = 0;
async function check(what, steps) {
  try {
    await steps();
    console.log(`ok    ${what}`);
  } catch (error) {
    ++failures;
    const shot = path.join(out, `${what.replace(/\W+/g, '-')}.png`);
    await page.screenshot({ path: shot }).catch(() => {});
    console.log(`FAIL  ${what}\n      ${String(error.message).split('\n').slice(0, 4).join('\n      ')}\n      picture: ${shot}`);
  }
}

// --- what a writer does ----------------------------------------------------------------------------------------------
async function everything() {
  await check('a post is opened', () => lineWith('Where volumes live on disk').waitFor());
  await check('the right words are underlined', () => untilUnderlined('docker, linux', '#where-volumes-live'));
  await check('the list of problems has their codes', async () => {
    await command('View: Toggle Problems');
    const rows = page.locator('.markers-panel .monaco-list-row');
    // The worst come first, those of closed files among them; the list holds only rows that are in sight.
    await rows.filter({ hasText: 'bad-post-name' }).first().waitFor();
    await rows.filter({ hasText: 'broken-image' }).first().waitFor();
  });
  await check('the outline lists the headings with their ids, in order', async () => {
    await command('Explorer: Focus on Outline View');
    await page.locator('.pane-header', { hasText: 'blog' }).first().click(); // folds the files: more room for the outline
    await until(async () => {
      const rows = await page.locator('.outline-tree .monaco-list-row').evaluateAll((all) => all
        .sort((left, right) => left.getBoundingClientRect().top - right.getBoundingClientRect().top)
        .map((row) => row.textContent));
      // Behind the id there may be the number of problems.
      const ids = rows.map((row) => /#[a-z][a-z-]*(?=\d*$)/.exec(row)?.[0]).filter((id) => id);
      return ids.join(' ') === '#images-and-containers #volumes #where-volumes-live-on-disk' || rows;
    }, 'the outline should have the three ids');
  });
  await picture('problems');
  await check('a link shows the post that it leads to', async () => {
    await goTo(20, 25);
    await lineWith('the WSL notes').waitFor();
    await command('Show or Focus Hover');
    await page.locator('.monaco-hover', { hasText: '2024' }).first().waitFor();
    await page.keyboard.press('Escape');
  });
  await check('a tag is completed from those of the site', async () => {
    await open('2024-05-06-how-i-keep-notes', 'One file per day');
    await goTo(5, 22);
    await page.keyboard.type(', gi');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'git' }).first().waitFor();
    await picture('completion');
    await page.keyboard.press('Enter');
    await lineWith('tags: [writing, tools, git]').waitFor();
  });
  await check('a server that is killed comes back, with what was typed', async () => {
    const [old] = servers();
    process.kill(old, 'SIGKILL');
    await untilAnotherServer(old);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('See ');
    await page.keyboard.insertText('[there](/nowhere-at-all/).');
    await until(async () => (await underlined()).some((words) => words.includes('nowhere-at-all')), 'a new mistake should be underlined');
    await lineWith('tags: [writing, tools, git]').waitFor();
    const onDisk = fs.readFileSync(path.join(site, '_posts', '2024-05-06-how-i-keep-notes.md'), 'utf8');
    if (onDisk.includes('nowhere-at-all')) throw new Error('the text should not have been saved');
  });
  await check('the server is restarted by the command', async () => {
    const [old] = servers();
    await command('Jekyll: Restart Server');
    await untilAnotherServer(old);
    await until(async () => (await underlined()).some((words) => words.includes('nowhere-at-all')), 'the mistake should be underlined again');
  });
}

let browser;
try {
  const url = await address;
  browser = await chromium.launchPersistentContext(inHome('browser'), {
    executablePath: execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome']).toString().trim(),
    headless: true, viewport: { width: 1100, height: 960 },
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(patience);
  const post = `vscode-remote://${new URL(url).host}${site}/_posts/2024-03-10-docker-notes.md`;
  await page.goto(`${url}/?folder=${encodeURIComponent(site)}&payload=${encodeURIComponent(JSON.stringify([['openFile', post]]))}`);
  await everything();
} catch (error) {
  ++failures;
  console.log(`FAIL  ${error.stack}`);
} finally {
  await browser?.close();
  host.removeAllListeners('exit');
  const ended = new Promise((resolve) => host.on('exit', resolve));
  try {
    process.kill(-host.pid, 'SIGTERM'); // its process group: code-server and the extension host
    await ended;
  } catch { /* ended already */ }
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
console.log(failures === 0 ? 'all is well' : `${failures} failed; logs and pictures: ${out}`);
process.exit(failures === 0 ? 0 : 1);
