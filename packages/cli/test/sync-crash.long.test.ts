import { afterAll, beforeAll, test } from '@jest/globals';
import { join } from 'node:path';
import { Place } from './bourse.js';
import { buildPlugin } from './build-plugin.js';
import { expectWholeAfterKills } from './sync-crash.js';

const POINTS = 200;

/** In milliseconds; each point starts two processes. */
const TIMEOUT = 3_600_000;

const workshop = new Place();
const BUILT = join(workshop.folder, 'built');

beforeAll(() => buildPlugin('acme-online', BUILT), 120_000);
afterAll(() => workshop[Symbol.dispose]());

test(
  'a sync that is killed leaves a ledger that the next sync makes whole',
  () => expectWholeAfterKills(BUILT, POINTS),
  TIMEOUT,
);
