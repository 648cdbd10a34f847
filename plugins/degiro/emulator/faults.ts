import type { Fault } from '@bourse/sdk/emulator';
import { blockedPage, maintenancePage } from './login/pages.js';
import type { DegiroScenario } from './scenario/scenario.js';
import type { DegiroState } from './state.js';

/** DEGIRO's own bad days, each for one request. */
export const faults: Readonly<Record<string, Fault<DegiroScenario, DegiroState>>> = {
  sessionLost: { kind: 'change', change: ({ state }) => state.sessions.clear() },
  maintenance: { kind: 'answer', answer: maintenancePage() },
  throttled: { kind: 'answer', answer: blockedPage(429) },
  blocked: { kind: 'answer', answer: blockedPage(403) },
  quoteSessionLost: { kind: 'change', change: ({ state }) => state.quoteSessions.clear() },
};
