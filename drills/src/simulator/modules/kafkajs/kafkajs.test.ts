import assert from 'node:assert/strict';
import { batchHandlerOf, handlerOf, simulateSource, storyOf, verdictsOf } from '../../../testing/simulated-source.ts';

const post = `await axios.post('https://bank/transfer', event);`;
const forward = `await producer.send({ topic: 'out', messages: [{ value: event.id }] });`;
const offsets = `await txn.sendOffsets({ consumerGroupId: 'group',
  topics: [{ topic, partitions: [{ partition, offset: next(message) }] }] });`;
const send = `txn.send({ topic: 'out', messages: [{ value: event.id }] })`;

async function verdicts(source: string): Promise<readonly string[]> {
  return verdictsOf(await simulateSource(source));
}

describe('kafkajs, simulated: single messages', () => {
  it('delivers again after a crash before auto-commit', async () => {
    const units = await simulateSource(handlerOf(forward));
    assert.deepEqual(verdictsOf(units), ['sends to out: at-least-once (duplicate)']);
  });

  it('loses what follows a commit, and repeats in the same process what a handler throws on after it', async () => {
    const first = `await consumer.commitOffsets([{ topic, partition, offset: next(message) }]);`;
    const run = 'autoCommit: false,';
    assert.deepEqual(await verdicts(handlerOf(`${first} try { ${post} } catch {}`, { run })), [
      'POST https://bank/transfer: at-most-once (lost-write)',
    ]);
    assert.deepEqual(await verdicts(handlerOf(first + post, { run })), [
      'POST https://bank/transfer: none (duplicate, lost-write)',
    ]);
  });

  it('reads autoCommit from run only', async () => {
    const source = handlerOf(forward).replace("groupId: 'group'", "groupId: 'group', autoCommit: false");
    const units = await simulateSource(source);
    assert.ok(storyOf(units, 'sends to out', 'duplicate').includes('1 auto-commit moves the group to offset 70042'));
  });

  it('delivers again what a handler throws on, and passes what it swallows', async () => {
    const swallowed = handlerOf(`try { ${forward} } catch {}`);
    assert.deepEqual(await verdicts(swallowed), ['sends to out: none (duplicate, lost-write)']);
  });

  it('takes an offset joined to a text for a number that is far off', async () => {
    const joined = `${post} await consumer.commitOffsets([{ topic, partition, offset: message.offset + 1 }]);`;
    assert.deepEqual(await verdicts(handlerOf(joined, { run: 'autoCommit: false,' })), [
      'POST https://bank/transfer: none (duplicate, lost-write)',
    ]);
  });

  it('moves where a handler seeks to', async () => {
    const source = `${post} if (message.offset === '70041') consumer.seek({ topic, partition, offset: '70043' });`;
    const [unit] = await simulateSource(handlerOf(source, { run: 'autoCommit: false,' }));
    assert.equal(unit?.points, 1);
  });

  it('says that a program does not end without any fault', async () => {
    assert.deepEqual(await verdicts(handlerOf('throw new Error("poison");')), [
      'incomplete: without any fault, the unit is stuck: the handler throws: poison',
    ]);
    assert.deepEqual(await verdicts(handlerOf('await new Promise(() => {});')), [
      'incomplete: without any fault, the unit is stuck: the handler never ends',
    ]);
  });
});

describe('kafkajs, simulated: transactions', () => {
  const guarded = (body: string): string => `const txn = await producer.transaction();
    try { ${body} await txn.commit(); } catch (error) { if (txn.isActive()) await txn.abort(); throw error; }`;
  const manual = { run: 'autoCommit: false,' };

  it('moves outputs and offsets together', async () => {
    assert.deepEqual(await verdicts(handlerOf(guarded(`await ${send}; ${offsets}`), manual)), [
      'sends to out: exactly-once (aborted-read, stuck)',
    ]);
  });

  it('cannot use a producer again whose commit has failed', async () => {
    const units = await simulateSource(handlerOf(guarded(`await ${send}; ${offsets}`), manual));
    const story = storyOf(units, 'sends to out', 'stuck');
    assert.ok(story.some((line) => line.includes('There is already an ongoing transaction')));
    assert.ok(story.includes('0 is stuck, and is restarted by hand'));
  });

  it('lets a send that nobody waits for miss the commit', async () => {
    assert.deepEqual(await verdicts(handlerOf(guarded(`void ${send}.catch(() => {}); ${offsets}`), manual)), [
      'sends to out: at-most-once (lost-write, aborted-read, stuck)',
    ]);
  });

  it('lets the producer itself send past its transaction', async () => {
    assert.deepEqual(await verdicts(handlerOf(guarded(`${forward} await ${send}; ${offsets}`), manual)), [
      'sends to out: at-least-once (duplicate, stuck)',
      'sends to out: exactly-once (aborted-read, stuck)',
    ]);
  });

  it('fences the producer of a process that sleeps through a rebalance, if its id is stable', async () => {
    const body = guarded(`await ${send}; ${offsets}`);
    const random = handlerOf(body, manual).replace("'tx-1'", 'crypto.randomUUID()');
    assert.deepEqual(await verdicts(random), ['sends to out: at-least-once (duplicate, aborted-read, stuck)']);
    const story = storyOf(await simulateSource(random), 'sends to out', 'duplicate');
    assert.ok(story.some((line) => line.startsWith('0 loses the partition')));
  });

  it('refuses a second transaction while one is open', async () => {
    const units = await simulateSource(handlerOf(`const txn = await producer.transaction(); await ${send};`));
    assert.match(verdictsOf(units)[0] ?? '', /incomplete: .*There is already an ongoing transaction/);
  });

  it('needs a transactional id', async () => {
    const source = handlerOf('await producer.transaction();').replace("transactionalId: 'tx-1', ", '');
    assert.match((await verdicts(source))[0] ?? '', /Must provide transactional id/);
  });
});

describe('kafkajs, simulated: batches', () => {
  const each = (body: string): string => `for (const message of batch.messages) {
    const event = JSON.parse(String(message.value)); ${body} }`;

  it('resolves a whole batch when its handler returns', async () => {
    const early = `for (const message of batch.messages.slice(0, 1)) {
      const event = JSON.parse(String(message.value)); ${post} }`;
    const units = await simulateSource(batchHandlerOf(early));
    assert.equal(units[0]?.delivery, 'each-batch');
    assert.deepEqual(verdictsOf(units), ['POST https://bank/transfer: at-least-once (duplicate)']);
  });

  it('does not deliver again what was resolved before the throw', async () => {
    const ahead = each(`resolveOffset(message.offset); ${post}`);
    assert.deepEqual(await verdicts(batchHandlerOf(ahead)), [
      'POST https://bank/transfer: none (duplicate, lost-write)',
    ]);
  });

  it('skips a message if the next offset is resolved', async () => {
    const skipping = each(`${post} resolveOffset(next(message)); await payload.heartbeat();`);
    assert.deepEqual(await verdicts(batchHandlerOf(skipping)), [
      'POST https://bank/transfer: none (duplicate, lost-write)',
    ]);
  });

  it('commits what it is given, and by itself only with an interval or a threshold', async () => {
    const committing = each(`${post} resolveOffset(message.offset); await payload.commitOffsetsIfNecessary();`);
    const [without] = await simulateSource(batchHandlerOf(committing, { run: 'autoCommit: false,' }));
    const [often] = await simulateSource(
      batchHandlerOf(committing, { run: 'autoCommit: false, autoCommitThreshold: 1,' }),
    );
    assert.deepEqual([without?.points, often?.points], [2, 4]);
  });

  it('offers what is resolved and not yet committed to a transaction', async () => {
    const source = batchHandlerOf(
      `const txn = await producer.transaction();
      for (const message of batch.messages) {
        await txn.send({ topic: 'out', messages: [{ value: message.value }] });
        resolveOffset(message.offset);
      }
      await txn.sendOffsets({ consumerGroupId: 'group', ...payload.uncommittedOffsets() });
      await txn.commit();`,
      { run: 'autoCommit: false, eachBatchAutoResolve: false,' },
    );
    assert.match((await verdicts(source))[0] ?? '', /^sends to out: /);
  });
});
