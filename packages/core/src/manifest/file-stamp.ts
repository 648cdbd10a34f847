import type { Stats } from 'node:fs';

/**
 * What changes when a file changes: times of content and inode in milliseconds (as doubles they tell a quarter of a
 * microsecond apart), size in bytes, inode, device.
 */
export type FileStamp = readonly [
  mtimeMs: number,
  ctimeMs: number,
  size: number,
  inode: number,
  device: number,
];

/** The stamp of a file that was opened or looked at. */
export function stampOf({ mtimeMs, ctimeMs, size, ino, dev }: Stats): FileStamp {
  return [mtimeMs, ctimeMs, size, ino, dev];
}

/** Tells whether two looks saw the same content. */
export function isSameStamp(one: FileStamp, other: FileStamp): boolean {
  return one.every((part, index) => part === other[index]);
}
