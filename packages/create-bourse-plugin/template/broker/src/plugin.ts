import { defineBroker } from '@bourse/sdk';
//#if network
import { createLists } from './online/create-lists.js';
//#end
//#if statement
import { readAccount } from './statement/read-account.js';
//#end

export const plugin = defineBroker({
  activate: () => ({
    //#if statement
    statement: { formats: { 'acme-account-csv': readAccount } },
    //#end
    //#if network
    ...createLists(),
    //#end
    health: async () => ({ status: 'ok' }),
  }),
});
