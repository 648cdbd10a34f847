import type { Terminal } from '../../../output/terminal.js';
import type { DevEvent } from './dev-event.js';
import { eventLines } from './event-lines.js';

/** Tells what happens: people in lines, programs in JSON, one event a line. */
export type Report = (event: DevEvent) => Promise<void>;

export function createReport(terminal: Terminal, isJson: boolean): Report {
  return (event) =>
    isJson
      ? terminal.output.write([`${JSON.stringify(event)}\n`])
      : terminal.writeLines(eventLines(event, terminal.style));
}
