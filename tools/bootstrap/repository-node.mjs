import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';

/** The Node that npm installs for this repository. */
export function repositoryNode(root) {
  return join(root, 'node_modules', '.bin', 'node');
}

export function expectedNode(root) {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node;
}

/** An installation without install scripts leaves a `node` that silently is the system's, or none. */
export function checkRepositoryNode(root) {
  const expected = expectedNode(root);
  const found = spawnSync(repositoryNode(root), ['-p', 'process.versions.node'], { encoding: 'utf8' });
  const actual = found.status === 0 ? found.stdout.trim() : undefined;
  if (actual === expected) return;
  throw new BootstrapError(
    `node_modules/.bin/node is ${actual === undefined ? 'missing' : `Node ${actual}`}, not Node ${expected}: ` +
      'the packages were installed without their install scripts (--ignore-scripts). ' +
      'To mend it: npm rebuild node --ignore-scripts=false',
  );
}
