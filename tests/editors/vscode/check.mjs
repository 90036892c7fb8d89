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
const settings = {
  'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off', 'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false, 'extensions.ignoreRecommendations': true, 'update.mode': 'none', 'git.enabled': false,
  'workbench.enableExperiments': false, 'workbench.tips.enabled': false, 'editor.minimap.enabled': false,
  'chat.commandCenter.enabled': false, 'workbench.colorTheme': 'Default Light Modern', 'files.autoSave': 'off',
  // Folders that are not trusted open at once, without a question.
  'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never',
};
fs.writeFileSync(inHome('data/User/settings.json'), JSON.stringify(settings));
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VSCODE_|XDG_|npm_)/.test(name)));
environment.HOME = home;
const entry = path.join(path.resolve(given['code-server']), 'out', 'node', 'entry.js');
const folders = [entry, '--user-data-dir', inHome('data'), '--extensions-dir', inHome('extensions')];

execFileSync(process.execPath, [...folders, '--install-extension', path.resolve(given.vsix)], { env: environment, stdio: 'pipe' });
const log = fs.createWriteStream(path.join(out, 'code-server.log'));

// One code-server: its address, and how to end it.
async function startHost(...flags) {
  const host = spawn(process.execPath, [...folders, '--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry',
    '--disable-update-check', '--disable-getting-started-override', '--ignore-last-opened', ...flags],
  { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  host.stderr.pipe(log, { end: false });
  const url = await new Promise((resolve, reject) => {
    let printed = '';
    host.stdout.on('data', (data) => {
      log.write(data);
      printed += data;
      const found = /HTTP server listening on (http:\/\/[\d.]+:\d+)/.exec(printed);
      if (found) resolve(found[1]);
    });
    host.on('exit', (code) => reject(new Error(`code-server has ended with ${code}: ${printed}`)));
  });
  const stop = async () => {
    host.removeAllListeners('exit');
    const ended = new Promise((resolve) => host.on('exit', resolve));
    try {
      process.kill(-host.pid, 'SIGTERM'); // its process group: code-server and the extension host
      await ended;
    } catch { /* ended already */ }
  };
  return { url, stop };
}

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
// Opens a box with a key, fills it and takes what it then offers. Something that opens or takes the focus at this moment may
// close the box: then once more.
async function quickInput(key, words, offered) {
  const box = page.locator('.quick-input-widget input').first();
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: offered }).first();
  const timeout = 5_000;
  await until(async () => {
    try {
      await page.keyboard.press('Escape');
      await page.keyboard.press(key);
      await box.waitFor({ timeout });
      await box.fill(words, { timeout });
      if (offered) await row.waitFor({ timeout });
      await box.press('Enter', { timeout });
      return true;
    } catch (error) {
      return String(error.message).split('\n')[0];
    }
  }, `${key} should open a box for ${words}`);
}

const command = (title) => quickInput('F1', `>${title}`, title);

async function open(name, words) {
  await quickInput('Control+p', name, name);
  await lineWith(words).waitFor();
}

async function goTo(line, column) {
  await quickInput('Control+g', `:${line}:${column}`);
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

// The title that a new post or draft is asked for.
async function answerTitle(words) {
  const box = page.locator('.quick-input-widget input[placeholder="Title"]').first();
  await box.waitFor();
  await box.fill(words);
  await page.keyboard.press('Enter');
}

// What is asked for has been done when the cursor stands where the writer goes on.
const cursorAt = (line, column) => page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).first().waitFor();

// The workspace's own settings; none without an argument.
function writeSettings(own) {
  fs.mkdirSync(path.join(site, '.vscode'), { recursive: true });
  fs.writeFileSync(path.join(site, '.vscode/settings.json'), JSON.stringify(own ?? {}));
}

// The only file whose name ends so; its text.
function fileEndingIn(folder, ending) {
  const names = fs.existsSync(path.join(site, folder)) ? fs.readdirSync(path.join(site, folder)) : [];
  const name = names.find((one) => one.endsWith(ending));
  return name === undefined ? undefined : fs.readFileSync(path.join(site, folder, name), 'utf8');
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
  await check('a quick fix is applied', async () => {
    await goTo(4, 9);
    await lineWith('tags: docker, linux').waitFor();
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row', { hasText: 'Silence' }).first().waitFor();
    await page.locator('.action-widget .monaco-list-row.focused', { hasText: 'Write the list' }).waitFor();
    await page.keyboard.press('Enter');
    await lineWith('tags: [docker, linux]').waitFor();
    await until(async () => !(await underlined()).includes('docker, linux'), 'the mended value should not be underlined');
  });
  await check('the number of posts stands above a tag, and a click lists them', async () => {
    const lens = page.locator('.codelens-decoration a', { hasText: 'post' }).first();
    await lens.waitFor();
    await lens.click();
    await page.locator('.zone-widget .monaco-list-row, .reference-zone-widget .ref-tree .monaco-list-row').first().waitFor();
    await page.keyboard.press('Escape');
  });
  await check('the address of the page stands behind its title', async () => {
    await page.locator('.view-line', { hasText: '/linux/docker-notes/' }).first().waitFor();
  });
  await check('the facts of the file are shown', async () => {
    await command("Jekyll: Show This File's Facts");
    await page.locator('.tab', { hasText: 'facts' }).first().waitFor();
    await until(async () => {
      const texts = await Promise.all(page.frames().map((frame) => frame.locator('body').innerText({ timeout: 1_000 }).catch(() => '')));
      return texts.some((text) => text.includes('/linux/docker-notes/')) || texts.map((text) => text.slice(0, 40));
    }, 'the facts should name the address');
    await page.keyboard.press('Control+1'); // back to the post
    await command('View: Close Editors in Other Groups');
    await page.locator('.tab', { hasText: 'facts' }).first().waitFor({ state: 'detached' });
  });
  await check('the page is opened in the browser', async () => {
    await open('2024-03-10-docker-notes', 'Where volumes live on disk');
    const [other] = await Promise.all(
      [page.context().waitForEvent('page', { timeout: patience }), command('Jekyll: Open This Page in the Browser')]);
    // code-server puts its proxy before addresses of this machine, and drops what follows the port.
    await until(() => other.url().includes('/proxy/4000/') || other.url(), 'the address should be opened');
    await other.close();
  });
  await check('a new post is created and shown', async () => {
    await command('Jekyll: New Post');
    await answerTitle('Winter run');
    await page.locator('.quick-input-widget', { hasText: 'Categories' }).waitFor();
    await page.keyboard.press('Enter');
    await lineWith('title: "Winter run"').waitFor();
    await until(() => fileEndingIn('_posts', '-winter-run.md')?.startsWith('---\ntitle: "Winter run"\n') ?? false,
      'the post should be on the disk');
    await cursorAt(10, 1);
  });
  await check('a draft is created and published', async () => {
    await command('Jekyll: New Draft');
    await answerTitle('An idea');
    await lineWith('title: "An idea"').waitFor();
    await until(() => fileEndingIn('_drafts', 'an-idea.md') !== undefined, 'the draft should be on the disk');
    await cursorAt(9, 1);
    await command('Jekyll: Publish This Draft');
    await until(() => /^date: \d{4}-/m.test(fileEndingIn('_posts', '-an-idea.md') ?? '') && fileEndingIn('_drafts', 'an-idea.md') === undefined,
      'the draft should have become a post');
    await lineWith('date: 20').waitFor();
    await cursorAt(10, 1);
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

// A program that is not there, and a folder that is not trusted.
async function theServersPath() {
  await check('a wrong path of the server is told, with a button to the setting', async () => {
    writeSettings({ 'jekyll.server.path': '/nowhere/jekyll-ls' });
    const message = page.locator('.notification-toast', { hasText: '/nowhere/jekyll-ls' }).first();
    await message.waitFor();
    await message.locator('.monaco-button', { hasText: 'Open Setting' }).click();
    await page.locator('.settings-editor .setting-item-contents', { hasText: 'Server: Path' }).first().waitFor();
    writeSettings();
    await untilAnotherServer(undefined);
  });
}

async function withoutTrust() {
  await check('a folder that is not trusted cannot name the server, and has everything else', async () => {
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
    await untilUnderlined('docker, linux', '#where-volumes-live');
    await until(() => servers().length === 1 || servers(), 'the server of the package should run');
  });
}

// The editor with the sample blog, at one of its posts.
async function show(url) {
  const post = `vscode-remote://${new URL(url).host}${site}/_posts/2024-03-10-docker-notes.md`;
  await page.goto(`${url}/?folder=${encodeURIComponent(site)}&payload=${encodeURIComponent(JSON.stringify([['openFile', post]]))}`);
}

let browser;
let host;
try {
  host = await startHost('--disable-workspace-trust');
  browser = await chromium.launchPersistentContext(inHome('browser'), {
    executablePath: execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome']).toString().trim(),
    headless: true, viewport: { width: 1100, height: 960 },
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(patience);
  page.on('dialog', (dialog) => void dialog.accept()); // leaving with unsaved text
  await show(host.url);
  await everything();
  await theServersPath();

  await host.stop();
  writeSettings({ 'jekyll.server.path': '/nowhere/jekyll-ls' });
  host = await startHost();
  await show(host.url);
  await withoutTrust();
} catch (error) {
  ++failures;
  console.log(`FAIL  ${error.stack}`);
} finally {
  await browser?.close();
  await host?.stop();
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
console.log(failures === 0 ? 'all is well' : `${failures} failed; logs and pictures: ${out}`);
process.exit(failures === 0 ? 0 : 1);
