export { checkForm } from './check-form.js';
export { assembleStatement, type StatementOrigin } from './assemble-statement.js';
export { RECORD_LISTS } from './record-lists.js';
export {
  READING_MAX_ENTRIES,
  StatementAssembler,
  type CanonicalPart,
  type StatementEnd,
} from './statement-assembler.js';
export { collectStatement } from './collect-statement.js';
