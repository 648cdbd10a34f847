import {
  negotiateApiVersion,
  validateSettings,
  type Finding,
  type InspectedPackage,
  type OfferedServices,
} from '@bourse/core';
import { isProblemCode, SERVED_API_VERSIONS, type ProblemCode } from '@bourse/core/interfaces';
import { finding } from '../build/finding.js';
import { withCell, type PluginCell } from '../build/plugin-cell.js';
import { reasonOf } from '../build/reason-of.js';
import { tryFormats } from './try-formats.js';

type Content = NonNullable<InspectedPackage['content']>;
type BuiltManifest = Extract<NonNullable<Content['manifest']>, { dialect: 'bourse' }>;

/** Activates a plugin in a cell with the defaults of its settings, and compares what it offers with its manifest. */
export async function tryInCell(content: Content): Promise<readonly Finding[]> {
  const { manifest, files } = content;
  if (manifest?.dialect !== 'bourse') return [];
  const { main: file } = manifest;
  const { settings } = validateSettings(manifest.settings, {});
  if (settings === undefined) return [needsSettings(file)];
  const plan = {
    script: new TextDecoder().decode(files.get(file)),
    plugin: { id: manifest.id, version: manifest.version },
    apiVersion: negotiateApiVersion(manifest.api, SERVED_API_VERSIONS) ?? '',
    settings,
  };
  try {
    return await withCell(plan, async (cell) => [
      ...compareServices(manifest, cell.services, file),
      ...(await compareFormats(manifest, cell, file)),
    ]);
  } catch (error) {
    return [
      finding(
        codeOf(error),
        `In a cell the plugin fails: ${reasonOf(error)}.`,
        { file },
        'Mend the source and build again.',
      ),
    ];
  }
}

function compareFormats(
  { statements = [] }: BuiltManifest,
  cell: PluginCell,
  file: string,
): Promise<readonly Finding[]> | readonly Finding[] {
  if (statements.length === 0 || cell.services['statement'] === undefined) return [];
  const formats = statements.map(({ format }) => format);
  return tryFormats(cell, formats, file);
}

function compareServices(manifest: BuiltManifest, offered: OfferedServices, file: string): Finding[] {
  const declared = new Set<string>(manifest.services);
  const found = Object.keys(offered).filter((name) => name !== 'health');
  const missing = manifest.services.filter((name) => !found.includes(name));
  const surplus = found.filter((name) => !declared.has(name));
  const message = [
    ...(missing.length === 0
      ? []
      : [`plugin.json declares ${missing.join(', ')}, which activate does not return`]),
    ...(surplus.length === 0
      ? []
      : [`activate returns ${surplus.join(', ')}, which plugin.json does not declare`]),
  ].join('; ');
  if (message === '') return [];
  return [
    finding(
      'PLUGIN_DEFINITION_INVALID',
      `${message}.`,
      { file },
      'Make "services" in plugin.json and activate agree.',
    ),
  ];
}

function needsSettings(file: string): Finding {
  const message = 'The plugin was not activated, since settings without defaults are required.';
  return { code: 'SETTINGS_INVALID', severity: 'info', message, place: { file } };
}

function codeOf(error: unknown): ProblemCode {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return isProblemCode(code) ? code : 'PLUGIN_FAILED';
}
