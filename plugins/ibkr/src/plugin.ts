import { defineBroker } from '@bourse/sdk';
import { settings } from './settings.js';
import { readFlexXml } from './statement/read-flex-xml.js';
import { fetchStatement } from './web/fetch-statement.js';

/** Interactive Brokers, read from the statements of Activity Flex Queries: files, or those of the Flex web service. */
export const plugin = defineBroker({
  settings,
  activate: () => ({
    statement: { formats: { 'ibkr-flex-xml': readFlexXml }, fetch: fetchStatement },
    health: async () => ({ status: 'ok' }),
  }),
});
