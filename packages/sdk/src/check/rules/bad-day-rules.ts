import type { QualityRule, Shortcoming } from '../quality-rule.js';
import { liveBadDay, type BadDay } from '../trial/bad-day.js';
import { EmulatedHost } from '../trial/emulated-host.js';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import { withoutNetwork } from './exemptions.js';
import { wrongCredentialsRule } from './wrong-credentials-rule.js';

/** Rules without which a bad day tells nothing. */
const AFTER: QualityRule['after'] = ['BQ109', 'BQ110', 'BQ112'];

const FLAWED = ['UNAVAILABLE', 'MAINTENANCE', 'MALFORMED_RESPONSE'] as const;

/** Bad days, as far as the plugin has what they concern. */
export const badDayRules: readonly QualityRule[] = [
  wrongCredentialsRule,
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
    exempts: async (plugin) =>
      ((await plugin.manifest()).network ?? []).some(({ captures = [] }) => captures.length > 0)
        ? undefined
        : 'no permission of plugin.json has "captures": there is no session',
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
    exempts: withoutNetwork,
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

async function sessionFaults(plugin: CheckedPlugin): Promise<string[]> {
  await using host = await EmulatedHost.start(plugin);
  return host.running.faults.names.filter((name) => /session/i.test(name));
}
