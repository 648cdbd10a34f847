import type { IbkrRoute } from '../world.js';
import { toRoute } from './endpoint.js';
import { accountEndpoints } from './views/accounts.js';
import { instrumentEndpoints } from './views/instruments.js';
import { marketDataEndpoints } from './views/market-data.js';
import { positionEndpoints } from './views/positions.js';
import { sessionEndpoints, tokenRoute } from './views/session.js';
import { tradeEndpoints } from './views/trades.js';
import { transactionEndpoints } from './views/transactions.js';

/** The Client Portal Web API as far as it reads. */
export const portalRoutes: readonly IbkrRoute[] = [
  tokenRoute,
  ...[
    ...sessionEndpoints,
    ...accountEndpoints,
    ...positionEndpoints,
    ...tradeEndpoints,
    ...transactionEndpoints,
    ...instrumentEndpoints,
    ...marketDataEndpoints,
  ].map(toRoute),
];
