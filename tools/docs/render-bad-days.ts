import type { BadDay, BadDays } from '../bad-days/bad-day.ts';

/** Bad days, and the name of the file that lists them. */
export interface BadDayGroup {
  readonly title: string;
  readonly file: string;
  readonly badDays: BadDays;
}

/** docs/bad-days.md: what goes wrong, and what the user is told of it. */
export function renderBadDays(groups: readonly BadDayGroup[]): string {
  return [
    '# Bad days',
    '',
    'What can go wrong while a connection is synced, and what the user is told. Each row is a test against the emulator of the',
    'institution. After each of them: every list is in the ledger as a whole or not at all, and the next sync leads to the very',
    'ledger that a good day leads to; refused credentials were sent once; no password, key, code or session is in a file, log or',
    'message; another connection that was synced meanwhile has noticed nothing. A connection that is lost while a quote comes in is',
    'tried at each byte of the frame ([test](../tools/bad-days/lost-in-a-frame.test.ts)).',
    '',
    'This page is generated from the tables of the tests; change it there and run `npm run docs`.',
    ...groups.flatMap(groupLines),
    '',
  ].join('\n');
}

function groupLines({ title, file, badDays }: BadDayGroup): string[] {
  return [
    '',
    `## ${title}`,
    '',
    `From [${file}](../tools/bad-days/days/${file}).`,
    '',
    '| bad day | what the user is told | what to do |',
    '|---|---|---|',
    ...badDays.days.map(row),
  ];
}

function row({ name, told }: BadDay): string {
  if (told === undefined) return `| ${name} | nothing: it passes by itself | |`;
  const { code, message, remedy } = told;
  const link = `[\`${code}\`](errors.md#${code.toLowerCase()})`;
  return `| ${name} | ${link} ${cell(message)} | ${cell(remedy)} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
