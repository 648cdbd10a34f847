/** What the emulator of an institution is written with. It runs in tests and by hand, and is no part of any bundle. */
export { bytes, empty, html, json, text, xml } from './call/answer.js';
export type { Answer, AnswerOptions } from './call/answer.js';
export type { Call } from './call/call.js';
export { UndocumentedRequest } from './call/undocumented.js';
export { defineEmulator } from './define-emulator.js';
export type { Emulator, EmulatorDefinition, StartOptions } from './define-emulator.js';
export type { CallFault, Fault, FrameFault } from './fault/fault.js';
export type { FaultOptions, Faults } from './fault/faults.js';
export { JournalError } from './journal/journal.js';
export type { Journal } from './journal/journal.js';
export type { JournalEntry, JournalFrame, Verdict } from './journal/journal-entry.js';
export { Random } from './random.js';
export type { Route, SocketHandlers, SocketRoute } from './route.js';
export type { RunningEmulator } from './running-emulator.js';
export type { Connection } from './socket/connection.js';
export type { Issued, Setting, World } from './world.js';
