import type { SigningStep, SigningValue } from '../../interfaces/index.js';

/** The values that a step works on. */
export function valuesOf(step: SigningStep): readonly SigningValue[] {
  if ('concat' in step) return step.concat;
  if ('encode' in step) return [step.encode];
  if ('decode' in step) return [step.decode];
  if ('hash' in step) return [step.of];
  if ('hmac' in step || 'rsaSign' in step) return [step.key, step.of];
  if ('totp' in step) return [step.totp];
  if ('jwt' in step) return [step.key, ...Object.values(step.header), ...Object.values(step.payload)];
  if ('rsaDecrypt' in step) return [step.rsaDecrypt, step.key];
  if ('power' in step) return [step.power, step.exponent, step.modulus];
  if ('parameters' in step) return Object.values(step.parameters);
  if ('signed' in step) return [step.signed];
  return [];
}

/** Tells whether a step looks at the request that is being sent. */
export function readsRequest(step: SigningStep): boolean {
  return ('parameters' in step && step.withQuery === true) || valuesOf(step).some(isRequestPart);
}

/** Tells whether a value is a part of the request. */
export function isRequestPart(value: SigningValue): boolean {
  return typeof value === 'object' && 'request' in value;
}

/** The names of the steps that some values need, directly or through other steps. */
export function stepsNeededBy(
  values: readonly SigningValue[],
  steps: readonly SigningStep[],
): ReadonlySet<string> {
  const needed = new Set<string>();
  const open = [...values];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || !('step' in value) || needed.has(value.step)) continue;
    const { step: name } = value;
    needed.add(name);
    open.push(...steps.filter((step) => step.name === name).flatMap(valuesOf));
  }
  return needed;
}
