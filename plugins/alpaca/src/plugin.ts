import { defineBroker } from '@bourse/sdk';
import { AlpacaClient } from './api/client.js';
import { createServices } from './services.js';
import { settings } from './settings.js';

/** Alpaca, over its trading and market data APIs. It reads, and places no order. */
export const plugin = defineBroker({
  settings,
  activate: (context) => createServices(new AlpacaClient(context.settings.environment), context),
});
