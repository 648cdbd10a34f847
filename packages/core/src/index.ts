export { canonicalDecimal, cashEffectsOf, contentDigest, instrumentKey } from './records/index.js';
export type { RecordByKind } from './records/index.js';
export { RECORD_LISTS } from './statements/index.js';
export type { CanonicalPart, StatementEnd } from './statements/index.js';
