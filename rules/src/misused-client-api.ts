import type { Misuse } from '@kafka-eos/analyzer/facts/misused-call';
import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'misused-client-api',
  summary: 'A call of a Kafka library that cannot work.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'misusedCall',
  messages: {
    callback: {
      what: '{call} takes no callback: what it is given never runs.',
      why: 'It returns a transaction that nobody sends on, commits or aborts, and everything in the callback is lost.',
      how: 'Await the transaction, send on it, and commit or abort it.',
    },
    noTransactionalId: {
      what: '{call} always throws: its producer has no transactional id.',
      why: 'A transaction belongs to a transactional id, under which the broker fences the predecessors of this process.',
      how: 'Set the transactional id where the producer is made: stable across restarts, and another one per instance.',
    },
    noSuchMethod: {
      what: '{call} is not a function: the producer of {library} is not its transaction.',
      why: 'The call throws a TypeError, and the transaction stays open until the broker gives it up.',
      how: 'Keep what transaction() returns, and call commit() and abort() on that.',
    },
    groupId: {
      what: '{call} throws on a consumerGroupId.',
      why: 'Here the group comes from the consumer, whose generation lets the broker refuse the offsets of a zombie.',
      how: 'Pass the consumer in its place.',
    },
    missingAtRunTime: {
      what: '{call} is declared by {library}, but not there at run time.',
      why: 'The call throws a TypeError, so that no offset is stored.',
      how: 'Use commitOffsets with the next offset, or let the consumer store the offset when the handler returns.',
    },
    wholeMessage: {
      what: '{call} commits the offset of this message as the next one to read.',
      why: 'After a restart or a rebalance the group reads this message again.',
      how: 'Use commitMessage(message), which adds one, or commit the position with offset + 1.',
    },
    concurrent: {
      what: '{call} is called again before it is over.',
      why: '{library} merges calls of one operation that are under way at once: all promises resolve, but only the first is carried out.',
      how: 'Await each call before the next one.',
    },
    committedOffsetsIgnored: {
      what: '{call} starts at the end of each partition, whatever the group has committed.',
      why: 'Messages that arrive while the consumer is down or rebalancing are never read.',
      how: "Set mode: 'committed', and a fallbackMode for partitions without a committed offset.",
    },
    groupWithoutSuffix: {
      what: '{call} moves the offsets of a group that nobody reads with.',
      why: 'NestJS appends a suffix to the id of the group, so that these offsets belong to another group, and a restart reads the messages again.',
      how: 'Use the id of the group as the broker knows it.',
    },
  },
  check({ misuse, place, library, label, because }, report) {
    report({ message: MESSAGES[misuse], at: place, data: { call: label, library }, because, trace: [] });
  },
});

const MESSAGES = {
  callback: 'callback',
  'no-transactional-id': 'noTransactionalId',
  'no-such-method': 'noSuchMethod',
  'group-id': 'groupId',
  'missing-at-run-time': 'missingAtRunTime',
  'whole-message': 'wholeMessage',
  concurrent: 'concurrent',
  'committed-offsets-ignored': 'committedOffsetsIgnored',
  'group-without-suffix': 'groupWithoutSuffix',
} as const satisfies Record<Misuse, string>;
