import assert from 'node:assert/strict';
import { displayWidth } from '../terminal/display-width.ts';
import { withoutColour } from '../terminal/safe.ts';
import { colours } from '../terminal/style.ts';
import { sampleMap, sampleMapReport } from '../testing/sample-map.ts';
import { text } from './text.ts';

describe('the map as text', () => {
  it('shows what is inside the transaction and what is not', () => {
    assert.equal(
      text(sampleMapReport),
      `Exactly once where? 2 services, 2 pipelines, 3 effects
✓ 1 once   ↻ 1 may repeat   ✗ 1 may be lost

── orders ──────────────────────────────────────────────────────────────────────

orders → onOrder                                                 ↻ at least once
  orders/main.ts:20
  group orders, read_committed
  ┏ in the Kafka transaction ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
  ┃ ✓ send → payments                                               exactly once
  ┃   it is visible when the transaction commits, and so is the offset
  ┃   orders/main.ts:22
  ┃ ✓ input offset                                         moves with the commit
  ┗ transactional id: process.env.TX ?? 'orders-0' (derived)
  not in the transaction
  ↻ INSERT INTO requests (database)                                at least once
    repeated when the process crashes before the commit; it runs while the
    transaction is open, and an abort does not undo it
    orders/store.ts:7

── payments ────────────────────────────────────────────────────────────────────

payments → eachBatch                                              ✗ no guarantee
  payments/main.ts:9
  group ‹process.env.GROUP›, read_uncommitted, each batch
  no Kafka transaction; input offset moved by auto-commit
  ✗ stripe.charges.create (payment)                                 no guarantee
    repeated when the process crashes after the handler; lost when it fails and
    throws; guarded by seen, in memory only
    payments/main.ts:11

── topics ──────────────────────────────────────────────────────────────────────
  orders                                                   nobody here writes it
    to   orders
  payments
    from orders (in a transaction)
    to   payments (read_uncommitted: sees messages of transactions that are
      aborted)

1 thing could not be followed: --explain lists them, and how to tell the tool
`,
    );
  });

  it('fits into a narrow terminal', () => {
    for (const width of [40, 56, 80, 100]) {
      const lines = text({ ...sampleMapReport, width, explain: true }).split('\n');
      for (const line of lines) assert.ok(displayWidth(line) <= width, `${String(width)}: ${line}`);
    }
  });

  it('says the same with colours', () => {
    const report = { ...sampleMapReport, explain: true };
    const coloured = text({ ...report, style: colours });
    assert.notEqual(coloured, text(report));
    assert.equal(withoutColour(coloured), text(report));
  });

  it('tells an offset that moves without the transaction', () => {
    const [pipeline] = sampleMap.pipelines;
    assert.ok(pipeline);
    const shown = (position: readonly ('in-transaction' | 'auto-commit')[]): string =>
      text({ ...sampleMapReport, map: { ...sampleMap, pipelines: [{ ...pipeline, position }] } });
    assert.match(shown(['auto-commit']), /not in the transaction\n {2}✗ input offset +moved by auto-commit\n/);
    assert.match(
      shown(['in-transaction', 'auto-commit']),
      /┃ ✗ input offset .*moves in the transaction, and moved by auto-commit/,
    );
  });

  it('explains what is unknown, with the text to paste', () => {
    const shown = text({ ...sampleMapReport, explain: true });
    const explained = shown.slice(shown.indexOf('── what'));
    assert.equal(
      explained,
      `── what the map does not know ──────────────────────────────────────────────────

  calls of which nothing is known
  ? send (@house/mail)
    payments/main.ts:12
    it gets data of the message; nothing is known of it, and it is taken for
    harmless
    If it changes another system, describe it:
      declare module '@house/mail' {
        export function send(): void;
      }
`,
    );
    const nothing = text({ ...sampleMapReport, explain: true, map: { ...sampleMap, unknowns: [] } });
    assert.match(nothing, /nothing: every topic, effect and call was followed\n$/);
  });

  it('says that there is nothing to show', () => {
    const empty = { clients: [], services: [], pipelines: [], consumers: [], producers: [], topics: [], unknowns: [] };
    const notices = [{ message: 'no Kafka code found: 1 file was looked at', incomplete: false }];
    assert.equal(
      text({ ...sampleMapReport, map: empty, notices }),
      'note no Kafka code found: 1 file was looked at\n\nNo Kafka code found.\n',
    );
    assert.equal(
      text({ ...sampleMapReport, map: { ...empty, clients: ['kafkajs'] } }),
      'No pipeline found: kafkajs is imported, and nothing reads or writes a topic.\n',
    );
  });

  it('does not say that nobody writes or reads a topic, where somebody may', () => {
    const [orders, payments] = sampleMap.consumers;
    assert.ok(orders && payments);
    const sent = text({ ...sampleMapReport, map: { ...sampleMap, sendsOutOfSight: true } });
    assert.match(sent, /\n {2}orders {2,}who writes it is not known\n/);
    const consumers = [{ ...orders, unresolvedTopics: ['process.env.MORE'] }];
    const [, written] = sampleMap.topics;
    assert.ok(written);
    const topics = [{ ...written, readers: [] }];
    const read = text({ ...sampleMapReport, map: { ...sampleMap, consumers, topics } });
    assert.match(read, /\norders, ‹process\.env\.MORE› → onOrder /);
    assert.match(read, /\n {2}payments {2,}who reads it is not known\n/);
  });

  it('shows consumers without a handler', () => {
    const [consumer] = sampleMap.consumers;
    assert.ok(consumer);
    const map = { ...sampleMap, consumers: [{ ...consumer, pipelines: [] }], pipelines: [] };
    assert.match(
      text({ ...sampleMapReport, map }),
      /── consumers without a handler in sight ─+\n {2}orders \(group orders\)\n {4}orders\/main\.ts:13\n/,
    );
  });
});
