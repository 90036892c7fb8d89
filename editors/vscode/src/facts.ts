// Shows what the server knows of a file (address, date, defaults) as a rendered page beside the file.
import * as path from 'node:path';
import * as vscode from 'vscode';

const scheme = 'jekyll-facts';

export class Facts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly parts: vscode.Disposable[] = [
    this.changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, this),
    vscode.workspace.onDidCloseTextDocument((document) => this.texts.delete(document.uri.toString())),
  ];

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  async show(file: vscode.Uri, markdown: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${path.basename(file.fsPath)} (facts).md`, query: file.toString() });
    this.texts.set(uri.toString(), markdown);
    this.changed.fire(uri);
    try {
      // Locked: else it would go over to the next file that is edited.
      await vscode.commands.executeCommand('markdown.showLockedPreviewToSide', uri);
    } catch {
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
    }
  }

  dispose(): void {
    for (const part of this.parts) part.dispose();
  }
}
