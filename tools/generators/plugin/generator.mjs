import { join } from 'node:path';
import { formatFiles, installPackagesTask } from '@nx/devkit';
import { takenIds } from 'create-bourse-plugin';
import { renderWorkspacePlugin } from './workspace-plugin.ts';

/** `nx g ./tools/generators:plugin <name>`: a new folder in plugins/, which npm links when the files are written. */
export default async function generatePlugin(tree, { name, type, needs, institution }) {
  const taken = takenIds(join(tree.root, 'plugins'));
  const files = renderWorkspacePlugin({ name, type, institution, needs: needs?.split(',') }, taken);
  for (const [path, text] of files) tree.write(path, text);
  await formatFiles(tree);
  return () => installPackagesTask(tree, true);
}
