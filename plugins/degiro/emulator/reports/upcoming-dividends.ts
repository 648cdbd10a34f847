import { json } from '@bourse/sdk/emulator';
import { guarded } from '../session/authorize.js';
import type { Route } from '../world.js';

/** Names of products without ids, amounts as text, tax as a row of its own. */
export const upcomingDividendRoutes: readonly Route[] = [
  {
    name: 'upcomingDividends',
    method: 'GET',
    path: '/portfolio-reports/secure/v3/ca/:intAccount',
    answer: guarded({ session: 'query', account: 'path' }, (_, { scenario }) =>
      json({ data: scenario.upcoming.map((row) => ({ ...row })) }),
    ),
  },
];
