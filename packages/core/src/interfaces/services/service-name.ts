/** The services of contract 1.0. */
export const SERVICE_NAMES = [
  'portfolio',
  'account',
  'transaction',
  'cash',
  'dividend',
  'fee',
  'corporateAction',
  'statement',
] as const;

/** One of {@link SERVICE_NAMES}. */
export type ServiceName = (typeof SERVICE_NAMES)[number];

/** Other words for a service that manifests may use. */
export const SERVICE_ALIASES: Readonly<Record<string, ServiceName>> = {
  trade: 'transaction',
  deposit: 'cash',
};

/** The services that later minors of contract 1 add, with the minor that adds them. */
export const LATER_SERVICES: Readonly<Record<string, string>> = {
  authentication: '1.1',
  quote: '1.1',
  history: '1.1',
  stream: '1.1',
  order: '1.2',
};
