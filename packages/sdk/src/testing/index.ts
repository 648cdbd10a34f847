/** What a plugin is tested with. It runs in tests alone and is no part of any bundle. */
export { buildAccount } from './builders/build-account.js';
export { buildCashMovement } from './builders/build-cash-movement.js';
export { buildCorporateAction } from './builders/build-corporate-action.js';
export { buildDividend } from './builders/build-dividend.js';
export { buildFee } from './builders/build-fee.js';
export { buildInstrument } from './builders/build-instrument.js';
export { buildPosition } from './builders/build-position.js';
export { buildTransaction } from './builders/build-transaction.js';
export { buildTransfer } from './builders/build-transfer.js';
export { CassetteRecorder, parseCassette, playCassette, type NetworkPort } from '@bourse/core';
export { testBroker } from './contract/test-broker.js';
export { testDataProvider } from './contract/test-data-provider.js';
export type { BrokerContract, FixtureExpectation, StatementFixture } from './contract/broker-contract.js';
export type { DataProviderContract } from './contract/data-provider-contract.js';
export { FakeClock } from './fake-clock.js';
export type { ListItem, ListMethod, ListService } from './list-method.js';
export { mockHost, readStatement } from './mock-host.js';
export type {
  BrokerPlugin,
  DataProviderPlugin,
  MockHost,
  MockHostOptions,
  ReadOptions,
} from './mock-host.js';
export { MemoryStorage } from './memory-storage.js';
export type { PluginServices } from './call-method.js';
export { ScriptedNetwork } from './scripted-network.js';
export type { NetworkScript, RecordedRequest, ScriptedAnswer, ScriptedExchange } from './scripted-network.js';
export type { LogLine } from './recorded-log.js';
export { throughEmulator } from './through-emulator.js';
export type { EmulatedInstitution } from './through-emulator.js';
export type { StatementInput } from './statement-input.js';
