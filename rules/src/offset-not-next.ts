import type { WrongOffset } from '@kafka-eos/analyzer/facts/handler-outcome';
import { defineRule, type Fix } from './contract/define-rule.ts';

export default defineRule({
  id: 'offset-not-next',
  summary: 'An offset that is one off: the group repeats the last message, or skips the next one.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'wrongOffset',
  messages: {
    behind: {
      what: '{sink} wants the offset of the next message, and this is the offset of the message itself.',
      why: 'The group goes on at what is committed: after each restart the message that was processed last is handled again.',
      how: 'Add one to the offset as a number, not as a text.',
    },
    joined: {
      what: 'This offset is a text, so adding a number joins the two: "41" becomes "411".',
      why: 'The group goes on hundreds of messages ahead, or out of range, where the consumer starts over as its settings say.',
      how: 'Convert before adding: (BigInt(offset) + 1n).toString().',
    },
    ahead: {
      what: '{sink} adds one itself, and it is given the offset of the next message already.',
      why: 'The position moves two messages ahead: the next one is never handled.',
      how: 'Pass the offset of the message as it is.',
    },
  },
  check(wrong, report) {
    report({
      message: wrong.kind,
      at: wrong.place,
      data: { sink: wrong.sink.label },
      because: [{ place: wrong.sink.place, message: 'the offset gets here' }],
      trace: wrong.trace,
      fixes: () => fixesFor(wrong),
    });
  },
});

function fixesFor({ correction, kind }: WrongOffset): readonly Fix[] {
  const title = kind === 'ahead' ? 'Pass the offset as it is' : 'Pass the next offset';
  return correction.length === 0 ? [] : [{ title, safety: 'safe', edits: correction }];
}
