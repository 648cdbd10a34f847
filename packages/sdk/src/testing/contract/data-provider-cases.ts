import { bundleCases } from './cases/bundle-cases.js';
import { definitionCases } from './cases/definition-cases.js';
import { documentCases } from './cases/document-cases.js';
import { rateCases } from './cases/rate-cases.js';
import { rateDamageCases } from './cases/rate-damage-cases.js';
import type { ContractCase } from './contract-case.js';
import type { Subject } from './subject.js';

/** The cases that concern a data provider, by number. */
export function dataProviderCases(subject: Subject): ContractCase[] {
  const all = [...definitionCases, ...documentCases, ...bundleCases, ...rateCases, ...rateDamageCases];
  return all
    .filter(({ applies }) => applies?.(subject) ?? true)
    .sort((first, second) => first.number - second.number);
}
