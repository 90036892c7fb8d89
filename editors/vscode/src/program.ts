// Which program is the language server: the setting's, the bundled one, or the one on the PATH, in this order.
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** A program to start, or a sentence that says why there is none. */
export type Program = { command: string; origin: 'setting' | 'bundled' | 'PATH' } | { problem: string };

const executable = process.platform === 'win32' ? 'jekyll-ls.exe' : 'jekyll-ls';

async function canRun(file: string): Promise<boolean> {
  try {
    if (!(await fs.stat(file)).isFile()) return false;
    await fs.access(file, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function expanded(setting: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? os.homedir();
  const written = setting.replace(/^~(?=$|[\\/])/, os.homedir()).replaceAll('${workspaceFolder}', folder);
  return path.resolve(folder, written);
}

export async function findProgram(extension: string): Promise<Program> {
  const setting = vscode.workspace.getConfiguration('jekyll').get<string>('server.path', '').trim();
  if (setting !== '') {
    const file = expanded(setting);
    if (await canRun(file)) return { command: file, origin: 'setting' };
    return { problem: `The setting jekyll.server.path names ${file}, which is no program that can be started.` };
  }
  const bundled = path.join(extension, 'server', executable);
  if (await canRun(bundled)) return { command: bundled, origin: 'bundled' };
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const file = path.join(folder, executable);
    if (folder !== '' && (await canRun(file))) return { command: file, origin: 'PATH' };
  }
  return {
    problem:
      `This package of the extension carries no server for ${process.platform}-${process.arch}, and there is no ` +
      `${executable} on the PATH. Name yours in the setting jekyll.server.path.`,
  };
}
