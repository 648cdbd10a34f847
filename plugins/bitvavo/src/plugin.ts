import { defineBroker } from '@bourse/sdk';
import { createOnlineServices } from './online/online-services.js';
import { settings } from './settings.js';
import { readHistoryCsv } from './statement/history-csv.js';

/** Bitvavo: the transaction history that it exports, and its API. It reads, and places no order. */
export const plugin = defineBroker({
  settings,
  activate: (context) => ({
    statement: { formats: { 'bitvavo-history-csv': readHistoryCsv } },
    ...createOnlineServices(context),
    health: async () => ({ status: 'ok' }),
  }),
});
