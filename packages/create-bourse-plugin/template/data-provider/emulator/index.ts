import { defineEmulator, json } from '@bourse/sdk/emulator';
import { documented, isAskedFor, pageOf } from './documented.js';
import { tellRates, workingDays, type Scenario } from './scenario.js';

const PAGE_SIZE = 500;

/** The API of the institution on loopback: what it documents, and nothing else. */
export const emulator = defineEmulator<Scenario, unknown>({
  name: 'acme',
  origins: ['https://api.acme.example'],
  //#if credentials
  credentials: { apiKey: 'test-key-of-the-emulator' },
  //#end
  //#if !credentials
  credentials: {},
  //#end
  scenario: tellRates,
  state: () => ({}),
  routes: [
    documented('/v1/rates', ['from', 'to', 'page'], (call, { first, last, rates }) => {
      const days = workingDays(first, last).filter((day) => isAskedFor(call, day));
      const all = days.flatMap((date) =>
        Object.entries(rates).map(([currency, rate]) => ({ date, currency, rate })),
      );
      const { items, nextPage } = pageOf(call, all, PAGE_SIZE);
      return json({ rates: items, nextPage });
    }),
  ],
});
