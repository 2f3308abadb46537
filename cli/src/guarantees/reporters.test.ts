import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { colours } from '../terminal/style.ts';
import { hostileText } from '../testing/hostile-text.ts';
import { hostileGuarantees, sampleGuarantees } from '../testing/sample-guarantees.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

describe('a comparison with the lock', () => {
  it('as text names the effect, what it was and is, and the line that did it', () => {
    assert.equal(
      text(sampleGuarantees),
      `handler Payments.start.eachMessage at src/payments.ts:10 (was Payments.start.eachMessage at src/old.ts)
  · auto-commit: off → on  src/payments.ts:4:3
  ✗ weaker   charge in Charger.charge
      now effectively-once → at-least-once  src/payments.ts:12:3
      why guard \`seen\` is gone  src/payments.ts:12:3
      run 1.   the message is handed to the handler  src/payments.ts:10:3
      run 2. ✗ the process crashes  src/payments.ts:12:3
  ✓ stronger send (paid)
      now none → exactly-once  src/payments.ts:14:3
      why it is visible when the transaction commits
  · gone     fetch
      was at-least-once

In short: kafka-eos.lock.json differs from the code: 1 weaker, 1 stronger, 2 other differences.
`,
    );
  });

  it('as text asks to keep what was gained', () => {
    const summary = { ...sampleGuarantees.summary, weaker: 0 };
    assert.match(text({ ...sampleGuarantees, summary }), /Keep what was gained: run "kafka-eos guarantees --update"/);
    const rest = { ...summary, raised: 0 };
    assert.match(text({ ...sampleGuarantees, summary: rest }), /Nothing got weaker/);
    assert.match(text({ ...sampleGuarantees, changes: [] }), /^In short: kafka-eos.lock.json agrees with the code/);
  });

  it('is the same with colours', () => {
    assert.equal(stripVTControlCharacters(text({ ...sampleGuarantees, style: colours })), text(sampleGuarantees));
  });

  it('as Markdown is a table and the runs', () => {
    const shown = markdown(sampleGuarantees);
    assert.match(
      shown,
      /^\| ❌ \| weaker `charge in Charger.charge` \| \*\*effectively-once → at-least-once\*\* \| guard &#96;seen&#96; is gone `src\/payments.ts:12` \|/m,
    );
    assert.match(
      shown,
      /<details><summary>charge in Charger.charge: the run that shows it<\/summary>\n\n1\. the message/,
    );
  });

  it('as JSON is one object', () => {
    const value: unknown = JSON.parse(json(sampleGuarantees));
    assert.ok(typeof value === 'object' && value !== null);
    assert.deepEqual(Object.keys(value), ['version', 'lock', 'state', 'complete', 'summary', 'changes', 'notices']);
  });

  it('lets nothing of others steer a terminal, a CI log or a page', () => {
    fc.assert(
      fc.property(hostileText, (hostile) => {
        for (const reporter of [text, json, markdown]) {
          const shown = stripVTControlCharacters(reporter({ ...hostileGuarantees(hostile), style: colours }));
          assert.doesNotMatch(shown, /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
          assert.doesNotMatch(shown, /^\s*(?:::|##\[)/m);
        }
        const page = markdown(hostileGuarantees(hostile));
        const outsideCode = page.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
        assert.doesNotMatch(outsideCode, /<(?!\/?(?:details|summary|br)>)[a-z]/i);
      }),
      { numRuns: 300 },
    );
  });

  it('as Markdown stays one table', () => {
    fc.assert(
      fc.property(hostileText, (hostile) => {
        const rows = markdown(hostileGuarantees(hostile))
          .split('\n')
          .filter((line) => line.startsWith('| '));
        for (const line of rows) assert.equal(line.replaceAll(/\\./g, '').split('|').length, 7, line);
        assert.equal(rows.length, 2 + 1 + 3);
      }),
    );
  });
});
