import { homedir } from 'node:os';
import { ROOT } from '../../root.ts';
import type { Rule } from './rule.ts';

/** How the secrets look that have leaked in packages before. */
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*(?:\\n)?[A-Za-z0-9+/=]{40}/],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60})/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a key of AWS', /\bAKIA[0-9A-Z]{16}\b/],
  ['a token of Slack', /\bxox[abprs]-[A-Za-z0-9-]{20}/],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}/],
  ['a password in an address', /\bhttps?:\/\/[^\s/:@"'`$<{]+:[^\s/:@"'`$<{]+@/],
  ['a token of a registry', /:_authToken=\S/],
];

/** A path of the machine that built it; folders so short are in many texts by chance. */
const MACHINE_PATHS = [ROOT, homedir()].filter((path) => path.split('/').length > 2);

/** Nothing in a package is meant for fewer people than everyone. */
export const secrets: Rule = {
  name: 'secrets',
  check: ({ files, read }) =>
    files.flatMap((file) => {
      const text = read(file);
      const found = PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
      const paths = MACHINE_PATHS.filter((path) => text.includes(`${path}/`)).map(
        () => 'a path of this machine',
      );
      return [...found, ...paths].map((what) => `${file} holds ${what}.`);
    }),
};
