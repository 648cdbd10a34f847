import { testBroker } from '@bourse/sdk/testing';
import { plugin } from '../src/plugin.js';
import { settings } from '../src/settings.js';

testBroker({
  plugin,
  folder: new URL('..', import.meta.url),
  settings: settings.parse({}),
  connection: { id: 'c1', name: 'Paper' },
  now: '2026-11-22T10:00:00Z',
});
