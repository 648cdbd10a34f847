import { defineEmulator, html, json } from '@bourse/sdk/emulator';
import { demoScenario } from './demo-scenario.js';
import { appendDeposit, prependDeposits } from './deposits.js';
import { toRoute } from './endpoint.js';
import { endpoints } from './endpoints/index.js';
import type { BitvavoScenario } from './scenario.js';
import { budgetOf, makeState, type BitvavoState } from './state.js';
import { stream } from './stream.js';

/** Bitvavo's REST and WebSocket API, version 2, as far as they read. */
export const emulator = defineEmulator<BitvavoScenario, BitvavoState>({
  name: 'bitvavo',
  origins: ['https://api.bitvavo.com', 'wss://ws.bitvavo.com'],
  credentials: {
    apiKey: 'test0key'.repeat(8),
    apiSecret: 'test0secret00000'.repeat(8),
  },
  scenario: demoScenario,
  state: ({ scenario, now }) => makeState(scenario, now),
  routes: endpoints.map(toRoute),
  sockets: [stream],
  beat: ({ state, random }) => state.feed.beat(random),
  faults: {
    maintenance: {
      kind: 'answer',
      answer: json({ errorCode: 404, error: 'Bitvavo is under maintenance.' }, { status: 503 }),
    },
    maintenancePage: {
      kind: 'answer',
      answer: html('<!doctype html><title>Bitvavo</title><h1>Maintenance</h1>', { status: 503 }),
    },
    overload: {
      kind: 'answer',
      answer: json({ errorCode: 107, error: 'The matching engine is overloaded.' }, { status: 503 }),
    },
    longHistory: { kind: 'change', change: ({ scenario }) => prependDeposits(scenario, 250) },
    newBooking: { kind: 'change', change: ({ scenario, now }) => appendDeposit(scenario, now()) },
    banned: {
      kind: 'change',
      change: ({ state, credentials, now }) => {
        for (const key of ['', credentials.apiKey ?? '']) budgetOf(state, key).ban(now() + 60_000);
      },
    },
  },
});

export type { BitvavoBooking, BitvavoOpenOrder, BitvavoScenario } from './scenario.js';
export type { BitvavoState } from './state.js';
