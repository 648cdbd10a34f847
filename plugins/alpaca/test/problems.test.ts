import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { MockHost } from '@bourse/sdk/testing';
import { html, text } from '@bourse/sdk/emulator';
import { emulator } from '../emulator/index.js';
import { keyHeaders, type RunningAlpaca } from '../emulator/testing/keyed-client.js';
import { goBack, goThrough, startHost } from './through-emulator.js';

let running: RunningAlpaca;
let host: MockHost;

beforeEach(async () => {
  running = await emulator.start({ clock: () => Date.parse('2026-11-20T20:00:05Z') });
  goThrough(running);
  host = startHost(running);
});

afterEach(async () => {
  await host.deactivate();
  goBack();
  await running.close();
});

const ask = () => host.list('account', 'listAccounts');

test('wrong keys, or those of the other environment', async () => {
  goThrough(running, { ...keyHeaders(running), 'APCA-API-SECRET-KEY': 'wrong' });
  await expect(ask()).rejects.toMatchObject({ code: 'AUTH_INVALID' });
  goThrough(running);
  running.scenario.environment = 'live';
  await expect(ask()).rejects.toMatchObject({ code: 'AUTH_INVALID' });
  const live = startHost(running, { environment: 'live' });
  expect(await live.list('account', 'listAccounts')).toHaveLength(1);
  await live.deactivate();
});

test('too many requests, with the time when there may be more', async () => {
  running.scenario.requestsPerMinute = 0;
  await expect(ask()).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAt: '2026-11-20T20:01:00.000Z' });
});

test.each([
  [
    { kind: 'rateLimit', retryAfter: 7 } as const,
    { code: 'RATE_LIMITED', retryAt: '2026-11-20T20:00:12.000Z' },
  ],
  [{ kind: 'rateLimit' } as const, { code: 'RATE_LIMITED' }],
  [{ kind: 'serverError' } as const, { code: 'UNAVAILABLE' }],
  [{ kind: 'maintenance' } as const, { code: 'MAINTENANCE' }],
  [{ kind: 'answer', answer: html('<html></html>', { status: 503 }) } as const, { code: 'MAINTENANCE' }],
  [{ kind: 'reset' } as const, { code: 'UNAVAILABLE' }],
  [{ kind: 'drop', afterBytes: 20 } as const, { code: 'UNAVAILABLE' }],
  [{ kind: 'truncate', afterBytes: 20 } as const, { code: 'MALFORMED_RESPONSE', retry: 'safe' }],
  [{ kind: 'malformedJson' } as const, { code: 'MALFORMED_RESPONSE', retry: 'safe' }],
  [{ kind: 'answer', answer: text('[]') } as const, { code: 'MALFORMED_RESPONSE' }],
  [
    { kind: 'answer', answer: text('{"cash":"1","currency":"USD"}') } as const,
    { code: 'MALFORMED_RESPONSE' },
  ],
])('%j is %j', async (fault, problem) => {
  running.faults.inject(fault);
  await expect(ask()).rejects.toMatchObject(problem);
  expect(await ask()).toHaveLength(1);
});
