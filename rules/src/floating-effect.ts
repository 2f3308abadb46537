import type { FloatingWork } from '@kafka-eos/analyzer/facts/handler-outcome';
import { defineRule, type Fix } from './contract/define-rule.ts';

const WHY =
  'The message counts as processed while {effect} may still fail, and a crash before it ends loses the message.';

export default defineRule({
  id: 'floating-effect',
  summary: 'An effect that nobody waits for: the message counts as processed before it has happened.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'unit',
  messages: {
    dropped: {
      what: 'Nobody waits for {effect}: the promise of {label} is dropped.',
      why: WHY,
      how: 'Await it, return it, or collect it in a Promise.all that is awaited.',
    },
    inVain: {
      what: 'This await does not wait for {effect}: what {label} gives is no promise.',
      why: WHY,
      how: 'Await what makes a promise of it: lastValueFrom of an Observable.',
    },
    callbacks: {
      what: '{label} drops the promises of its callbacks, so nobody waits for {effect}.',
      why: WHY,
      how: 'Loop with for-of and await each turn, or await a Promise.all over map.',
    },
    timer: {
      what: '{label} runs {effect} later, when the handler has long returned.',
      why: WHY,
      how: 'Wait for it in the handler, or keep the work durably: in a table or a topic of its own.',
    },
    queued: {
      what: '{label} leaves {effect} to be done later, and the handler does not wait for it.',
      why: WHY,
      how: 'Wait in the handler until the queue is worked off, or commit the offsets where the work is done.',
    },
    parked: {
      what: 'The promise of {label} is kept, and nobody waits for {effect} before the handler returns.',
      why: WHY,
      how: 'Await it, or await a Promise.all of what is kept in the handler.',
    },
    told: {
      what: '{label} is given a callback, and nobody waits until {effect} is over.',
      why: WHY,
      how: 'Await the promise that it gives without a callback, or one that the callback settles.',
    },
  },
  check({ outcomes }, report) {
    for (const work of outcomes.floating) {
      report({
        message: work.form,
        at: work.place,
        data: { label: work.label, effect: work.effect.label },
        because: [{ place: work.effect.place, message: 'nobody waits for this' }],
        trace: work.trace,
        fixes: () => fixesFor(work),
      });
    }
  },
});

function fixesFor({ awaiting }: FloatingWork): readonly Fix[] {
  return awaiting.length === 0 ? [] : [{ title: 'Await it', safety: 'safe', edits: awaiting }];
}
