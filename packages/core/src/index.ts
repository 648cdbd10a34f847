export { canonicalDecimal, cashEffectsOf, contentDigest, instrumentKey } from './records/index.js';
export type { RecordByKind } from './records/index.js';
export { assembleStatement, RECORD_LISTS } from './statements/index.js';
export type { CanonicalPart, StatementEnd, StatementOrigin } from './statements/index.js';
export { HEAD_BYTES, matchSignatures } from './statement-files/index.js';
export type { FileHead } from './statement-files/index.js';
