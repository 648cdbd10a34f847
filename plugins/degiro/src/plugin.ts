import { defineBroker } from '@bourse/sdk';
import { readAccountCsv } from './statement/account-csv.js';

/** DEGIRO, read from the account statement that it exports. */
export const plugin = defineBroker({
  activate: () => ({
    statement: { formats: { 'degiro-account-csv': readAccountCsv } },
    health: async () => ({ status: 'ok' }),
  }),
});
