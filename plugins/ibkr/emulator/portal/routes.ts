import type { IbkrRoute } from '../world.js';
import { signedFace, toRoute } from './endpoint.js';
import { gatewaySessionEndpoints, localGateway } from './gateway/local-gateway.js';
import { accountEndpoints } from './views/accounts.js';
import { instrumentEndpoints } from './views/instruments.js';
import { marketDataEndpoints } from './views/market-data.js';
import { positionEndpoints } from './views/positions.js';
import { sessionEndpoints, tokenRoute } from './views/session.js';
import { tradeEndpoints } from './views/trades.js';
import { transactionEndpoints } from './views/transactions.js';

const readingEndpoints = [
  ...accountEndpoints,
  ...positionEndpoints,
  ...tradeEndpoints,
  ...transactionEndpoints,
  ...instrumentEndpoints,
  ...marketDataEndpoints,
];

/** The Client Portal Web API as far as it reads: at the institution, and through the gateway on the user's machine. */
export const portalRoutes: readonly IbkrRoute[] = [
  tokenRoute,
  ...[...sessionEndpoints, ...readingEndpoints].map((endpoint) => toRoute(endpoint, signedFace)),
  ...[...gatewaySessionEndpoints, ...readingEndpoints].map((endpoint) => toRoute(endpoint, localGateway)),
];
