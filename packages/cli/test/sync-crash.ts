import { expect } from '@jest/globals';
import { AcmeInstitution } from './acme-institution.js';
import { ConnectedPlace } from './connected-place.js';
import { chooseKillPoints } from './kill-points.js';

const SEED = 3;

/**
 * Kills syncs at points that are tied to what the institution has sent and to what the databases have taken, not to the
 * clock. Whatever had been done by then, the next sync makes the ledger what it would have been.
 */
export async function expectWholeAfterKills(built: string, points: number): Promise<void> {
  await using acme = new AcmeInstitution();
  using connected = new ConnectedPlace(acme);
  await connected.connect(built, await acme.open());
  using undisturbed = connected.copy();
  const answers = await undisturbed.recordSync();
  const expected = await undisturbed.state();
  for (const point of chooseKillPoints(answers, points, SEED)) {
    using killed = connected.copy();
    // One that had ended before would show nothing.
    expect([point, await killed.killSync(point)]).toEqual([point, 'SIGKILL']);
    expect([point, await killed.sync()]).toMatchObject([point, { connections: [{ lists: { length: 3 } }] }]);
    expect([point, await killed.state()]).toEqual([point, expected]);
    expect([point, await killed.verifyAudit()]).toMatchObject([point, { isIntact: true }]);
  }
}
