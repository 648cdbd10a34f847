// `npm run coverage`: line coverage of core and sdk.
import { finish } from '../steps/summary.ts';
import { runJest } from '../test/jest-step.ts';

finish(await runJest(['--config', 'tools/coverage/jest.config.mjs', '--coverage']));
