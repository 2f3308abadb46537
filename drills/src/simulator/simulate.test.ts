import assert from 'node:assert/strict';
import { handlerOf, simulateSource, storyOf, verdictsOf } from '../testing/simulated-source.ts';
import type { SimulationOptions } from './api.ts';
import { simulate } from './simulate.ts';

const post = `await axios.post('https://bank/transfer', event);`;

async function verdicts(source: string, options: SimulationOptions = {}): Promise<readonly string[]> {
  return verdictsOf(await simulateSource(source, options));
}

describe('a simulation', () => {
  it('is the same every time', async () => {
    const source = handlerOf(`await axios.post('https://bank/' + crypto.randomUUID(), { at: Date.now(), event });`);
    assert.deepEqual(await simulateSource(source), await simulateSource(source));
  });

  it('leaves the globals of the host alone', async () => {
    const listeners = process.listeners('unhandledRejection');
    const { stackTraceLimit } = Error;
    await simulateSource(handlerOf(`globalThis.seen = true; void Promise.reject(new Error('left alone')); ${post}`));
    assert.deepEqual(process.listeners('unhandledRejection'), listeners);
    assert.equal(Error.stackTraceLimit, stackTraceLimit);
    assert.equal(Reflect.get(globalThis, 'seen'), undefined);
  });

  it('rejects only if there is no entry', async () => {
    await assert.rejects(simulate({ files: new Map(), entry: 'a.ts' }, []), /no file a.ts/);
    assert.deepEqual(await verdicts('const = ;'), [
      'incomplete: the program does not start: SyntaxError: Error transforming main.ts: Unexpected token (1:7)',
    ]);
  });

  it('gives up where a unit takes too many runs', async () => {
    assert.deepEqual(await verdicts(handlerOf(post), { maximalRuns: 3 }), ['incomplete: more than 3 runs']);
  });

  it('says what it does not understand instead of guessing', async () => {
    assert.match((await verdicts(handlerOf(`await pool.query('MERGE INTO t USING u ON 1=1');`)))[0] ?? '', /MERGE/);
  });

  it('identifies effects by resource if asked to, with the same verdicts', async () => {
    const source = handlerOf(`${post} await redis.incr('count:' + event.id);`);
    const byPlace = await simulateSource(source);
    const byResource = await simulateSource(source, { identify: 'resource' });
    assert.deepEqual(verdictsOf(byResource).toSorted(), verdictsOf(byPlace).toSorted());
    assert.ok(byResource.every(({ effects }) => effects.every(({ site }) => site === undefined)));
  });

  it('tells the parts of a message apart', async () => {
    const messages = [
      { id: 'm1', value: '{"items":["m1a","m1b"]}', items: ['m1a', 'm1b'] },
      { id: 'm2', value: '{"items":[]}', items: [] },
    ] as const;
    const loop = handlerOf(`for (const item of event.items) await axios.post('https://bank/pay', { item });`);
    const once = handlerOf(
      `for (const item of event.items) await axios.post('https://bank/pay', { item }, { headers: { 'Idempotency-Key': item } });`,
    );
    const given = { messages: [messages[0], messages[1]] as const };
    assert.deepEqual(verdictsOf(await simulateSource(loop, given)), [
      'POST https://bank/pay: at-least-once (duplicate)',
    ]);
    assert.deepEqual(verdictsOf(await simulateSource(once, given)), ['POST https://bank/pay: effectively-once']);
  });

  it('finds with two faults what none alone shows', async () => {
    const twice = handlerOf(
      `for (let attempt = 0; ; attempt += 1) {
        try { await axios.put('https://bank/' + event.id); break; } catch { if (attempt > 0) break; }
      }`,
    );
    const label = 'PUT https://bank/{message}';
    assert.deepEqual(await verdicts(twice), [`${label}: effectively-once`]);
    assert.deepEqual(await verdicts(twice, { faults: 2 }), [`${label}: at-most-once (lost-write)`]);
  });
});

describe('an unstable key', () => {
  it('is another key for every execution', async () => {
    const keyed = (key: string): string =>
      handlerOf(`await stripe.charges.create({ event }, { idempotencyKey: ${key} });`);
    assert.deepEqual(await verdicts(keyed('event.id')), ['stripe.charges.create: effectively-once']);
    for (const key of ['crypto.randomUUID()', 'String(Date.now())', 'String(Math.random())']) {
      assert.deepEqual(await verdicts(keyed(key)), ['stripe.charges.create: at-least-once (duplicate)'], key);
    }
  });
});

describe('promises that nobody waits for', () => {
  it('may never be kept', async () => {
    assert.deepEqual(await verdicts(handlerOf(`void axios.put('https://bank/' + event.id);`)), [
      'PUT https://bank/{message}: at-most-once (lost-write)',
    ]);
  });

  it('are kept in the end by a process that lives', async () => {
    assert.deepEqual(
      await verdicts(handlerOf(`setTimeout(() => axios.put('https://bank/' + event.id), 50);`), { faults: 0 }),
      ['PUT https://bank/{message}: effectively-once'],
    );
  });

  it('are waited for together', async () => {
    const both = handlerOf(
      `await Promise.all([axios.put('https://a/' + event.id), axios.put('https://b/' + event.id)]);`,
    );
    assert.deepEqual(await verdicts(both), [
      'PUT https://a/{message}: effectively-once',
      'PUT https://b/{message}: effectively-once',
    ]);
  });
});

describe('a durable guard', () => {
  const claim = (options: string): string =>
    handlerOf(`if (await redis.set('seen:' + event.id, '1'${options}, 'NX') !== 'OK') return; ${post}`);

  it('that comes first loses, and with a time to live repeats as well', async () => {
    const transfer = async (source: string): Promise<string | undefined> =>
      (await verdicts(source)).find((verdict) => verdict.startsWith('POST'));
    assert.equal(await transfer(claim('')), 'POST https://bank/transfer: at-most-once (lost-write)');
    assert.equal(await transfer(claim(", 'EX', 60")), 'POST https://bank/transfer: none (duplicate, lost-write)');
  });

  it('that comes last repeats', async () => {
    const last = handlerOf(
      `const seen = await pool.query('SELECT 1 FROM inbox WHERE id = $1', [event.id]);
      if (seen.rows.length > 0) return;
      ${post}
      await pool.query('INSERT INTO inbox (id) VALUES ($1)', [event.id]);`,
    );
    const found = await verdicts(last, { tables: { inbox: { unique: [['id']] } } });
    assert.ok(found.includes('POST https://bank/transfer: at-least-once (duplicate)'));
  });

  it('that is a unique key makes the repeat fail, for good if nobody catches it', async () => {
    const tables = { ledger: { unique: [['id']] } };
    const plain = `await pool.query('INSERT INTO ledger (id) VALUES ($1)', [event.id]);`;
    assert.deepEqual(await verdicts(handlerOf(plain), { tables }), ['INSERT INTO ledger: effectively-once (stuck)']);
    const caught = `try { ${plain} } catch (error) { if (error.code !== '23505') throw error; }`;
    assert.deepEqual(await verdicts(handlerOf(caught), { tables }), ['INSERT INTO ledger: effectively-once']);
  });
});

describe('a retry', () => {
  it('repeats a request whose answer was lost', async () => {
    const top = `import axiosRetry from 'axios-retry'; import pRetry from 'p-retry';
      axiosRetry(axios, { retries: 3 });`;
    const committed = `await consumer.commitOffsets([{ topic, partition, offset: next(message) }]);`;
    const run = 'autoCommit: false,';
    const byLibrary = handlerOf(committed + post, { run, top });
    const byWrapper = handlerOf(
      `${committed} await pRetry(() => fetch('https://bank/transfer', { method: 'POST', body: event.id }));`,
      { run, top },
    );
    for (const source of [byLibrary, byWrapper]) {
      const units = await simulateSource(source);
      assert.deepEqual(verdictsOf(units), ['POST https://bank/transfer: none (duplicate, lost-write)']);
      const story = storyOf(units, 'POST https://bank/transfer', 'duplicate');
      assert.ok(story.some((line) => line.startsWith('0 takes effect, and its answer is lost')));
    }
  });
});

describe('a call outside any handler', () => {
  it('is called again until it returns, and loses what it swallows', async () => {
    const source = `
import { createTransport } from 'nodemailer';
export async function invite(id: string) { await createTransport({}).sendMail({ to: id, subject: 'Welcome' }); }
export async function forget(id: string) { try { await invite(id); } catch {} }`;
    const calls = [
      { export: 'invite', args: ['first-1'] },
      { export: 'forget', args: ['first-1'] },
    ];
    assert.deepEqual(await verdicts(source, { calls }), [
      'mail "Welcome": at-least-once (duplicate)',
      'mail "Welcome": none (duplicate, lost-write)',
    ]);
  });
});
