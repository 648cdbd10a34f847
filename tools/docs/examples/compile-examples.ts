import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../root.ts';
import type { SplitExample } from './split-example.ts';

/** What the compiler says of an example. */
export interface Compiled {
  readonly errors: readonly string[];
  /** Names that the example leaves to the reader. */
  readonly unknown: readonly string[];
}

/** Cannot find a name, or a value for a property of that name. */
const UNKNOWN_NAME = [2304, 2552, 18004];

/** Compiles examples against the sources. A name that an example does not say anything of may be anything. */
export function compileExamples(examples: readonly SplitExample[]): Compiled[] {
  const unknown = diagnose(examples.map((example) => write(example, []))).map(unknownNamesOf);
  const sources = examples.map((example, index) => write(example, unknown[index] ?? []));
  return diagnose(sources).map((diagnostics, index) => ({
    errors: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    unknown: unknown[index] ?? [],
  }));
}

function write({ imports, body }: SplitExample, unknown: readonly string[]): string {
  const declared = unknown.map((name) => `declare const ${name}: any;\n`).join('');
  return `${imports}${declared}export async function* example() {\n${body}\n}\n`;
}

function unknownNamesOf(diagnostics: readonly ts.Diagnostic[]): string[] {
  const names = diagnostics
    .filter(({ code }) => UNKNOWN_NAME.includes(code))
    .map(({ file, start = 0, length = 0 }) => file?.text.slice(start, start + length) ?? '');
  return [...new Set(names)];
}

function diagnose(sources: readonly string[]): (readonly ts.Diagnostic[])[] {
  const files = new Map(
    sources.map((text, index) => [join(ROOT, 'tools', 'docs', 'examples', `example-${index}.ts`), text]),
  );
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].map((path) => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  });
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.base.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const relaxed = {
    noUnusedLocals: false,
    noUnusedParameters: false,
    noImplicitReturns: false,
    verbatimModuleSyntax: false,
  };
  return { ...options, ...relaxed, composite: false, incremental: false, noEmit: true };
}
