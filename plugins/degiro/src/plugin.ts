import { defineBroker } from '@bourse/sdk';
import { createOnlineServices } from './online/online-services.js';
import { readAccountCsv } from './statement/account-csv.js';

/** DEGIRO: the account statement that it exports, and its site. */
export const plugin = defineBroker({
  activate: (context) => ({
    statement: { formats: { 'degiro-account-csv': readAccountCsv } },
    ...createOnlineServices(context),
  }),
});
