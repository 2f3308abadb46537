import type { Consumer } from '@kafka-eos/analyzer/facts/consumer';
import type { TopicWrite } from '@kafka-eos/analyzer/facts/producer';
import type { Trace, TraceStep } from '@kafka-eos/analyzer/facts/trace';
import type { Unit } from '@kafka-eos/analyzer/facts/unit';
import { defineRule } from './contract/define-rule.ts';
import type { Workspace } from './contract/workspace.ts';

export default defineRule({
  id: 'read-uncommitted-consumer',
  summary: 'A consumer that opts out of read_committed handles messages of transactions that are aborted later.',
  severity: { recommended: 'warning', strict: 'error' },
  inspects: 'consumer',
  messages: {
    besideTransactions: {
      what: '{option} makes this consumer read messages of open and aborted transactions, and {writer}.',
      why: 'An aborted transaction was never meant to happen, but its messages are handled here; the retry sends them again.',
      how: 'Remove {option}: read_committed is the default.',
    },
    optedOut: {
      what: '{option} makes this consumer read messages of open and aborted transactions.',
      why: 'As soon as somebody writes its topics in a transaction, aborted messages are handled as if they had happened.',
      how: 'Remove {option}: read_committed is the default and costs nothing where nobody uses transactions.',
    },
  },
  check(consumer, report, workspace) {
    const option = consumer.readUncommitted;
    if (option?.value !== true) return;
    const writes = workspace.topicWrites.filter((w) => w.transactional && consumer.topics.includes(w.topic));
    const own = workspace.units.find((unit) => unit.consumerId === consumer.id && unit.transactions.length > 0);
    const because = writes.map(({ place, topic }) => ({ place, message: `${topic} is written in a transaction here` }));
    const trace = ghostTrace(consumer, workspace, writes);
    const fixes = () => [{ title: `Remove ${option.name}`, safety: 'safe' as const, edits: option.removal }];
    const writer = writerOf(writes, own);
    if (writer === undefined)
      report({ message: 'optedOut', at: option.place, data: { option: option.name }, trace, fixes });
    else {
      const severity = { recommended: 'error', strict: 'error' } as const;
      report({
        message: 'besideTransactions',
        at: option.place,
        data: { option: option.name, writer },
        severity,
        because,
        trace,
        fixes,
      });
    }
  },
});

function writerOf(writes: readonly TopicWrite[], own: Unit | undefined): string | undefined {
  const [first] = writes;
  if (first !== undefined) return `${first.topic} is written by a transactional producer of this workspace`;
  return own === undefined ? undefined : 'its own handler runs a transaction';
}

/** The run in which a transactional output is seen and then thrown away, ending at this consumer. */
function ghostTrace(consumer: Consumer, workspace: Workspace, writes: readonly TopicWrite[]): Trace {
  const seen: TraceStep = {
    place: consumer.place,
    kind: 'outcome',
    message: 'this consumer has handled a message that never happened',
  };
  const topics = new Set(writes.map(({ topic }) => topic));
  for (const unit of workspace.units) {
    for (const { effect, verdict } of unit.effects) {
      const feeds = effect.kind === 'produce' && effect.topics.some((topic) => topics.has(topic));
      const ghost = verdict.anomalies.find(({ kind }) => kind === 'aborted-read');
      if (feeds && ghost !== undefined) return [...ghost.trace, seen];
    }
  }
  const topic = consumer.topics[0] ?? 'its topic';
  return [
    {
      place: consumer.place,
      kind: 'effect',
      message: `a transactional producer sends a message to ${topic}; nothing is committed yet`,
    },
    { place: consumer.place, kind: 'receive', message: 'this consumer reads it at once and handles it' },
    { place: consumer.place, kind: 'fault', message: 'the producer crashes: its transaction is aborted' },
    {
      place: consumer.place,
      kind: 'replay',
      message: 'the restarted producer sends the message again, in a new transaction',
    },
    { ...seen, message: 'this consumer has handled a message that never happened, and handles its successor too' },
  ];
}
