import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { displayWidth } from '../terminal/display-width.ts';
import { colours } from '../terminal/style.ts';
import { hostileText } from '../testing/hostile-text.ts';
import { hostileCrash, sampleCrash } from '../testing/sample-crash.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

describe('a crash table', () => {
  it('as text has a row for each point, and marks the bad ones', () => {
    assert.equal(
      text(sampleCrash),
      `handler eachMessage at src/payments.ts:10
  runs for each message, auto-commit on

  A  stripe.charges.create  payments.ts:12  at-least-once
  B  txn.send               payments.ts:14  exactly-once

    the process dies                        kept  lost      runs  in the end
    before the first step                   -     -         A B   once
  ✗ after payments.ts:12  await stripe.ch…  A     B?, seen  A B   A? duplicate
                                                                  B aborted read
  ~ after payments.ts:14  await txn.send({  A     B?, seen  A B   B aborted read
    after the offset is committed           A     B?, seen  A B   once

  kept: survives. lost: was pending, or in memory. runs: after the restart.
  ~ aborted read: only readers with read_uncommitted see the extra message.
  ? on some of the paths that lead there.
`,
    );
  });

  it('as text fits any terminal, with colours or without', () => {
    for (let width = 40; width <= 120; width += 1) {
      const lines = text({ ...sampleCrash, width }).split('\n');
      for (const line of lines) assert.ok(displayWidth(line) <= width, `${width}: ${line}`);
      assert.deepEqual(stripVTControlCharacters(text({ ...sampleCrash, width, style: colours })).split('\n'), lines);
    }
  });

  it('has the same rows in every format', () => {
    const parsed: unknown = JSON.parse(json(sampleCrash));
    assert.ok(typeof parsed === 'object' && parsed !== null);
    assert.deepEqual(Object.keys(parsed), ['version', 'handlers', 'notices']);
    assert.equal(json(sampleCrash).match(/"moment"/g)?.length, 4);
    assert.equal(markdown(sampleCrash).match(/\| (?:before|after) /g)?.length, 4);
    assert.match(markdown(sampleCrash), /\| ❌ \| after `payments.ts:12` `await stripe/);
  });

  it('says so where there is nothing to show', () => {
    const [view] = sampleCrash.views;
    assert.ok(view);
    const empty = { ...sampleCrash, views: [{ ...view, effects: [], rows: [] }] };
    assert.match(text(empty), /no effect that kafka-eos knows of/);
    assert.match(markdown(empty), /no effect/);
  });

  it('lets nothing of others steer a terminal, a CI log or a page', () => {
    fc.assert(
      fc.property(hostileText, (hostile) => {
        for (const reporter of [text, json, markdown]) {
          const shown = stripVTControlCharacters(reporter({ ...hostileCrash(hostile), style: colours }));
          assert.doesNotMatch(shown, /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
          assert.doesNotMatch(shown, /^\s*(?:::|##\[)/m);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('as Markdown stays one table', () => {
    fc.assert(
      fc.property(hostileText, (hostile) => {
        const rows = markdown(hostileCrash(hostile))
          .split('\n')
          .filter((line) => line.startsWith('|'));
        for (const line of rows) assert.ok([6, 8].includes(line.replaceAll(/\\./g, '').split('|').length), line);
        assert.equal(rows.length, 4 + 4);
      }),
    );
  });
});
