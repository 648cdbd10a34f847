import { defineBroker } from '@bourse/sdk';
import { readHistoryCsv } from './statement/history-csv.js';

/** Bitvavo, read from the transaction history that it exports. */
export const plugin = defineBroker({
  activate: () => ({
    statement: { formats: { 'bitvavo-history-csv': readHistoryCsv } },
    health: async () => ({ status: 'ok' }),
  }),
});
