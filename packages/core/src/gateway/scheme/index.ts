export { checkSchemes, type SchemeFields } from './check/check-schemes.js';
export { fillsFrames, prepare, type PrepareOptions, type PreparedRequest } from './prepare.js';
export type { OutgoingRequest } from './outgoing-request.js';
export { pairsOf } from './pairs-of.js';
export type { CredentialValue, LiveSecret, SchemePorts, SchemeSources } from './scheme-sources.js';
export { isSearchable, SEARCHABLE_LENGTH } from './searchable.js';
export type { RecipeRun } from './recipe-run.js';
