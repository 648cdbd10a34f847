import type { Need, TemplateType } from '../answers/answers.js';
import { checkType } from '../answers/check-type.js';
import type { Wishes } from '../answers/complete-answers.js';
import { checkInstitution, institutionFor } from '../answers/institution.js';
import { checkNames } from '../names/check-names.js';
import { toPluginNames } from '../names/plugin-names.js';
import { Refusal } from '../refusal.js';
import type { Choice, Interviewer } from './interviewer.js';

const TYPES: readonly Choice<TemplateType>[] = [
  { value: 'broker', label: 'broker: accounts, positions and bookings' },
  { value: 'data-provider', label: 'data provider: exchange rates' },
];

const SOURCES: readonly Choice<Need>[] = [
  { value: 'statement', label: 'statement files that the user exports' },
  { value: 'network', label: 'the network' },
];

/** Asks for what has not been said yet. What has been said is checked at once, so that nobody answers in vain. */
export async function askWishes(
  said: Partial<Wishes>,
  taken: ReadonlySet<string>,
  interviewer: Interviewer,
): Promise<Wishes> {
  const checkName = (name: string): void => checkNames(toPluginNames(name), taken);
  if (said.name !== undefined) checkName(said.name);
  const name =
    said.name ??
    (await interviewer.text('What is the plugin called? For example: acme', '', wrongWith(checkName)));
  const type = said.type ?? (await interviewer.one('What is it?', TYPES));
  const needs = said.needs ?? (await askNeeds(checkType(type), interviewer));
  const institution =
    said.institution ??
    (await interviewer.text(
      'How does the institution write itself? It is part of every record and never changes.',
      institutionFor(toPluginNames(name).id),
      wrongWith(checkInstitution),
    ));
  return { name, type, needs, institution };
}

async function askNeeds(type: TemplateType, interviewer: Interviewer): Promise<readonly Need[]> {
  const sources: readonly Need[] =
    type === 'broker' ? await interviewer.some('What does it read?', SOURCES, ['statement']) : ['network'];
  const hasCredentials =
    sources.includes('network') && (await interviewer.yes('Does the institution ask for credentials?', true));
  return hasCredentials ? [...sources, 'credentials'] : sources;
}

/** What a check says of a text, for a person who can mend it. */
function wrongWith(check: (text: string) => unknown): (text: string) => string | undefined {
  return (text) => {
    try {
      check(text);
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return `${error.message} ${error.remedy}`;
      throw error;
    }
  };
}
