import { printable, type Finding } from '@bourse/core';
import { problemLines } from '../../../output/problem-lines.js';
import type { Style } from '../../../output/style.js';
import { findingLines } from '../finding-lines.js';
import { logText } from '../log-text.js';
import { permissionLine, permissionLines } from '../permission-lines.js';
import type { TypeFinding } from './check-types.js';
import type { DevEvent, ServingVersion } from './dev-event.js';

/** Files that are named one by one; the rest are counted. */
const NAMED_FILES = 3;

/** What an event says to the author. */
export function eventLines(event: DevEvent, style: Style): string[] {
  switch (event.event) {
    case 'watching':
      return [`Watching ${printable(event.folder)}. Ctrl-C ends it.`];
    case 'changed':
      return [style('quiet', changedText(event.files))];
    case 'unchanged':
      return [style('quiet', 'The build is the same as before.')];
    case 'live':
      return [
        ...sourceFindingLines(event.findings, style),
        `${style('good', '✓')} ${nameOf(event.plugin)} is live ${style('quiet', `built in ${event.buildMs} ms, started in ${event.startMs} ms`)}`,
      ];
    case 'asks':
      return asksLines(event, style);
    case 'refused':
      return [
        ...sourceFindingLines(event.findings, style),
        ...event.problems.flatMap((problem) => problemLines(problem, 'failure', style)),
        event.serving === undefined ? 'Nothing serves yet.' : `${nameOf(event.serving)} serves on.`,
      ];
    case 'types':
      return typeLines(event.findings, style);
    case 'log':
      return [logText(event.line, style)];
    case 'crashed':
      return [`${style('bad', '✗')} The plugin ended: ${printable(event.reason)}`];
    case 'ran':
      return event.exitCode === 0 ? [] : [style('quiet', `"${event.command}" ended with ${event.exitCode}.`)];
    case 'ended':
      return [event.kept ? 'The last build stays approved.' : 'The plugin is what it was before.'];
  }
}

function nameOf({ id, version, digest }: ServingVersion): string {
  return `${id} ${printable(version)} (${digest.slice('sha256:'.length, 'sha256:'.length + 8)})`;
}

function changedText(files: readonly string[]): string {
  const named = files
    .slice(0, NAMED_FILES)
    .map((file) => printable(file))
    .join(', ');
  return files.length > NAMED_FILES
    ? `${named} and ${files.length - NAMED_FILES} more changed`
    : `${named} changed`;
}

/** Places as editors understand them: file, line and column in one word. */
function sourceFindingLines(findings: readonly Finding[], style: Style): string[] {
  return findingLines(
    findings.map((finding) => {
      const { file, line, column, path } = finding.place;
      const word = [file, line, column].filter((part) => part !== undefined).join(':');
      return {
        ...finding,
        place: { ...(word === '' ? {} : { file: word }), ...(path === undefined ? {} : { path }) },
      };
    }),
    style,
  );
}

function asksLines(
  { plugin, permissions, isFirst }: Extract<DevEvent, { event: 'asks' }>,
  style: Style,
): string[] {
  return isFirst
    ? [style('heading', `${plugin.id} ${printable(plugin.version)}`), ...permissionLines(permissions, style)]
    : [
        style('heading', 'It asks for more than before'),
        ...permissions.flatMap((each) => permissionLine(each, permissions, style('warning', '+'))),
      ];
}

function typeLines(findings: readonly TypeFinding[], style: Style): string[] {
  if (findings.length === 0) return [style('quiet', 'The types are right.')];
  return findings.flatMap(({ file, line, column, code, message }) => [
    `${style('warning', '!')} ${style('heading', code)}  ${printable(message)}`,
    `  ${style('quiet', `at ${printable(file)}:${line}:${column}`)}`,
  ]);
}
