// `npm run release:publish`: publishes each package whose version the registry does not have, as it was built just now,
// and tags the commit with it.
import { spawnSync } from 'node:child_process';
import { ROOT } from '../root.ts';

const { status } = spawnSync('changeset', ['publish'], { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;
