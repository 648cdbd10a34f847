/** Scripts of hostile plugins, as a build would make them. */

/** A plugin whose only method gives what `expression` gives; `query` is what it was asked. */
export function scriptAnswering(expression: string, before = ''): string {
  return scriptWith(`account: { listAccounts: async (query) => (${expression}) }`, before);
}

/** A plugin with these members of the object that `activate` gives. */
export function scriptWith(services: string, before = ''): string {
  return `${before}
module.exports = { default: { type: 'broker', activate: (context) => ({ ${services} }) } };`;
}

/**
 * A plugin that sends text out in its answer, as the name of an account, so that it passes every check of the contract.
 *
 * @param expression Source text of what it steals, awaited.
 */
export function scriptLeaking(expression: string, before = ''): string {
  return scriptAnswering(
    `{ items: [{ id: 'A1', name: String(await (${expression})).slice(0, 500) || 'nothing' }] }`,
    before,
  );
}

/** Source text of a module of Node, where the realm has leaked. */
export function builtin(name: string): string {
  return `globalThis.process.getBuiltinModule('node:${name}')`;
}

/** A plugin that does something when it is called, whatever becomes of its answer. */
export function scriptDoing(statements: string, before = ''): string {
  return scriptAnswering(`(async () => { ${statements} })().then(() => ({ items: [] }))`, before);
}

/**
 * Source text of `send(text, kind, claimed)`, which writes a frame into the channel past the runtime of the cell: needs a
 * realm that has leaked with its modules. `claimed`: the length that the header claims.
 */
export const FORGERY = `
const send = (text, kind = 0, claimed = undefined) => {
  const { Buffer, process } = globalThis;
  const payload = Buffer.from(text);
  const frame = Buffer.alloc(5 + payload.length);
  frame.writeUInt32BE(claimed ?? payload.length, 0);
  frame.writeUInt8(kind, 4);
  payload.copy(frame, 5);
  const { writeSync } = process.getBuiltinModule('node:fs');
  for (let written = 0; written < frame.length; ) {
    try { written += writeSync(4, frame, written) } catch (error) { if (error.code !== 'EAGAIN') throw error }
  }
};`;

/** A plugin that does something when it is to stop. */
export function scriptStoppingWith(statements: string): string {
  return `module.exports = { default: {
    type: 'broker',
    activate: () => ({ account: { listAccounts: async () => ({ items: [] }) } }),
    deactivate: async () => { ${statements} },
  } };`;
}

/**
 * Source text that takes memory piece by piece, 450 MB in all and no more, and keeps it.
 *
 * @param piece Source text of about 16 MB, made anew for each `n`.
 * @param pauseMs Between two pieces.
 */
export function fillMemory(piece: string, pauseMs = 10): string {
  return `const kept = [];
    for (let n = 0; n < 28; n += 1) { kept.push(${piece}); await new Promise((go) => setTimeout(go, ${pauseMs})); }
    await new Promise((go) => setTimeout(go, 60_000, kept))`;
}

/** A plugin whose answer tells which plugin it is. */
export function scriptNamed(name: string): string {
  return scriptAnswering(`{ items: [{ id: 'A1', name: '${name}' }] }`);
}
