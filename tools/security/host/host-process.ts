import { join } from 'node:path';
import { ObservedProcess } from '../../observed-process/observed-process.ts';
import type { Edit } from '../attack.ts';
import type { Scene } from '../scene/scene.ts';
import type { Request } from './messages.ts';

const LOOSEN = join(import.meta.dirname, 'loosen.ts');
const MAIN = join(import.meta.dirname, 'main.ts');

/** Flags and environment of a process whose built code is edited as it is loaded. */
export function loosened(edits: Readonly<Record<string, readonly Edit[]>>, variables: NodeJS.ProcessEnv) {
  return {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', LOOSEN],
    env: { PATH: process.env['PATH'], BOURSE_SECURITY_EDITS: JSON.stringify(edits), ...variables },
  };
}

/** A host that is attacked, in a process of its own, which may die. */
export class HostProcess extends ObservedProcess<Request> {
  constructor(scene: Scene, edits: Readonly<Record<string, readonly Edit[]>>) {
    super(MAIN, {
      ...loosened(edits, { SECRET: scene.secret }),
      cwd: scene.folder,
      serialization: 'advanced',
    });
  }
}
