import { factsInCell, thrown } from '../fixtures/facts.js';

const NOW = Date.parse('2026-03-01T12:00:00.250Z');

const facts = factsInCell({ now: () => NOW, seed: 'ab'.repeat(32) });

facts('time', [
  ['is the host time of the last message', 'Date.now()', NOW],
  ['begins a date without parts', 'new Date().toISOString()', '2026-03-01T12:00:00.250Z'],
  ['is text when Date is called', 'Date()', 'Sun Mar 01 2026 12:00:00 GMT+0000 (Coordinated Universal Time)'],
  ['parses dates', 'new Date("2024-02-29T00:00:00Z").getTime()', Date.UTC(2024, 1, 29)],
  ['is UTC', '[Date.UTC(2024, 0, 1), Date.parse("2024-01-01T00:00:00")]', [1704067200000, 1704067200000]],
  ['makes instances of Date', 'new Date() instanceof Date', true],
  [
    'has zones through Temporal',
    'Temporal.ZonedDateTime.from("2024-07-01T12:00:00[Europe/Amsterdam]").toInstant().toString()',
    '2024-07-01T10:00:00Z',
  ],
  ['has no Temporal.Now', 'typeof Temporal.Now', 'undefined'],
  [
    'does not move on its own',
    '(async () => { const start = Date.now(); for (let i = 0; i < 1e7; i += 1); return Date.now() - start })()',
    0,
  ],
]);

facts('randomness', [
  ['fills integers', 'crypto.getRandomValues(new Uint8Array(32)).some((byte) => byte !== 0)', true],
  [
    'refuses floats',
    thrown('crypto.getRandomValues(new Float64Array(1))'),
    ['TypeError', 'an array of integers is asked for'],
  ],
  [
    'refuses more than 65,536 bytes',
    thrown('crypto.getRandomValues(new Uint8Array(65537))'),
    ['RangeError', 'at most 65536 bytes at once'],
  ],
  [
    'fills what an array is, whatever it says of itself',
    `(() => {
      const bytes = new Uint8Array(32);
      for (const key of ['byteLength', 'byteOffset', 'buffer']) Object.defineProperty(bytes, key, { value: { valueOf: () => 1 } });
      return crypto.getRandomValues(bytes).some((byte) => byte !== 0);
    })()`,
    true,
  ],
  [
    'makes UUIDs of version 4',
    '/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID())',
    true,
  ],
  [
    'is a fraction',
    'Array.from({ length: 100 }, Math.random).every((value) => value >= 0 && value < 1)',
    true,
  ],
  ['leaves the rest of Math alone', '[Math.max(1, 2), Math.PI, String(Math)]', [2, Math.PI, '[object Math]']],
]);

facts('timers', [
  ['call back with their values', 'new Promise((resolve) => setTimeout(resolve, 1, "late"))', 'late'],
  ['are numbers', 'typeof setTimeout(() => 0, 1)', 'number'],
  [
    'repeat until they are cleared',
    'new Promise((resolve) => { let n = 0; const id = setInterval(() => { if (++n === 3) { clearInterval(id); resolve(n) } }, 1) })',
    3,
  ],
  [
    'do not fire once cleared',
    'new Promise((resolve) => { clearTimeout(setTimeout(() => resolve("fired"), 1)); setTimeout(() => resolve("quiet"), 5) })',
    'quiet',
  ],
  [
    'refuse what cannot be called',
    thrown('setTimeout("code", 1)'),
    ['TypeError', 'the callback is no function'],
  ],
  [
    'stop at 1,000',
    thrown(
      'const ids = []; try { for (;;) ids.push(setTimeout(() => 0, 1e6)) } finally { ids.forEach(clearTimeout) }',
    ),
    ['RangeError', 'more than 1000 timers are waiting'],
  ],
  [
    'have a microtask queue beside them',
    'new Promise((resolve) => queueMicrotask(() => resolve("soon")))',
    'soon',
  ],
]);

facts('structuredClone', [
  [
    'copies cycles, maps and dates',
    '(() => { const a = { m: new Map([["k", new Date(5)]]) }; a.self = a; const b = structuredClone(a); return [b.self === b, b !== a, b.m.get("k").getTime()] })()',
    [true, true, 5],
  ],
  ['refuses functions', thrown('structuredClone(() => 0)'), ['TypeError', 'the value cannot be copied']],
  [
    'lets an error of a getter through',
    thrown('structuredClone({ get x() { throw new RangeError("mine") } })'),
    ['RangeError', 'mine'],
  ],
]);

facts('events', [
  [
    'reach listeners in order, once where asked',
    '(() => { const t = new EventTarget(); const seen = []; const a = (e) => seen.push("a" + e.type); t.addEventListener("x", a); t.addEventListener("x", a); t.addEventListener("x", { handleEvent: (e) => seen.push(e.target === t) }, { once: true }); t.addEventListener("x", null); t.dispatchEvent(new Event("x")); t.removeEventListener("x", a); t.dispatchEvent(new Event("x")); return seen })()',
    ['ax', true],
  ],
  [
    'can be prevented and stopped',
    '(() => { const t = new EventTarget(); const seen = []; t.addEventListener("x", (e) => { e.preventDefault(); e.stopImmediatePropagation() }); t.addEventListener("x", () => seen.push(1)); const e = new Event("x", { cancelable: true }); return [t.dispatchEvent(e), e.defaultPrevented, e.cancelable, e.currentTarget === t, e.timeStamp, seen] })()',
    [false, true, true, true, NOW, []],
  ],
]);

facts('aborting', [
  [
    'tells listeners and keeps the reason',
    '(() => { const c = new AbortController(); const seen = []; c.signal.onabort = () => seen.push("on"); c.signal.addEventListener("abort", () => seen.push("listener")); c.abort("why"); c.abort("again"); return [seen, c.signal.aborted, c.signal.reason, typeof c.signal.onabort] })()',
    [['listener', 'on'], true, 'why', 'function'],
  ],
  [
    'has a default reason',
    '(() => { const s = AbortSignal.abort(); try { s.throwIfAborted() } catch (e) { return [e.name, e instanceof Error] } })()',
    ['AbortError', true],
  ],
  [
    'times out',
    'new Promise((resolve) => { const s = AbortSignal.timeout(1); s.onabort = () => resolve(s.reason.name) })',
    'TimeoutError',
  ],
  [
    'joins signals',
    '(() => { const c = new AbortController(); const s = AbortSignal.any([c.signal]); c.abort("x"); return [s.aborted, s.reason, AbortSignal.any([c.signal]).aborted] })()',
    [true, 'x', true],
  ],
  ['makes no signals of its own', thrown('new AbortSignal()'), ['TypeError', 'Illegal constructor']],
]);

facts('the network', [
  [
    'is refused for fetch',
    'fetch("https://a.example").catch((e) => [e.code, e.message])',
    [
      'PERMISSION_DENIED',
      'the plugin has no access to the network: it needs contract 1.1 and a permission in its manifest',
    ],
  ],
  [
    'is refused for WebSocket',
    '(() => { try { new WebSocket("wss://a.example") } catch (e) { return e.code } })()',
    'PERMISSION_DENIED',
  ],
]);
