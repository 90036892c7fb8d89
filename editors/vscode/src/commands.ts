// What the command palette offers. The server does the work (`workspace/executeCommand`) and writes files through
// `workspace/applyEdit`; here are the questions before it and the editor after it.
import * as vscode from 'vscode';

import { Facts } from './facts';
import { askCategories, askSite, askTitle } from './questions';
import { Server } from './server';
import type { Address, Created, FileFacts } from './answers';

async function show(created: Created | undefined): Promise<void> {
  if (!created) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(created.uri));
  // The file exists with an empty text until this: it should hold what the editor shows.
  await document.save();
  const editor = await vscode.window.showTextDocument(document);
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(new vscode.Range(end, end));
}

/** The file that a command is about: what was clicked, else what is being edited. */
function target(clicked: unknown): vscode.Uri | undefined {
  if (clicked instanceof vscode.Uri) return clicked;
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri?.scheme === 'file') return uri;
  void vscode.window.showInformationMessage('Open a file of the site first.');
  return undefined;
}

async function newPost(server: Server): Promise<void> {
  const site = await askSite(server);
  if (!site) return;
  const title = await askTitle('New post');
  if (title === undefined) return;
  const categories = await askCategories(site.categories);
  if (categories === undefined) return;
  await show(await server.request<Created>('jekyll.newPost', { title, categories, uri: site.uri }));
}

async function newDraft(server: Server): Promise<void> {
  const site = await askSite(server);
  if (!site) return;
  const title = await askTitle('New draft');
  if (title === undefined) return;
  await show(await server.request<Created>('jekyll.newDraft', { title, uri: site.uri }));
}

async function publishDraft(server: Server, clicked: unknown): Promise<void> {
  const uri = target(clicked);
  if (!uri) return;
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty && !(await open.save())) return;
  await show(await server.request<Created>('jekyll.publishDraft', { uri: uri.toString() }));
}

async function openAddress(server: Server, clicked: unknown): Promise<void> {
  const uri = target(clicked);
  if (!uri) return;
  const port = vscode.workspace.getConfiguration('jekyll', uri).get<number>('preview.port', 4000);
  // The server asks VS Code to open it (`window/showDocument`).
  await server.request<Address>('jekyll.openAddress', { uri: uri.toString(), base: `http://localhost:${port}` });
}

async function fileFacts(server: Server, facts: Facts, clicked: unknown): Promise<void> {
  const uri = target(clicked);
  if (!uri) return;
  const answer = await server.request<FileFacts>('jekyll.fileFacts', { uri: uri.toString() });
  if (answer) await facts.show(uri, answer.markdown);
}

export function registerCommands(server: Server, facts: Facts): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand('jekyll-ls.restart', () => server.restart()),
    registerCommand('jekyll-ls.showLog', () => server.log.show()),
    registerCommand('jekyll-ls.newPost', () => newPost(server)),
    registerCommand('jekyll-ls.newDraft', () => newDraft(server)),
    registerCommand('jekyll-ls.publishDraft', (clicked) => publishDraft(server, clicked)),
    registerCommand('jekyll-ls.openAddress', (clicked) => openAddress(server, clicked)),
    registerCommand('jekyll-ls.fileFacts', (clicked) => fileFacts(server, facts, clicked)),
  ];
}
