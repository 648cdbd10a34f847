import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RunDescription } from '@bourse/sdk/emulator';
import { CommandError, ENVIRONMENT } from './command.ts';

/** The emulator of a plugin in a process of its own, as an author starts it. */
export interface EmulatorProcess extends AsyncDisposable {
  readonly description: RunDescription;
}

export async function startEmulator(folder: string): Promise<EmulatorProcess> {
  const command = join(folder, 'node_modules', '.bin', 'bourse-plugin');
  const child = spawn(command, ['emulator'], {
    cwd: folder,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const closed = once(child, 'close');
  let printed = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += String(chunk);
    if (printed.endsWith('\n}\n')) {
      const stop = async (): Promise<void> => {
        child.kill('SIGINT');
        child.stdout.resume();
        await closed;
      };
      return { description: JSON.parse(printed), [Symbol.asyncDispose]: stop };
    }
  }
  throw new CommandError(`the emulator did not start\n${printed}${complaint}`);
}
