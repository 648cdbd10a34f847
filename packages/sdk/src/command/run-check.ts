import { checkPlugin } from '../check/check-plugin.js';
import { reaches } from '../check/quality-level.js';
import { formatReport } from '../check/report/format-report.js';
import type { CommandRequest } from './run-command.js';
import type { ExitCode, Terminal } from './terminal.js';

/** `bourse-plugin check` */
export async function runCheck({ path, json, level }: CommandRequest, terminal: Terminal): Promise<ExitCode> {
  const report = await checkPlugin(path);
  const ok = reaches(report.level, level);
  terminal.write(json ? `${JSON.stringify({ ...report, ok }, null, 2)}\n` : formatReport(report));
  return ok ? 0 : 1;
}
