import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../root.ts';
import { PLUGIN_FOLDER } from './plugin-folder.ts';
import { BOURSE } from './run-bourse.ts';

const SOURCE = join('src', 'plugin.ts');

/** What lies beside the sources and is made again. */
const MADE = ['node_modules', 'dist'];

/** A plugin of this repository in development, with the compiler and everything else that its author would have. */
export interface Development extends AsyncDisposable {
  /** Saves another source. */
  edit(number: number): void;
  /** Waits for the next version that serves. */
  live(): Promise<void>;
}

/** Starts `bourse plugins dev` for a copy of a plugin and waits until it serves. */
export async function startDevelopment(folder: string): Promise<Development> {
  const plugin = join(folder, 'plugin');
  cpSync(PLUGIN_FOLDER, plugin, { recursive: true, filter: (path) => !MADE.includes(basename(path)) });
  symlinkSync(join(ROOT, 'node_modules'), join(plugin, 'node_modules'));
  const source = readFileSync(join(plugin, SOURCE), 'utf8');
  const child = spawn(process.execPath, [BOURSE, 'plugins', 'dev', plugin, '--yes', '--json'], {
    env: { PATH: process.env.PATH, BOURSE_HOME: join(folder, 'home'), BOURSE_KEYCHAIN: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const live = async (): Promise<void> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error('bourse plugins dev has ended');
      const { event } = JSON.parse(value) as { readonly event: string };
      if (event === 'refused') throw new Error(value);
      if (event === 'live') return;
    }
  };
  await live();
  return {
    edit: (number) => writeFileSync(join(plugin, SOURCE), `${source}\nexport const edit = ${number};\n`),
    live,
    [Symbol.asyncDispose]: async () => {
      const ended = once(child, 'close');
      child.kill('SIGINT');
      await ended;
    },
  };
}
