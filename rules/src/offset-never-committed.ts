import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'offset-never-committed',
  summary: 'Auto-commit is off and nothing commits: no restart goes on where the last one ended.',
  severity: { recommended: 'warning', strict: 'error' },
  inspects: 'unit',
  messages: {
    off: {
      what: '{option} is off, and nothing in sight commits an offset for {name}.',
      why: 'The group has no position to go on from: a restart or a rebalance begins at the first message and repeats what was processed, or at the end and skips what was sent meanwhile.',
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
