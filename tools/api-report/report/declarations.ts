/** What a report says of each export, by its name: the lines of its declarations in their order. */
export type Declarations = ReadonlyMap<string, readonly string[]>;

const FENCE = /^```ts\n([\s\S]*?)^```$/m;
const REEXPORT = /^export \{ (?:[\w$]+ as )?([\w$]+) \}$/;
const DECLARATION =
  /^(?:export )?(?:declare )?(?:abstract )?(?:const|let|function|class|interface|type|namespace) ([\w$]+)/;

/** Reads a report of API Extractor. Imports and comments are no part of the exported API. */
export function readDeclarations(report: string): Declarations {
  const code = FENCE.exec(report)?.[1] ?? '';
  const declarations = new Map<string, readonly string[]>();
  for (const block of code.split('\n\n')) {
    const lines = block.split('\n').filter((line) => line.trim() !== '' && !/^\s*\/\//.test(line));
    const name = nameOf(lines[0] ?? '');
    if (name !== undefined) declarations.set(name, [...(declarations.get(name) ?? []), ...lines]);
  }
  return declarations;
}

function nameOf(line: string): string | undefined {
  return (REEXPORT.exec(line) ?? DECLARATION.exec(line))?.[1];
}
