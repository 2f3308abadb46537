import type { PlainProducer, Produce } from '@kafka-eos/analyzer/facts/effect';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { Unit } from '@kafka-eos/analyzer/facts/unit';
import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'non-idempotent-producer',
  summary: 'A producer of a handler whose own retries repeat messages.',
  severity: { recommended: 'off', strict: 'warning' },
  inspects: 'unit',
  messages: {
    plain: {
      what: 'The retries of this producer repeat messages: it is neither idempotent nor transactional.',
      why: 'When only the acknowledgement of a message is lost, the producer sends it again, and the broker cannot tell that it has it already.',
      how: 'Set {option}: true.',
    },
  },
  check(unit, report) {
    if (unit.kind !== 'handler') return;
    for (const { effect } of unit.effects) {
      if (effect.kind !== 'produce') continue;
      for (const producer of effect.plainProducers ?? []) {
        const { place, option, remedy } = producer;
        report({
          message: 'plain',
          at: place,
          data: { option },
          because: [
            { place: unit.place, message: `handles each message: ${unit.name}` },
            { place: effect.place, message: `sends with it: ${effect.label}` },
          ],
          trace: lostAcknowledgement(unit, effect, producer),
          fixes: () => (remedy.length === 0 ? [] : [{ title: `Set ${option}: true`, safety: 'unsafe', edits: remedy }]),
        });
      }
    }
  },
});

/** The run in which nothing but an answer is lost. */
function lostAcknowledgement(unit: Unit, { place, label }: Produce, producer: PlainProducer): Trace {
  return [
    { place: unit.place, kind: 'receive', message: 'the message is handed to the handler' },
    { place, kind: 'effect', message: `${label} runs: the broker appends the message` },
    { place, kind: 'fault', message: 'the acknowledgement is lost on its way' },
    {
      place: producer.place,
      kind: 'replay',
      message: 'the producer retries by itself, and the broker appends it again',
    },
    { place, kind: 'outcome', message: 'the message is in the topic twice, although the handler ran once' },
  ];
}
