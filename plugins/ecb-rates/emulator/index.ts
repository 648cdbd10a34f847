import {
  bytes,
  defineEmulator,
  text,
  UndocumentedRequest,
  xml,
  type Answer,
  type Route,
} from '@bourse/sdk/emulator';
import { renderDailyCsv, renderHistoryCsv, renderXml, zip } from './render.js';
import { tellRates, type EcbScenario, type PublishedDay } from './scenario.js';

export type { EcbScenario, PublishedDay } from './scenario.js';
export { tellRates } from './scenario.js';

const DAY_MS = 86_400_000;
const ZIP = { headers: { 'content-type': 'application/zip' } };

/** The files of the euro reference rates. A day is in them from four in the afternoon on, in Frankfurt. */
export const emulator = defineEmulator<EcbScenario, Record<never, never>>({
  name: 'ecb-rates',
  origins: ['https://www.ecb.europa.eu'],
  credentials: {},
  scenario: () => tellRates('1999-01-04', '2026-12-31'),
  state: () => ({}),
  routes: [
    file('eurofxref-daily.xml', ([last]) => xml(renderXml(last === undefined ? [] : [last]))),
    file('eurofxref-hist-90d.xml', (days, now) => {
      const first = new Date(now - 90 * DAY_MS).toISOString().slice(0, 10);
      return xml(renderXml(days.filter(({ date }) => date >= first)));
    }),
    file('eurofxref-hist.xml', (days) => xml(renderXml(days))),
    file('eurofxref.zip', ([last]) =>
      bytes(zip('eurofxref.csv', last === undefined ? '' : renderDailyCsv(last)), ZIP),
    ),
    file('eurofxref-hist.zip', (days) => bytes(zip('eurofxref-hist.csv', renderHistoryCsv(days)), ZIP)),
  ],
});

function file(
  name: string,
  render: (days: readonly PublishedDay[], now: number) => Answer,
): Route<EcbScenario, Record<never, never>> {
  return {
    name,
    method: 'GET',
    path: `/stats/eurofxref/${name}`,
    answer: ({ query }, { scenario, now }) => {
      if (query.size > 0)
        throw new UndocumentedRequest('the files take no parameters', text('', { status: 400 }));
      return render(publishedAt(scenario, now()), now());
    },
  };
}

function publishedAt({ days }: EcbScenario, now: number): PublishedDay[] {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Berlin');
  const last = local.hour >= 16 ? local.toPlainDate() : local.toPlainDate().subtract({ days: 1 });
  return days.filter(({ date }) => date <= last.toString());
}
