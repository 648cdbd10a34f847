import { json, type Answer, type Call } from '@bourse/sdk/emulator';
import type { AlpacaWorld } from '../guard.js';
import { easternDate, easternTime, printEastern } from '../scenario/eastern.js';
import { tradingDays } from '../scenario/sessions.js';

/** @see https://docs.alpaca.markets/reference/getcalendar-1 */
export function getCalendar({ query }: Call, { scenario, now }: AlpacaWorld): Answer {
  const year = easternDate(now()).slice(0, 4);
  const from = query.get('start')?.slice(0, 10) ?? `${year}-01-01`;
  const to = query.get('end')?.slice(0, 10) ?? `${year}-12-31`;
  return json(
    tradingDays(from, to, scenario.holidays).map((date) => ({
      date,
      open: '09:30',
      close: '16:00',
      session_open: '0400',
      session_close: '2000',
    })),
  );
}

/** @see https://docs.alpaca.markets/reference/getclock-1 */
export function getClock(_: Call, { scenario, now }: AlpacaWorld): Answer {
  const today = easternDate(now());
  const days = tradingDays(today, addDays(today, 10), scenario.holidays);
  const next = (time: string): number =>
    days.map((day) => easternTime(day, time)).find((at) => at > now()) ?? 0;
  return json({
    timestamp: printEastern(now()),
    is_open: next('16:00') < next('09:30'),
    next_open: printSeconds(next('09:30')),
    next_close: printSeconds(next('16:00')),
  });
}

function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

function printSeconds(epochMs: number): string {
  return printEastern(epochMs).replace(/\.\d+/, '');
}
