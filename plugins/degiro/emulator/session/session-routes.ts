import { empty, json } from '@bourse/sdk/emulator';
import { SITE, type Route } from '../world.js';
import { guarded } from './authorize.js';

export const sessionRoutes: readonly Route[] = [
  {
    name: 'config',
    method: 'GET',
    path: '/login/secure/config',
    answer: guarded({ session: 'cookie' }, (call, { scenario: { clientId, services } }) =>
      json({
        data: {
          clientId,
          sessionId: call.cookie('JSESSIONID'),
          tradingUrl: `${SITE}${services.trading}`,
          paUrl: `${SITE}${services.pa}`,
          reportingUrl: `${SITE}${services.reporting}`,
          paymentServiceUrl: `${SITE}/payments/`,
          productSearchUrl: `${SITE}${services.productSearch}`,
          dictionaryUrl: `${SITE}/product_search/config/dictionary/`,
          loginUrl: `${SITE}/login/`,
        },
      }),
    ),
  },
  {
    name: 'client',
    method: 'GET',
    path: '/pa/secure/client',
    answer: guarded({ session: 'query' }, (_, { scenario }) =>
      json({
        data: {
          id: scenario.clientId,
          intAccount: scenario.intAccount,
          displayName: scenario.displayName,
          language: scenario.language,
          locale: `${scenario.language}_NL`,
          culture: 'NL',
          effectiveClientRole: 'basic',
          contractType: 'PRIVATE',
        },
      }),
    ),
  },
  // One client is known that says PUT, and one that says GET.
  ...(['PUT', 'GET'] as const).map((method): Route => ({
    name: 'logout',
    method,
    path: '/trading/secure/logout',
    answer: guarded({ session: 'matrix', account: 'query' }, (call, { state }) => {
      state.sessions.delete(call.matrix.jsessionid ?? '');
      return empty();
    }),
  })),
];
