import type { SigningScheme, SigningStep, SigningValue } from '../../../interfaces/index.js';
import { error, type Finding } from '../../../manifest/finding.js';
import { isRequestPart, readsRequest, stepsNeededBy, valuesOf } from '../values-of.js';

const wrong = (message: string, path: string): Finding => error('MANIFEST_INVALID', message, { path });

/** Steps name only what stands before them, and each name once. */
export function checkSteps(
  steps: readonly SigningStep[],
  path: string,
  known: ReadonlySet<string>,
): Finding[] {
  const names = new Set(known);
  return steps.flatMap((step, index) => {
    const place = `${path}[${index}]`;
    const findings = valuesOf(step).flatMap((value) => checkStepName(value, names, place));
    if (names.has(step.name)) findings.push(wrong(`The step "${step.name}" is there already.`, place));
    if ('jwt' in step && Object.hasOwn(step.header, 'alg'))
      findings.push(wrong('The header "alg" of a token is that of the step.', place));
    names.add(step.name);
    return findings;
  });
}

/** A value that names a step names one that is there. */
export function checkStepName(value: SigningValue, names: ReadonlySet<string>, path: string): Finding[] {
  if (typeof value !== 'object' || !('step' in value) || names.has(value.step)) return [];
  return [wrong(`There is no step "${value.step}" before this.`, path)];
}

/** What is placed before the steps look at the request cannot be made from the request. */
export function checkBefore({ before = [], steps = [] }: SigningScheme, path: string): Finding[] {
  return before.flatMap(({ value }, index) => {
    const needed = stepsNeededBy([value], steps);
    const isLate = isRequestPart(value) || steps.some((step) => needed.has(step.name) && readsRequest(step));
    return isLate
      ? [wrong('What is placed before the steps cannot be made from the request.', `${path}[${index}]`)]
      : [];
  });
}
