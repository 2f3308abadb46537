import assert from 'node:assert/strict';
import { noClientUse } from '@kafka-eos/analyzer/facts/client-use';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { Unit } from '@kafka-eos/analyzer/facts/unit';
import { defineRule } from './define-rule.ts';
import type { Rule } from './rule.ts';
import type { Workspace } from './workspace.ts';

const placeAt = (line: number, file = 'src/a.ts'): Place => ({
  file,
  start: { line, column: 1 },
  end: { line, column: 9 },
});

const steps = (count: number): Trace =>
  Array.from({ length: count }, (_, index) => ({
    place: placeAt(index + 1),
    kind: 'effect',
    message: `step ${index}`,
  }));

const unit = (name: string): Unit => ({
  id: name,
  kind: 'handler',
  delivery: 'each-message',
  name,
  symbol: name,
  place: placeAt(1),
  claims: [],
  effects: [],
  transactions: [],
  offsetCommits: [],
  guards: [],
  outcomes: { swallowed: [], early: [], floating: [], wrongOffsets: [], droppedTails: [] },
  guarantee: 'at-least-once',
});

const workspace = (...names: readonly string[]): Workspace => ({
  units: names.map(unit),
  consumers: [],
  topicWrites: [],
  clientUse: noClientUse,
});

function ruleThatSays(traceOf: (unit: Unit) => { readonly trace: Trace; readonly line: number }): Rule {
  return defineRule({
    id: 'sample',
    summary: 'A rule for this test.',
    severity: { recommended: 'warning', strict: 'error' },
    inspects: 'unit',
    messages: { seen: { what: '{effect} repeats.', why: 'Because of {effect}.', how: 'Key it.' } },
    check(inspected, report) {
      const { trace, line } = traceOf(inspected);
      report({
        message: 'seen',
        at: placeAt(line),
        data: { effect: 'INSERT\n  INTO x' },
        because: [{ place: inspected.place, message: `reached from ${inspected.name}` }],
        trace,
        fixes: () => [{ title: 'key it', safety: 'unsafe', edits: [{ place: placeAt(line), text: 'k' }] }],
      });
    },
  });
}

describe('defineRule', () => {
  it('shows the rule each unit, and words what it reports', () => {
    const [finding, ...others] = ruleThatSays(() => ({ trace: steps(1), line: 3 })).run(workspace('charge'));
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'INSERT INTO x repeats.');
    assert.equal(finding.help, 'Because of INSERT INTO x.\nKey it.');
    assert.deepEqual(finding.severity, { recommended: 'warning', strict: 'error' });
  });

  it('makes one finding of several units on one place, with the shortest trace', () => {
    const rule = ruleThatSays(({ name }) => ({ trace: steps(name === 'refund' ? 2 : 4), line: 3 }));
    const [finding, ...others] = rule.run(workspace('charge', 'refund', 'charge'));
    assert.deepEqual(others, []);
    assert.equal(finding?.trace.length, 2);
    assert.deepEqual(
      finding.related.map(({ message }) => message),
      ['reached from charge', 'reached from refund'],
    );
    assert.equal(finding.fixes().length, 1);
  });

  it('prefers any trace to none', () => {
    const rule = ruleThatSays(({ name }) => ({ trace: steps(name === 'refund' ? 0 : 4), line: 3 }));
    assert.equal(rule.run(workspace('refund', 'charge'))[0]?.trace.length, 4);
  });

  it('sorts by place, whatever the order of discovery', () => {
    const lines = new Map([
      ['a', 9],
      ['b', 2],
      ['c', 30],
    ]);
    const rule = ruleThatSays(({ name }) => ({ trace: [], line: lines.get(name) ?? 0 }));
    const found = rule.run(workspace('c', 'a', 'b')).map(({ place }) => place.start.line);
    assert.deepEqual(found, [2, 9, 30]);
  });

  it('keeps the most severe level of each preset when findings merge', () => {
    const rule = defineRule({
      id: 'sample',
      summary: 'A rule for this test.',
      severity: { recommended: 'off', strict: 'off' },
      inspects: 'unit',
      messages: { seen: { what: 'x', why: 'y', how: 'z' } },
      check(inspected, report) {
        const severe = inspected.name === 'charge';
        report({
          message: 'seen',
          at: placeAt(1),
          data: {},
          severity: severe ? { recommended: 'error', strict: 'info' } : { recommended: 'off', strict: 'warning' },
          trace: [],
        });
      },
    });
    assert.deepEqual(rule.run(workspace('refund', 'charge'))[0]?.severity, { recommended: 'error', strict: 'warning' });
  });
});
