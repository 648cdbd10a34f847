import { factsInCell, thrown } from '../fixtures/facts.js';

const facts = factsInCell();

/** The message, as far as the engine and SES do not change it. */
const refused = (statement: string): string =>
  `(async () => { try { return ['got', typeof await (${statement})] } catch (error) { return error.name } })()`;

/** Throws an error whose class has no name in a cell. */
const DISPOSALS = `(0, eval)('{ using a = { [Symbol.dispose]() { throw 1 } }, b = { [Symbol.dispose]() { throw 2 } } }')`;

facts('the function constructor', [
  [
    'is not reached from an arrow function',
    refused(`(() => 0).constructor('return process')()`),
    'TypeError',
  ],
  [
    'is not reached from an async function',
    refused(`(async () => 0).constructor('return process')()`),
    'TypeError',
  ],
  [
    'is not reached from a generator',
    refused(`(function* () {}).constructor('return process')()`),
    'TypeError',
  ],
  [
    'is not reached from an async generator',
    refused(`(async function* () {}).constructor('return process')()`),
    'TypeError',
  ],
  ['is not reached from a class', refused(`(class {}).constructor('return process')()`), 'TypeError'],
  ['is not reached from a global of the cell', refused(`URL.constructor('return process')()`), 'TypeError'],
  ['is not reached from a timer', refused(`setTimeout.constructor('return process')()`), 'TypeError'],
  [
    'is not reached from an error',
    refused(
      `(() => { try { null.x } catch (e) { return e.constructor.constructor('return process')() } })()`,
    ),
    'TypeError',
  ],
  [
    'is not reached from an error of a facade',
    refused(
      `(() => { try { new URL('x') } catch (e) { return e.constructor.constructor('return process')() } })()`,
    ),
    'TypeError',
  ],
  [
    'is not reached from a promise',
    refused(`fetch('x').catch((e) => Object.getPrototypeOf(e).constructor.constructor('return process')())`),
    'TypeError',
  ],
  [
    'is not reached from an error of two disposals',
    refused(
      `(() => { try { ${DISPOSALS} } catch (e) { return e.constructor.constructor('return process')() } })()`,
    ),
    'TypeError',
  ],
  [
    'is not reached through Reflect',
    refused(`Reflect.construct(Object.getPrototypeOf(() => 0).constructor, ['return process'])()`),
    'TypeError',
  ],
  [
    'that is there sees the cell alone',
    `[Function('return typeof process')(), new Function('return typeof require')(), typeof Function('return this')()]`,
    ['undefined', 'undefined', 'undefined'],
  ],
]);

facts('evaluation', [
  [
    'sees the cell alone',
    `[(0, eval)('typeof process'), (0, eval)('typeof require'), (0, eval)('typeof module')]`,
    ['undefined', 'undefined', 'undefined'],
  ],
  ['refuses import()', refused(`(0, eval)('imp' + 'ort("node:fs")')`), 'SyntaxError'],
  ['refuses import() in a function', refused(`Function('return imp' + 'ort("node:fs")')()`), 'SyntaxError'],
  ['refuses import.meta', refused(`(0, eval)('imp' + 'ort.meta')`), 'SyntaxError'],
  ['has no sloppy this', '(function () { return typeof this })()', 'undefined'],
  ['has no callers', '(function f() { return typeof f.caller })()', 'undefined'],
  ['has no arguments.callee', refused('(function () { return arguments.callee })()'), 'TypeError'],
]);

facts('what the runtime has and a plugin has not', [
  [
    'is undefined',
    `['process', 'require', 'module', 'Buffer', 'global', 'setImmediate', 'performance', 'Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry', 'Compartment', 'lockdown', 'harden', 'ModuleSource', 'HandledPromise', 'assert', 'navigator', 'getStackString', 'DOMException', 'Blob', 'BroadcastChannel', 'MessageChannel', 'Worker'].filter((name) => name in globalThis)`,
    [],
  ],
]);

facts('the intrinsics', [
  [
    'cannot be changed',
    thrown('Object.prototype.polluted = 1'),
    ['TypeError', 'Cannot add property polluted, object is not extensible'],
  ],
  ['keep their methods', refused('Array.prototype.push = () => 0'), 'TypeError'],
  ['keep Promise.prototype.then', refused('Promise.prototype.then = () => 0'), 'TypeError'],
  ['keep the facades', refused('URL.prototype.toString = () => 0'), 'TypeError'],
  ['keep JSON', refused('JSON.stringify = () => 0'), 'TypeError'],
  [
    'let an object have a method of the same name',
    `(() => { const o = {}; o.toString = () => 'mine'; class A { } ; A.prototype.valueOf = () => 1; return [String(o), +new A()] })()`,
    ['mine', 1],
  ],
  [
    'let what is assigned be an ordinary property',
    `Object.getOwnPropertyDescriptor(Object.assign(new Map(), { constructor: 1 }), 'constructor')`,
    { value: 1, writable: true, enumerable: true, configurable: true },
  ],
  [
    'let a property be assigned twice',
    `(() => { const o = {}; o.valueOf = 1; o.valueOf = 2; return o.valueOf })()`,
    2,
  ],
  ['take no assignment themselves', refused('Object.prototype.toString = () => 0'), 'TypeError'],
  ['take none for a text', refused(`'x'.toString = () => 0`), 'TypeError'],
  ['take none for what is frozen', refused('Object.freeze({}).toString = () => 0'), 'TypeError'],
  [
    'replace, match and split texts as ever',
    `['a-b'.replace(/-/g, '+'), 'a-b'.match(/[a-z]/g), 'a-b'.split(/-/)]`,
    ['a+b', ['a', 'b'], ['a', 'b']],
  ],
  [
    'let a function be a class of old',
    `(() => { function A() {} ; A.prototype = Object.create(Error.prototype); A.prototype.constructor = A; A.prototype.name = 'A'; return new A().name })()`,
    'A',
  ],
  [
    'give errors no stack that tells of the host',
    `[new Error('x').stack, (() => { try { null.x } catch (e) { return e.stack } })(), typeof Error.captureStackTrace, typeof Error.prepareStackTrace].map(String).filter((text) => text.includes('/'))`,
    [],
  ],
  [
    'give an error of two disposals no other class than the rest',
    `(() => { try { ${DISPOSALS} } catch (e) { return [e.name, e.error, e.suppressed, e.constructor === Error, Object.isFrozen(Object.getPrototypeOf(e)), e.stack] } })()`,
    ['SuppressedError', 1, 2, true, true, ''],
  ],
  [
    'hand call sites to nobody',
    '(() => { let sites = 0; Error.prepareStackTrace = () => { sites += 1 }; String(new Error("x").stack); try { null.x } catch (e) { String(e.stack) } return sites })()',
    0,
  ],
]);

facts('the console', [
  [
    'calls no inspection hook',
    `(() => { let called = 0; const o = { [Symbol.for('nodejs.util.inspect.custom')]: () => { called += 1 }, toString: () => { called += 1 }, get x() { called += 1 } }; console.log(o, new Proxy({}, { get: () => { called += 1 } })); console.error(new Error('x')); return called })()`,
    0,
  ],
]);
