import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../root.ts';
import { WATCHED_PACKAGES, ENTRY_POINTS } from '../entry-points.ts';
import { makeDeclarationTree, type DeclarationTree } from './declaration-tree.ts';

const PACKAGES = join(ROOT, 'packages');

/** The declarations of the sources as they are now; nothing has to be built. */
export function declareWorkingTree(): DeclarationTree {
  const tree = makeDeclarationTree(WATCHED_PACKAGES);
  emitDeclarations(tree.folder);
  for (const name of WATCHED_PACKAGES) {
    // The declarations stand below src, as the sources do.
    const text = readFileSync(join(PACKAGES, name, 'package.json'), 'utf8').replaceAll('./dist/', './src/');
    writeFileSync(join(tree.folder, name, 'package.json'), text);
  }
  return tree;
}

function emitDeclarations(outDir: string): void {
  const program = createSourceProgram({
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: PACKAGES,
    outDir,
  });
  const { diagnostics } = program.emit();
  const errors = [...program.getSyntacticDiagnostics(), ...diagnostics];
  if (errors.length === 0) return;
  throw new Error(ts.formatDiagnostics(errors, ts.createCompilerHost({})));
}

/** A program of the watched entry points with the compiler options of the workspace. */
export function createSourceProgram(options: ts.CompilerOptions): ts.Program {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.base.json'), ts.sys.readFile);
  const base = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT).options;
  const rootNames = ENTRY_POINTS.map((entry) => sourceOf(entry.package, entry.subpath));
  const shared = { composite: false, incremental: false, declarationMap: false, sourceMap: false };
  return ts.createProgram(rootNames, { ...base, ...shared, ...options });
}

/** The source file of an entry point. */
export function sourceOf(name: string, subpath: string): string {
  return join(PACKAGES, name, 'src', subpath, 'index.ts');
}
