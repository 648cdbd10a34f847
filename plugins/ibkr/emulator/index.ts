import { defineEmulator, html } from '@bourse/sdk/emulator';
import { refuse } from './flex/envelope.js';
import { ERROR_CODES } from './flex/error-codes.js';
import { QUERY_ID, SERVICE } from './flex/flex-settings.js';
import { flexRoutes, OLD_HOST } from './flex/routes.js';
import { LOCAL_GATEWAY } from './portal/gateway/local-gateway.js';
import { ACCESS_TOKEN_SECRET, DH_PRIME, ENCRYPTION_KEY, SIGNATURE_KEY } from './portal/oauth/test-keys.js';
import { refuse as refusePortal } from './portal/refusal.js';
import { portalRoutes } from './portal/routes.js';
import { gatewayStream, portalStream } from './portal/stream.js';
import { makeScenario, makeState, type IbkrScenario, type IbkrState } from './world.js';

export type { DateFormat } from './flex/date-format.js';
export type { FlexQuery, FlexSettings } from './flex/flex-settings.js';
export { publish } from './portal/stream.js';
export type { GatewayLogin, GatewaySettings } from './portal/gateway/gateway-settings.js';
export type { PortalSettings } from './portal/portal-settings.js';
export type { FlexElement } from './life/element.js';
export type { IbkrScenario, IbkrState } from './world.js';

/** Interactive Brokers: the Flex web service, and the Client Portal Web API as far as it reads. */
export const emulator = defineEmulator<IbkrScenario, IbkrState>({
  name: 'ibkr',
  origins: [
    'https://ndcdyn.interactivebrokers.com',
    'https://gdcdyn.interactivebrokers.com',
    'https://api.ibkr.com',
    'wss://api.ibkr.com',
    LOCAL_GATEWAY,
  ],
  credentials: {
    flexToken: '217564982173645982134567',
    flexQueryId: QUERY_ID,
    consumerKey: 'TESTKEY01',
    accessToken: '4a9ee6c1b7d05f82e3a1',
    accessTokenSecret: ACCESS_TOKEN_SECRET,
    signatureKey: SIGNATURE_KEY,
    encryptionKey: ENCRYPTION_KEY,
    dhPrime: DH_PRIME,
  },
  scenario: makeScenario,
  state: makeState,
  routes: [...flexRoutes, ...portalRoutes],
  sockets: [portalStream, gatewayStream],
  faults: {
    portalSessionEnds: {
      kind: 'change',
      change: ({ state }) => {
        state.portal.session = undefined;
      },
    },
    brokerageSessionEnds: {
      kind: 'change',
      change: ({ state }) => {
        if (state.portal.session !== undefined) state.portal.session.isBrokerage = false;
      },
    },
    gatewaySessionEnds: {
      kind: 'change',
      change: ({ scenario }) => {
        scenario.gateway.login = 'none';
      },
    },
    gatewayLogin: {
      kind: 'change',
      change: ({ scenario, state }) => {
        state.gateway.session = undefined;
        scenario.gateway.login = 'open';
        scenario.gateway.isCompeting = false;
      },
    },
    /** The user has logged in to another program since, which has the brokerage session now. */
    gatewayGivesWay: {
      kind: 'change',
      change: ({ scenario, state }) => {
        scenario.gateway.isCompeting = true;
        if (state.gateway.session !== undefined) state.gateway.session.isBrokerage = false;
      },
    },
    gatewayBrokerageEnds: {
      kind: 'change',
      change: ({ state }) => {
        if (state.gateway.session !== undefined) state.gateway.session.isBrokerage = false;
      },
    },
    portalUnavailable: { kind: 'answer', answer: refusePortal(503, 'Service Unavailable') },
    maintenancePage: {
      kind: 'answer',
      answer: html('<!doctype html><title>System maintenance</title><h1>System maintenance</h1>'),
    },
    /** Statements are fetched from the former name of the service, which some answers still lead to. */
    formerAddress: {
      kind: 'change',
      change: ({ scenario }) => {
        scenario.flex.statementUrl = `${OLD_HOST}${SERVICE}/GetStatement`;
      },
    },
    // One for each error of the Flex web service: `flex1019` and so on.
    ...Object.fromEntries(
      ERROR_CODES.map((code) => [`flex${code}`, { kind: 'answer', answer: refuse(code, 0) } as const]),
    ),
  },
});
