import { BUDGETS } from '../size-budgets.ts';
import type { Rule } from './rule.ts';

/** An archive stays within its budget. */
export const size = (budgets: Readonly<Record<string, number>> = BUDGETS): Rule => ({
  name: 'size',
  check: ({ folder, packedBytes }) => {
    const budget = budgets[folder];
    const kilobytes = Math.ceil(packedBytes / 1000);
    if (budget === undefined)
      return [`It has no budget: give it ${Math.ceil(kilobytes * 1.2)} KB in size-budgets.ts.`];
    return kilobytes <= budget
      ? []
      : [
          `It has ${kilobytes} KB, ${budget} KB are allowed: find out what came in, or raise the budget and say why.`,
        ];
  },
});
