import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locateFindings } from '@bourse/core';
import { PluginManifestSchema, type PluginManifest } from '@bourse/core/interfaces';
import { z } from 'zod';
import { BuildError } from './build-error.js';
import { finding, type Finding } from './finding.js';
import { nearestIssues } from './nearest-issues.js';
import { reasonOf } from './reason-of.js';

/** The fields of package.json that go into the built manifest. */
const PackageSchema = z.object({
  name: z.string().min(1),
  version: z.string().min(1),
  description: z.string().optional(),
  author: z.union([z.string(), z.object({ name: z.string(), email: z.string().optional() })]).optional(),
  license: z.string().optional(),
  homepage: z.string().optional(),
  repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
});

export type PackageFacts = z.infer<typeof PackageSchema>;

/** What an author writes beside the code. */
export interface PluginSources {
  readonly manifest: PluginManifest;
  readonly packageFacts: PackageFacts;
}

/** Reads plugin.json and package.json. */
export async function readSources(folder: string): Promise<PluginSources> {
  return {
    manifest: await readJson(folder, 'plugin.json', PluginManifestSchema),
    packageFacts: await readJson(folder, 'package.json', PackageSchema),
  };
}

async function readJson<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await readText(folder, file);
  const checked = schema.safeParse(parse(text, file));
  if (checked.success) return checked.data;
  const findings = checked.error.issues.flatMap(nearestIssues).flatMap(toFindings);
  throw new BuildError(locateFindings(findings, file, text));
}

async function readText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(join(folder, file), 'utf8');
  } catch {
    const remedy = `Write ${file} beside the folder src, or name the folder of the plugin.`;
    throw new BuildError([
      finding('MANIFEST_MISSING', `There is no ${file} in ${folder}.`, { file }, remedy),
    ]);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BuildError([
      finding('MANIFEST_UNREADABLE', `${file} is no JSON: ${reasonOf(error)}.`, { file }),
    ]);
  }
}

function toFindings(issue: z.core.$ZodIssue): Finding[] {
  const path = z.core.toDotPath(issue.path);
  if (issue.code !== 'unrecognized_keys') {
    return [finding('MANIFEST_INVALID', `"${path}": ${issue.message}.`, { path })];
  }
  return issue.keys.map((key) => {
    const field = path === '' ? key : `${path}.${key}`;
    return finding('MANIFEST_FIELD_UNKNOWN', `The contract knows no field "${field}".`, { path: field });
  });
}
