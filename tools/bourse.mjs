// `npm run bourse -- …`: the command line on this repository's own plugins.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const command = join(root, 'packages', 'cli', 'bin', 'bourse.js');

process.env.BOURSE_PLUGINS ??= join(root, 'plugins');
process.env.BOURSE_APPROVED_DIGESTS ??= join(root, 'dist', 'first-party-digests.json');
process.argv[1] = command;
await import(pathToFileURL(command).href);
