import assert from 'node:assert/strict';
import { sampleMap, sampleMapReport } from '../testing/sample-map.ts';
import { markdown } from './markdown.ts';
import { code, prose } from './markdown-text.ts';

describe('the map as Markdown', () => {
  it('is the document of the delivery guarantees', () => {
    assert.equal(
      markdown(sampleMapReport),
      `# Delivery guarantees

What happens exactly once, and what does not, when a process crashes, a partition moves or a call is retried. Written by \`kafka-eos map --format markdown\`; run it again instead of editing this page.

2 services, 2 pipelines, 2 topics, 3 effects: 1 once, 1 may repeat, 1 may be lost

## Transaction identity

| service | transactional id | origin | topics | producer |
| --- | --- | --- | --- | --- |
| orders | \`process.env.TX ?? 'orders-0'\` | derived: made of something that can differ between instances | \`payments\` | [\`orders/main.ts:8\`](<orders/main.ts#L8>) |

## External effect policy

| service | effect | system | policy | guarantee | place |
| --- | --- | --- | --- | --- | --- |
| orders | \`INSERT INTO requests\` | database | no policy: every execution counts | ↻ at least once | [\`orders/store.ts:7\`](<orders/store.ts#L7>) |
| payments | \`stripe.charges.create\` | payment | no policy: every execution counts; guarded by seen, in memory only | ✗ no guarantee | [\`payments/main.ts:11\`](<payments/main.ts#L11>) |

## Isolation of each consumer

| service | group | topics | isolation | its topics are written | so it | consumer |
| --- | --- | --- | --- | --- | --- | --- |
| orders | \`orders\` | \`orders\` | \`read_committed\` | by nobody here | aborted messages stay hidden | [\`orders/main.ts:13\`](<orders/main.ts#L13>) |
| payments | \`‹process.env.GROUP›\` | \`payments\` | \`read_uncommitted\` | in transactions | sees messages of transactions that are aborted | [\`payments/main.ts:5\`](<payments/main.ts#L5>) |

## Pipelines

### orders

#### \`orders\` → onOrder: ↻ at least once

[\`orders/main.ts:20\`](<orders/main.ts#L20>) · group \`orders\` · \`read_committed\` · input offset moves in the transaction · transactional id \`process.env.TX ?? 'orders-0'\`

| effect | Kafka transaction | guarantee | reason | place |
| --- | --- | --- | --- | --- |
| \`send → payments\` | **inside** | ✓ exactly once | it is visible when the transaction commits, and so is the offset | [\`orders/main.ts:22\`](<orders/main.ts#L22>) |
| \`INSERT INTO requests\` (database) | **not in it**, while it is open | ↻ at least once | repeated when the process crashes before the commit; it runs while the transaction is open, and an abort does not undo it | [\`orders/store.ts:7\`](<orders/store.ts#L7>) |

### payments

#### \`payments\` → eachBatch: ✗ no guarantee

[\`payments/main.ts:9\`](<payments/main.ts#L9>) · group \`‹process.env.GROUP›\` · \`read_uncommitted\` · input offset moved by auto-commit

| effect | Kafka transaction | guarantee | reason | place |
| --- | --- | --- | --- | --- |
| \`stripe.charges.create\` (payment) | not in one | ✗ no guarantee | repeated when the process crashes after the handler; lost when it fails and throws | [\`payments/main.ts:11\`](<payments/main.ts#L11>) |

## Topics

| topic | written by | read by |
| --- | --- | --- |
| \`orders\` | nobody here | orders |
| \`payments\` | orders | payments |
`,
    );
  });

  it('does not say that nobody writes a topic, where somebody may', () => {
    const shown = markdown({ ...sampleMapReport, map: { ...sampleMap, sendsOutOfSight: true } });
    assert.match(shown, /\| `orders` \| `orders` \| `read_committed` \| by whom is not known \|/);
    assert.match(shown, /\| `orders` \| not known \| orders \|/);
    const consumers = sampleMap.consumers.map((consumer) => ({ ...consumer, unresolvedTopics: ['topic'] }));
    const open = markdown({ ...sampleMapReport, map: { ...sampleMap, consumers } });
    assert.match(open, /\| `orders` \| `orders`, `‹topic›` \| `read_committed` \| by whom is not known \|/);
  });

  it('explains what is unknown, when asked to', () => {
    const shown = markdown({ ...sampleMapReport, explain: true });
    assert.ok(
      shown.endsWith(`## What the map does not know

### calls of which nothing is known

\`send (@house/mail)\` at [\`payments/main.ts:12\`](<payments/main.ts#L12>): it gets data of the message; nothing is known of it, and it is taken for harmless. If it changes another system, describe it:

\`\`\`ts
declare module '@house/mail' {
  export function send(): void;
}
\`\`\`
`),
      shown,
    );
  });

  it('leaves plain words as they are, and puts everything else into code', () => {
    assert.equal(prose('the read_committed reader'), 'the read_committed reader');
    for (const text of ['@team', 'see #12', '*x*', '<b>', 'http://x', 'www.x.y', '[x](y)', '_x_', '!x']) {
      assert.equal(prose(text), `\`${text}\``);
    }
    assert.equal(code('a`b'), '``a`b``');
    assert.equal(code('`a'), '`` `a ``');
  });
});
