import { defineDataProvider } from '@bourse/sdk';
import { ReferenceRates } from './reference-rates.js';
import { settings } from './settings.js';

/** The euro foreign exchange reference rates of the European Central Bank. */
export const plugin = defineDataProvider({
  settings,
  activate: (context) => {
    const rates = new ReferenceRates(context.settings.format);
    return {
      rates: { listFxRates: (request) => rates.listFxRates(request) },
      health: async () => ({ status: 'ok', metrics: { unknownCurrencies: rates.unknownCurrencies.length } }),
    };
  },
});
