// The item in the status bar: which site, how large, how many problems; while the site is read, how far.
import * as vscode from 'vscode';

import type { Site, SiteInfo } from './answers';
import { Server, type Reading } from './server';

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

function problems(): { errors: number; warnings: number } {
  const count = { errors: 0, warnings: 0 };
  for (const [, diagnostics] of vscode.languages.getDiagnostics()) {
    for (const diagnostic of diagnostics) {
      if (diagnostic.source !== 'jekyll-ls') continue;
      if (diagnostic.severity === vscode.DiagnosticSeverity.Error) ++count.errors;
      if (diagnostic.severity === vscode.DiagnosticSeverity.Warning) ++count.warnings;
    }
  }
  return count;
}

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('jekyll-ls.status', vscode.StatusBarAlignment.Left, 0);
  private readonly parts: vscode.Disposable[];
  private sites: Site[] = [];
  private reading: Reading;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly server: Server) {
    this.item.name = 'Jekyll';
    this.item.command = 'workbench.actions.view.problems';
    this.parts = [
      this.item,
      server.onDidChange(() => this.refreshSoon()),
      server.onDidRead((reading) => {
        this.reading = reading;
        if (reading) this.draw();
        else this.refreshSoon();
      }),
      vscode.languages.onDidChangeDiagnostics(() => this.draw()),
      vscode.workspace.onDidSaveTextDocument(() => this.refreshSoon()),
      vscode.workspace.onDidCreateFiles(() => this.refreshSoon()),
      vscode.workspace.onDidDeleteFiles(() => this.refreshSoon()),
      vscode.workspace.onDidRenameFiles(() => this.refreshSoon()),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const part of this.parts) part.dispose();
  }

  // Several things happen at once (a rename is also a save): one question answers for all of them.
  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), 300);
    this.draw();
  }

  private async refresh(): Promise<void> {
    if (this.server.running && this.server.knows('jekyll.siteInfo')) {
      this.sites = (await this.server.request<SiteInfo>('jekyll.siteInfo', {}))?.sites ?? [];
    }
    this.draw();
  }

  private draw(): void {
    if (!this.server.wanted) return;
    if (!this.server.running) {
      this.item.text = '$(warning) Jekyll';
      this.item.tooltip = 'The Jekyll server is not running.';
      this.item.show();
      return;
    }
    const busy = this.reading !== undefined || this.sites.some((site) => site.indexing);
    const { errors, warnings } = problems();
    const pages = this.sites.reduce((sum, site) => sum + site.pages, 0);
    const percentage = this.reading?.percentage;
    const words = [`$(${busy ? 'sync~spin' : 'globe'}) ${this.sites.length === 1 ? this.sites[0]?.title || 'Jekyll' : 'Jekyll'}`];
    if (busy && percentage !== undefined) words.push(`${percentage} %`);
    else if (pages > 0) words.push(counted(pages, 'page'));
    this.item.text = words.join(': ');
    this.item.tooltip = this.tooltip(errors, warnings);
    this.item.accessibilityInformation = { label: `Jekyll: ${counted(pages, 'page')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}` };
    this.item.show();
  }

  private tooltip(errors: number, warnings: number): vscode.MarkdownString {
    const text = new vscode.MarkdownString('', true);
    text.isTrusted = { enabledCommands: ['jekyll-ls.restart', 'jekyll-ls.showLog', 'jekyll-ls.newPost'] };
    for (const site of this.sites) {
      text.appendMarkdown('**');
      text.appendText(site.title || site.root);
      text.appendMarkdown(
        `**  \n${counted(site.pages, 'page')}, ${counted(site.posts, 'post')}, ${counted(site.drafts, 'draft')}\n\n`);
    }
    text.appendMarkdown(`${counted(errors, 'error')}, ${counted(warnings, 'warning')} in what is known so far\n\n`);
    text.appendMarkdown('[New post](command:jekyll-ls.newPost) · [Log](command:jekyll-ls.showLog) · [Restart](command:jekyll-ls.restart)\n\n');
    text.appendText(`jekyll-ls ${this.server.version}`);
    return text;
  }
}
