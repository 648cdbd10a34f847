import { execFileSync } from 'node:child_process';
import { makeOnce } from './make-once.ts';

/** Unpacks an npm archive into a folder, if that is not there yet. */
export function unpack(archive: string, folder: string): void {
  makeOnce(folder, (fresh) => execFileSync('tar', ['-xzf', archive, '-C', fresh, '--strip-components=1']));
}
