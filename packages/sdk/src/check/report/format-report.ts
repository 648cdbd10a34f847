import type { QualityReport, RuleVerdict } from '../check-plugin.js';
import { QUALITY_LEVELS } from '../quality-level.js';

const MARKS: Readonly<Record<RuleVerdict['outcome'], string>> = {
  kept: '✓',
  broken: '✗',
  'not concerned': '–',
  blocked: '?',
};

/** A report as a table for a terminal: each rule, below it what breaks it and what to do. */
export function formatReport({ plugin, level, rules, figures }: QualityReport): string {
  const width = Math.max(...QUALITY_LEVELS.map((name) => name.length));
  const lines = rules.flatMap(({ code, level: of, title, outcome, reason, shortcomings }) => [
    `${MARKS[outcome]} ${code}  ${of.padEnd(width)}  ${title}`,
    ...(reason === undefined ? [] : [`    not looked at: ${reason}`]),
    ...shortcomings.map(({ place, message }) => `    ${place}: ${message}`),
    ...[...new Set(shortcomings.map(({ remedy = '' }) => remedy))].map((remedy) => `      ${remedy}`),
  ]);
  const broken = rules.filter(({ outcome }) => outcome === 'broken').length;
  const blocked = rules.filter(({ outcome }) => outcome === 'blocked').length;
  const sum = [`${broken} broken`, ...(blocked === 0 ? [] : [`${blocked} could not be looked at`])].join(
    ', ',
  );
  return [
    ...lines,
    '',
    ...formatFigures(figures),
    `${plugin.id} ${plugin.version}: ${level} (${sum})`,
    '',
  ].join('\n');
}

function formatFigures({ bundleBytes, startRatio }: QualityReport['figures']): string[] {
  return [
    ...(bundleBytes === undefined ? [] : [`bundle  ${(bundleBytes / 1024).toFixed(1)} KB`]),
    ...(startRatio === undefined ? [] : [`start   ${startRatio.toFixed(2)} × an empty plugin`]),
  ];
}
