import { ENDOWMENT_NAMES } from '../global-names.js';
import type { Endowments } from './index.js';

/** The runtime's own objects in place of the facades: the control that shows what the facades stop. Tests only. */
export function rawEndowments(): Endowments {
  const raw = globalThis as unknown as Endowments;
  return Object.fromEntries(ENDOWMENT_NAMES.map((name) => [name, raw[name]])) as Endowments;
}
