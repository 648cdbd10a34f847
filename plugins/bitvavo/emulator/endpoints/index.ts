import type { Endpoint } from '../endpoint.js';
import { accountEndpoints } from './account.js';
import { bookEndpoints } from './book.js';
import { candleEndpoints } from './candles.js';
import { dayEndpoints } from './day.js';
import { historyEndpoints } from './history.js';
import { marketEndpoints } from './markets.js';
import { orderEndpoints } from './orders.js';
import { tradeEndpoints } from './trades.js';
import { transferEndpoints } from './transfers.js';

/** Everything that the API lets read. */
export const endpoints: readonly Endpoint[] = [
  ...accountEndpoints,
  ...historyEndpoints,
  ...tradeEndpoints,
  ...transferEndpoints,
  ...orderEndpoints,
  ...marketEndpoints,
  ...bookEndpoints,
  ...dayEndpoints,
  ...candleEndpoints,
];
