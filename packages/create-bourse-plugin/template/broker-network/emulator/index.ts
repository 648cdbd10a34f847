import { defineEmulator, json } from '@bourse/sdk/emulator';
import { documented, isAskedFor, pageOf } from './documented.js';
import { tellLife, type Scenario } from './scenario.js';

const PAGE_SIZE = 2;

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
  scenario: tellLife,
  state: () => ({}),
  routes: [
    documented('/v1/account', [], (_, { account }) => json(account)),
    documented('/v1/positions', [], (_, { positions }) => json({ positions })),
    documented('/v1/bookings', ['from', 'to', 'page'], (call, { bookings }) => {
      const asked = bookings.filter(({ bookedOn }) => isAskedFor(call, bookedOn));
      const { items, nextPage } = pageOf(call, asked, PAGE_SIZE);
      return json({ bookings: items, nextPage });
    }),
  ],
});
