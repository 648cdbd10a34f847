import { checkNames } from '../names/check-names.js';
import { toPluginNames } from '../names/plugin-names.js';
import type { Answers } from './answers.js';
import { checkNeeds, DEFAULT_NEEDS } from './check-needs.js';
import { checkType } from './check-type.js';
import { checkInstitution, institutionFor } from './institution.js';

/** What somebody has said of a new plugin; what is absent has a default. */
export interface Wishes {
  /** The id, or a package name such as `@acme/plugin-broker`. */
  readonly name: string;
  readonly type?: string | undefined;
  readonly institution?: string | undefined;
  readonly needs?: readonly string[] | undefined;
}

/**
 * Checks all that was said and fills in the rest.
 * @param taken Ids of the plugins beside the new one
 * @throws Refusal
 */
export function completeAnswers(wishes: Wishes, taken: ReadonlySet<string>): Answers {
  const type = checkType(wishes.type ?? 'broker');
  const names = toPluginNames(wishes.name);
  checkNames(names, taken);
  return {
    ...names,
    type,
    institution: checkInstitution(wishes.institution ?? institutionFor(names.id)),
    needs: checkNeeds(wishes.needs ?? DEFAULT_NEEDS[type], type),
  };
}
