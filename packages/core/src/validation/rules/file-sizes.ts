import { error, type Finding } from '../../manifest/finding.js';
import type { ContentRule } from '../content-rule.js';

const MIB = 1024 * 1024;

/** The script, bytes. */
const SCRIPT_MAX_BYTES = 8 * MIB;
/** The source map of the script, bytes. */
const MAP_MAX_BYTES = 16 * MIB;
/** Each asset, bytes. */
const ASSET_MAX_BYTES = 4 * MIB;
/** All files together, bytes. */
const TOTAL_MAX_BYTES = 32 * MIB;

/** The files of a plugin are small enough to be kept, sent to a cell and parsed there. */
export const checkFileSizes: ContentRule = ({ files, origin }, { main, assets = [] }) => {
  const tooLarge = [
    ...checkSize(main, files, SCRIPT_MAX_BYTES),
    ...checkSize(`${main}.map`, files, MAP_MAX_BYTES),
    ...assets.flatMap((path) => checkSize(path, files, ASSET_MAX_BYTES)),
  ];
  const total = files.values().reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (total <= TOTAL_MAX_BYTES) return tooLarge;
  return [...tooLarge, largeFinding('The files together have', origin, total, TOTAL_MAX_BYTES)];
};

function checkSize(path: string, files: ReadonlyMap<string, Uint8Array>, limit: number): readonly Finding[] {
  const size = files.get(path)?.byteLength ?? 0;
  return size <= limit ? [] : [largeFinding('It has', path, size, limit)];
}

function largeFinding(subject: string, file: string, size: number, limit: number): Finding {
  const message = `${subject} ${size} bytes; ${limit / MIB} MiB are allowed.`;
  return error('FILE_TOO_LARGE', message, { file }, 'Leave out what the plugin does not need.');
}
