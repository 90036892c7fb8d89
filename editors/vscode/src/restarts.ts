// What happens when the server's process ends by itself: it is started again, later each time, and given up when it keeps
// ending. The texts are VS Code's; the client sends them to the new process, so nothing that was typed is lost.
import {
  CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler, type ErrorHandlerResult,
} from 'vscode-languageclient/node';

const window = 3 * 60_000; // milliseconds in which ends are counted
const most = 5;
const delays = [0, 500, 1_000, 2_000, 4_000]; // milliseconds before the first, second, … start

export class Restarts implements ErrorHandler {
  private ends: number[] = [];

  constructor(private readonly log: (line: string) => void) {}

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue };
  }

  async closed(): Promise<CloseHandlerResult> {
    const now = Date.now();
    this.ends = [...this.ends.filter((end) => now - end < window), now];
    if (this.ends.length >= most) {
      return {
        action: CloseAction.DoNotRestart,
        message:
          `The Jekyll server has ended ${most} times in the last ${window / 60_000} minutes and is not started again. ` +
          'The log says more; "Jekyll: Restart Server" tries once more.',
      };
    }
    const delay = delays[this.ends.length - 1] ?? 0;
    this.log(`The server has ended by itself; it is started again in ${delay} ms.`);
    await new Promise((resolve) => setTimeout(resolve, delay));
    return { action: CloseAction.Restart };
  }
}
