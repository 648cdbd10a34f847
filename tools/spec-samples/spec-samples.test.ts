import { PluginManager } from '@bourse/core';
import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The two samples of the specification, to the letter. */
const SAMPLES = join(import.meta.dirname, 'fixtures');

const home = mkdtempSync(join(tmpdir(), 'bourse-samples-'));
const manager = new PluginManager({ home, folders: [SAMPLES] });
const broker = manager.info('degiro-broker');
const orchestrator = manager.info('my-plugin');

afterAll(async () => {
  await manager.close();
  rmSync(home, { recursive: true, force: true });
});

describe('the sample of the plugin architecture proposal', () => {
  test('is listed with what it says', () => {
    expect(broker.manifest).toMatchObject({
      dialect: 'broker-manifest',
      id: 'degiro-broker',
      version: '1.0.0',
      type: 'broker',
      api: '>=1.0.0 <2.0.0',
      services: ['portfolio', 'transaction', 'cash', 'dividend', 'fee', 'account'],
      features: ['realTimeData', 'historicalData', 'orderExecution'],
      markets: ['XAMS', 'XNYS', 'XNAS'],
      currencies: ['EUR', 'USD', 'GBP'],
      metadata: {
        displayName: 'DeGiro Broker Plugin',
        python: '>=3.11',
        requirements: { 'stonks-overwatch-core': '>=2.0.0 <3.0.0', 'degiro-connector': '>=3.0.0' },
        interfaces: ['BrokerServiceInterface', 'PortfolioServiceInterface', 'TransactionServiceInterface'],
        optionalSettings: ['use_2fa', 'session_timeout'],
      },
    });
  });

  test('is listed with the reason why it cannot run here, and nothing else', () => {
    expect(broker.state).toBe('rejected');
    expect(broker.findings).toMatchObject([
      {
        code: 'PLUGIN_NOT_RUNNABLE',
        severity: 'error',
        message:
          'The plugin degiro-broker is written for another host (Python >=3.11, entry point degiro.plugin:DegiroPlugin); Bourse runs JavaScript plugins.',
      },
    ]);
  });
});

describe('the sample of the plugin development guide', () => {
  test('is listed with what it says', () => {
    expect(orchestrator.manifest).toMatchObject({
      dialect: 'orchestrator-manifest',
      id: 'my-plugin',
      type: 'strategy',
      api: '>=1.0.0 <2.0.0',
      os: ['linux', 'win32', 'darwin'],
      settings: {
        properties: {
          shortPeriod: { type: 'integer', default: 5, minimum: 1, maximum: 50 },
          longPeriod: { type: 'integer', default: 20, minimum: 5, maximum: 200 },
          symbols: { type: 'array', default: [], items: { type: 'string' } },
        },
      },
      metadata: {
        python: '>=3.8',
        requirements: { 'day-trading-orchestrator': '>=1.0.0', numpy: '>=1.20.0', pandas: '>=1.3.0' },
        optionalRequirements: { scipy: '>=1.7.0', 'scikit-learn': '>=1.0.0' },
        permissions: {
          required: ['read_market_data', 'place_orders', 'read_account_info'],
          optional: ['access_external_apis', 'send_notifications'],
        },
        checksum: 'sha256:...',
        signature: '...',
        trustedPublisher: false,
      },
    });
  });

  test('is listed with the reasons why it cannot run here, and the category that stands for its type', () => {
    expect(orchestrator.state).toBe('rejected');
    expect(orchestrator.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'PLUGIN_NOT_RUNNABLE error',
      'MANIFEST_TYPE_MISSING warning',
      'TYPE_NOT_YET_SERVED error',
    ]);
  });
});
