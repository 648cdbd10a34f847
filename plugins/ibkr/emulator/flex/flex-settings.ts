import { DEFAULT_FORMAT, type DateFormat } from './date-format.js';

/** What the user chose when he made a query. */
export interface FlexQuery {
  readonly name: string;
  readonly format: DateFormat;
  /** Names of the sections; all of them unless told. */
  readonly sections?: readonly string[];
  /** Names of the columns by element; all of them where an element is not named. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
  /** A query that can be run no more. */
  readonly state?: 'legacy' | 'accountInvalid';
}

/** The Flex web service as the user has set it up. */
export interface FlexSettings {
  /** Milliseconds since 1970 at which the token expires. */
  tokenExpiresAt: number;
  /** Whether the client's address is the one that the token is tied to. */
  isRightAddress: boolean;
  isServiceActive: boolean;
  /** How often a statement is still being made (1019) before it is handed out. */
  pollsUntilReady: number;
  /** Where statements are fetched, as the first answer says. */
  statementUrl: string;
  /** Requests per token; from memory of the documentation, so they can be changed. */
  limits: { readonly perSecond: number; readonly perMinute: number };
  /** By id; that of the test credentials is among them. */
  queries: Record<string, FlexQuery>;
}

export const SERVICE = '/AccountManagement/FlexWebService';
export const FORMER_SERVICE = '/Universal/servlet/FlexStatementService';
export const QUERY_ID = '1061122';

export function makeFlexSettings(): FlexSettings {
  return {
    tokenExpiresAt: Number.POSITIVE_INFINITY,
    isRightAddress: true,
    isServiceActive: true,
    pollsUntilReady: 0,
    statementUrl: `https://ndcdyn.interactivebrokers.com${SERVICE}/GetStatement`,
    limits: { perSecond: 1, perMinute: 10 },
    queries: { [QUERY_ID]: { name: 'Bourse', format: DEFAULT_FORMAT } },
  };
}
