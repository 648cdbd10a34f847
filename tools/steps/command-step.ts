import { delimiter, join } from 'node:path';
import { runCommand } from '../bootstrap/run-command.mjs';
import { ROOT } from '../root.ts';
import type { Step, StepResult } from './step.ts';

const ENVIRONMENT = {
  ...process.env,
  PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  NX_DAEMON: 'false',
  NX_ISOLATE_PLUGINS: 'false',
};

/** A check by one of the installed commands: `tsc`, `eslint`, …; ok when it exits with 0. */
export function commandStep(name: string, command: string, args: readonly string[]): Step {
  return { name, run: () => runInstalled(command, args) };
}

export async function runInstalled(command: string, args: readonly string[]): Promise<StepResult> {
  const file = join(ROOT, 'node_modules', '.bin', command);
  return runCommand(file, args, { cwd: ROOT, env: ENVIRONMENT });
}
