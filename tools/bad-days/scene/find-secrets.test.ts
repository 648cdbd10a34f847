import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSecrets } from './find-secrets.ts';

const SECRET = 'correct-horse-battery-9';
const institution = {
  canaries: [{ name: 'password', text: SECRET, isMarked: false }],
  codes: ['271828'],
};

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bourse-secrets-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

test('nothing is found where nothing is', () => {
  writeFileSync(join(home, 'host.db'), 'no1271828, correct horse');
  expect(findSecrets({ home, said: ['a line'] }, institution, [{ problem: undefined }])).toEqual([]);
});

test('what stands in a file, a log or an error is found, also in base64, and a code as a word of its own', () => {
  writeFileSync(join(home, 'host.db'), `x${Buffer.from(`u:${SECRET}`).toString('base64')}`);
  expect(findSecrets({ home, said: [] }, institution, [])).toEqual(['password (base64)']);
  expect(findSecrets({ home, said: [`"${SECRET}"`] }, institution, [])).toContain('password (latin1)');
  const shown = new Error('refused', { cause: { code: '271828' } });
  expect(findSecrets({ home, said: [] }, institution, [shown])).toContain('code 271828');
});
