import { defineBroker } from '@bourse/sdk';
import { createPortalServices } from './portal/portal-services.js';
import { settings } from './settings.js';
import { readFlexXml } from './statement/read-flex-xml.js';
import { fetchStatement } from './web/fetch-statement.js';

/** Interactive Brokers: statements of Activity Flex Queries, as files or fetched, and the Client Portal API. */
export const plugin = defineBroker({
  settings,
  activate: (context) => ({
    ...createPortalServices(context),
    statement: { formats: { 'ibkr-flex-xml': readFlexXml }, fetch: fetchStatement },
    health: async () => ({ status: 'ok' }),
  }),
});
