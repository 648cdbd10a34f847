import { z } from 'zod';
import { OWN_CONTRACT, type Call, type Contract } from '../contracts/index.js';
import { AccountSchema } from '../interfaces/index.js';

const isListing = ({ service, method }: Call): boolean => service === 'account' && method === 'listAccounts';

/** Other names for members; a member that has one of them already is left out. What is no object stays as it is. */
const renamed =
  (names: Readonly<Record<string, string>>) =>
  (call: Call, value: unknown): unknown =>
    isListing(call) && typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => !Object.values(names).includes(name))
            .map(([name, member]) => [names[name] ?? name, member]),
        )
      : value;

const unary = { kind: 'unary', optional: false } as const;

/** A contract 2.0 that differs from 1.x in how a list of accounts is asked for and answered. */
export const NEXT_CONTRACT: Contract = {
  version: '2.0.0',
  methods: {
    ...OWN_CONTRACT.methods,
    account: {
      listAccounts: {
        ...unary,
        request: z.strictObject({ after: z.string().optional() }),
        answer: z.strictObject({ accounts: z.array(AccountSchema), next: z.string().optional() }),
      },
    },
  },
  translation: {
    request: { toOwn: renamed({ after: 'cursor' }), fromOwn: renamed({ cursor: 'after' }) },
    answer: {
      toOwn: renamed({ accounts: 'items', next: 'cursor' }),
      fromOwn: renamed({ items: 'accounts', cursor: 'next' }),
    },
  },
};
