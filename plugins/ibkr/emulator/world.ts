import type { Route, World } from '@bourse/sdk/emulator';
import { makeFlexSettings, type FlexSettings } from './flex/flex-settings.js';
import { FlexState } from './flex/flex-state.js';
import type { FlexElement } from './life/element.js';
import { readLife } from './life/read-life.js';
import { makeGatewaySettings, type GatewaySettings } from './portal/gateway/gateway-settings.js';
import { makePortalSettings, type PortalSettings } from './portal/portal-settings.js';
import { PortalState } from './portal/portal-state.js';

/** One account, and how its owner reaches it. */
export interface IbkrScenario {
  /** What happened to the account, in the words of its Activity Flex statement. */
  life: FlexElement;
  flex: FlexSettings;
  portal: PortalSettings;
  gateway: GatewaySettings;
}

export interface IbkrState {
  readonly flex: FlexState;
  readonly portal: PortalState;
  /** Of the gateway on the user's machine, whose session is another one. */
  readonly gateway: PortalState;
}

export type IbkrWorld = World<IbkrScenario, IbkrState>;
export type IbkrRoute = Route<IbkrScenario, IbkrState>;

export function makeScenario(): IbkrScenario {
  return {
    life: readLife(),
    flex: makeFlexSettings(),
    portal: makePortalSettings(),
    gateway: makeGatewaySettings(),
  };
}

export function makeState(): IbkrState {
  return { flex: new FlexState(), portal: new PortalState(), gateway: new PortalState() };
}
