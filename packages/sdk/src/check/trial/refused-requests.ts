import type { Cassette } from '@bourse/core';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import { recordTour } from './recorded-tour.js';

/** Requests of a tour that no permission covers, with their paths, which the audit does not keep. */
export async function refusedRequests(plugin: CheckedPlugin): Promise<string[]> {
  const { cassette } = await recordTour(plugin);
  return [...new Set(cassette.exchanges.flatMap(refusedOf))];
}

function refusedOf(exchange: Cassette['exchanges'][number]): string[] {
  if (exchange.problem?.code !== 'PERMISSION_DENIED') return [];
  const { origin, pathname } = new URL(exchange.request.url);
  return [`${exchange.kind === 'request' ? exchange.request.method : 'GET'} ${origin}${pathname}`];
}
