import type { Overlap } from '@kafka-eos/analyzer/facts/overlap';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import { defineRule } from './contract/define-rule.ts';

const WHY =
  'A producer has one transaction at a time: the second begin is refused, or what belongs to one unit of work is committed with another.';

export default defineRule({
  id: 'overlapping-transactions',
  summary: 'One producer that can be asked to begin a transaction while another one of it is open.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'overlap',
  messages: {
    elements: {
      what: 'This begins a transaction for every element of a collection at once, on one producer.',
      why: WHY,
      how: 'Handle the elements one after the other, or all of them in one transaction.',
    },
    partitions: {
      what: 'Several partitions are handled at once, and each begins a transaction on the same producer here.',
      why: WHY,
      how: 'Keep a producer per partition, with an id made of topic and partition, or handle one partition at a time.',
    },
    listener: {
      what: 'Nobody waits for this listener: the next message begins its transaction while this one is open.',
      why: WHY,
      how: 'Read the stream with for await, so that a message is handled when the one before is done.',
    },
    requests: {
      what: 'Requests and timers do not wait for each other, and each begins a transaction on the same producer here.',
      why: WHY,
      how: 'Put the transactions in a queue, use a pool of producers with an id each, or send without a transaction.',
    },
  },
  check({ begin, how, runs }, report) {
    const because = [{ place: runs, message: 'starts the runs that overlap' }];
    report({ message: how, at: begin, data: {}, because, trace: traceOf({ begin, how, runs }) });
  },
});

function traceOf({ begin, runs }: Overlap): Trace {
  return [
    { place: runs, kind: 'receive', message: 'a first run starts' },
    { place: begin, kind: 'begin', message: 'it begins a transaction, and waits for the broker' },
    { place: runs, kind: 'receive', message: 'a second run starts meanwhile' },
    { place: begin, kind: 'fault', message: 'it begins a transaction on the same producer while the first is open' },
    { place: begin, kind: 'outcome', message: 'the begin is refused, or the two units of work share one transaction' },
  ];
}
