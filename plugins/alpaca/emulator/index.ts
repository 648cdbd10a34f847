import { defineEmulator } from '@bourse/sdk/emulator';
import { dataRoute, tradingRoutes } from './guard.js';
import { tellScenario, type AlpacaScenario } from './scenario/index.js';
import { makeState, type AlpacaState } from './state.js';
import { beat } from './stream/beat.js';
import { dataStream, tradeStreams } from './stream/sockets.js';
import { getAccount } from './view/account.js';
import { ACTIVITY_QUERY, listActivities } from './view/activities.js';
import { getAsset, listAssets } from './view/assets.js';
import { BAR_QUERY, listBars } from './view/bars.js';
import { getCalendar, getClock } from './view/calendar.js';
import { ORDER_QUERY, getOrder, getOrderByClientId, listOrders } from './view/orders.js';
import { getPosition, listPositions } from './view/positions.js';
import { listLatestQuotes } from './view/quotes.js';

export type { AlpacaScenario } from './scenario/index.js';
export type { Activity, FillActivity, NonTradeActivity } from './scenario/facts.js';
export { Book, tellScenario } from './scenario/index.js';
export type { MarketMessage } from './stream/feed.js';

const ACTIVITIES = '/v2/account/activities';

/** Alpaca's trading and market data APIs, read-only, with their streams. */
export const emulator = defineEmulator<AlpacaScenario, AlpacaState>({
  name: 'alpaca',
  origins: [
    'https://paper-api.alpaca.markets',
    'wss://paper-api.alpaca.markets',
    'https://api.alpaca.markets',
    'wss://api.alpaca.markets',
    'https://data.alpaca.markets',
    'wss://stream.data.alpaca.markets',
  ],
  credentials: { keyId: 'PKTESTKEY0000000001X', secretKey: 'test-secret-key-of-forty-characters-0001' },
  scenario: tellScenario,
  state: makeState,
  routes: [
    ...tradingRoutes({ path: '/v2/account', view: getAccount }),
    ...tradingRoutes({
      path: ACTIVITIES,
      query: [...ACTIVITY_QUERY, 'activity_types', 'category'],
      view: listActivities,
    }),
    ...tradingRoutes({ path: `${ACTIVITIES}/:type`, query: ACTIVITY_QUERY, view: listActivities }),
    ...tradingRoutes({ path: '/v2/positions', view: listPositions }),
    ...tradingRoutes({ path: '/v2/positions/:symbol', view: getPosition }),
    ...tradingRoutes({ path: '/v2/orders', query: ORDER_QUERY, view: listOrders }),
    ...tradingRoutes({
      path: '/v2/orders:by_client_order_id',
      query: ['client_order_id'],
      view: getOrderByClientId,
    }),
    ...tradingRoutes({ path: '/v2/orders/:id', query: ['nested'], view: getOrder }),
    ...tradingRoutes({
      path: '/v2/assets',
      query: ['status', 'asset_class', 'exchange', 'attributes'],
      view: listAssets,
    }),
    ...tradingRoutes({ path: '/v2/assets/:symbol', view: getAsset }),
    ...tradingRoutes({ path: '/v2/calendar', query: ['start', 'end', 'date_type'], view: getCalendar }),
    ...tradingRoutes({ path: '/v2/clock', view: getClock }),
    dataRoute({ path: '/v2/stocks/bars', query: BAR_QUERY, view: listBars }),
    dataRoute({
      path: '/v2/stocks/quotes/latest',
      query: ['symbols', 'feed', 'currency'],
      view: listLatestQuotes,
    }),
  ],
  beat,
  sockets: [dataStream, ...tradeStreams],
});
