import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'offset-never-committed',
  summary: 'Auto-commit is off and nothing commits: every restart processes everything again.',
  severity: { recommended: 'warning', strict: 'error' },
  inspects: 'unit',
  messages: {
    off: {
      what: '{option} is off, and nothing in sight commits an offset for {name}.',
      why: 'The group has no position to go on from, so every restart and every rebalance hands over again what was processed.',
      how: 'Commit the next offset once the work is done, or leave {option} on.',
    },
  },
  check({ outcomes, place, name }, report) {
    const { uncommitted } = outcomes;
    if (uncommitted === undefined) return;
    report({
      message: 'off',
      at: uncommitted.place,
      data: { option: uncommitted.option, name },
      because: [{ place, message: `handles the messages: ${name}` }],
      trace: uncommitted.trace,
    });
  },
});
