import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import type { Rule } from './rule.ts';

/** The script of a plugin is evaluated in a cell, never imported: that it is no ES module is right. */
const ALLOWED = { code: 'FILE_INVALID_FORMAT', file: '/dist/plugin.js' };

/** What package.json claims is so, as publint sees it. */
export const published: Rule = {
  name: 'publint',
  check: async ({ kind, archive, packageJson }) => {
    const bytes = readFileSync(archive);
    const tarball = new Uint8Array(bytes).buffer;
    const { messages } = await publint({ strict: true, pack: { tarball } });
    return messages
      .map((message) => ({
        message,
        text: formatMessage(message, packageJson, { color: false }) ?? message.code,
      }))
      .filter(({ message, text }) => {
        return kind === 'library' || message.code !== ALLOWED.code || !text.includes(ALLOWED.file);
      })
      .map(({ text }) => text);
  },
};
