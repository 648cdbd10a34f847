import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Lets the command line work on this repository's own plugins, and name itself as the user calls it here. */
export function useRepository(environment) {
  environment.BOURSE_PLUGINS ??= join(root, 'plugins');
  environment.BOURSE_APPROVED_DIGESTS ??= join(root, 'dist', 'first-party-digests.json');
  environment.BOURSE_COMMAND ??= 'npm run bourse --';
}
