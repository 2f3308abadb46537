import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'idle-transactional-id',
  summary: 'A transactional id on a producer that never begins a transaction promises what its sends do not keep.',
  severity: { recommended: 'warning', strict: 'warning' },
  inspects: 'identity',
  messages: {
    idle: {
      what: 'This producer has a transactional id, and nothing begins a transaction on it.',
      why: 'Its sends are plain ones: the id alone makes nothing atomic and fences nobody.',
      how: 'Begin a transaction where the messages are sent, or drop the id; idempotent: true needs none.',
    },
  },
  check({ option, producer, begun, origin, sendsPlainly }, report) {
    if (begun !== false || !sendsPlainly || origin === 'unknown' || origin === 'invented') return;
    report({
      message: 'idle',
      at: option,
      data: {},
      because: [{ place: producer, message: 'the producer that gets it' }],
      trace: [
        { place: producer, kind: 'effect', message: 'the producer sends a first message: it is visible at once' },
        { place: producer, kind: 'fault', message: 'the process crashes before the second one' },
        { place: producer, kind: 'outcome', message: 'readers see one of two messages, for there was no transaction' },
      ],
    });
  },
});
