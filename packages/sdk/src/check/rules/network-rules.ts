import type { AuditEntry } from '@bourse/core';
import { ProblemError, SERVICE_METHODS } from '@bourse/core/interfaces';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import type { QualityRule, Shortcoming } from '../quality-rule.js';
import { servicesOver } from '../trial/cell-host.js';
import { casesOf } from '../trial/cases-of.js';
import { CellSubject } from '../trial/cell-subject.js';
import { EmulatedHost } from '../trial/emulated-host.js';
import { refusedRequests } from '../trial/refused-requests.js';
import { findUnusedPermissions } from '../trial/permission-use.js';
import { definitionOf } from '../trial/plugin-definition.js';
import { recordTour, replayTour } from '../trial/recorded-tour.js';
import { tellQuestion } from '../trial/question.js';
import { LIST_SERVICES } from '../../testing/list-method.js';
import { takeFullTour, type Answered } from '../trial/tour.js';
import { violationOf } from './contract-rules.js';
import { withoutNetwork } from './exemptions.js';

/** Lets the institution's own limits pass between two cases. */
const CASE_PAUSE_MS = 60_000;

/** What was seen of one tour in which nothing went wrong. */
interface Tour {
  readonly answers: readonly Answered[];
  readonly audit: readonly AuditEntry[];
  readonly violations: readonly string[];
}

/** How it asks its institution, for which its emulator stands. */
export const networkRules: readonly QualityRule[] = [
  {
    code: 'BQ109',
    level: 'silver',
    title: 'it asks for nothing that plugin.json does not ask the user for',
    remedy: 'Add the path to "network" in plugin.json, or take the request out.',
    needs: 'emulator',
    exempts: withoutNetwork,
    check: async (plugin) => {
      const { audit } = await tourOf(plugin);
      const refusals = audit.flatMap((entry) =>
        entry.kind === 'refusal' && entry.code === 'PERMISSION_DENIED'
          ? [`${entry.method} ${entry.origin ?? ''}`]
          : [],
      );
      if (refusals.length === 0) return [];
      const requests = await refusedRequests(plugin);
      // What only a conversation with the institution brings about is not asked for again.
      const places = requests.length > 0 ? requests : [...new Set(refusals)];
      return places.map((place) => ({ place, message: 'plugin.json has no permission for it.' }));
    },
  },
  {
    code: 'BQ110',
    level: 'silver',
    title: 'with the emulator, every service answers, and lists keep the contract',
    remedy: 'Ask the plugin the same in a test with `emulator.start()`, and mend what is told.',
    needs: 'emulator',
    after: ['BQ109'],
    exempts: withoutNetwork,
    check: async (plugin) => {
      const failed = (await tourOf(plugin)).answers.flatMap(({ problem, ...question }) =>
        problem === undefined || problem.code === 'SERVICE_NOT_OFFERED'
          ? []
          : [{ place: tellQuestion(question), message: `${problem.code}: ${problem.message}` }],
      );
      return failed.length > 0 ? failed : runListCases(plugin);
    },
  },
  {
    code: 'BQ111',
    level: 'silver',
    title: 'every permission of plugin.json is used',
    remedy: 'Take it out of "network", or give the emulator a named fault with which the plugin uses it.',
    needs: 'emulator',
    after: ['BQ109', 'BQ110'],
    exempts: withoutNetwork,
    check: (plugin) => findUnusedPermissions(plugin),
  },
  {
    code: 'BQ112',
    level: 'silver',
    title: 'a replay of a recording asks the same and gives the same answers, byte for byte, each time',
    remedy:
      'Let nothing depend on which of several requests is answered first, nor on what a cell did before.',
    needs: 'emulator',
    after: ['BQ109', 'BQ110'],
    exempts: withoutNetwork,
    check: async (plugin) => {
      const recorded = await recordTour(plugin);
      for (const home of ['replay-1', 'replay-2']) {
        const found = await replayTour(plugin, recorded, home).catch(mismatchOf);
        if (found !== recorded.answers)
          return [
            {
              place: 'replay',
              message:
                found instanceof ProblemError ? found.message : 'Its answers are not those of the recording.',
            },
          ];
      }
      return [];
    },
  },
  {
    code: 'BQ205',
    level: 'gold',
    title: 'it asks only what the institution documents',
    remedy: 'Compare the request with the documentation; the emulator refuses what is not in it.',
    needs: 'emulator',
    exempts: withoutNetwork,
    check: async (plugin) =>
      [...new Set((await tourOf(plugin)).violations)].map((message) => ({ place: 'emulator', message })),
  },
];

function tourOf(plugin: CheckedPlugin): Promise<Tour> {
  return plugin.once('tour', async () => {
    await using host = await EmulatedHost.start(plugin);
    const answers = await takeFullTour(host);
    return { answers, audit: await host.readAudit(), violations: [...host.running.journal.violations] };
  });
}

/** The cases of the contract suite about lists and rates, asked through the gateway. */
async function runListCases(plugin: CheckedPlugin): Promise<Shortcoming[]> {
  await using host = await EmulatedHost.start(plugin);
  const { services } = host.manager.info(host.pluginId);
  const offered = [...LIST_SERVICES, 'rates' as const].filter((name) => services.includes(name));
  const subject = new CellSubject(
    {
      plugin: await definitionOf(plugin),
      folder: plugin.folder,
      now: new Date(host.clock.now()).toISOString(),
    },
    servicesOver(Object.fromEntries(offered.map((name) => [name, Object.keys(SERVICE_METHODS[name])])), {
      read: () => {
        throw new TypeError('Files are read without a network');
      },
      call: (service, method, request) =>
        host.use((session) => host.callPatiently(session, { service, method, request })),
    }),
  );
  const shortcomings: Shortcoming[] = [];
  for (const { number, title, run } of casesOf(subject).filter((each) => each.number >= 400)) {
    host.clock.advance(CASE_PAUSE_MS);
    const message = await run(subject).then(() => undefined, violationOf);
    if (message !== undefined) shortcomings.push({ place: `case ${number}, ${title}`, message });
  }
  return shortcomings;
}

/** That it asked for something else is what the rule is about. */
function mismatchOf(error: unknown): ProblemError {
  if (error instanceof ProblemError && error.code === 'CASSETTE_MISMATCH') return error;
  throw error;
}
