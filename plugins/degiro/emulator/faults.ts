import type { Fault } from '@bourse/sdk/emulator';
import { blockedPage, maintenancePage } from './login/pages.js';
import type { DegiroScenario } from './scenario/scenario.js';
import type { DegiroState } from './state.js';

const onLogin = (change: (login: DegiroScenario['login']) => void): Fault<DegiroScenario, DegiroState> => ({
  kind: 'change',
  change: ({ scenario }) => change(scenario.login),
});

/** DEGIRO's own bad days, each for one request; what they change of the login stays so. */
export const faults: Readonly<Record<string, Fault<DegiroScenario, DegiroState>>> = {
  sessionLost: { kind: 'change', change: ({ state }) => state.sessions.clear() },
  maintenance: { kind: 'answer', answer: maintenancePage() },
  throttled: { kind: 'answer', answer: blockedPage(429) },
  blocked: { kind: 'answer', answer: blockedPage(403) },
  accountLocked: onLogin((login) => (login.locked = true)),
  accountUnlocked: onLogin((login) => Object.assign(login, { locked: false, failures: 0 })),
  captchaAsked: onLogin((login) => (login.captchaRequired = true)),
  captchaSolved: onLogin((login) => (login.captchaRequired = false)),
  approvalIgnored: onLogin((login) => {
    login.secondFactor = 'IN_APP';
    delete login.approveAfterPolls;
  }),
  approvalGiven: onLogin((login) => Object.assign(login, { secondFactor: 'IN_APP', approveAfterPolls: 1 })),
  quoteSessionLost: { kind: 'change', change: ({ state }) => state.quoteSessions.clear() },
};
