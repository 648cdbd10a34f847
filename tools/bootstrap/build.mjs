import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { pluginFolders } from './plugin-folders.mjs';
import { repositoryNode } from './repository-node.mjs';
import { runCommand } from './run-command.mjs';
import { say } from './say.mjs';
import { buildStampFile } from './stale-parts.mjs';
import { writeJson } from './stamp.mjs';

/** Bundles the cell's guest into one file, from the compiled core. */
const GUEST = 'packages/core/scripts/build-guest.mjs';

/** Builds the stale parts. Packages must build; a plugin that does not is reported and stays stale, and the others serve. */
export async function build(root, stale) {
  if (stale.packages) await buildPackages(root);
  const failed = stale.plugins.length > 0 ? await buildPlugins(root, stale.plugins) : [];
  writeDigests(root);
  const plugins = Object.entries(stale.signatures.plugins).filter(([folder]) => !failed.includes(folder));
  writeJson(buildStampFile(root), {
    packages: stale.signatures.packages,
    plugins: Object.fromEntries(plugins),
  });
}

async function buildPackages(root) {
  say('Building packages…');
  const configs = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/tsconfig.lib.json`);
  await mustRun(root, ['node_modules/typescript/bin/tsc', '--build', ...configs]);
  await mustRun(root, [GUEST]);
}

async function mustRun(root, args) {
  const { ok, output } = await runCommand(repositoryNode(root), args, { cwd: root });
  if (!ok) throw new BootstrapError(`${output}\nThe build failed; the reasons are above.`);
}

async function buildPlugins(root, folders) {
  say(`Building plugins: ${folders.map((folder) => folder.slice('plugins/'.length)).join(', ')}…`);
  const command = join(root, 'packages', 'sdk', 'bin', 'bourse-plugin.js');
  const results = await Promise.all(
    folders.map(async (folder) => {
      const result = await runCommand(repositoryNode(root), [command, 'build'], { cwd: join(root, folder) });
      if (!result.ok)
        say(
          `${result.output}\n${folder} does not build; the reasons are above. The other plugins are not affected.`,
        );
      return { folder, ...result };
    }),
  );
  return results.filter(({ ok }) => !ok).map(({ folder }) => folder);
}

/**
 * The plugins of this repository as it stands; its own scripts pass these digests to the host as approved. The digest
 * of a manifest's bytes stands for the whole plugin, since the manifest holds the digest of every file.
 */
function writeDigests(root) {
  const manifests = pluginFolders(root).map((folder) => join(root, folder, 'dist', 'manifest.json'));
  const digests = manifests.filter((file) => existsSync(file)).map(digestOf);
  writeJson(join(root, 'dist', 'first-party-digests.json'), digests.sort());
}

function digestOf(file) {
  return `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`;
}
