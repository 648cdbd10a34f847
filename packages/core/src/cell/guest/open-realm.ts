/** Evaluates without a compartment and without lockdown: the control that shows what the realm belt stops. Tests only. */
export function openRealm(): (source: string) => unknown {
  const { eval: indirectEval } = globalThis;
  return (source) => indirectEval(source) as unknown;
}
