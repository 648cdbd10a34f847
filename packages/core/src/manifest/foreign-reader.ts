import type { OperatingSystem } from '../interfaces/enumerations/operating-system.js';
import type { PluginType } from '../interfaces/enumerations/plugin-type.js';
import { PluginIdSchema } from '../interfaces/manifest/manifest.js';
import { isCurrency } from '../interfaces/values/currency.js';
import { toApiRange } from './api-range.js';
import { error, warning, type Finding } from './finding.js';
import { toOperatingSystem, toPluginId, toPluginType } from './foreign-words.js';
import { joinPath } from './json-path.js';
import { toSemverRange } from './python-range.js';

const MARKET = /^[A-Z0-9]{4}$/;

/** Translates the fields that both foreign formats have, and keeps what is wrong with them. */
export class ForeignReader {
  readonly findings: Finding[] = [];

  readId(name: string, path: string): string | undefined {
    const id = PluginIdSchema.safeParse(toPluginId(name));
    if (id.success) return id.data;
    this.findings.push(
      error('PLUGIN_ID_INVALID', `"${name}" cannot be written as an id in kebab-case.`, { path }),
    );
    return undefined;
  }

  readType(word: string, path: string): PluginType | undefined {
    const type = toPluginType(word);
    if (type !== undefined) return type;
    this.findings.push(error('MANIFEST_INVALID', `"${word}" is no type of plugin.`, { path }));
    return undefined;
  }

  readApiRange(lowest: string | undefined, highest: string | undefined, path: string): string | undefined {
    const range = toApiRange(lowest, highest);
    if (range !== undefined) return range;
    const said = `from ${lowest ?? 'any version'} to below ${highest ?? 'any version'}`;
    this.findings.push(error('VERSION_INVALID', `No version is in the range ${said}.`, { path }));
    return undefined;
  }

  /** Ranges that semver cannot say stay as they are. */
  readRanges(specifiers: Readonly<Record<string, string>>, path: string): Record<string, string> {
    return Object.fromEntries(
      Object.entries(specifiers).map(([name, specifier]) => [
        name,
        this.readRange(name, specifier, joinPath(path, name)),
      ]),
    );
  }

  readRange(name: string, specifier: string, path: string): string {
    const range = specifier === '' ? '*' : toSemverRange(specifier);
    if (range !== undefined) return range;
    const message = `"${specifier}", the range of ${name}, cannot be said in semver.`;
    this.findings.push(warning('VERSION_INVALID', message, { path }));
    return specifier;
  }

  readSystems(words: readonly string[], path: string): OperatingSystem[] {
    return this.#keep(words, path, toOperatingSystem, 'no operating system that Bourse knows');
  }

  readMarkets(codes: readonly string[], path: string): string[] {
    return this.#keep(codes, path, (code) => (MARKET.test(code) ? code : undefined), 'no ISO 10383 code');
  }

  readCurrencies(codes: readonly string[], path: string): string[] {
    return this.#keep(codes, path, (code) => (isCurrency(code) ? code : undefined), 'no ISO 4217 code');
  }

  #keep<T extends string>(
    words: readonly string[],
    path: string,
    translate: (word: string) => T | undefined,
    complaint: string,
  ): T[] {
    return words.flatMap((word, index) => {
      const translated = translate(word);
      if (translated !== undefined) return [translated];
      this.findings.push(
        warning('MANIFEST_INVALID', `"${word}" is ${complaint}.`, { path: joinPath(path, index) }),
      );
      return [];
    });
  }
}
