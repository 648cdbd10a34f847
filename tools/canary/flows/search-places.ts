import type { Canary } from '../canary.ts';
import type { Place } from '../report/place.ts';
import { Finds } from '../search/finds.ts';
import { needlesOf } from '../search/needles.ts';
import { searchCell } from '../search/search-cell.ts';
import { searchFiles } from '../search/search-files.ts';
import type { CanaryHost } from './canary-host.ts';

const IN_FILES: readonly (readonly [place: string, fits: RegExp])[] = [
  ['audit', /\.jsonl/],
  ['databases', /\.db/],
  ['evidence bundles', /\/evidence\//],
  ['other files of the host', /^(?!.*(?:\.jsonl|\.db|\/evidence\/))/],
];

/** Looks for canaries in everything that a host has besides its vault. Its cells live until then, and end for it. */
export async function searchPlaces(
  host: CanaryHost,
  provider: string,
  canaries: readonly Canary[],
): Promise<Place[]> {
  const needles = canaries.flatMap(needlesOf);
  const places: Place[] = [];
  const note = (place: string, { searchedBytes, hits }: Finds): void =>
    void places.push({ place: `${provider}: ${place}`, searchedBytes, hits: [...hits], control: undefined });
  const [heap, memory, said, cassettes] = [needles, needles, needles, needles].map((each) => new Finds(each));
  if (heap === undefined || memory === undefined || said === undefined || cassettes === undefined) return [];
  for (const pid of host.cells) await searchCell(pid, { folder: host.folder, heap, memory });
  note('heaps of cells', heap);
  note('memory of cells', memory);
  // A cell that is killed in the middle leaves evidence of what it was doing.
  for (const pid of host.cells) process.kill(pid, 'SIGKILL');
  await host.settle();
  said.search(Buffer.from(host.said.join('\n')));
  note('logs, answers and errors', said);
  searchFiles(host.writeCassettes(), () => true, cassettes);
  note('cassettes', cassettes);
  for (const [place, fits] of IN_FILES) {
    const finds = new Finds(needles);
    searchFiles(host.home, (path) => fits.test(path), finds);
    note(place, finds);
  }
  return places;
}
