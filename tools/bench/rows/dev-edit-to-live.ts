import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../measure/median.ts';
import { quantile } from '../measure/quantile.ts';
import type { Row } from '../row.ts';
import { startDevelopment } from '../scene/development.ts';

const EDITS = 30;

/** What an author takes at least from one save to the next, in milliseconds. */
const PAUSE_MS = 500;

export const devEditToLive: Row = {
  name: 'dev-edit-to-live',
  async measure(folder) {
    await using development = await startDevelopment(folder);
    const times: number[] = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      await wait(PAUSE_MS);
      const began = performance.now();
      development.edit(edit);
      await development.live();
      times.push(performance.now() - began);
    }
    return [
      {
        name: 'dev-edit-to-live',
        value: quantile(times, 0.95),
        unit: 'ms',
        limit: 1_000,
        what: `95 of 100 edits: from saving a source to the line that says that it is live (${EDITS} edits, types checked beside it)`,
      },
      { name: 'dev-edit-to-live.median', value: median(times), unit: 'ms', what: 'half of the edits' },
    ];
  },
};
