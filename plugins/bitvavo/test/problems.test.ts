import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { html, json, text } from '@bourse/sdk/emulator';
import type { MockHost } from '@bourse/sdk/testing';
import { emulator } from '../emulator/index.js';
import type { Running } from '../emulator/testing/signed-client.js';
import { startHost } from './through-emulator.js';

const NOW = Date.parse('2026-11-20T12:00:05Z');
let running: Running;
let host: MockHost;

beforeEach(async () => {
  running = await emulator.start({ clock: () => NOW });
  host = startHost(running);
});

afterEach(async () => {
  await host.deactivate();
  await running.close();
});

const ask = () => host.list('account', 'listAccounts');
const says = (errorCode: number, error: string, status = 400) =>
  ({ kind: 'answer', answer: json({ errorCode, error }, { status }) }) as const;

describe('what Bitvavo says', () => {
  test.each([
    [says(305, 'No active API key found.', 403), { code: 'AUTH_INVALID' }],
    [says(309, 'Signature is invalid.', 403), { code: 'AUTH_INVALID' }],
    [says(307, 'This key does not allow access from this IP.', 403), { code: 'PERMISSION_DENIED' }],
    [says(311, 'This key does not allow viewing data.', 403), { code: 'PERMISSION_DENIED' }],
    [says(313, 'Another trouble of keys.', 403), { code: 'PERMISSION_DENIED' }],
    [says(317, 'This account has been locked.', 403), { code: 'AUTH_LOCKED' }],
    [says(107, 'The matching engine is overloaded.', 503), { code: 'UNAVAILABLE' }],
    [says(109, 'The outcome is not known.', 503), { code: 'UNAVAILABLE' }],
    [says(101, 'Unknown error.', 500), { code: 'UNAVAILABLE' }],
    [says(110, 'Invalid endpoint.', 404), { code: 'INVALID_REQUEST' }],
    [says(110, 'Too many requests.', 429), { code: 'RATE_LIMITED' }],
    [says(205, 'page parameter is invalid.'), { code: 'INVALID_REQUEST' }],
    [says(404, 'Bitvavo is under maintenance.', 503), { code: 'MAINTENANCE' }],
    ['maintenancePage' as const, { code: 'MAINTENANCE' }],
    [{ kind: 'answer', answer: html('<html></html>') } as const, { code: 'MAINTENANCE' }],
    [{ kind: 'serverError', status: 502 } as const, { code: 'UNAVAILABLE' }],
    [{ kind: 'reset' } as const, { code: 'UNAVAILABLE' }],
    [{ kind: 'drop', afterBytes: 20 } as const, { code: 'UNAVAILABLE' }],
    [{ kind: 'truncate', afterBytes: 20 } as const, { code: 'MALFORMED_RESPONSE', retry: 'safe' }],
    [{ kind: 'malformedJson' } as const, { code: 'MALFORMED_RESPONSE', retry: 'safe' }],
    [{ kind: 'answer', answer: text('{}') } as const, { code: 'MALFORMED_RESPONSE' }],
    [
      { kind: 'answer', answer: json([{ symbol: 'EUR', available: 1, inOrder: '0' }]) } as const,
      { code: 'MALFORMED_RESPONSE', place: { path: 'balance.available' } },
    ],
    [
      { kind: 'rateLimit', retryAfter: 7 } as const,
      { code: 'RATE_LIMITED', retryAt: '2026-11-20T12:00:12.000Z' },
    ],
    [{ kind: 'rateLimit' } as const, { code: 'RATE_LIMITED', retryAt: undefined }],
  ])('%j is %j', async (fault, problem) => {
    running.faults.inject(fault);
    await expect(ask()).rejects.toMatchObject(problem);
    expect(await ask()).toHaveLength(1);
  });

  test('keeps its own words', async () => {
    running.faults.inject(says(317, 'This account has been locked.', 403));
    await expect(ask()).rejects.toMatchObject({
      message: 'Bitvavo answered 317: "This account has been locked."',
    });
  });
});

describe('too many requests', () => {
  test('tell when there may be more', async () => {
    for (let asked = 0; asked < 100; asked += 1) await ask();
    await expect(ask()).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      retryAt: '2026-11-20T12:01:00.000Z',
    });
  });

  test('end in a ban, whose end only its text tells', async () => {
    running.faults.inject('banned');
    await expect(ask()).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      retryAt: '2026-11-20T12:01:05.000Z',
    });
  });
});

test('a clock that is two minutes off is no wrong key', async () => {
  running.faults.inject({ kind: 'clockSkew', milliseconds: 120_000 });
  await expect(ask()).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    message: expect.stringContaining('about 120 seconds off'),
    remedy: expect.stringContaining('Set the clock'),
  });
});

test('what the host refuses keeps its code', async () => {
  const problem = { code: 'PERMISSION_DENIED', message: 'The permission was revoked.' } as const;
  await host.deactivate();
  host = startHost(running, {}, async () => ({ problem }));
  await expect(ask()).rejects.toMatchObject(problem);
});

test('a cursor of another list is refused', async () => {
  for (const [service, method] of [
    ['account', 'listAccounts'],
    ['portfolio', 'listPositions'],
    ['transaction', 'listTransactions'],
  ] as const) {
    await expect(host.call(service, method, { cursor: '0:1' })).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
  }
});
