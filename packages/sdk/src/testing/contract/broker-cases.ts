import { bundleCases } from './cases/bundle-cases.js';
import { columnCases } from './cases/column-cases.js';
import { damageCases } from './cases/damage-cases.js';
import { definitionCases } from './cases/definition-cases.js';
import { documentCases } from './cases/document-cases.js';
import { listCases } from './cases/list-cases.js';
import { rowDamageCases } from './cases/row-damage-cases.js';
import { statementCases } from './cases/statement-cases.js';
import { streamCases } from './cases/stream-cases.js';
import type { ContractCase } from './contract-case.js';
import type { Subject } from './subject.js';

/** The cases that concern a plugin, by number. */
export function brokerCases(subject: Subject): ContractCase[] {
  const all = [
    ...definitionCases,
    ...documentCases,
    ...bundleCases,
    ...statementCases,
    ...damageCases,
    ...rowDamageCases,
    ...columnCases,
    ...streamCases,
    ...listCases,
  ];
  return all
    .filter(({ applies }) => applies?.(subject) ?? true)
    .sort((first, second) => first.number - second.number);
}
