import { expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takenIds } from './taken-ids.js';

test('the ids of plugins beside the new one are taken; what is no plugin takes none', () => {
  const base = mkdtempSync(join(tmpdir(), 'bourse-create-'));
  try {
    const contents = { one: '{"id":"acme"}', two: '{"id":5}', three: 'no JSON', four: 'null' };
    for (const [name, text] of Object.entries(contents)) {
      mkdirSync(join(base, name));
      writeFileSync(join(base, name, 'plugin.json'), text);
    }
    writeFileSync(join(base, 'file'), '');
    expect([...takenIds(base)]).toEqual(['acme']);
    expect([...takenIds(join(base, 'nowhere'))]).toEqual([]);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});
