import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { TransactionalIdentity } from '@kafka-eos/analyzer/facts/transactional-identity';
import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'unstable-transactional-id',
  summary:
    'A transactional id that is a new one at every start fences no predecessor and ends none of its transactions.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'identity',
  messages: {
    unstable: {
      what: 'This transactional id is another one at every start of the process.',
      why: 'Only the same id again ends what a crashed predecessor left open and shuts out one that still runs; this one does neither.',
      how: 'Make it of what stays: a name of the instance from the environment, or topic and partition.',
    },
    invented: {
      what: 'No transactional id is set, so that the library makes up a random one at every start.',
      why: 'Only the same id again ends what a crashed predecessor left open and shuts out one that still runs; a random one does neither.',
      how: 'Set transactionalId to a name of the instance, or make it of topic and partition.',
    },
  },
  check(identity, report) {
    const { origin, begun, movesOffsets, closedInCall, value } = identity;
    if ((origin !== 'unstable' && origin !== 'invented') || begun !== true) return;
    if (closedInCall && !movesOffsets) return;
    report({
      message: origin,
      at: value,
      data: {},
      because: [{ place: identity.producer, message: 'the producer that gets it' }],
      trace: traceOf(identity),
    });
  },
});

function traceOf({ producer, value }: TransactionalIdentity): Trace {
  return [
    { place: producer, kind: 'begin', message: 'the producer begins a transaction under this id' },
    { place: producer, kind: 'fault', message: 'the process crashes, or hangs until another one takes its place' },
    {
      place: value,
      kind: 'replay',
      message: 'the next process comes with another id: to the broker it is somebody else',
    },
    {
      place: producer,
      kind: 'outcome',
      message: 'what the first one left open blocks readers until it times out, and what it still sends is accepted',
    },
  ];
}
