import type { PluginType } from '../enumerations/plugin-type.js';

/** The services of the contract. */
export const SERVICE_NAMES = [
  'portfolio',
  'account',
  'transaction',
  'cash',
  'dividend',
  'fee',
  'corporateAction',
  'statement',
  'authentication',
  'quote',
  'history',
  'stream',
  'rates',
] as const;

/** One of {@link SERVICE_NAMES}. */
export type ServiceName = (typeof SERVICE_NAMES)[number];

/** The contract version that added a service; the others have been there from the beginning. */
export const SERVICES_SINCE: Readonly<Partial<Record<ServiceName, string>>> = {
  authentication: '1.1.0',
  quote: '1.1.0',
  history: '1.1.0',
  stream: '1.1.0',
  rates: '1.1.0',
};

/** What plugins of each type may offer. */
export const SERVICES_OF_TYPES: Readonly<Partial<Record<PluginType, readonly ServiceName[]>>> = {
  broker: SERVICE_NAMES.filter((name) => name !== 'rates'),
  'data-provider': ['authentication', 'quote', 'history', 'stream', 'rates'],
};

/** Other words for a service that manifests may use. */
export const SERVICE_ALIASES: Readonly<Record<string, ServiceName>> = {
  trade: 'transaction',
  deposit: 'cash',
};

/** The services that later minors of contract 1 add, with the minor that adds them. */
export const LATER_SERVICES: Readonly<Record<string, string>> = { order: '1.2' };
