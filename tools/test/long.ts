// `npm run test:long`: the tests named *.long.test.ts, which the ordinary run leaves out.
import { finish } from '../steps/summary.ts';
import { runJest } from './jest-step.ts';

finish(await runJest(['--testMatch', '**/*.long.test.ts', '--testPathIgnorePatterns', '/node_modules/']));
