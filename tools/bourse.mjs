// `npm run bourse -- …`: the command line on this repository's own plugins.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { useRepository } from './repository-environment.mjs';

const command = join(import.meta.dirname, '..', 'packages', 'cli', 'bin', 'bourse.js');

useRepository(process.env);
process.argv[1] = command;
await import(pathToFileURL(command).href);
