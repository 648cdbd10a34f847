import type {
  Capture,
  Placement,
  SigningScheme,
  SigningStep,
  SigningValue,
} from '../../../interfaces/index.js';
import { valuesOf } from '../values-of.js';

/** A value of a recipe and where it stands in the manifest. */
export interface Reference {
  readonly value: SigningValue;
  readonly path: string;
}

/** All values of a scheme. */
export function referencesOf({ before = [], steps = [], place }: SigningScheme, path: string): Reference[] {
  return [
    ...placed(before, `${path}.before`),
    ...ofSteps(steps, `${path}.steps`),
    ...placed(place, `${path}.place`),
  ];
}

/** All values of a capture. */
export function captureReferences({ steps = [], keep, proof }: Capture, path: string): Reference[] {
  const kept = keep === undefined ? [] : [{ value: keep, path: `${path}.keep` }];
  const proved = proof === undefined ? [] : [{ value: proof.equals, path: `${path}.proof.equals` }];
  return [...ofSteps(steps, `${path}.steps`), ...kept, ...proved];
}

function placed(placements: readonly Placement[], path: string): Reference[] {
  return placements.map(({ value }, index) => ({ value, path: `${path}[${index}]` }));
}

function ofSteps(steps: readonly SigningStep[], path: string): Reference[] {
  return steps.flatMap((step, index) =>
    valuesOf(step).map((value) => ({ value, path: `${path}[${index}]` })),
  );
}
