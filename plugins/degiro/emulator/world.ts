import type { Route as AnyRoute, World } from '@bourse/sdk/emulator';
import type { DegiroScenario } from './scenario/scenario.js';
import type { DegiroState } from './state.js';

export const SITE = 'https://trader.degiro.nl';
export const QUOTECAST = 'https://degiro.quotecast.vwdservices.com';
export const CHARTING = 'https://charting.vwdservices.com';

export type DegiroWorld = World<DegiroScenario, DegiroState>;
export type Route = AnyRoute<DegiroScenario, DegiroState>;
