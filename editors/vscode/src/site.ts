// Where a Jekyll site is: beside `_config.yml`, or around `_posts` when there is none. The server decides in detail; this
// only answers whether it is worth starting.
import * as path from 'node:path';
import * as vscode from 'vscode';

const marks = ['_config.yml', '_config.yaml', '_config.toml', '_posts'];

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(() => true, () => false);
}

/** Is there a mark of a site in a folder above the file? */
export async function isInSite(file: vscode.Uri): Promise<boolean> {
  if (file.scheme !== 'file') return false;
  for (let folder = path.dirname(file.fsPath); ; folder = path.dirname(folder)) {
    for (const mark of marks) {
      if (await exists(vscode.Uri.file(path.join(folder, mark)))) return true;
    }
    if (path.dirname(folder) === folder) return false;
  }
}

/** Is there a site in one of the workspace's folders, or is one of them part of a site? */
export async function workspaceHasSite(): Promise<boolean> {
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    if (await isInSite(vscode.Uri.joinPath(folder.uri, 'any'))) return true;
  }
  const ignored = '**/{node_modules,vendor,_site}/**';
  const found = await vscode.workspace.findFiles('{**/_config.{yml,yaml,toml},**/_posts/*}', ignored, 1);
  return found.length > 0;
}
