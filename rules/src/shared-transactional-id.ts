import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { TransactionalIdentity } from '@kafka-eos/analyzer/facts/transactional-identity';
import { defineRule } from './contract/define-rule.ts';

const WHY =
  'The coordinator takes the newer producer of an id for a restart of the older one, and shuts the older one out.';

export default defineRule({
  id: 'shared-transactional-id',
  summary: 'One transactional id for several producers at a time: each that starts shuts the others out.',
  severity: { recommended: 'off', strict: 'warning' },
  inspects: 'identity',
  messages: {
    several: {
      what: 'Several producers get the transactional id {id}.',
      why: WHY,
      how: 'Give each producer an id of its own.',
    },
    group: {
      what: 'Every instance of this service has the transactional id {id}, and the service joins a consumer group.',
      why: WHY,
      how: 'Make the id of the instance or the partition: a second instance of the group needs a second id.',
    },
    again: {
      what: 'A producer with the transactional id {id} is made anew each time.',
      why: WHY,
      how: 'Keep one producer, or give each an id of its own.',
    },
  },
  check(identity, report) {
    const { text, begun, value } = identity;
    const reason = reasonFor(identity);
    if (text === undefined || begun === false || reason === undefined) return;
    report({
      message: reason.message,
      at: value,
      data: { id: text },
      because: [{ place: reason.place, message: reason.says }],
      trace: [
        { place: identity.producer, kind: 'begin', message: `a first producer begins a transaction as ${text}` },
        { place: reason.place, kind: 'begin', message: `a second one begins a transaction as ${text}` },
        {
          place: identity.producer,
          kind: 'fault',
          message: 'the first one is fenced: its sends and its commit are refused',
        },
        { place: value, kind: 'outcome', message: 'two that are both needed take turns in shutting each other out' },
      ],
    });
  },
});

interface Reason {
  readonly message: 'several' | 'group' | 'again';
  readonly place: Place;
  readonly says: string;
}

function reasonFor({ sharers, producer, madeFor, group }: TransactionalIdentity): Reason | undefined {
  if (madeFor !== undefined) return { message: 'again', place: madeFor, says: 'runs again and again' };
  if (sharers > 1) return { message: 'several', place: producer, says: 'gets it' };
  return group === undefined
    ? undefined
    : { message: 'group', place: group, says: 'the group that every instance joins' };
}
