import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../root.ts';
import { runCommand } from './command.ts';

/** Tarballs of our own packages as the working tree has them. */
export interface PackedPackages {
  /** What an author needs: the sdk, and core, on which it is built. */
  readonly forAuthors: readonly string[];
  /** What a user installs. */
  readonly forUsers: readonly string[];
  /** What makes new plugins. */
  readonly forCreators: readonly string[];
}

/** Packs the packages as they are built; whoever starts this has built them. */
export async function packPackages(folder: string): Promise<PackedPackages> {
  mkdirSync(folder, { recursive: true });
  const names = ['core', 'sdk', 'portfolio', 'cli', 'create-bourse-plugin'];
  const paths = names.map((name) => join(ROOT, 'packages', name));
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, ...paths];
  const packed: readonly { readonly filename: string }[] = JSON.parse(
    await runCommand('npm', args, { cwd: folder }),
  );
  const [core = '', sdk = '', portfolio = '', cli = '', create = ''] = packed.map(({ filename }) =>
    join(folder, filename),
  );
  return { forAuthors: [core, sdk], forUsers: [core, portfolio, cli], forCreators: [core, create] };
}
