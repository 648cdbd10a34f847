import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildGuest } from '../fixtures/build-guest.js';
import { startCell } from '../fixtures/start-cell.js';
import { Cell } from './cell.js';

beforeAll(buildGuest);

describe('a script', () => {
  test.each([
    ['exports nothing', '', 'the exported definition has no known "type"'],
    ['exports text', 'module.exports = "x"', 'the script exports no object'],
    [
      'exports an unknown type',
      'module.exports = { type: "bank", activate() {} }',
      'the exported definition has no known "type"',
    ],
    [
      'has no activate',
      'module.exports = { type: "broker" }',
      'the exported definition has no function "activate"',
    ],
    [
      'has a deactivate that is none',
      'module.exports = { type: "broker", activate() {}, deactivate: 1 }',
      '"deactivate" is no function',
    ],
    [
      'activates to nothing',
      'module.exports = { type: "broker", activate() {} }',
      '"activate" gave no object of services',
    ],
    [
      'activates to a service that is none',
      'module.exports = { type: "broker", activate: () => ({ test: 1 }) }',
      'the service "test" is no object',
    ],
    [
      'activates to a service whose name is none',
      'module.exports = { type: "broker", activate: () => ({ "a b": {} }) }',
      'the name of a service has other characters than letters and digits',
    ],
    [
      'activates to too many services',
      'module.exports = { type: "broker", activate: () => Object.fromEntries(Array.from({ length: 101 }, (_, n) => ["s" + n, {}])) }',
      'there are more than 100 services',
    ],
    [
      'activates to too many methods',
      'module.exports = { type: "broker", activate: () => ({ test: Object.fromEntries(Array.from({ length: 101 }, (_, n) => ["m" + n, () => 1])) }) }',
      '"test" has more than 100 methods',
    ],
  ])('that %s is refused', async (_title, script, message) => {
    await expect(startCell(script)).rejects.toMatchObject({ code: 'PLUGIN_DEFINITION_INVALID', message });
  });

  test('may export its definition as default', async () => {
    const cell = await startCell(
      'exports.default = { type: "broker", activate: () => ({ test: { a: () => 1 } }) }',
    );
    expect(cell.services).toEqual({ test: ['a'] });
    await cell.kill();
  });

  test('that throws fails with its error', async () => {
    await expect(startCell('throw new RangeError("early")')).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      message: 'RangeError: early',
    });
  });

  test('that is no script fails', async () => {
    await expect(startCell('this is no script')).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      message: expect.stringMatching(/^SyntaxError/),
    });
  });

  test('may refuse its settings', async () => {
    const script =
      'module.exports = { type: "broker", activate: ({ settings }) => { if (!settings.url) throw Object.assign(new Error("url"), { code: "SETTINGS_INVALID" }); return {} } }';
    await expect(startCell(script)).rejects.toMatchObject({ code: 'SETTINGS_INVALID', message: 'url' });
  });

  test('finds connection, settings, log and signal in its context', async () => {
    const script = `module.exports = { type: 'broker', activate: (ctx) => ({ test: {
      a: () => ({ keys: Object.keys(ctx), frozen: Object.isFrozen(ctx) && Object.isFrozen(ctx.settings), settings: ctx.settings, connection: ctx.connection, aborted: ctx.signal.aborted }) } }) }`;
    const cell = new Cell({ plugin: { id: 'acme', version: '1.0.0' }, apiVersion: '1.0.0' });
    await cell.start();
    await cell.load(script);
    await cell.activate({ settings: { list: [1] }, connection: { id: 'c1', name: 'Mine' } });
    await expect(cell.call('test', 'a', {})).resolves.toEqual({
      keys: ['settings', 'connection', 'log', 'signal'],
      frozen: true,
      settings: { list: [1] },
      connection: { id: 'c1', name: 'Mine' },
      aborted: false,
    });
    await cell.kill();
  });

  test('may offer a class and its health', async () => {
    const script = `class Base { b() { return 2 } } class Service extends Base { a() { return 1 } _hidden() {} }
      module.exports = { type: 'broker', activate: () => ({ test: new Service(), health: async () => ({ status: 'ok' }), none: undefined }) }`;
    const cell = await startCell(script);
    expect(cell.services).toEqual({ test: ['a', 'b'], health: ['check'] });
    await expect(cell.call('health', 'check', {})).resolves.toEqual({ status: 'ok' });
    await expect(cell.call('test', 'b', {})).resolves.toBe(2);
    await cell.kill();
  });
});
