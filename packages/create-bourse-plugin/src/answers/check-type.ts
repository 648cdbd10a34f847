import { PLUGIN_TYPES, SERVED_PLUGIN_TYPES } from '@bourse/core/interfaces';
import { Refusal } from '../refusal.js';
import type { TemplateType } from './answers.js';

/** @throws Refusal for a type that there is not, or that no contract serves */
export function checkType(type: string): TemplateType {
  if (type === 'broker' || type === 'data-provider') return type;
  const remedy = `Take one of: ${SERVED_PLUGIN_TYPES.join(', ')}.`;
  if (PLUGIN_TYPES.some((known) => known === type))
    throw new Refusal('TYPE_NOT_YET_SERVED', `Plugins of the type "${type}" are not served yet.`, remedy);
  throw new Refusal('TYPE_UNKNOWN', `There is no type ${JSON.stringify(type)}.`, remedy);
}
