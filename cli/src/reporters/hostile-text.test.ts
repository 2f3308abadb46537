import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { hostileText } from '../testing/hostile-text.ts';
import { hostileReport } from '../testing/sample-report.ts';
import { unmistakable } from '../check/shown-path.ts';
import { colours } from '../terminal/style.ts';
import { reporters } from './all-reporters.ts';

const report = (text: string) => ({ ...hostileReport(text), style: colours, shownPath: unmistakable });

describe('every report', () => {
  for (const [format, reporter] of Object.entries(reporters)) {
    it(`as ${format} has no control characters of others`, () => {
      fc.assert(
        fc.property(hostileText, (text) => {
          const shown = stripVTControlCharacters(reporter(report(text)));
          assert.doesNotMatch(shown, /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
        }),
        { numRuns: 500 },
      );
    });
  }

  it('has no line that a CI log obeys, except as github', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const format of ['pretty', 'compact', 'json', 'sarif'] as const) {
          const shown = stripVTControlCharacters(reporters[format](report(text)));
          assert.doesNotMatch(shown, /^\s*(?:::|##\[)/m, format);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('as github obeys in our own lines only', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const lines = reporters.github(report(text)).trimEnd().split('\n');
        assert.equal(lines.length, 3);
        assert.match(lines[0] ?? '', /^::error file=[^:]*,title=kafka-eos%3A in-memory-dedup::/);
      }),
      { numRuns: 500 },
    );
  });
});
