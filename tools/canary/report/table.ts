import { alignRows } from '../../table/align-rows.ts';
import { isGood, type Place } from './place.ts';

const COLUMNS = ['', 'place', 'searched', 'hits', 'control'] as const;

/** Places as an aligned table. */
export function formatPlaces(places: readonly Place[]): string {
  return alignRows([COLUMNS, ...places.map(toRow)]).join('\n');
}

function toRow(place: Place): string[] {
  const { place: name, searchedBytes, hits, control } = place;
  const found =
    control === undefined && hits.length > 0 ? `${hits.length}: ${hits.join(', ')}` : `${hits.length}`;
  return [
    isGood(place) ? '✓' : '✗',
    name,
    `${(searchedBytes / 1_000_000).toFixed(1)} MB`,
    found,
    control === undefined ? '' : control ? 'found' : 'MISSED',
  ];
}
