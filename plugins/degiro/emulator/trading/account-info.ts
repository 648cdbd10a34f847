import { json } from '@bourse/sdk/emulator';
import { guarded } from '../session/authorize.js';
import type { Route } from '../world.js';

export const accountInfoRoutes: readonly Route[] = [
  {
    name: 'accountInfo',
    method: 'GET',
    path: '/trading/secure/v5/account/info/:intAccount',
    answer: guarded({ session: 'matrix', account: 'path' }, (_, { scenario }) =>
      json({
        data: {
          clientId: scenario.clientId,
          baseCurrency: scenario.baseCurrency,
          currencyPairs: { EURUSD: { id: 705366, price: '1.1694' }, EURGBP: { id: 714322, price: '0.8610' } },
          marginType: 'CASH',
          cashFunds: { EUR: [{ id: 4_665_924, name: 'FLATEX EURO BANKACCOUNT', productIds: [15_694_498] }] },
          compensationCapping: 0,
        },
      }),
    ),
  },
];
