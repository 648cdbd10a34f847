import { factsInCell, thrown } from '../fixtures/facts.js';

const facts = factsInCell();

facts('URL', [
  [
    'gives its parts',
    '(() => { const u = new URL("../b?x=1#h", "https://u:p@acme.example:8443/a/c"); return [u.href, u.origin, u.protocol, u.username, u.password, u.host, u.hostname, u.port, u.pathname, u.search, u.hash] })()',
    [
      'https://u:p@acme.example:8443/b?x=1#h',
      'https://acme.example:8443',
      'https:',
      'u',
      'p',
      'acme.example:8443',
      'acme.example',
      '8443',
      '/b',
      '?x=1',
      '#h',
    ],
  ],
  [
    'takes new parts',
    '(() => { const u = new URL("https://acme.example"); u.protocol = "http"; u.username = "u"; u.password = "p"; u.host = "a.example:1"; u.hostname = "b.example"; u.port = "2"; u.pathname = "/p"; u.search = "q=1"; u.hash = "h"; return JSON.stringify({ u }) + u })()',
    '{"u":"http://u:p@b.example:2/p?q=1#h"}http://u:p@b.example:2/p?q=1#h',
  ],
  [
    'takes a new whole',
    '(() => { const u = new URL("https://a.example"); u.href = "https://b.example/x"; return u.href })()',
    'https://b.example/x',
  ],
  ['refuses what is none', thrown('new URL("no url")'), ['TypeError', 'Invalid URL']],
  [
    'refuses a whole that is none',
    thrown('new URL("https://a.example").href = "no url"'),
    ['TypeError', 'Invalid URL'],
  ],
  [
    'can be asked first',
    '[URL.canParse("no url"), URL.canParse("/x", "https://a.example"), URL.parse("no url"), URL.parse("https://a.example").host]',
    [false, true, null, 'a.example'],
  ],
  [
    'shares its search parameters',
    '(() => { const u = new URL("https://a.example?x=1"); u.searchParams.append("y", 2); return [u.href, u.searchParams === u.searchParams] })()',
    ['https://a.example/?x=1&y=2', true],
  ],
]);

facts('URLSearchParams', [
  [
    'reads text, pairs, records and itself',
    '["a=1&b=2", [["a", 1], ["b", 2]], { a: 1, b: 2 }, new URLSearchParams("a=1&b=2")].map((init) => String(new URLSearchParams(init)))',
    ['a=1&b=2', 'a=1&b=2', 'a=1&b=2', 'a=1&b=2'],
  ],
  [
    'changes',
    '(() => { const p = new URLSearchParams("b=2&a=1&a=3"); const before = [p.get("a"), p.get("x"), p.getAll("a"), p.has("b"), p.has("b", "9"), p.size]; p.set("b", 5); p.delete("a", "3"); p.append("c", 6); p.delete("none"); p.sort(); return [...before, String(p)] })()',
    ['1', null, ['1', '3'], true, false, 3, 'a=1&b=5&c=6'],
  ],
  [
    'lists',
    '(() => { const p = new URLSearchParams("a=1&b=2"); const seen = []; p.forEach((value, name) => seen.push(name + value)); return [[...p], [...p.keys()], [...p.values()], [...p.entries()].length, seen] })()',
    [
      [
        ['a', '1'],
        ['b', '2'],
      ],
      ['a', 'b'],
      ['1', '2'],
      2,
      ['a1', 'b2'],
    ],
  ],
  [
    'refuses pairs that are none',
    thrown('new URLSearchParams([["a"]])'),
    ['TypeError', 'each pair must have a name and a value'],
  ],
]);

facts('text', [
  ['is encoded', '[...new TextEncoder().encode("é€")]', [195, 169, 226, 130, 172]],
  [
    'is encoded in place',
    '(() => { const target = new Uint8Array(4); const { read, written } = new TextEncoder().encodeInto("é€", target); return [read, written, new TextEncoder().encoding, ...target] })()',
    [1, 2, 'utf-8', 195, 169, 0, 0],
  ],
  [
    'is decoded from several encodings',
    '[new TextDecoder().decode(new Uint8Array([195, 169])), new TextDecoder("windows-1252").decode(new Uint8Array([128])), new TextDecoder("utf-16le").decode(new Uint8Array([65, 0]))]',
    ['é', '€', 'A'],
  ],
  [
    'is decoded in pieces',
    '(() => { const d = new TextDecoder(); return d.decode(new Uint8Array([226, 130]), { stream: true }) + d.decode(new Uint8Array([172])) })()',
    '€',
  ],
  [
    'says how it decodes',
    '(() => { const d = new TextDecoder("latin1", { fatal: true, ignoreBOM: true }); return [d.encoding, d.fatal, d.ignoreBOM] })()',
    ['windows-1252', true, true],
  ],
  [
    'refuses wrong bytes when it must',
    thrown('new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array([255]))'),
    ['TypeError', 'the bytes are no utf-8'],
  ],
  [
    'refuses unknown encodings',
    thrown('new TextDecoder("klingon")'),
    ['RangeError', 'the encoding "klingon" is not known'],
  ],
  [
    'refuses targets that are none',
    thrown('new TextEncoder().encodeInto("x", {})'),
    ['TypeError', 'the target is no Uint8Array'],
  ],
  [
    'refuses targets that only look like one',
    thrown('new TextEncoder().encodeInto("x", Object.create(Uint8Array.prototype))'),
    ['TypeError', 'the target is no Uint8Array'],
  ],
  ['turns to base64 and back', '[btoa("acme"), atob("YWNtZQ==")]', ['YWNtZQ==', 'acme']],
  [
    'refuses base64 of wide text',
    thrown('btoa("€")'),
    ['TypeError', 'the text has characters beyond one byte'],
  ],
  ['refuses what is no base64', thrown('atob("*")'), ['TypeError', 'the text is no base64']],
]);

facts('headers, requests and answers', [
  [
    'Headers compare names without case',
    '(() => { const h = new Headers({ "X-A": " 1 " }); h.append("x-a", 2); h.set("B", "3"); h.append("Set-Cookie", "c"); h.append("gone", 1); h.delete("GONE"); const seen = []; h.forEach((v, n) => seen.push(n + v)); return [h.get("X-a"), h.has("b"), h.get("none"), h.getSetCookie(), [...h], [...h.keys()], [...h.values()].length, seen.length] })()',
    [
      '1, 2',
      true,
      null,
      ['c'],
      [
        ['b', '3'],
        ['set-cookie', 'c'],
        ['x-a', '1, 2'],
      ],
      ['b', 'set-cookie', 'x-a'],
      3,
      3,
    ],
  ],
  ['Headers read pairs and Headers', '[...new Headers(new Headers([["a", "1"]]))]', [['a', '1']]],
  [
    'Headers refuse what could split a request',
    thrown('new Headers({ a: "1\\r\\nb: 2" })'),
    ['TypeError', 'the value of the header is invalid'],
  ],
  [
    'Headers refuse names that are none',
    thrown('new Headers({ "a b": "1" })'),
    ['TypeError', 'the name of the header is invalid'],
  ],
  [
    'Headers refuse text',
    thrown('new Headers("a: 1")'),
    ['TypeError', 'headers come as pairs or as an object'],
  ],
  [
    'Headers refuse pairs that are none',
    thrown('new Headers([["a"]])'),
    ['TypeError', 'each pair must have a name and a value'],
  ],
  [
    'a Response is read as text, JSON and bytes',
    '(async () => [await new Response("é").text(), await Response.json({ a: 1 }).json(), (await new Response(new Uint8Array([1, 2])).arrayBuffer()).byteLength, [...await new Response(new Uint8Array([3]).buffer).bytes()], await new Response().text()])()',
    ['é', { a: 1 }, 2, [3], ''],
  ],
  [
    'a Response says what it is',
    '(() => { const r = new Response("x", { status: 404, statusText: "no", headers: { a: "1" } }); return [r.status, r.ok, r.statusText, r.headers.get("content-type"), r.url, r.redirected, r.type, Response.json(1, { status: 201 }).ok] })()',
    [404, false, 'no', 'text/plain;charset=UTF-8', '', false, 'default', true],
  ],
  [
    'a Response is read once',
    `(async () => { const r = new Response("x"); const copy = r.clone(); await r.text(); return [r.bodyUsed, await copy.text(), await r.text().catch((e) => e.message)] })()`,
    [true, 'x', 'the body was read before'],
  ],
  [
    'a Response is a stream too',
    '(async () => { const pieces = []; for await (const p of new Response("ab").body) pieces.push(...p); return [pieces, new Response().body] })()',
    [[97, 98], null],
  ],
  [
    'a Response reads a stream',
    'new Response(ReadableStream.from(["a", new Uint8Array([98])])).text()',
    'ab',
  ],
  [
    'a Response of 204 has no body',
    thrown('new Response("x", { status: 204 })'),
    ['TypeError', 'an answer 204 has no body'],
  ],
  [
    'a Response has a possible status',
    thrown('new Response(null, { status: 99 })'),
    ['RangeError', 'the status is not between 200 and 599'],
  ],
  [
    'a Response with a stream is copied with it',
    '(async () => { const r = new Response(ReadableStream.from([new Uint8Array([65]), new Uint8Array([66])])); const copy = r.clone(); return [await copy.text(), await r.text()] })()',
    ['AB', 'AB'],
  ],
  [
    'a Request gives its body to the one that is made of it',
    '(async () => { const r = new Request("https://a.example", { method: "PUT", body: ReadableStream.from([new Uint8Array([65])]) }); const next = new Request(r); return [r.bodyUsed, await next.text()] })()',
    [true, 'A'],
  ],
  [
    'a Request holds no login in its address',
    thrown('new Request("https://user:word@a.example")'),
    ['TypeError', 'an address holds no user name and no password'],
  ],
  [
    'a Request cannot stop redirects',
    thrown('new Request("https://a.example", { redirect: "manual" })'),
    ['TypeError', 'redirects are followed by the host, "redirect" can only be "follow"'],
  ],
  [
    'a Request says what it asks',
    '(async () => { const c = new AbortController(); const r = new Request("https://a.example/x", { method: "post", body: new URLSearchParams({ a: 1 }), headers: { b: "2" }, signal: c.signal }); const copy = r.clone(); return [r.url, r.method, r.headers.get("content-type"), r.signal === c.signal, await r.text(), copy.method, await copy.text(), new Request("https://a.example").method, new Request("https://a.example", { method: "purge" }).method] })()',
    [
      'https://a.example/x',
      'POST',
      'application/x-www-form-urlencoded;charset=UTF-8',
      true,
      'a=1',
      'POST',
      'a=1',
      'GET',
      'purge',
    ],
  ],
  [
    'a Request of GET has no body',
    thrown('new Request("https://a.example", { body: "x" })'),
    ['TypeError', 'a GET request has no body'],
  ],
  [
    'a Request has a method that is one',
    thrown('new Request("https://a.example", { method: "A B" })'),
    ['TypeError', 'the method is invalid'],
  ],
]);

facts('streams', [
  [
    'pull from their source',
    '(async () => { let n = 0; const s = new ReadableStream({ pull: (c) => { n += 1; if (n > 2) c.close(); else c.enqueue(n) } }); const got = []; for await (const x of s) got.push(x); return [got, s.locked] })()',
    [[1, 2], false],
  ],
  [
    'serve a waiting reader',
    '(async () => { let control; const s = new ReadableStream({ start: (c) => { control = c } }); const r = s.getReader(); const first = r.read(); const room = control.desiredSize; control.enqueue("a"); control.enqueue("b"); const size = control.desiredSize; const second = r.read(); const third = r.read(); control.close(); return [(await first).value, room, size, (await second).value, (await third).done] })()',
    ['a', 1, 0, 'b', true],
  ],
  [
    'fail with their source',
    '(async () => { const s = new ReadableStream({ pull: () => { throw new RangeError("no") } }); return s.getReader().read().catch((e) => e.message) })()',
    'no',
  ],
  [
    'fail a waiting reader',
    '(async () => { let control; const r = new ReadableStream({ start: (c) => { control = c } }).getReader(); const first = r.read(); control.error(new Error("broken")); return [await first.catch((e) => e.message), await r.read().catch((e) => e.message)] })()',
    ['broken', 'broken'],
  ],
  [
    'have one reader at a time',
    '(async () => { const s = ReadableStream.from([1]); const r = s.getReader(); const refused = await s.cancel().catch((e) => e.message); let second; try { s.getReader() } catch (e) { second = e.message } r.releaseLock(); return [refused, second, s.locked, await r.read().catch((e) => e.message)] })()',
    ['the stream is locked', 'the stream is locked', false, 'the reader was released'],
  ],
  [
    'cancel their source',
    '(async () => { const seen = []; const s = new ReadableStream({ cancel: (why) => { seen.push(why) } }); await s.cancel("enough"); const t = ReadableStream.from((async function* () { try { yield 1; yield 2 } finally { seen.push("closed") } })()); for await (const x of t) break; return seen })()',
    ['enough', 'closed'],
  ],
  [
    'take nothing once closed',
    thrown('new ReadableStream({ start: (c) => { c.close(); c.close(); c.enqueue(1) } })'),
    ['TypeError', 'the stream is closed'],
  ],
]);
