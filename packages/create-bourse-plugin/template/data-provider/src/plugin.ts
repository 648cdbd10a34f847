import { defineDataProvider } from '@bourse/sdk';
import { listFxRates } from './list-fx-rates.js';

export const plugin = defineDataProvider({
  activate: () => ({
    rates: { listFxRates },
    health: async () => ({ status: 'ok' }),
  }),
});
