import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { completeAnswers } from '../answers/complete-answers.js';
import { COMBINATIONS } from '../fixtures/combinations.js';
import { renderPlugin } from './render-plugin.js';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** The sources of every kind of plugin, as if each stood in a folder of this package. */
function generatedSources(): ReadonlyMap<string, string> {
  const files = COMBINATIONS.flatMap((wishes, index) => {
    const answers = completeAnswers({ ...wishes, name: `kind-${index}` }, new Set());
    return [...renderPlugin(answers)].map(
      ([path, text]) => [join(PACKAGE, 'generated', answers.id, path), text] as const,
    );
  });
  return new Map(files.filter(([path]) => path.endsWith('.ts')));
}

/** For a machine that is busy with other tests. */
const PATIENCE_MS = 300_000;

/** What the compiler says of sources, by options that the sdk offers. */
function diagnose(config: string, sources: ReadonlyMap<string, string>): string {
  const extending = { extends: join(PACKAGE, '..', 'sdk', config), files: [...sources.keys()] };
  const { options, errors } = ts.parseJsonConfigFileContent(extending, ts.sys, PACKAGE);
  expect(errors).toEqual([]);
  // The sdk as its sources are, so that nothing has to be built.
  Object.assign(options, { customConditions: ['@bourse/source'] });
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...sources.keys()], options, withFiles(host, sources));
  const found = [...sources.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  });
  return ts.formatDiagnostics(found, host);
}

test(
  'the sources of every kind of plugin have right types, tests and emulators too',
  () => {
    const sources = generatedSources();
    expect(diagnose('tsconfig.plugin.json', sources)).toBe('');
    expect(sources.size).toBeGreaterThan(COMBINATIONS.length);
  },
  PATIENCE_MS,
);

test(
  'what ends up in the bundle of a plugin needs nothing but a cell',
  () => {
    const sources = [...generatedSources()].filter(([path]) => /generated\/[^/]+\/src\//.test(path));
    expect(diagnose('tsconfig.source.json', new Map(sources))).toBe('');
    const [[path = ''] = []] = sources;
    expect(
      diagnose('tsconfig.source.json', new Map([[path, 'export const text = Buffer.from([]);']])),
    ).toContain("'Buffer'");
  },
  PATIENCE_MS,
);

function withFiles(host: ts.CompilerHost, files: ReadonlyMap<string, string>): ts.CompilerHost {
  return {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    directoryExists: (path) =>
      [...files.keys()].some((file) => file.startsWith(`${path}/`)) || ts.sys.directoryExists(path),
    getSourceFile: (path, version, onError, shouldCreate) => {
      const text = files.get(path);
      return text === undefined
        ? host.getSourceFile(path, version, onError, shouldCreate)
        : ts.createSourceFile(path, text, version);
    },
  };
}
