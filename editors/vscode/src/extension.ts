// The door: decides when there is a site to serve, and ties the parts together. The server does the thinking.
import * as vscode from 'vscode';

import { registerCommands } from './commands';
import { Facts } from './facts';
import { Server } from './server';
import { isInSite, workspaceHasSite } from './site';
import { StatusItem } from './status';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('Jekyll', { log: true });
  server = new Server(context, log);
  const facts = new Facts();
  context.subscriptions.push(log, facts, new StatusItem(server), ...registerCommands(server, facts));

  // VS Code wakes us for every Markdown file: outside a site nothing is started, and nothing is shown.
  const startIfSite = async (isSite: Promise<boolean>) => {
    if (server && !server.wanted && (await isSite)) await server.start();
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument((document) => startIfSite(isInSite(document.uri))),
    vscode.workspace.onDidCreateFiles(() => startIfSite(workspaceHasSite())),
    vscode.workspace.onDidChangeWorkspaceFolders(() => startIfSite(workspaceHasSite())),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (server?.wanted && event.affectsConfiguration('jekyll.server.path')) await server.restart();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(async () => {
      if (server?.wanted && vscode.workspace.getConfiguration('jekyll').get('server.path')) await server.restart();
    }),
  );
  await startIfSite(workspaceHasSite());
  for (const document of vscode.workspace.textDocuments) await startIfSite(isInSite(document.uri));
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
