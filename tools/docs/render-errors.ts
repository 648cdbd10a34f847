import type { ProblemCodeEntry } from '@bourse/core/interfaces';

const RETRIES: Readonly<Record<string, string>> = {
  safe: 'safe',
  never: 'pointless',
  'unknown-outcome': 'dangerous: look first',
};

/** docs/errors.md: every code of the registry in its order. */
export function renderErrors(codes: Readonly<Record<string, ProblemCodeEntry>>): string {
  const rows = Object.entries(codes).map(
    ([code, { meaning, remedy, retry }]) =>
      `| <a id="${code.toLowerCase()}"></a>\`${code}\` | ${cell(meaning)} | ${cell(remedy ?? '')} | ${RETRIES[retry] ?? retry} |`,
  );
  return [
    '# Codes',
    '',
    'Everything that can go wrong has a code. Codes never change their meaning. A problem may say more than stands here: where',
    'it is (file, rows, column, path) and what to do about it. This page is generated from the registry; change it there',
    '(`packages/core/src/interfaces/problems/problem-code.ts`) and run `npm run docs`.',
    '',
    '| code | what has happened | what to do | doing the same again is |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
