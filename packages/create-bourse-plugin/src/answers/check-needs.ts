import { Refusal } from '../refusal.js';
import { NEEDS, type Need, type TemplateType } from './answers.js';

/** What a plugin of a type needs where nobody says it. */
export const DEFAULT_NEEDS: Readonly<Record<TemplateType, readonly Need[]>> = {
  broker: ['statement'],
  'data-provider': ['network'],
};

/** @throws Refusal for needs that there are not, or that cannot be together */
export function checkNeeds(words: readonly string[], type: TemplateType): ReadonlySet<Need> {
  const needs = new Set(words.map(toNeed));
  if (needs.has('credentials') && !needs.has('network'))
    throw refusal('Credentials are for the network alone.', 'Add "network", or leave "credentials" out.');
  if (type === 'data-provider' && needs.has('statement'))
    throw refusal('A data provider reads no statement files.', 'Leave "statement" out.');
  if (type === 'data-provider' && !needs.has('network'))
    throw refusal('A data provider has its data from the network.', 'Add "network".');
  if (needs.size === 0)
    throw refusal(
      'A broker that reads neither files nor the network knows nothing.',
      'Add "statement" or "network".',
    );
  return needs;
}

function toNeed(word: string): Need {
  const need = NEEDS.find((known) => known === word);
  if (need === undefined)
    throw refusal(`There is no need ${JSON.stringify(word)}.`, `Take of: ${NEEDS.join(', ')}.`);
  return need;
}

function refusal(message: string, remedy: string): Refusal {
  return new Refusal('NEEDS_INVALID', message, remedy);
}
