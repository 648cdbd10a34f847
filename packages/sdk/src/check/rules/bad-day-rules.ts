import type { QualityRule, Shortcoming } from '../quality-rule.js';
import { askMain, fullSetup, liveBadDay, type BadDay } from '../trial/bad-day.js';
import { EmulatedHost } from '../trial/emulated-host.js';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import { hasNetwork } from './network-rules.js';

/** Rules without which a bad day tells nothing. */
const AFTER: QualityRule['after'] = ['BQ109', 'BQ110', 'BQ112'];

const FLAWED = ['UNAVAILABLE', 'MAINTENANCE', 'MALFORMED_RESPONSE'] as const;

/** What the host takes for a refusal, and does not try again. */
const REFUSED = ['AUTH_INVALID', 'AUTH_LOCKED', 'AUTH_CAPTCHA'];

/** Bad days, as far as the plugin has what they concern. */
export const badDayRules: readonly QualityRule[] = [
  {
    code: 'BQ206',
    level: 'gold',
    title: 'wrong credentials are told as such, and are never tried again',
    remedy: 'Answer a refused login with AUTH_INVALID, and do not ask again by yourself.',
    needs: 'emulator',
    after: AFTER,
    applies: async (plugin) => (await secretsOf(plugin)).length > 0,
    check: async (plugin) => {
      const shortcomings: Shortcoming[] = [];
      for (const name of await secretsOf(plugin)) shortcomings.push(...(await giveWrong(plugin, name)));
      return shortcomings;
    },
  },
  dayRule(
    'BQ207',
    'too many requests are told as such',
    'Answer status 429 with RATE_LIMITED, and retryAt where it is told.',
    [
      { name: '429 with Retry-After', fault: { kind: 'rateLimit', retryAfter: 7 }, codes: ['RATE_LIMITED'] },
      { name: '429 without Retry-After', fault: { kind: 'rateLimit' }, codes: ['RATE_LIMITED'] },
      {
        name: 'a single 429',
        fault: { kind: 'rateLimit', retryAfter: 7 },
        times: 1,
        codes: ['RATE_LIMITED'],
      },
    ],
  ),
  dayRule(
    'BQ208',
    'an institution that is down is told as such',
    'Answer a status of 5xx with UNAVAILABLE, and a web page with MAINTENANCE.',
    [
      { name: 'status 503', fault: { kind: 'serverError' }, codes: ['UNAVAILABLE', 'MAINTENANCE'] },
      { name: 'a web page in place of data', fault: { kind: 'maintenance' }, codes: FLAWED },
      { name: 'a connection that is reset', fault: { kind: 'reset' }, codes: ['UNAVAILABLE'] },
    ],
  ),
  dayRule(
    'BQ209',
    'half an answer is no answer',
    'Read the whole body before you believe it, and answer MALFORMED_RESPONSE where it breaks off.',
    [
      { name: 'a body that breaks off', fault: { kind: 'truncate', afterBytes: 20 }, codes: FLAWED },
      { name: 'a connection that is lost in a body', fault: { kind: 'drop', afterBytes: 20 }, codes: FLAWED },
      { name: 'JSON that does not end', fault: { kind: 'malformedJson' }, codes: FLAWED },
    ],
  ),
  {
    code: 'BQ210',
    level: 'gold',
    title: 'a session that is lost is told as such, and the next login mends it',
    remedy:
      'Answer AUTH_EXPIRED; give the emulator a fault whose name has "session" in it and that ends the sessions.',
    needs: 'emulator',
    after: AFTER,
    applies: async (plugin) =>
      ((await plugin.manifest()).network ?? []).some(({ captures = [] }) => captures.length > 0),
    check: async (plugin) => {
      const names = await sessionFaults(plugin);
      if (names.length === 0) return [{ place: 'emulator/index.ts', message: 'No fault ends the sessions.' }];
      return liveDays(
        plugin,
        names.map((name) => ({
          name,
          fault: name,
          times: 1,
          codes: ['AUTH_EXPIRED'],
          begins: 'after a good answer',
        })),
      );
    },
  },
  dayRule(
    'BQ211',
    'a page that comes twice is noticed',
    'Compare the page with the one that was asked for; answer MALFORMED_RESPONSE where it is another.',
    [{ name: 'a page that comes twice', fault: { kind: 'repeatAnswer' }, skip: 1, codes: FLAWED }],
  ),
];

function dayRule(
  code: QualityRule['code'],
  title: string,
  remedy: string,
  days: readonly BadDay[],
): QualityRule {
  return {
    ...{ code, level: 'gold', title, remedy, needs: 'emulator', after: AFTER ?? [] },
    applies: hasNetwork,
    check: (plugin) => liveDays(plugin, days),
  };
}

/** Each day hits the first request, and again what is asked behind it: a login may go well, and the data not. */
async function liveDays(plugin: CheckedPlugin, days: readonly BadDay[]): Promise<Shortcoming[]> {
  const shortcomings: Shortcoming[] = [];
  for (const day of days)
    for (const [skip, when] of [
      [0, ''],
      [1, ', behind the first request'],
    ] as const) {
      const later = { ...day, skip: (day.skip ?? 0) + skip, name: day.name + when };
      shortcomings.push(...(await liveBadDay(plugin, later)));
    }
  return shortcomings;
}

/** Secrets that can be wrong without being malformed. */
async function secretsOf(plugin: CheckedPlugin): Promise<string[]> {
  const { credentials = {} } = await plugin.manifest();
  return Object.entries(credentials)
    .filter(([, { secret, form = 'text', once }]) => secret === true && form === 'text' && once !== true)
    .map(([name]) => name);
}

async function sessionFaults(plugin: CheckedPlugin): Promise<string[]> {
  await using host = await EmulatedHost.start(plugin);
  return host.running.faults.names.filter((name) => /session/i.test(name));
}

/** Gives one secret wrong, asks twice, and looks how often the institution saw it. */
async function giveWrong(plugin: CheckedPlugin, name: string): Promise<Shortcoming[]> {
  const right = await rightValue(plugin, name);
  if (right === undefined) return [];
  const setup = { ...(await fullSetup(plugin)), credentials: { [name]: wrongLike(right) } };
  await using host = await EmulatedHost.start(plugin, setup);
  const place = `a wrong ${name}`;
  const codes = (await askMain(host)).flatMap(({ problem }) => problem?.code ?? []);
  const { journal } = host.running;
  const refusals = journal.entries.filter(({ verdict }) => verdict.signature === 'invalid').length;
  // It is not needed for what was asked.
  if (codes.length === 0 && refusals === 0) return [];
  const asked = journal.entries.length;
  await askMain(host);
  return [
    ...(codes.some((code) => REFUSED.includes(code))
      ? []
      : [{ place, message: `It is told as ${codes.join(', ') || 'nothing'}.` }]),
    ...(refusals > 1 ? [{ place, message: `The institution was asked ${refusals} times with it.` }] : []),
    ...(journal.entries.length > asked ? [{ place, message: 'The next sync tries it again.' }] : []),
  ];
}

async function rightValue(plugin: CheckedPlugin, name: string): Promise<string | undefined> {
  await using host = await EmulatedHost.start(plugin);
  return host.running.credentials[name];
}

/** Another text of the same form. */
function wrongLike(text: string): string {
  return text
    .replace(/[0-8]/g, (digit) => String(Number(digit) + 1))
    .replace(/[a-y]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
}
