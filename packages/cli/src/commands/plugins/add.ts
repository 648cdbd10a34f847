import { existsSync } from 'node:fs';
import type { Answer } from '../../answer.js';
import { resolvePath } from '../../arguments/resolve-path.js';
import type { Session } from '../../host/session.js';
import { parsePackageSpec, type PackageSpec } from '../../npm/package-spec.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { nextText } from './next-text.js';
import { registryLines, takeFromRegistry } from './take-from-registry.js';

/** `bourse plugins add` */
export const addAddCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('add')
    .summary('take a package in')
    .description(
      'Take a package into the data folder. Nothing of it is run; it has to be approved before it serves.',
    )
    .argument(
      '<package>',
      'folder of a built plugin, a .tgz as "npm pack" makes it, or the name of an npm package, with a version or range after @ where it matters',
    )
    .option('--offline', 'fetch nothing: take a folder or a .tgz alone')
    .addHelpText(
      'after',
      examples({
        'bourse plugins add @acme/plugin-acme': 'from the registry that npm is configured for',
        'bourse plugins add ./acme-1.2.0.tgz': 'then: bourse plugins approve acme',
      }),
    )
    .action(
      handle((session, word: string, { offline = false }: { offline?: boolean }) => {
        const path = resolvePath(word, session.environment.userFolder);
        const spec = existsSync(path) ? undefined : parsePackageSpec(word);
        return spec === undefined ? addFile(session, path) : addByName(session, spec, offline);
      }),
    );
};

async function addFile({ manager }: Session, path: string): Promise<Answer> {
  const id = await manager.installer.add(path);
  const plugin = manager.info(id);
  return { json: plugin, lines: () => [`Added ${id}. ${nextText(plugin)}`] };
}

async function addByName(session: Session, spec: PackageSpec, isOffline: boolean): Promise<Answer> {
  const { manager, signal } = session;
  // What talks to registries is loaded by those who need it alone.
  const { PackageRegistry } = await import('../../npm/package-registry.js');
  await using registry = PackageRegistry.open(signal, isOffline);
  const found = await registry.find(spec);
  const { id, fetched } = await takeFromRegistry(registry, manager, found);
  const plugin = manager.info(id);
  const { provenance } = fetched;
  return {
    json: { ...plugin, ...(provenance === undefined ? {} : { provenance }) },
    lines: () => [...registryLines(found, fetched), `Added ${id}. ${nextText(plugin)}`],
  };
}
