import { PLUGIN_TYPES } from '../../interfaces/enumerations/plugin-type.js';
import { isRecord } from './is-record.js';

const TYPES: ReadonlySet<unknown> = new Set(PLUGIN_TYPES);

/** What a script exports, after its shape was checked. */
export interface Definition {
  activate(context: object): unknown;
  deactivate?(): unknown;
}

/** The script exports no plugin definition, or `activate` gave no services. */
export class DefinitionInvalid extends Error {
  readonly code = 'PLUGIN_DEFINITION_INVALID';
}

/** Takes the default export, or what the script exports as a whole. */
export function readDefinition(exported: unknown): Definition {
  const definition = isRecord(exported) && isRecord(exported['default']) ? exported['default'] : exported;
  if (!isRecord(definition)) throw new DefinitionInvalid('the script exports no object');
  const { type, activate, deactivate } = definition;
  if (!TYPES.has(type)) throw new DefinitionInvalid('the exported definition has no known "type"');
  if (typeof activate !== 'function') {
    throw new DefinitionInvalid('the exported definition has no function "activate"');
  }
  if (deactivate !== undefined && typeof deactivate !== 'function') {
    throw new DefinitionInvalid('"deactivate" is no function');
  }
  return definition as unknown as Definition;
}
