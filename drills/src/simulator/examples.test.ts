import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messagesWith, verdictsOf } from '../testing/simulated-source.ts';
import type { SimulatedUnit } from './api.ts';
import { simulate } from './simulate.ts';

const root = fileURLToPath(new URL('../../../examples/payments', import.meta.url));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const sources = filesBelow(root).filter((path) => /\.(?:ts|sql)$/.test(path));
const files = new Map(sources.map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));

function simulated(entry: string): Promise<readonly SimulatedUnit[]> {
  const messages = messagesWith(['orderId', 'customerId', 'amountCents']);
  return simulate({ files, entry }, [messages], { env: { TRANSACTIONAL_ID: 'orders-0' } });
}

describe('the payments example, executed', () => {
  it('pays twice in the trapped twin', async () => {
    assert.deepEqual(verdictsOf(await simulated('trapped/services/payments/main.ts')), [
      'stripe.paymentIntents.create: at-least-once (duplicate)',
      'INSERT INTO ledger: at-least-once (duplicate)',
    ]);
  });

  it('requests twice in the trapped twin, and leaves a row behind for what it takes back', async () => {
    assert.deepEqual(verdictsOf(await simulated('trapped/services/orders/main.ts')), [
      'sends to payments.requested: at-least-once (duplicate, aborted-read, stuck)',
      'INSERT INTO payment_requests: at-least-once (duplicate, stuck)',
    ]);
  });

  it('pays and posts once in the corrected twin', async () => {
    assert.deepEqual(verdictsOf(await simulated('corrected/services/payments/main.ts')), [
      'INSERT INTO inbox: effectively-once',
      'stripe.paymentIntents.create: effectively-once',
      'INSERT INTO ledger: effectively-once',
    ]);
  });

  it('requests once in the corrected twin; only a failed commit needs a new process', async () => {
    assert.deepEqual(verdictsOf(await simulated('corrected/services/orders/main.ts')), [
      'INSERT INTO inbox: effectively-once (stuck)',
      'INSERT INTO payment_requests: effectively-once (stuck)',
      'sends to payments.requested: exactly-once (aborted-read, stuck)',
    ]);
  });

  it('knows the line and the column of every effect', async () => {
    const [unit] = await simulated('corrected/services/payments/main.ts');
    const places = (unit?.effects ?? []).map(({ site }) => {
      const line = files.get(site?.file ?? '')?.split('\n')[(site?.line ?? 0) - 1] ?? '';
      return line.slice((site?.column ?? 0) - 1).split('(')[0];
    });
    assert.deepEqual(places, ['query', 'create', 'query']);
  });
});
