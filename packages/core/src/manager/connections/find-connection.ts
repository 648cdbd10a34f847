import { ProblemError } from '../../interfaces/index.js';
import type { ConnectionRecord, ConnectionRecords } from '../../store/index.js';

/** @throws ProblemError CONNECTION_UNKNOWN */
export function findConnection(records: Pick<ConnectionRecords, 'find'>, id: string): ConnectionRecord {
  const record = records.find(id);
  if (record !== undefined) return record;
  throw new ProblemError({ code: 'CONNECTION_UNKNOWN', message: `There is no connection "${id}".` });
}
