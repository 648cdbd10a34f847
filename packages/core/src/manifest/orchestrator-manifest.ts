import { defined } from './defined.js';
import { error, warning } from './finding.js';
import { ForeignReader } from './foreign-reader.js';
import type { ForeignManifest, ForeignMetadata } from './normalized-manifest.js';
import { notRunnable } from './not-runnable.js';
import { OrchestratorManifestSchema, type OrchestratorManifest } from './orchestrator-manifest-schema.js';
import { toSettings } from './orchestrator-settings.js';
import { toFindings } from './schema-findings.js';
import type { ManifestReading } from './manifest-reading.js';

/** A requirement such as `numpy>=1.20.0`: the package, its extras, its range. */
const REQUIREMENT = /^([A-Za-z0-9._-]+)\s*(?:\[[^\]]*\])?\s*(.*)$/;

/** Reads the `plugin_manifest.json` with `plugin_info` and `compatibility`. Its plugin is Python, so it is listed only. */
export function readOrchestratorManifest(fields: Readonly<Record<string, unknown>>): ManifestReading {
  const checked = OrchestratorManifestSchema.safeParse(fields);
  if (!checked.success) return { findings: toFindings(checked.error.issues) };
  const reader = new ForeignReader();
  const manifest = translate(checked.data, reader);
  if (manifest === undefined) return { findings: reader.findings };
  return { manifest, findings: [notRunnable(manifest), ...reader.findings] };
}

function translate(wire: OrchestratorManifest, reader: ForeignReader): ForeignManifest | undefined {
  const { plugin_info: info, compatibility } = wire;
  const id = reader.readId(info.name, 'plugin_info.name');
  const type = readType(info, reader);
  const api = reader.readApiRange(
    compatibility.min_platform_version,
    compatibility.max_platform_version,
    'compatibility',
  );
  if (id === undefined || type === undefined || api === undefined) return undefined;
  const { settings, findings } = toSettings(wire.configuration.parameters ?? {}, 'configuration.parameters');
  reader.findings.push(...findings);
  return {
    dialect: 'orchestrator-manifest',
    id,
    name: info.name,
    version: info.version,
    type,
    api,
    services: [],
    os: reader.readSystems(compatibility.supported_oses ?? [], 'compatibility.supported_oses'),
    settings,
    metadata: toMetadata(wire, reader),
    ...defined({
      description: info.description,
      author: typeof info.author === 'string' ? info.author : info.author?.name,
      license: info.license,
      homepage: info.homepage,
      repository: info.repository,
    }),
  };
}

/** The format's own sample names a category and no type, so a category stands in. */
function readType(
  info: OrchestratorManifest['plugin_info'],
  reader: ForeignReader,
): ForeignManifest['type'] | undefined {
  if (info.type !== undefined) return reader.readType(info.type, 'plugin_info.type');
  if (info.category === undefined) {
    reader.findings.push(
      error('MANIFEST_INVALID', 'There is neither a type nor a category.', { path: 'plugin_info' }),
    );
    return undefined;
  }
  const path = 'plugin_info.category';
  reader.findings.push(
    warning('MANIFEST_TYPE_MISSING', `The category "${info.category}" stands in for the missing type.`, {
      path,
    }),
  );
  return reader.readType(info.category, path);
}

function toMetadata(wire: OrchestratorManifest, reader: ForeignReader): ForeignMetadata {
  const { plugin_info: info, security, permissions } = wire;
  const author = typeof info.author === 'object' ? info.author : undefined;
  return defined({
    displayName: info.display_name,
    python: wire.compatibility.python_version,
    requirements: readRequirements(wire.dependencies?.required ?? [], 'dependencies.required', reader),
    optionalRequirements: readRequirements(
      wire.dependencies?.optional ?? [],
      'dependencies.optional',
      reader,
    ),
    permissions: permissions && {
      required: permissions.required ?? [],
      optional: permissions.optional ?? [],
    },
    keywords: info.keywords,
    checksum: security?.checksum,
    signature: security?.signature,
    trustedPublisher: security?.trusted_publisher,
    authorEmail: author?.email,
    authorWebsite: author?.website,
  });
}

function readRequirements(
  lines: readonly string[],
  path: string,
  reader: ForeignReader,
): Record<string, string> {
  return Object.fromEntries(
    lines.map((line, index) => {
      const [, name = line, specifier = ''] = REQUIREMENT.exec(line) ?? [];
      return [name, reader.readRange(name, specifier, `${path}[${index}]`)];
    }),
  );
}
