import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { completeAnswers } from '../answers/complete-answers.js';
import { COMBINATIONS } from '../fixtures/combinations.js';
import { renderPlugin } from './render-plugin.js';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const CONFIG = join(PACKAGE, '..', 'sdk', 'tsconfig.plugin.json');

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

test(
  'the sources of every kind of plugin have right types, tests and emulators too',
  () => {
    const sources = generatedSources();
    const { config } = ts.readConfigFile(CONFIG, ts.sys.readFile);
    const { options, errors } = ts.convertCompilerOptionsFromJson(config.compilerOptions, PACKAGE);
    expect(errors).toEqual([]);
    // The sdk as its sources are, so that nothing has to be built.
    Object.assign(options, { customConditions: ['@bourse/source'] });
    const host = ts.createCompilerHost(options);
    const program = ts.createProgram([...sources.keys()], options, withFiles(host, sources));
    const found = [...sources.keys()].flatMap((path) => {
      const file = program.getSourceFile(path);
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    });
    expect(ts.formatDiagnostics(found, host)).toBe('');
    expect(sources.size).toBeGreaterThan(COMBINATIONS.length);
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
