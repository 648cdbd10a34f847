import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PluginManager } from '@bourse/core';
import { Place } from './bourse.js';

let place: Place;

beforeEach(() => {
  place = new Place();
});

afterEach(() => place[Symbol.dispose]());

const REQUEST = {
  kind: 'request',
  plugin: 'acme',
  connection: 'acme-1',
  exchange: 'x1',
  method: 'GET',
  origin: 'https://api.acme.example',
  pattern: '/v1/trades/*',
  permission: 'trades',
  credentials: ['apiKey'],
  requestBytes: 0,
  requestHash: '0'.repeat(64),
  isDevelopment: false,
} as const;

/** Writes what a sync would. */
async function write(): Promise<void> {
  const manager = new PluginManager({ home: place.home });
  await manager.audit.append(REQUEST);
  await manager.audit.append({
    kind: 'requestEnd',
    plugin: 'acme',
    connection: 'acme-1',
    exchange: 'x1',
    status: 200,
    answerBytes: 512,
    answerHash: '0'.repeat(64),
    milliseconds: 12,
    outcome: 'complete',
  });
  await manager.audit.append({
    kind: 'login',
    plugin: 'other',
    connection: 'other-1',
    action: 'logIn',
    outcome: 'AUTH_INVALID',
  });
  await manager.close();
}

describe('bourse audit', () => {
  test('says that nothing was written down yet, and makes nothing', async () => {
    expect(await place.tell(['audit', 'verify'])).toMatchObject({
      status: 0,
      stdout: 'Nothing was written down yet.\n',
    });
    expect(await place.tell(['audit', 'show'])).toMatchObject({
      status: 0,
      stdout: 'Nothing was written down.\n',
    });
    expect(readdirSync(place.home)).not.toContain('audit');
  });

  test('shows what was done', async () => {
    await write();
    const { status, stdout } = await place.tell(['audit', 'show']);
    expect(status).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((row) => row.replace(/\d{4}-\S+ \S+/, 'NOW'));
    expect(rows).toEqual([
      'entry  at (UTC)             about    what    of                                    result',
      '    1  NOW  acme-1   GET     https://api.acme.example/v1/trades/*  with apiKey',
      '    2  NOW  acme-1   answer  512 bytes in 12 ms                    200 complete',
      '    3  NOW  other-1  login   logIn                                 AUTH_INVALID',
    ]);
  });

  test.each([
    ['a plugin', ['--plugin', 'other'], [3]],
    ['a connection', ['--connection', 'acme-1'], [1, 2]],
    ['the end', ['--limit', '1'], [3]],
    ['a time to come', ['--since', '2999-01-01'], []],
    ['a time long past', ['--until', '2000-01-01'], []],
    ['all time', ['--since', '2000-01-01', '--until', '2999-01-01'], [1, 2, 3]],
  ])('shows what is of %s', async (_title, options, sequences) => {
    await write();
    const { answer } = await place.ask(['audit', 'show', ...options]);
    expect(answer).toMatchObject(sequences.map((sequence) => ({ sequence })));
    expect(answer).toHaveLength(sequences.length);
  });

  test('verifies what was written, and ends with 1 and the place where somebody changed it', async () => {
    await write();
    expect(await place.tell(['audit', 'verify'])).toMatchObject({
      status: 0,
      stdout: '3 entries in 1 file: each is what was written, and none is missing.\n',
    });
    const file = join(place.home, 'audit', 'audit-00000001.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('trades/*', 'trader/*'));
    expect(await place.tell(['audit', 'verify'])).toMatchObject({
      status: 1,
      stdout:
        'edited Entry 1 is not what was written. (audit-00000001.jsonl, line 1)\n3 entries in 1 file: not what was written.\n',
    });
    expect(await place.ask(['audit', 'verify'])).toMatchObject({
      status: 1,
      answer: { isIntact: false, findings: [{ fault: 'edited', sequence: 1, line: 1 }] },
    });
  });

  test('exports the lines as they are, or a table', async () => {
    await write();
    const file = join(place.home, 'audit', 'audit-00000001.jsonl');
    expect((await place.tell(['audit', 'export'])).stdout).toBe(readFileSync(file, 'utf8'));
    const { stdout } = await place.tell(['audit', 'export', '--format', 'csv', '--plugin', 'acme']);
    const [header, first, second, end] = stdout.split('\n');
    expect(header).toMatch(/^sequence,at,kind,/);
    expect([first, second, end]).toEqual([
      expect.stringContaining(
        ',request,acme,acme-1,,GET,https://api.acme.example,/v1/trades/*,trades,apiKey,x1,',
      ),
      expect.stringContaining(',requestEnd,acme,acme-1,'),
      '',
    ]);
  });
});
