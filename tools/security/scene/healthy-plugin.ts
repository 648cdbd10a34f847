import { HEALTHY, type Scene } from './scene.ts';
import { writePackage } from './write-package.ts';

/** The right answer to a question of the healthy plugin. */
export function rightAnswer(question: number): string {
  return String(question * question + 1);
}

/** A plugin that does no harm and whose answers can be checked. */
export function writeHealthyPlugin({ plugins }: Scene): void {
  writePackage(plugins, {
    id: HEALTHY,
    manifest: { institution: 'Healthy Bank', services: ['account'], statements: undefined },
    script: `module.exports = { default: { type: 'broker', activate: () => ({ account: {
      listAccounts: async ({ cursor }) => ({ items: [{ id: 'A1', name: String(Number(cursor) ** 2 + 1) }] }),
    } }) } };`,
  });
}
