import { join } from 'node:path';
import { ObservedProcess } from '../../observed-process/observed-process.ts';
import type { Request } from './messages.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

/** A host in a process of its own, which a fault may end. */
export class HostProcess extends ObservedProcess<Request> {
  constructor(folder: string) {
    super(MAIN, {
      execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc'],
      env: { PATH: process.env['PATH'] },
      cwd: folder,
    });
  }
}
