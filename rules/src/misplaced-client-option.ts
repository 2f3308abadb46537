import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'misplaced-client-option',
  summary: 'A delivery option where the library ignores it or throws.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'misplacedOption',
  messages: {
    ignored: {
      what: '{library} ignores {option} in {at}.',
      why: 'Nothing says so when the program runs: what this line promises is not in force, and its default is.',
      how: '{remedy}',
    },
    throws: {
      what: '{library} throws on {option} in {at}.',
      why: 'The call fails as soon as it is reached.',
      how: '{remedy}',
    },
  },
  check({ place, library, name, at, otherwise, home, move }, report) {
    const remedy = home === undefined ? `Remove it: ${library} has no such option.` : `What counts is ${home}.`;
    report({
      message: otherwise,
      at: place,
      data: { library, option: name, at, remedy },
      trace: [],
      fixes: () => (move.length === 0 ? [] : [{ title: `Make it ${home ?? name}`, safety: 'safe', edits: move }]),
    });
  },
});
