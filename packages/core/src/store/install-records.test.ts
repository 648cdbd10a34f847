import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import type { Approval } from './approval.js';
import { HostDatabase } from './host-database.js';
import { InstallRecords } from './install-records.js';
import { WriteQueue } from './write-queue.js';

const approval = (version: string): Approval => ({
  digest: `sha256:${version}`,
  version,
  permissions: ['statement:acme-csv:csv'],
  declined: [],
  source: '/plugins/acme',
  approvedBy: 'user',
  approvedAt: '2024-03-01T00:00:00.000Z',
});

const withRecords = (work: (records: InstallRecords) => void) =>
  inTemporaryFolder((folder) => {
    const database = new HostDatabase(join(folder, 'host.db'));
    work(new InstallRecords(database, new WriteQueue(database, () => undefined)));
    database.close();
  });

test('an approval makes its version serve, and the former ones stay listed', () =>
  withRecords((records) => {
    records.approve('acme', '@acme/plugin-acme', approval('1.0.0'));
    records.approve('acme', '@acme/plugin-acme', approval('1.1.0'));
    expect(records.find('acme')).toMatchObject({
      digest: 'sha256:1.1.0',
      enabled: true,
      quarantine: undefined,
    });
    expect(records.approvalsOf('acme')).toEqual([approval('1.1.0'), approval('1.0.0')]);
    expect(records.list()).toHaveLength(1);
  }));

test('every change raises the revision, so that running hosts notice it', () =>
  withRecords((records) => {
    expect(records.revisionOf('acme')).toBe(0);
    records.approve('acme', '@acme/plugin-acme', approval('1.0.0'));
    const changes = [
      () => records.setEnabled('acme', false),
      () => records.quarantine('acme', 'three crashes'),
      () => records.serve('acme', undefined),
      () => records.touch('acme'),
      () => records.approve('acme', '@acme/plugin-acme', approval('1.0.1')),
    ];
    const revisions = changes.map((change) => {
      change();
      return records.revisionOf('acme');
    });
    expect(revisions).toEqual([2, 3, 4, 5, 6]);
    expect(records.find('acme')).toMatchObject({
      enabled: false,
      quarantine: 'three crashes',
      digest: 'sha256:1.0.1',
    });
  }));
