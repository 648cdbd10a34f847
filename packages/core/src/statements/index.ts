export { assembleStatement, type StatementOrigin } from './assemble-statement.js';
export { RECORD_LISTS } from './record-lists.js';
export { StatementAssembler, type CanonicalPart, type StatementEnd } from './statement-assembler.js';
export { collectStatement } from './collect-statement.js';
