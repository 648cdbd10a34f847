import { expect, test } from '@jest/globals';
import type { NormalizedManifest } from '../manifest/index.js';
import type { Approval, InstallRecord } from '../store/index.js';
import { ACME_FIELDS } from '../testing/acme-manifest.js';
import { judgeVersion } from './approvals.js';

const { institution: _, statements: __, ...ASKS_FOR_NOTHING } = ACME_FIELDS;
const modest: NormalizedManifest = { dialect: 'bourse', ...ASKS_FOR_NOTHING, files: {} };
const found = (digest: string) => ({ manifest: modest, digest });

const RECORD: InstallRecord = {
  id: 'acme',
  packageName: '@acme/plugin-acme',
  digest: 'one',
  enabled: true,
  quarantine: undefined,
  revision: 1,
};

const APPROVAL: Approval = {
  digest: 'one',
  version: '1.0.0',
  permissions: [],
  declined: [],
  source: '/plugins/acme',
  approvedBy: 'user',
  approvedAt: '2024-03-01T00:00:00.000Z',
};

test('a plugin that asks for nothing waits for its first approval all the same', () => {
  const none = { record: undefined, approvals: [] };
  expect(judgeVersion(found('one'), none, new Set())).toEqual({ kind: 'waits', asksFor: [] });
  const removed = { record: { ...RECORD, digest: undefined }, approvals: [] };
  expect(judgeVersion(found('two'), removed, new Set()).kind).toBe('waits');
});

test('an update that asks for no more is taken, and one that the user went back behind is not', () => {
  const known = { record: RECORD, approvals: [APPROVAL] };
  expect(judgeVersion(found('one'), known, new Set())).toEqual({ kind: 'serves' });
  expect(judgeVersion(found('two'), known, new Set())).toEqual({ kind: 'adopt', by: 'update' });
  const behind = { record: RECORD, approvals: [{ ...APPROVAL, digest: 'two' }, APPROVAL] };
  expect(judgeVersion(found('two'), behind, new Set(['two'])).kind).toBe('left-behind');
});
