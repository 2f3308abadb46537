import assert from 'node:assert/strict';
import { sampleMap, sampleMapReport } from '../testing/sample-map.ts';
import { mermaid } from './mermaid.ts';

describe('the map as Mermaid', () => {
  it('is a flowchart of services, pipelines and topics', () => {
    assert.equal(
      mermaid(sampleMapReport),
      `flowchart LR
  t0(["orders<br/>nobody here writes it"]):::open
  t1(["payments"])
  subgraph s0["orders"]
    subgraph p0["onOrder"]
      p0i["orders/main.ts:20<br/>group orders<br/>read_committed"]
      subgraph p0t["in the Kafka transaction"]
        p0e0["✓ send → payments<br/>exactly once"]:::once
        p0o["✓ input offset<br/>moves with the commit"]:::once
      end
      p0e1["↻ INSERT INTO requests (database)<br/>at least once"]:::repeats
    end
  end
  subgraph s1["payments"]
    subgraph p1["eachBatch"]
      p1i["payments/main.ts:9<br/>group ‹process.env.GROUP›<br/>read_uncommitted"]
      p1e0["✗ stripe.charges.create (payment)<br/>no guarantee"]:::lost
    end
  end
  t0 --> p0i
  p0i --> p0e0
  p0i --> p0e1
  p0i --> p0o
  p0e0 --> t1
  t1 -. "read_uncommitted" .-> p1i
  p1i --> p1e0
  classDef once stroke:#1a7f37,stroke-width:2px
  classDef repeats stroke:#bf8700,stroke-width:2px
  classDef lost stroke:#cf222e,stroke-width:2px
  classDef unknown stroke:#0969da,stroke-width:2px,stroke-dasharray:4 3
  classDef open stroke-dasharray:4 3
`,
    );
  });

  it('tells what a consumer reads beside the topics in sight, and who writes those', () => {
    const consumers = sampleMap.consumers.map((consumer) => ({ ...consumer, unresolvedTopics: ['topic'] }));
    const shown = mermaid({ ...sampleMapReport, map: { ...sampleMap, consumers, sendsOutOfSight: true } });
    assert.match(shown, /t0\(\["orders<br\/>who writes it is not known"\]\):::open/);
    assert.match(shown, /<br\/>reads ‹topic›<br\/>group orders<br\/>/);
  });

  it('shows consumers without a handler, and senders outside of one', () => {
    const [consumer] = sampleMap.consumers;
    assert.ok(consumer);
    const writer = { service: 'orders', at: consumer.at, transactional: false };
    const topics = [{ name: 'orders', writers: [writer], readers: [{ service: 'orders', consumer: consumer.id }] }];
    const map = { ...sampleMap, topics, consumers: [{ ...consumer, pipelines: [] }], pipelines: [] };
    const shown = mermaid({ ...sampleMapReport, map });
    assert.match(shown, /c0\["no handler in sight"\]/);
    assert.match(shown, /o0\["outside handlers"\]/);
    assert.match(shown, /o0 --> t0\n {2}t0 --> c0/);
  });
});
