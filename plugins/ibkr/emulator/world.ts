import type { Route, World } from '@bourse/sdk/emulator';
import { makeFlexSettings, type FlexSettings } from './flex/flex-settings.js';
import { FlexState } from './flex/flex-state.js';
import type { FlexElement } from './life/element.js';
import { readLife } from './life/read-life.js';

/** One account, and how its owner reaches it. */
export interface IbkrScenario {
  /** What happened to the account, in the words of its Activity Flex statement. */
  life: FlexElement;
  flex: FlexSettings;
}

export interface IbkrState {
  readonly flex: FlexState;
}

export type IbkrWorld = World<IbkrScenario, IbkrState>;
export type IbkrRoute = Route<IbkrScenario, IbkrState>;

export function makeScenario(): IbkrScenario {
  return { life: readLife(), flex: makeFlexSettings() };
}

export function makeState(): IbkrState {
  return { flex: new FlexState() };
}
