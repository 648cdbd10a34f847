import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
  type IConfigFile,
} from '@microsoft/api-extractor';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ENTRY_POINTS, type EntryPoint } from '../entry-points.ts';
import { foldSchemas } from '../report/fold-schemas.ts';
import { sortEnumerations } from '../report/sort-enumerations.ts';
import { spreadTuples } from '../report/spread-tuples.ts';
import type { DeclarationTree } from './declaration-tree.ts';

/** Reports by entry point; an entry point that the tree does not have has none. */
export type Reports = ReadonlyMap<EntryPoint, string>;

/** The reports of all entry points of a tree, in the form in which they are kept. */
export function extractReports({ folder }: DeclarationTree): Reports {
  const present = ENTRY_POINTS.flatMap((entry) => {
    const declarations = findDeclarations(folder, entry);
    return declarations === undefined ? [] : [{ entry, config: configure(folder, entry, declarations) }];
  });
  const [first, ...others] = present;
  if (first === undefined) return new Map();
  const additionalEntryPoints = others.map(({ config }) => config.mainEntryPointFilePath);
  const compilerState = CompilerState.create(first.config, { additionalEntryPoints });
  return new Map(present.map(({ entry, config }) => [entry, extract(config, compilerState)]));
}

function findDeclarations(folder: string, entry: EntryPoint): string | undefined {
  const { exports } = JSON.parse(readFileSync(join(folder, entry.package, 'package.json'), 'utf8')) as {
    exports: Record<string, { types?: string }>;
  };
  return exports[entry.subpath]?.types;
}

function configure(folder: string, entry: EntryPoint, declarations: string): ExtractorConfig {
  const projectFolder = join(folder, entry.package);
  const reportFolder = join(folder, 'reports', entry.package);
  mkdirSync(reportFolder, { recursive: true });
  const configObject: IConfigFile = {
    projectFolder,
    mainEntryPointFilePath: join(projectFolder, declarations),
    compiler: { overrideTsconfig: { compilerOptions: COMPILER_OPTIONS, files: [declarations] } },
    apiReport: {
      enabled: true,
      includeForgottenExports: true,
      reportFileName: basename(entry.report),
      reportFolder,
      reportTempFolder: join(reportFolder, 'fresh'),
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
    },
    newlineKind: 'lf',
  };
  const packageJsonFullPath = join(projectFolder, 'package.json');
  return ExtractorConfig.prepare({ configObject, configObjectFullPath: undefined, packageJsonFullPath });
}

const COMPILER_OPTIONS = {
  target: 'es2024',
  lib: ['esnext'],
  types: ['node'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  strict: true,
  skipLibCheck: true,
};

function extract(config: ExtractorConfig, compilerState: CompilerState): string {
  const errors: string[] = [];
  const messageCallback = (message: ExtractorMessage): void => {
    if (message.category === 'Compiler') errors.push(message.text);
    message.handled = true;
  };
  Extractor.invoke(config, { compilerState, localBuild: true, messageCallback });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const report = readFileSync(config.reportTempFilePath, 'utf8');
  return foldSchemas(sortEnumerations(spreadTuples(report)));
}
