export { assembleStatement, type StatementOrigin } from './assemble-statement.js';
export { RECORD_LISTS, type RecordListName } from './record-lists.js';
export {
  StatementAssembler,
  type CanonicalPart,
  type CanonicalRecords,
  type StatementEnd,
} from './statement-assembler.js';
export { collectStatement } from './collect-statement.js';
