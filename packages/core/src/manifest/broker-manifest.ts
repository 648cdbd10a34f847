import { BrokerManifestSchema, type BrokerManifest } from './broker-manifest-schema.js';
import { defined } from './defined.js';
import { ForeignReader } from './foreign-reader.js';
import { toCamelCase, toPluginId } from './foreign-words.js';
import type { ForeignManifest, ForeignMetadata } from './normalized-manifest.js';
import { notRunnable } from './not-runnable.js';
import { toFindings } from './schema-findings.js';
import { looksSecret } from './secret-words.js';
import { resolveServices } from './services.js';
import type { ManifestReading } from './manifest-reading.js';

/** Reads the `plugin_manifest.json` with `plugin` and `entry_points`. Its plugin is Python, so it is listed only. */
export function readBrokerManifest(fields: Readonly<Record<string, unknown>>): ManifestReading {
  const checked = BrokerManifestSchema.safeParse(fields);
  if (!checked.success) return { findings: toFindings(checked.error.issues) };
  const reader = new ForeignReader();
  const manifest = translate(checked.data, reader);
  if (manifest === undefined) return { findings: reader.findings };
  const entry = checked.data.entry_points?.['main'];
  return { manifest, findings: [notRunnable(manifest, entry), ...reader.findings] };
}

function translate(wire: BrokerManifest, reader: ForeignReader): ForeignManifest | undefined {
  const { plugin, capabilities, dependencies } = wire;
  const id = reader.readId(plugin.name, 'plugin.name');
  const type = reader.readType(plugin.type, 'plugin.type');
  const api = reader.readApiRange(wire.api.min_version, wire.api.max_version, 'api');
  if (id === undefined || type === undefined || api === undefined) return undefined;
  return {
    dialect: 'broker-manifest',
    id,
    name: plugin.name,
    version: plugin.version,
    type,
    api,
    services: resolveServices(capabilities?.services ?? Object.keys(wire.services ?? {})),
    features: (capabilities?.features ?? []).map(toCamelCase),
    markets: reader.readMarkets(capabilities?.supported_markets ?? [], 'capabilities.supported_markets'),
    currencies: reader.readCurrencies(
      capabilities?.supported_currencies ?? [],
      'capabilities.supported_currencies',
    ),
    credentials: toCredentials(wire.configuration?.required_credentials ?? []),
    plugins: toPlugins(
      reader.readRanges(dependencies?.plugin_dependencies ?? {}, 'dependencies.plugin_dependencies'),
    ),
    metadata: toMetadata(wire, reader),
    ...defined({
      description: plugin.description,
      author: plugin.author,
      license: plugin.license,
      homepage: plugin.homepage,
    }),
  };
}

function toCredentials(names: readonly string[]): NonNullable<ForeignManifest['credentials']> {
  return Object.fromEntries(
    names.map((name) => [toCamelCase(name), { label: name, ...(looksSecret(name) ? { secret: true } : {}) }]),
  );
}

function toPlugins(ranges: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(ranges).map(([name, range]) => [toPluginId(name), range]));
}

function toMetadata(wire: BrokerManifest, reader: ForeignReader): ForeignMetadata {
  const { python, plugin_dependencies: _plugins, ...packages } = wire.dependencies ?? {};
  const configClass = wire.configuration?.config_class;
  return defined({
    displayName: wire.plugin.display_name,
    python,
    requirements: reader.readRanges(packages, 'dependencies'),
    interfaces: wire.api.interfaces,
    classPaths: {
      ...wire.services,
      ...wire.entry_points,
      ...(configClass === undefined ? {} : { configClass }),
    },
    optionalSettings: wire.configuration?.optional_settings,
  });
}
