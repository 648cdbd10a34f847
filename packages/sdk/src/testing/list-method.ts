import type { BrokerServices, ListQuery, Page } from '@bourse/core/interfaces';

/** The services whose methods are lists of records. */
export const LIST_SERVICES = [
  'portfolio',
  'account',
  'transaction',
  'cash',
  'dividend',
  'fee',
  'corporateAction',
] as const satisfies readonly (keyof BrokerServices)[];

/** One of {@link LIST_SERVICES}. */
export type ListService = (typeof LIST_SERVICES)[number];

/** The list methods of a service. */
export type ListMethod<Service extends ListService> = keyof NonNullable<BrokerServices[Service]> & string;

/** The items of a list. */
export type ListItem<Service extends ListService, Method extends ListMethod<Service>> = NonNullable<
  BrokerServices[Service]
>[Method] extends (query: ListQuery) => Promise<Page<infer Item>>
  ? Item
  : never;
