import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourcePositions } from '../../validation/index.js';
import type { ProfileOptions } from '../manager-options.js';
import { nameSources } from './name-sources.js';

/**
 * The CPU profiles of the cells of one plugin. A cell leaves its own in a folder that nobody else can write to, since it follows
 * links; from there the host takes it to where the user wants it.
 */
export class CellProfiles {
  readonly #options: ProfileOptions;
  readonly #sourceMap: () => Uint8Array | undefined;
  #drafts: string | undefined;
  /** Cells that have not ended. */
  #running = 0;

  constructor(options: ProfileOptions, sourceMap: () => Uint8Array | undefined) {
    this.#options = options;
    this.#sourceMap = sourceMap;
  }

  /** The file for the profile of the next cell. */
  next(): string {
    this.#drafts ??= mkdtempSync(join(tmpdir(), 'bourse-profile-'));
    this.#running += 1;
    return join(this.#drafts, `${randomUUID()}.cpuprofile`);
  }

  /** A cell has ended: writes what it left, with the positions of the sources. */
  finish(): void {
    const drafts = this.#drafts;
    if (drafts === undefined) return;
    this.#running -= 1;
    if (this.#running === 0) this.#drafts = undefined;
    try {
      for (const name of readdirSync(drafts)) this.#take(join(drafts, name));
    } finally {
      if (this.#running === 0) rmSync(drafts, { recursive: true, force: true });
    }
  }

  #take(draft: string): void {
    const positions = new SourcePositions(this.#sourceMap());
    const text = nameSources(readFileSync(draft, 'utf8'), positions);
    rmSync(draft);
    this.#options.onWritten(this.#write(text));
  }

  /** @returns the file, which is none that was there already, nor what a link leads to */
  #write(text: string): string {
    const { folder, pluginId } = this.#options;
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? pluginId : `${pluginId}-${number}`;
      const file = join(folder, `${name}.cpuprofile`);
      if (isNewlyWritten(file, text)) return file;
    }
  }
}

function isNewlyWritten(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
