import type { CommandRequest } from './run-command.js';
import type { ExitCode, Terminal } from './terminal.js';

/** `bourse-plugin validate` */
export async function runValidate(_request: CommandRequest, terminal: Terminal): Promise<ExitCode> {
  terminal.complain('validate comes with the next commit.\n');
  return 1;
}
