import { defineBroker } from '@bourse/sdk';
import { toAccountTerms } from './account-terms.js';
import { PaperExchange } from './paper-exchange.js';
import { createServices } from './services.js';
import { settings } from './settings.js';

/** A broker that exists on paper only. */
export const plugin = defineBroker({
  settings,
  activate: (context) => createServices(new PaperExchange(toAccountTerms(context.settings))),
});
