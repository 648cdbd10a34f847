import type { PluginManifest } from '@bourse/core/interfaces';
import type { Answers } from '../answers/answers.js';

/** What the template's plugin says of itself. */
export function pluginJson(answers: Answers): PluginManifest {
  const { id, type, institution, needs } = answers;
  return {
    $schema: './node_modules/@bourse/sdk/plugin.schema.json',
    id,
    type,
    ...(type === 'broker' ? { institution } : {}),
    api: needs.has('network') ? '>=1.1.0 <2.0.0' : '>=1.0.0 <2.0.0',
    main: './dist/plugin.js',
    services: servicesOf(answers),
    ...(type === 'broker'
      ? { portfolio: needs.has('network') ? 'reported' : 'derived', currencies: ['EUR'] }
      : {}),
    ...(needs.has('credentials') ? KEY : {}),
    ...(needs.has('network') ? { network: [networkOf(answers)] } : {}),
    ...(needs.has('statement') ? { statements: [statementOf(id)] } : {}),
  };
}

function servicesOf({ type, needs }: Answers): string[] {
  if (type === 'data-provider') return ['rates'];
  return [
    ...(needs.has('statement') ? ['statement'] : []),
    ...(needs.has('network') ? ['account', 'portfolio', 'transaction', 'cash', 'fee'] : []),
  ];
}

const KEY: Pick<PluginManifest, 'credentials' | 'schemes'> = {
  credentials: {
    apiKey: { label: 'API key', hint: 'Say here where it is made, and which rights it needs.', secret: true },
  },
  schemes: { key: { place: [{ header: 'x-api-key', value: { credential: 'apiKey' } }] } },
};

type NetworkPermission = NonNullable<PluginManifest['network']>[number];

function networkOf({ id, type, needs }: Answers): NetworkPermission {
  const isBroker = type === 'broker';
  return {
    origin: `https://api.${id}.example`,
    methods: ['GET'],
    paths: isBroker ? ['/v1/account', '/v1/positions', '/v1/bookings'] : ['/v1/rates'],
    access: 'read',
    ...(needs.has('credentials') ? { credentials: ['apiKey'], scheme: 'key' } : {}),
    perMinute: 60,
    why: isBroker ? 'reads what you have and what was booked' : 'reads exchange rates',
  };
}

function statementOf(id: string): NonNullable<PluginManifest['statements']>[number] {
  return {
    format: `${id}-account-csv`,
    title: 'Account history',
    extension: 'csv',
    headerTokens: ['Booked on', 'Reference'],
    maxBytes: 50_000_000,
  };
}
