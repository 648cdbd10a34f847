import { describe, expect, test } from '@jest/globals';
import type { ConnectionSummary } from '@bourse/core';
import { createStyle } from '../../output/style.js';
import { connectLines } from './connect-lines.js';

const PROGRAM = { port: 5001, certificate: `sha256:${'0af3'.repeat(16)}` };
const IDLE = 'The plugin did not ask there. A setting may say that it should: bourse plugins config acme';

function linesOf(programs: ConnectionSummary['programs'], asksPrograms: boolean): string {
  const connection: ConnectionSummary = {
    id: 'acme-2',
    pluginId: 'acme',
    name: 'mine',
    environment: 'live',
    origins: {},
    programs,
    createdAt: '2024-03-01T00:00:00.000Z',
    services: [],
  };
  const shown = { connection, granted: [], protection: undefined, problem: undefined, asksPrograms };
  return connectLines(shown, { style: createStyle(false), width: undefined }).join('\n');
}

describe('a new connection', () => {
  test('says which program it trusts', () => {
    const lines = linesOf({ 'loopback:5000': PROGRAM }, true);
    expect(lines).toContain(`trusts port 5001 of this machine, by ${PROGRAM.certificate}`);
    expect(lines).not.toContain(IDLE);
  });

  test('says where the plugin did not go by way of it', () => {
    expect(linesOf({ 'loopback:5000': PROGRAM }, false)).toContain(IDLE);
    expect(linesOf({}, false)).not.toContain(IDLE);
  });
});
