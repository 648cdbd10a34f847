import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { RecordedSuiteSchema, type RecordedSuite } from './recorded-suite.ts';

/** The file beside a released archive that keeps its suite, since the inputs are in no package. */
export function suiteFileOf(archive: string): string {
  return archive.replace(/\.tgz$/, '.suite.json.gz');
}

/** Undefined where there is none. */
export function readSuite(file: string): RecordedSuite | undefined {
  if (!existsSync(file)) return undefined;
  return RecordedSuiteSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')));
}

export function writeSuite(file: string, suite: RecordedSuite): void {
  writeFileSync(file, gzipSync(JSON.stringify(suite), { level: 9 }));
}
