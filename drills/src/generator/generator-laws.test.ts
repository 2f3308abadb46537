import assert from 'node:assert/strict';
import fc from 'fast-check';
import ts from 'typescript';
import { arbitraryProgram } from './arbitrary-program.ts';
import { printProgram } from './print-program.ts';
import { simplifications, sizeOf } from './simplify.ts';
import { statementsIn, type Program } from './program.ts';
import { wellFormed } from './well-formed.ts';

const program = arbitraryProgram();

function syntaxErrors(name: string, text: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: name,
    reportDiagnostics: true,
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

function effectsOf({ delivery }: Program): number {
  return statementsIn(delivery.body).filter(({ kind }) => kind === 'effect' || kind === 'answered').length;
}

describe('generated programs', () => {
  it('are source that parses', () => {
    fc.assert(
      fc.property(program, (one) => {
        for (const [name, text] of printProgram(one)) {
          if (!name.endsWith('.sql')) assert.deepEqual(syntaxErrors(name, text), [], text);
        }
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  it('name each resource in one place', () => {
    const word =
      /\b(?:settled|postings|receipts|states|accounts|bookings|shipments|charge|confirmation|status|visits)_\d+\b/g;
    fc.assert(
      fc.property(program, (one) => {
        const lines = [...printProgram(one).values()].flatMap((text) => text.split('\n'));
        const named = lines.flatMap((line) => [...new Set(line.match(word))]);
        assert.equal(new Set(named).size, named.length);
      }),
      { seed: 12, numRuns: 150 },
    );
  });

  it('have something to judge, and are as bounded as they can be', () => {
    fc.assert(
      fc.property(program, (one) => {
        assert.ok(effectsOf(one) >= 1 && effectsOf(one) <= 4);
        assert.deepEqual(wellFormed(one), one);
      }),
      { seed: 13, numRuns: 300 },
    );
  });

  it('become smaller until nothing is left to leave out', () => {
    fc.assert(
      fc.property(program, (one) => {
        let current: Program | undefined = one;
        for (let size = Infinity; current !== undefined; [current] = simplifications(current)) {
          assert.ok(sizeOf(current) < size);
          size = sizeOf(current);
        }
      }),
      { seed: 14, numRuns: 40 },
    );
  });
});
