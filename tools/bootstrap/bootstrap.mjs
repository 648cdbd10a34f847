import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, installationOf } from './install.mjs';
import { staleParts } from './stale-parts.mjs';
import { withLock } from './lock.mjs';

/** Installs and builds what is missing or stale, one process at a time; does nothing, quickly, when all is fresh. */
export async function bootstrap(root) {
  if (installationOf(root).fresh && staleParts(root).nothing) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  await withLock(join(root, 'dist', 'bootstrap.lock'), async () => {
    const installation = installationOf(root);
    if (!installation.fresh) await install(root, installation);
    const stale = staleParts(root);
    if (!stale.nothing) await build(root, stale);
  });
}
