// The server's life: started, restarted, stopped, one after the other. Everything else asks it through `request`.
import * as vscode from 'vscode';
import {
  ExecuteCommandRequest, LanguageClient, State, TransportKind, type Executable, type LanguageClientOptions,
} from 'vscode-languageclient/node';

import { findProgram } from './program';
import { Restarts } from './restarts';

/** Reading a site, as the server reports it; `undefined` when it has ended. */
export type Reading = { percentage?: number } | undefined;

// Files of a site that the server answers for. Which of them belong to a site, it knows itself.
const languages = ['markdown', 'html', 'yaml', 'liquid', 'jekyll'];

// Behind the server's code lenses.
const showReferences = 'jekyll-ls.showReferences';

async function listReferences(file: string, place: { line: number; character: number }): Promise<void> {
  const uri = vscode.Uri.parse(file);
  const position = new vscode.Position(place.line, place.character);
  const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, position);
  await vscode.commands.executeCommand('editor.action.showReferences', uri, position, found ?? []);
}

/** The setting where it is set: in the workspace, on the machine that holds the folder, or the user's own. */
async function openPathSetting(): Promise<void> {
  const name = 'jekyll.server.path';
  const own = vscode.workspace.getConfiguration().inspect<string>(name)?.workspaceValue !== undefined;
  const where = own ? 'openWorkspaceSettings' : vscode.env.remoteName ? 'openRemoteSettings' : 'openSettings';
  await vscode.commands.executeCommand(`workbench.action.${where}`, { query: name });
}

export class Server implements vscode.Disposable {
  /** A site was seen: the server runs, or should. */
  wanted = false;

  private client: LanguageClient | undefined;
  private work: Promise<void> = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly read = new vscode.EventEmitter<Reading>();
  /** The server has started, ended or been replaced. */
  readonly onDidChange = this.changed.event;
  readonly onDidRead = this.read.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly log: vscode.LogOutputChannel,
  ) {
    context.subscriptions.push(this, this.changed, this.read,
      vscode.commands.registerCommand(showReferences, listReferences));
  }

  get running(): boolean {
    return this.client?.state === State.Running;
  }

  get version(): string {
    return this.client?.initializeResult?.serverInfo?.version ?? '';
  }

  start(): Promise<void> {
    this.wanted = true;
    return this.next(() => this.launch());
  }

  restart(): Promise<void> {
    this.wanted = true;
    return this.next(async () => {
      await this.end();
      await this.launch();
    });
  }

  stop(): Promise<void> {
    return this.next(() => this.end());
  }

  dispose(): void {
    void this.stop();
  }

  knows(command: string): boolean {
    return this.client?.initializeResult?.capabilities.executeCommandProvider?.commands.includes(command) ?? false;
  }

  /** Runs a command of the server. A failure is shown to the user and gives `undefined`. */
  async request<Result>(command: string, argument: object): Promise<Result | undefined> {
    if (!this.client || !this.running) {
      void vscode.window.showWarningMessage('The Jekyll server is not running.', 'Show Log').then((button) => {
        if (button) this.log.show();
      });
      return undefined;
    }
    if (!this.knows(command)) {
      void vscode.window.showWarningMessage(`This jekyll-ls (${this.version || 'of unknown version'}) does not know ${command}.`);
      return undefined;
    }
    try {
      return (await this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] })) as Result;
    } catch (error) {
      void vscode.window.showErrorMessage(`Jekyll: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  // Starts and stops never overlap, however quickly they are asked for.
  private next(task: () => Promise<void>): Promise<void> {
    this.work = this.work.then(task, task);
    return this.work;
  }

  private async launch(): Promise<void> {
    if (this.client) return;
    await vscode.commands.executeCommand('setContext', 'jekyll-ls.site', true);
    const program = await findProgram(this.context.extensionPath);
    if ('problem' in program) {
      this.log.error(program.problem);
      this.changed.fire();
      void vscode.window.showErrorMessage(program.problem, 'Open Setting').then((button) => {
        if (button) void openPathSetting();
      });
      return;
    }
    this.log.info(`Starting ${program.command} (${program.origin}).`);
    const run: Executable = { command: program.command, args: [], transport: TransportKind.stdio };
    const client = new LanguageClient('jekyll', 'Jekyll', { run, debug: run }, this.clientOptions());
    client.registerFeature({
      fillClientCapabilities: (capabilities) => {
        capabilities.experimental = { ...capabilities.experimental, commands: { commands: [showReferences] } };
      },
      initialize: () => undefined,
      getState: () => ({ kind: 'static' }),
      clear: () => undefined,
    });
    client.onDidChangeState(() => this.changed.fire());
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.log.error(error instanceof Error ? error.message : String(error));
      await this.end();
      void vscode.window
        .showErrorMessage(`The Jekyll server ${program.command} could not be started.`, 'Show Log', 'Open Setting')
        .then((button) => {
          if (button === 'Show Log') this.log.show();
          if (button === 'Open Setting') void openPathSetting();
        });
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose(2_000);
    } catch (error) {
      this.log.warn(`The server did not end in order: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.read.fire(undefined);
    this.changed.fire();
  }

  private clientOptions(): LanguageClientOptions {
    return {
      documentSelector: languages.map((language) => ({ scheme: 'file', language })),
      outputChannel: this.log,
      errorHandler: new Restarts((line) => this.log.warn(line)),
      // For the very start; later changes are asked for by the server.
      initializationOptions: () => ({ jekyll: vscode.workspace.getConfiguration('jekyll') }),
      markdown: { supportHtml: false },
      middleware: {
        workspace: {
          // A change that makes us start another server may reach the old one too late.
          didChangeConfiguration: async (sections, next) => {
            try {
              await next(sections);
            } catch (error) {
              if (this.running) throw error;
            }
          },
        },
        handleWorkDoneProgress: (token, params, next) => {
          this.read.fire(params.kind === 'end' ? undefined : { percentage: params.percentage });
          next(token, params);
        },
      },
    };
  }
}
