import type { Column } from '../matrix/column.ts';
import type { JudgedRow } from '../matrix/matrix-cell.ts';

export function versionOf({ version, isReleased }: JudgedRow): string {
  return isReleased ? version : `${version} (working tree)`;
}

/** Two lines: the core, and the contract as that core serves it. */
export function headOf({ core, contract, serving }: Column): [string, string] {
  const name = core.isReleased ? `core ${core.version}` : 'working tree';
  return [name, serving === 'alone' ? `${contract} alone` : contract];
}
