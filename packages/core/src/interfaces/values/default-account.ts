/** The account id of a file that prints no account number; the import maps it. */
export const DEFAULT_ACCOUNT_ID = 'default';
