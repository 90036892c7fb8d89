// What a new post needs to know. Escape at any question ends the command: `undefined`.
import * as path from 'node:path';
import * as vscode from 'vscode';

import type { Site, SiteInfo, Term } from './answers';
import { Server } from './server';

/** `root` is a path or a file URI. */
function folderOf(site: Site): vscode.Uri {
  return site.root.startsWith('file:') ? vscode.Uri.parse(site.root) : vscode.Uri.file(site.root);
}

/** The site that is meant: that of the file being edited, the only one, or the one that the writer picks. */
export async function askSite(server: Server): Promise<{ uri: string; categories: Term[] } | undefined> {
  const info = await server.request<SiteInfo>('jekyll.siteInfo', {});
  if (!info) return undefined;
  if (info.sites.length === 0) {
    void vscode.window.showWarningMessage('There is no Jekyll site in this workspace: it begins with a _config.yml.');
    return undefined;
  }
  const edited = vscode.window.activeTextEditor?.document.uri;
  const inside = (site: Site) => edited?.scheme === 'file' && edited.fsPath.startsWith(folderOf(site).fsPath + path.sep);
  // Of sites inside of each other the innermost.
  let site = info.sites.filter(inside).sort((left, right) => right.root.length - left.root.length)[0];
  if (!site && info.sites.length === 1) site = info.sites[0];
  if (!site) {
    const items = info.sites.map((one) => ({ label: one.title || path.basename(folderOf(one).fsPath), description: one.root, site: one }));
    site = (await vscode.window.showQuickPick(items, { title: 'Which site?' }))?.site;
  }
  if (!site) return undefined;
  const uri = vscode.Uri.joinPath(folderOf(site), '_config.yml').toString();
  if (info.sites.length === 1) return { uri, categories: info.categories };
  const own = await server.request<SiteInfo>('jekyll.siteInfo', { uri });
  return { uri, categories: own?.categories ?? [] };
}

export async function askTitle(what: string): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: what,
    prompt: 'The title, as readers see it. The file gets its name from it.',
    placeHolder: 'Title',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'A post needs a title: its address is made from it.' : undefined),
  });
  return title?.trim();
}

/** Those of the site, most used first; what is typed and not among them can be chosen as a new one. */
export async function askCategories(known: Term[]): Promise<string[] | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title = 'Categories';
  pick.placeholder = 'None, one or several. Type to find one or to make a new one; Enter goes on.';
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = false;
  const items: vscode.QuickPickItem[] = known.map(({ name, count }) => ({
    label: name,
    description: count === 1 ? '1 post' : `${count} posts`,
  }));
  let added: vscode.QuickPickItem | undefined;
  pick.items = items;
  pick.onDidChangeValue((value) => {
    const name = value.trim();
    const chosen = pick.selectedItems;
    if (added && !chosen.includes(added)) items.splice(items.indexOf(added), 1);
    added = undefined;
    if (name !== '' && !items.some((item) => item.label === name)) {
      added = { label: name, description: 'new' };
      items.unshift(added);
    }
    pick.items = [...items];
    pick.selectedItems = chosen;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.map((item) => item.label));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
