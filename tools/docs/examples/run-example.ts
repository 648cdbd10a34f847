import ts from 'typescript';
import type { SplitExample } from './split-example.ts';

type Names = Readonly<Record<string, unknown>>;

const IMPORTED = /import (?:type )?\{([^}]*)\} from '([^']+)'/g;
/** `call() // 'result'`: what the call gives. */
const RESULT = /^(.+?);? \/\/ (.+)$/;

/** Runs an example that leaves nothing to the reader. What it says that a line gives is compared with what it gives. */
export async function runExample({ imports, body }: SplitExample): Promise<void> {
  const names = await importNames(imports);
  const lines = body.trim().split('\n');
  const results = lines.map((line) => RESULT.exec(line));
  if (results.every((result) => result !== null)) {
    for (const [, call = '', expected = ''] of results)
      compare(await evaluate(call, names), await evaluate(expected, names), call);
    return;
  }
  await (/^throw /.test(body) ? executeThrow(body, names) : execute(body, names));
}

/** An example that shows how an error is thrown throws it. */
async function executeThrow(body: string, names: Names): Promise<void> {
  const shown: unknown = await evaluate(body.replace(/^throw /, '').replace(/;\s*$/, ''), names);
  if (!(shown instanceof Error)) throw new Error('what is thrown is no error');
}

function compare(found: unknown, expected: unknown, call: string): void {
  if (found !== expected)
    throw new Error(`${call} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}

async function importNames(imports: string): Promise<Names> {
  const lists = Array.from(imports.matchAll(IMPORTED), async ([, list = '', from = '']) => {
    const module = (await import(from)) as Names;
    const wanted = list.split(',').map((name) => name.trim());
    return wanted.filter((name) => name in module).map((name) => [name, module[name]] as const);
  });
  return Object.fromEntries((await Promise.all(lists)).flat());
}

function evaluate(expression: string, names: Names): Promise<unknown> {
  return execute(`return (${expression});`, names);
}

async function execute(body: string, names: Names): Promise<unknown> {
  const source = `async function example() {\n${body}\n}`;
  const target = ts.ScriptTarget.ESNext;
  const script = ts.transpileModule(source, { compilerOptions: { target } }).outputText;
  const run: unknown = new Function(...Object.keys(names), `${script}\nreturn example();`);
  if (typeof run !== 'function') throw new Error('no function');
  return (await run(...Object.values(names))) as unknown;
}
