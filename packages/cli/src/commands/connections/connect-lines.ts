import { printable, type ConnectionSummary } from '@bourse/core';
import type { Problem } from '@bourse/core/interfaces';
import type { View } from '../../answer.js';
import { problemLines } from '../../output/problem-lines.js';
import type { Style } from '../../output/style.js';
import { connectionTitle } from './connection-title.js';
import { programText } from './program-text.js';

interface Connected {
  readonly connection: ConnectionSummary;
  /** Texts of the host. */
  readonly granted: readonly string[];
  /** Absent where there are no credentials. */
  readonly protection: string | undefined;
  readonly problem: Problem | undefined;
  /** Whether it went by way of a program on this machine when it was tried out. */
  readonly asksPrograms: boolean;
}

export function connectLines(
  { connection, granted, protection, problem, asksPrograms }: Connected,
  { style }: View,
): string[] {
  const { id, name, institution } = connection;
  const who = connectionTitle(id, name, institution);
  return [
    problem === undefined
      ? `${style('good', '✓')} ${style('heading', who)} is connected.`
      : `${style('warning', '!')} ${style('heading', who)} is kept, but could not be tried out.`,
    ...(problem === undefined ? [] : problemLines(problem, 'failure', style)),
    ...developmentLines(connection, style),
    ...programLines(connection, style),
    ...(asksPrograms || problem !== undefined ? [] : idleLines(connection, style)),
    ...granted.map((text) => `  ${style('good', '✓')} ${text}`),
    ...(protection === undefined ? [] : [`  ${style('quiet', protection)}`]),
    '',
    `→ Bring it into the ledger: bourse sync ${id}`,
  ];
}

/** What the user trusts is the host's own word. */
function programLines({ programs }: ConnectionSummary, style: Style): string[] {
  return Object.values(programs).map((program) => `  ${style('good', '✓')} trusts ${programText(program)}`);
}

/** A plugin that goes several ways may have to be told which. */
function idleLines({ programs, pluginId }: ConnectionSummary, style: Style): string[] {
  if (Object.keys(programs).length === 0) return [];
  return [
    `  ${style('warning', `The plugin did not ask there. A setting may say that it should: bourse plugins config ${pluginId}`)}`,
  ];
}

/** A development connection must not be taken for the institution. */
function developmentLines({ environment, origins }: ConnectionSummary, style: Style): string[] {
  if (environment === 'live') return [];
  return [
    `  ${style('warning', 'This is a development connection. It does not reach the institution; its figures are simulated.')}`,
    ...Object.entries(origins).map(([origin, url]) => `    ${printable(origin)} → ${printable(url)}`),
  ];
}
