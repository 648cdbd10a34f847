import { afterEach, describe, expect, test } from '@jest/globals';
import { supervisorPool } from '../fixtures/supervise.js';
import { WarmSpares } from './warm-spares.js';

const supervise = supervisorPool();
const created: WarmSpares[] = [];

afterEach(() => {
  for (const spares of created.splice(0)) spares.stop();
});

function makeSpares(options?: ConstructorParameters<typeof WarmSpares>[0]): WarmSpares {
  const spares = new WarmSpares(options);
  created.push(spares);
  return spares;
}

describe('a spare', () => {
  test('becomes the cell of the next plugin, and another one is kept', async () => {
    const spares = makeSpares();
    spares.warm();
    const { pid } = spares;
    const { supervisor } = supervise('a: () => 1', { spares });
    await expect(supervisor.call('test', 'a', {})).resolves.toBe(1);
    expect(supervisor.pid).toBe(pid);
    expect(spares.pid).not.toBe(pid);
    expect(spares.pid).toEqual(expect.any(Number));
  });

  test('is one at a time', () => {
    const spares = makeSpares();
    spares.warm();
    const { pid } = spares;
    spares.warm();
    expect(spares.pid).toBe(pid);
  });

  test('is not taken by a cell with another heap', () => {
    const spares = makeSpares({ heapMegabytes: 100 });
    spares.warm();
    expect(spares.take(160)).toBeUndefined();
    expect(spares.pid).toEqual(expect.any(Number));
  });

  test('is let go when nobody takes it', async () => {
    const spares = makeSpares({ idleMs: 20 });
    spares.warm();
    await expect(gone(spares)).resolves.toBe(true);
  });

  test('that has died is not taken', async () => {
    const spares = makeSpares();
    spares.warm();
    process.kill(spares.pid ?? 0, 'SIGKILL');
    await expect(gone(spares)).resolves.toBe(true);
    expect(spares.take(160)).toBeUndefined();
  });
});

async function gone(spares: WarmSpares): Promise<boolean> {
  while (spares.pid !== undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  return true;
}
