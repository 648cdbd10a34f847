import { run } from '@bourse/cli';
import { describe, expect, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { ROOT } from '../root.ts';
import { readBlocks } from './guide/read-blocks.ts';

const PAGES = ['README.md', 'docs/*.md', 'docs/types/*.md', 'packages/*/README.md', 'plugins/*/README.md'];

/** The commands `bourse …` of all pages, in the first of them that has each. */
const commands = new Map(
  globSync(PAGES, { cwd: ROOT, exclude: ['**/node_modules/**'] }).flatMap((page) =>
    readBlocks(readFileSync(join(ROOT, page), 'utf8'))
      .filter(({ language }) => language === 'sh')
      .flatMap(({ content }) => content.replaceAll('\\\n', ' ').split('\n'))
      .filter((line) => /^bourse /.test(line))
      .map((line) => [line, page] as const),
  ),
);

/** Commands that have commands below them. */
const GROUPS = ['plugins', 'audit'];

/** What `bourse` prints for some words. */
async function tell(words: readonly string[]): Promise<string> {
  let told = '';
  const stdout = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      told += chunk.toString();
      done();
    },
  });
  const host = { stdin: {}, stdout, stderr: stdout, env: {}, cwd: () => '/' };
  await run(words, Object.assign(new EventEmitter(), host) as unknown as Parameters<typeof run>[1]);
  return told;
}

/** The options of a command line that the help of its command does not know; a word that is no command has no help. */
async function unknownOptions(line: string): Promise<string[]> {
  const words = line
    .replaceAll(/'[^']*'|"[^"]*"/g, 'text')
    .split(/ +/)
    .slice(1);
  const options = words.filter((word) => word.startsWith('--'));
  const plain = words.filter((word) => !word.startsWith('-'));
  const help = options.includes('--version') ? await tell(['--help']) : await tell([...plain, '--help']);
  const names = new Set(help.match(/--[a-z-]+/g));
  const named = plain.slice(0, GROUPS.includes(plain[0] ?? '') ? 2 : 1);
  const isCommand = help.includes(['Usage: bourse', ...named].join(' '));
  return isCommand ? options.filter((option) => !names.has(option)) : [line];
}

test('pages show commands', () => {
  expect(commands.size).toBeGreaterThan(40);
});

test.each([...commands])('"%s" of %s is a command with these options', async (line) => {
  expect(await unknownOptions(line)).toEqual([]);
});

describe('a command line', () => {
  test.each([
    ['bourse parse a.csv --jsn', ['--jsn']],
    ['bourse prase a.csv', ['bourse prase a.csv']],
    ['bourse plugins ad a', ['bourse plugins ad a']],
  ])('like "%s" is found out', async (line, wrong) => {
    expect(await unknownOptions(line)).toEqual(wrong);
  });
});
