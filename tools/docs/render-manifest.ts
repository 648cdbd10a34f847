/** A node of plugin.schema.json, as far as the page shows it. */
export interface SchemaNode {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly pattern?: string;
  readonly maxItems?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | false;
  readonly required?: readonly string[];
}

/** docs/manifest.md: every field of plugin.json with its meaning and its form, in the order of the schema. */
export function renderManifest(schema: SchemaNode): string {
  return [
    '# The manifest',
    '',
    '`plugin.json` stands beside package.json and says what a plugin is. `bourse-plugin build` makes `dist/manifest.json` of it, which',
    'also holds name, version, description, author, license, homepage and repository of package.json, the schema of the settings, and',
    "the digest of each file. What the user allowed stands in the host's own database, never in the plugin.",
    '',
    'This page is generated from `packages/sdk/plugin.schema.json`; run `npm run docs`. A field without "yes" may be left out.',
    'Unknown fields are refused, unless the manifest claims a later contract than the host serves. A broker needs `institution`; it needs',
    '`statements` if and only if it offers the service `statement`. The other rules that no schema can say are one file each in',
    '`packages/core/src/validation/rules/`.',
    '',
    '| field | needed | form | meaning |',
    '| --- | --- | --- | --- |',
    ...rowsOf(schema, ''),
    '',
  ].join('\n');
}

function rowsOf(node: SchemaNode, prefix: string): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const isNeeded = node.required?.includes(name) === true;
    const path = prefix + name;
    const row = `| \`${path}\` | ${isNeeded ? 'yes' : ''} | ${cell(formOf(field))} | ${cell(field.description ?? '')} |`;
    return [row, ...membersOf(field, path)];
  });
}

/** The fields of the members of a list or a map. */
function membersOf(field: SchemaNode, path: string): string[] {
  if (field.items?.properties !== undefined) return rowsOf(field.items, `${path}[].`);
  const members = field.additionalProperties;
  return members !== undefined && members !== false && members.properties !== undefined
    ? rowsOf(members, `${path}.*.`)
    : [];
}

function formOf({
  type,
  enum: values,
  examples,
  pattern,
  maxItems,
  maximum,
  items,
  additionalProperties,
}: SchemaNode): string {
  if (values !== undefined) return oneOf(values);
  if (type === 'array')
    return `list${maxItems === undefined ? '' : ` of at most ${maxItems}`}: ${formOf(items ?? {})}`;
  if (type === 'object')
    return additionalProperties === undefined || additionalProperties === false ? 'object' : 'map by name';
  if (examples !== undefined) return oneOf(examples);
  if (pattern !== undefined) return `text like \`${pattern}\``;
  if (maximum !== undefined) return `${type ?? 'number'}, at most ${maximum}`;
  return type === 'string' ? 'text' : (type ?? 'any');
}

function oneOf(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
