import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildGuest } from '../fixtures/build-guest.js';
import { Evaluator } from '../fixtures/evaluator.js';
import { PRODUCTS, REACH } from '../fixtures/reach.js';
import { GLOBAL_NAMES } from './global-names.js';

let evaluator: Evaluator;

beforeAll(async () => {
  buildGuest();
  evaluator = await Evaluator.start();
});

afterAll(() => evaluator.cell.kill());

const CLOSED = `${REACH}(...Reflect.ownKeys(globalThis).map((key) => globalThis[key]).filter((value) => value !== globalThis))`;

describe('the global scope of a plugin', () => {
  test('holds exactly the names of the list', async () => {
    const names = await evaluator.value(
      `Reflect.ownKeys(globalThis).filter((key) => typeof key === 'string')`,
    );
    expect((names as string[]).sort()).toEqual([...GLOBAL_NAMES].sort());
  });

  test('leads to nothing that can be changed', async () => {
    const open = `[...${CLOSED}].filter((met) => !Object.isFrozen(met)).map((met) => String(met.name ?? Object.keys(met)))`;
    await expect(evaluator.value(open)).resolves.toEqual([]);
  });

  test('gives no function that can be changed', async () => {
    const open = `[...${REACH}(...${PRODUCTS})].filter((met) => typeof met === 'function' && !Object.isFrozen(met)).map((met) => met.name + '|' + Reflect.ownKeys(met).map(String)+(met===Function))`;
    await expect(evaluator.value(open)).resolves.toEqual([]);
  });

  test('gives no object whose prototype can be changed', async () => {
    const open = `[...${REACH}(...${PRODUCTS})].map((met) => Object.getPrototypeOf(met))
      .filter((met) => met !== null && !Object.isFrozen(met)).map((met) => Object.getOwnPropertyNames(met).join())`;
    await expect(evaluator.value(open)).resolves.toEqual([]);
  });

  test('tells no path of the host', async () => {
    const texts = `[...${REACH}(...${PRODUCTS})].flatMap((met) => Reflect.ownKeys(met).map((key) => { try { return met[key] } catch (e) { return e } })).filter((text) => typeof text === 'string' && /guest|\\/packages\\/|node:/.test(text))`;
    await expect(evaluator.value(texts)).resolves.toEqual([]);
  });
});
