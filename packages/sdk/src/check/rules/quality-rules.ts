import type { QualityRule } from '../quality-rule.js';
import { badDayRules } from './bad-day-rules.js';
import { behaviourRules } from './behaviour-rules.js';
import { contractRules } from './contract-rules.js';
import { documentRules } from './document-rules.js';
import { identityRules } from './identity-rules.js';
import { networkRules } from './network-rules.js';
import { ownWordsRule } from './own-words-rule.js';
import { packageRules } from './package-rules.js';
import { sourceMapRule } from './source-map-rule.js';

/** Everything that is asked of a plugin, by code. */
export const QUALITY_RULES: readonly QualityRule[] = [
  ...packageRules,
  ...contractRules,
  ...documentRules,
  ...behaviourRules,
  ...networkRules,
  ...badDayRules,
  ...identityRules,
  sourceMapRule,
  ownWordsRule,
].sort((first, second) => (first.code < second.code ? -1 : 1));
