import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { HostDatabase, WriteQueue } from '../store/index.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { TransitionHistory } from './transition-history.js';

const historyIn = (database: HostDatabase) =>
  new TransitionHistory(database, new WriteQueue(database, () => undefined));

test('the transitions of a plugin are kept over runs, the last thousand of them', () =>
  inTemporaryFolder((folder) => {
    const first = new HostDatabase(join(folder, 'host.db'));
    const history = historyIn(first);
    const transition = (index: number) => ({
      from: 'active' as const,
      to: 'unloading' as const,
      reason: `${index}`,
      at: '2024-03-01T00:00:00.000Z',
    });
    first.transaction(() => {
      for (let index = 0; index < 1_005; index += 1) history.append('acme', transition(index));
    });
    first.close();
    const second = new HostDatabase(join(folder, 'host.db'));
    const kept = historyIn(second).list('acme');
    expect(kept).toHaveLength(1_000);
    expect(kept[0]).toEqual(transition(5));
    second.close();
  }));
