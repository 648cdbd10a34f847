import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes files so that each is the old one or the new one, never a half. The last one stands for the whole. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const entries = Object.entries(files).map(([path, text]) => {
    const target = join(folder, path);
    return { target, temporary: `${target}.${process.pid}.tmp`, text };
  });
  try {
    for (const { target, temporary, text } of entries) {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(temporary, text);
    }
    for (const { target, temporary } of entries) await rename(temporary, target);
  } finally {
    for (const { temporary } of entries) await rm(temporary, { force: true });
  }
}
