/** SQL that tells whether a record of an account counts, given as SQL for its key. */
export function isLiveSql(account: string): string {
  return `EXISTS (SELECT 1 FROM record r JOIN current c ON c.record = r.id WHERE r.account = ${account})`;
}

/** SQL that tells whether an institution itself has told of an account, given as SQL for its key. */
export function isToldSql(account: string): string {
  return `EXISTS (
    SELECT 1 FROM import i WHERE i.undone_at IS NULL AND i.channel = 'API' AND (
      EXISTS (SELECT 1 FROM account_statement s WHERE s.import = i.id AND s.account = ${account}) OR
      EXISTS (SELECT 1 FROM observation o JOIN record r ON r.id = o.record WHERE o.import = i.id AND r.account = ${account})
    )
  )`;
}
