import { SettingsSchemaSchema, type SettingsSchema } from '@bourse/core/interfaces';
import { z } from 'zod';
import { BuildError } from './build-error.js';
import { finding } from './finding.js';

const LooseSchema = z.record(z.string(), z.unknown());

/**
 * Reduces a JSON Schema to the closed subset of the contract. Nothing that restricts a value is dropped: what does
 * not fit is refused by name.
 */
export function reduceSettingsSchema(jsonSchema: unknown): SettingsSchema {
  const { $schema: _, ...schema } = LooseSchema.parse(jsonSchema);
  const properties = LooseSchema.safeParse(schema['properties']).data ?? {};
  const reduced = {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, reduceSetting(property)]),
    ),
  };
  const checked = SettingsSchemaSchema.safeParse(reduced);
  if (checked.success) return checked.data;
  throw new BuildError(checked.error.issues.map(toFinding));
}

/** A constant is an enumeration of one, an integer's bounds at the limits of float64 say nothing. */
function reduceSetting(property: unknown): unknown {
  const loose = LooseSchema.safeParse(property).data;
  if (loose === undefined) return property;
  const { const: constant, minimum, maximum, items, ...rest } = loose;
  return {
    ...rest,
    ...(constant === undefined ? {} : { enum: [constant] }),
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
    ...(items === undefined ? {} : { items: reduceSetting(items) }),
  };
}

function toFinding(issue: z.core.$ZodIssue) {
  const name = issue.path[0] === 'properties' ? String(issue.path[1]) : undefined;
  const subject = name === undefined ? 'The settings are' : `The setting "${name}" is`;
  const detail = issue.code === 'unrecognized_keys' ? `uses ${issue.keys.join(', ')}` : issue.message;
  return finding(
    'SETTINGS_SCHEMA_INVALID',
    `${subject} beyond what a settings schema may say: ${detail}.`,
    { file: 'src/settings.ts', ...(name === undefined ? {} : { path: name }) },
    'Use a flat object of strings, numbers, booleans, enums of strings and lists of them, without patterns.',
  );
}
