/** Checks a plugin as a maintainer would. */
export { checkPlugin } from './check-plugin.js';
export type { QualityReport, RuleVerdict } from './check-plugin.js';
export { QUALITY_LEVELS, reaches } from './quality-level.js';
export type { QualityLevel } from './quality-level.js';
export type { QualityRule, Shortcoming } from './quality-rule.js';
export { formatReport } from './report/format-report.js';
export { QUALITY_RULES } from './rules/quality-rules.js';
