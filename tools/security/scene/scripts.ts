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
