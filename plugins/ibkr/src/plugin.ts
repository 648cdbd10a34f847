import { defineBroker } from '@bourse/sdk';
import { readFlexXml } from './statement/read-flex-xml.js';

/** Interactive Brokers, read from the statements of Activity Flex Queries. */
export const plugin = defineBroker({
  activate: () => ({
    statement: { formats: { 'ibkr-flex-xml': readFlexXml } },
    health: async () => ({ status: 'ok' }),
  }),
});
