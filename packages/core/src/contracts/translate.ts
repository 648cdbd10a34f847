import type { Call, Contract, Translation } from './contract.js';

/** Brings what was said in the words of one contract into those of another; says nothing about whether it is right. */
export function translate(
  what: keyof Translation,
  call: Call,
  value: unknown,
  { from, to }: { readonly from: Contract; readonly to: Contract },
): unknown {
  if (from.translation === to.translation) return value;
  const own = from.translation === undefined ? value : from.translation[what].toOwn(call, value);
  return to.translation === undefined ? own : to.translation[what].fromOwn(call, own);
}
