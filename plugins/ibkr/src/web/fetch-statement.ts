import type { StatementFetcher } from '@bourse/sdk';
import type { IbkrSettings } from '../settings.js';
import { FlexWebService } from './flex-web-service.js';

/** Fetches the statement of the user's Flex query; nothing where the user does not want that. */
export const fetchStatement: StatementFetcher<IbkrSettings> = async function* ({ settings, signal }) {
  if (settings.flexWebService) yield* new FlexWebService({ signal }).fetchStatement();
  else yield { rowsTotal: 0 };
};
