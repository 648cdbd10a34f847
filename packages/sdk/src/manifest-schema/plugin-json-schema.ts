import { PluginManifestSchema, SERVICE_NAMES } from '@bourse/core/interfaces';
import { z } from 'zod';
import { DESCRIPTIONS } from './descriptions.js';

type Node = Record<string, unknown>;

/** The JSON Schema of plugin.json, so that an editor completes and explains it. */
export function pluginJsonSchema(): Node {
  const { $schema, ...schema } = z.toJSONSchema(PluginManifestSchema, { unrepresentable: 'any' });
  const described: Node = { $schema, title: 'plugin.json: a Bourse plugin', ...schema };
  describe(described, []);
  const services = memberOf(memberOf(described, 'properties'), 'services');
  Object.assign(memberOf(services, 'items'), { examples: [...SERVICE_NAMES] });
  return described;
}

/** Adds the description of each field, in lists and maps that of their members' fields. */
function describe(node: Node, path: readonly string[]): void {
  for (const [name, field] of Object.entries(memberOf(node, 'properties'))) {
    if (!isNode(field)) continue;
    const here = [...path, name];
    const description = DESCRIPTIONS[here.join('.')];
    if (description !== undefined) field['description'] = description;
    describe(field, here);
  }
  for (const inner of [node['items'], node['additionalProperties']]) if (isNode(inner)) describe(inner, path);
}

function memberOf(node: Node, name: string): Node {
  const member = node[name];
  return isNode(member) ? member : {};
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
