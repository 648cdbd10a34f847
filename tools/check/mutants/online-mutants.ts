import type { Mutant } from './mutant.ts';

const API = 'src/api/get.ts';
const PROBLEMS = 'src/api/to-problem.ts';
const ACCOUNT = 'src/online/online-account.ts';

/** Of a plugin that asks an API with a key. */
export const onlineMutants: readonly Mutant[] = [
  {
    code: 'BQ109',
    what: 'asks for more than its manifest says',
    file: ACCOUNT,
    edit: ["await get('/v1/account')", "await get('/v1/orders')"],
  },
  {
    code: 'BQ110',
    what: 'lists what belongs to another account',
    file: ACCOUNT,
    edit: [
      'return accountId === undefined || accountId === account.id ? account : undefined;',
      'return account;',
    ],
  },
  {
    code: 'BQ111',
    what: 'wants a right that it does not use',
    file: 'plugin.json',
    edit: [
      '"network": [',
      '"network": [{ "origin": "https://api.acme.example", "methods": ["GET"], "paths": ["/v1/orders"], "access": "read", "why": "reads orders" },',
    ],
  },
  {
    code: 'BQ112',
    what: 'lets chance into what it tells',
    file: 'src/online/to-position.ts',
    edit: [
      'export function toPosition',
      'const CHANCE = String(Math.random());\n\nexport function toPosition',
    ],
    also: ["source: { section: 'positions' }", 'source: { section: CHANCE }'],
  },
  {
    code: 'BQ112',
    what: 'lets chance into what it asks',
    file: ACCOUNT,
    edit: [
      'from: query.since,',
      'from: query.since ?? new Date(Math.random() * 1e12).toISOString().slice(0, 10),',
    ],
  },
  {
    code: 'BQ112',
    what: 'tells what comes first',
    file: ACCOUNT,
    edit: [
      "    const positions = listOf(await get('/v1/positions'), 'positions');",
      "    const pause = new Promise<undefined>((resolve) => setTimeout(resolve, 60_000, undefined));\n    const first = await Promise.race([get('/v1/positions'), pause]);\n    const positions = listOf(first ?? (await get('/v1/positions')), 'positions');",
    ],
  },
  { code: 'BQ203', what: 'has no emulator', file: 'emulator/index.ts' },
  {
    code: 'BQ205',
    what: 'asks what nobody documents',
    file: ACCOUNT,
    edit: [
      "    const answer = await get('/v1/bookings'",
      "    await get('/v1/account', { verbose: '1' }).catch(() => undefined);\n    const answer = await get('/v1/bookings'",
    ],
  },
  {
    code: 'BQ206',
    what: 'takes a wrong key for a pause',
    file: PROBLEMS,
    edit: ["401: 'AUTH_INVALID'", "401: 'UNAVAILABLE'"],
  },
  {
    code: 'BQ206',
    what: 'has an emulator that takes any key',
    file: 'emulator/documented.ts',
    edit: ["call.header('x-api-key') === world.credentials.apiKey", "call.header('x-api-key') !== undefined"],
  },
  {
    code: 'BQ207',
    what: 'takes too many requests for a pause',
    file: PROBLEMS,
    edit: ["  429: 'RATE_LIMITED',\n", ''],
  },
  {
    code: 'BQ208',
    what: 'takes a failing institution for a wrong question',
    file: PROBLEMS,
    edit: ["?? 'UNAVAILABLE'", "?? 'INVALID_REQUEST'"],
  },
  {
    code: 'BQ209',
    what: 'takes half an answer for an empty one',
    file: API,
    edit: [
      "throw malformed(`The answer to ${path} is no JSON.`, path, 'safe');",
      "if (path === '/v1/bookings') return { bookings: [], nextPage: null };\n    throw malformed(path, path, 'safe');",
    ],
  },
  {
    code: 'BQ211',
    what: 'does not notice a page that comes twice',
    file: 'src/api/members.ts',
    edit: ['if (Number(page) > Number(asked ?? 0))', 'if (Number(page) > 0 || asked === undefined)'],
    says: /^transaction\.listTransactions\(.*\), page 2: records come twice\. It happened to GET \/v1\/bookings/,
  },
  {
    code: 'BQ213',
    what: 'forgets the commission',
    file: 'emulator/scenario.ts',
    edit: ["commission: '1.00'", "commission: '3.00'"],
  },
  {
    code: 'BQ214',
    what: 'holds what was never bought',
    file: 'emulator/scenario.ts',
    edit: ["quantity: '3', price", "quantity: '5', price"],
    says: /the records make 2 less than is held\./,
  },
  {
    code: 'BQ215',
    what: 'asks for what its README does not name',
    file: 'plugin.json',
    edit: ['"label": "API key"', '"label": "Access token"'],
  },
];
