import { expect, test } from '@jest/globals';
import { besideDraft } from './beside-draft.ts';
import type { DocumentedExport } from './documented-export.ts';
import { REFERENCE } from './reference.ts';

const member = (name: string, form = 'text') => ({ name, form, isOptional: false, text: '' });
const shown = (name: string, ...members: ReturnType<typeof member>[]): DocumentedExport => ({
  name,
  file: 'core/interfaces/records/trade',
  text: '',
  notes: [],
  members,
});

const DRAFT = shown('TradeDraft', member('side'), member('source', 'DraftSource'));

test('a record beside its draft has what is other, and says where the rest is', () => {
  const record = shown('Trade', member('id'), member('side'), member('source', 'Source'));
  const { members, notes } = besideDraft(record, [record, DRAFT]);
  expect(members.map(({ name, form }) => [name, form])).toEqual([
    ['id', 'text'],
    ['source', 'Source'],
  ]);
  expect(notes).toEqual([expect.stringContaining('[TradeDraft](#tradedraft)')]);
});

test('a draft, and what has none, stay whole', () => {
  const money = shown('Money', member('amount'));
  expect(besideDraft(DRAFT, [DRAFT])).toBe(DRAFT);
  expect(besideDraft(money, [money, DRAFT])).toBe(money);
});

test('a type of listed values shows them', () => {
  expect(REFERENCE['reference/manifest.md']?.()).toContain("type RequestPart = 'method' | 'url' |");
});
