import { runInThisContext } from 'node:vm';
import { pluginScript } from './plugin-folder.ts';
import type { StatementFile } from './statement-file.ts';

/** The reader of a plugin in the host's own process, outside any compartment. Only a bench may do so. */
export type InlineReader = (file: StatementFile) => AsyncIterable<unknown>;

interface Definition {
  activate(context: object): { readonly statement: Statements } | Promise<{ readonly statement: Statements }>;
}

interface Statements {
  read(request: object, call: object): AsyncIterable<unknown>;
}

export async function loadInline(): Promise<InlineReader> {
  const module: { exports: { default?: Definition } } = { exports: {} };
  const wrapper = runInThisContext(`(function (module, exports) {\n${pluginScript()}\n})`) as (
    ...values: unknown[]
  ) => void;
  wrapper(module, module.exports);
  const { signal } = new AbortController();
  const silent = (): void => undefined;
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const services = await module.exports.default?.activate({ settings: {}, log, signal });
  if (services === undefined) throw new Error('the bundle holds no plugin');
  return ({ format, name, size, content }) =>
    services.statement.read({ format, name, size, content: content() }, { signal });
}
