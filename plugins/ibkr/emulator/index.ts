import { defineEmulator, html } from '@bourse/sdk/emulator';
import { refuse } from './flex/envelope.js';
import { ERROR_CODES } from './flex/error-codes.js';
import { QUERY_ID } from './flex/flex-settings.js';
import { flexRoutes } from './flex/routes.js';
import { makeScenario, makeState, type IbkrScenario, type IbkrState } from './world.js';

export type { DateFormat } from './flex/date-format.js';
export type { FlexQuery, FlexSettings } from './flex/flex-settings.js';
export type { FlexElement } from './life/element.js';
export type { IbkrScenario, IbkrState } from './world.js';

/** Interactive Brokers: the Flex web service. */
export const emulator = defineEmulator<IbkrScenario, IbkrState>({
  name: 'ibkr',
  origins: ['https://ndcdyn.interactivebrokers.com', 'https://gdcdyn.interactivebrokers.com'],
  credentials: { flexToken: '217564982173645982134567', flexQueryId: QUERY_ID },
  scenario: makeScenario,
  state: makeState,
  routes: flexRoutes,
  faults: {
    maintenancePage: {
      kind: 'answer',
      answer: html('<!doctype html><title>System maintenance</title><h1>System maintenance</h1>'),
    },
    // One for each error of the Flex web service: `flex1019` and so on.
    ...Object.fromEntries(
      ERROR_CODES.map((code) => [`flex${code}`, { kind: 'answer', answer: refuse(code, 0) } as const]),
    ),
  },
});
