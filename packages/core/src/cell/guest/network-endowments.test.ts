import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildGuest } from '../fixtures/build-guest.js';
import { Evaluator } from '../fixtures/evaluator.js';
import { REACH } from '../fixtures/reach.js';
import { ScriptedNetwork } from '../fixtures/scripted-network.js';

let evaluator: Evaluator;

beforeAll(async () => {
  buildGuest();
  const network = new ScriptedNetwork();
  network.answer = ({ url }) => {
    if (url.pathname === '/no') throw new Error('no');
    return { body: 'x', headers: [['a', 'b']] };
  };
  evaluator = await Evaluator.start({ apiVersion: '1.1.0', network });
});

afterAll(() => evaluator.cell.kill());

/** Source text of a list of what a plugin gets from its network. */
const PRODUCTS = `(async () => {
  const response = await fetch('https://a.example');
  const events = [];
  const ws = new WebSocket('wss://a.example');
  for (const type of ['open', 'message', 'error', 'close']) ws.addEventListener(type, (event) => events.push(event));
  await new Promise((go) => ws.addEventListener('open', go));
  const closed = new Promise((go) => ws.addEventListener('close', go));
  ws.close();
  await closed;
  const caught = (run) => { try { return run() } catch (error) { return error } };
  const read = (from) => [...${REACH}(from)].flatMap((met) => Reflect.ownKeys(met).map((key) => caught(() => from[key])));
  const products = [response, response.clone(), response.body, response.headers, response.text(), ws, ...events, ws.readyState,
    await fetch('https://a.example/no').catch((error) => error), caught(() => new WebSocket('x')), caught(() => ws.close(1)),
    caught(() => WebSocket.prototype.readyState), caught(() => ws.send({ toString() { throw 1 } }))];
  return [...products, ...products.flatMap(read)];
})()`;

const closed = (what: string): string => `${PRODUCTS}.then((products) => ${what})`;

test('what a plugin gets from its network cannot be changed where others share it', async () => {
  const functions = `[...${REACH}(...products)].filter((met) => typeof met === 'function' && !Object.isFrozen(met)).map(String)`;
  await expect(evaluator.value(closed(functions))).resolves.toEqual([]);
  const prototypes = `[...${REACH}(...products)].map((met) => Object.getPrototypeOf(met)).filter((met) => met !== null && !Object.isFrozen(met)).map((met) => Object.getOwnPropertyNames(met).join())`;
  await expect(evaluator.value(closed(prototypes))).resolves.toEqual([]);
});

test('what a plugin gets from its network tells no path of the host', async () => {
  const texts = `[...${REACH}(...products)].flatMap((met) => Reflect.ownKeys(met).map((key) => { try { return met[key] } catch (e) { return e } })).filter((text) => typeof text === 'string' && /guest|\\/packages\\/|node:/.test(text))`;
  await expect(evaluator.value(closed(texts))).resolves.toEqual([]);
});

test('what a plugin puts in the way of its own objects does not reach the runtime', async () => {
  const code = `(async () => {
    const seen = [];
    const controller = new AbortController();
    Object.defineProperty(controller.signal, 'addEventListener', { value: (...given) => seen.push(given) });
    class Odd extends Request { get url() { return { toString: () => 'https://a.example/odd' } } get method() { return 'PUT' } }
    const odd = await fetch(new Odd('https://b.example'), { signal: controller.signal });
    const headers = await fetch('https://a.example', { headers: { [Symbol.iterator]: function* () { yield ['a', { toString: () => 'b' }] } } });
    return [seen.length, odd.status, headers.status];
  })()`;
  await expect(evaluator.value(code)).resolves.toEqual([0, 200, 200]);
});
