import type { Attack } from '../../attack.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import type { Watch } from '../../watch/watch.ts';

/** Pages that a plugin may have; the host stops there. */
const PAGES = 10_000;

export const attack: Attack = {
  name: 'never-ends-its-pages',
  aim: 'gives page after page, each with another cursor, and never the last one',
  belt: 'the limit of pages',
  control: {
    edits: {
      'core/dist/manager/pull-services.js': [['const MAX_PAGES = 10_000;', 'const MAX_PAGES = Infinity;']],
    },
  },
  build: ({ plugins }) => {
    writePackage(plugins, {
      script: scriptAnswering("{ items: [{ id: 'A1' }], cursor: String(Number(query.cursor ?? '0') + 1) }"),
    });
  },
  act: async (host) => {
    await host.approve();
    let pages = 0;
    for await (const _ of host.manager.reader.pull(HOSTILE).parts()) {
      pages += 1;
      // The caller has to have an end of its own, or the control would have none.
      if (pages > PAGES + 100) return { pages };
    }
    return { pages: 0 };
  },
  harm: ({ answer }: Watch) =>
    (answer as { pages?: number } | undefined)?.pages === PAGES + 101
      ? `the host took ${PAGES} pages and more`
      : undefined,
};
