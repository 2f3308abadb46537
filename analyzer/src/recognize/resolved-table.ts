import ts from '../typescript.ts';
import type { CalledTable } from './called-table.ts';
import type { Checker } from './checker.ts';
import { targetSymbol } from './by-symbol.ts';
import { openRestingAnswers } from './resting-answers.ts';

/** Things said in one file, by spelling. What is meant by a spelling takes types: that is asked for what somebody wants to know. */
export interface ResolvedTable<Target, Named extends ts.Node, Thing> {
  add(spelling: string, named: Named, thing: Thing): void;
  readonly spellings: () => Iterable<string>;
  /** In the order in which they were added. Answers are remembered until they are forgotten. */
  resolve(spelling: string, checker: Checker): readonly Resolved<Target, Thing>[];
  /** Forgets what does not outlive its checker, and what was declared in files that are gone. */
  forget(isGone: IsGone): void;
}

export interface Resolved<Target, Thing> {
  readonly target: Target;
  readonly thing: Thing;
}

type IsGone = (file: ts.SourceFile) => boolean;

/** How a spelling becomes what is meant, and which files that rests on: none where a checker made it for itself. */
interface Meaning<Target, Named> {
  readonly targetOf: (named: Named, checker: Checker) => Target | undefined;
  readonly filesOf: (target: Target) => readonly ts.SourceFile[] | undefined;
}

const none: readonly never[] = [];

/** Expressions that name a variable or a field. */
export function symbolTable<Thing>(): ResolvedTable<ts.Symbol, ts.Expression, Thing> {
  return openTable({ targetOf: targetSymbol, filesOf: declaringFiles });
}

/** Calls, by the function or signature that their callee is declared as. */
export function signatureTable(called: CalledTable): ResolvedTable<ts.Node, ts.CallExpression, ts.CallExpression> {
  return openTable<ts.Node, ts.CallExpression, ts.CallExpression>({
    targetOf: (call, checker) => called.resolve(call, checker).declaration,
    filesOf: (declaration) => [declaration.getSourceFile()],
  });
}

/** The binder's symbols belong to their file; those that a checker makes belong to it. */
function declaringFiles(symbol: ts.Symbol): readonly ts.SourceFile[] | undefined {
  if ((symbol.flags & ts.SymbolFlags.Transient) !== 0) return undefined;
  return (symbol.declarations ?? []).map((declaration) => declaration.getSourceFile());
}

function openTable<Target, Named extends ts.Node, Thing>({
  targetOf,
  filesOf,
}: Meaning<Target, Named>): ResolvedTable<Target, Named, Thing> {
  const spelt = new Map<string, { readonly named: Named; readonly thing: Thing }[]>();
  const known = openRestingAnswers<string, readonly Resolved<Target, Thing>[]>();
  const restingOn = (answer: readonly Resolved<Target, Thing>[]): Iterable<ts.SourceFile> | undefined => {
    const files = answer.map(({ target }) => filesOf(target));
    return files.includes(undefined) ? undefined : new Set(files.flatMap((each) => each ?? []));
  };
  return {
    add(spelling, named, thing) {
      const entries = spelt.get(spelling);
      if (entries) entries.push({ named, thing });
      else spelt.set(spelling, [{ named, thing }]);
    },
    spellings: () => spelt.keys(),
    resolve(spelling, checker) {
      const seen = known.get(spelling);
      if (seen !== undefined) return seen;
      const answer = (spelt.get(spelling) ?? none).flatMap(({ named, thing }): readonly Resolved<Target, Thing>[] => {
        const target = targetOf(named, checker);
        return target === undefined ? none : [{ target, thing }];
      });
      if (spelt.has(spelling)) known.set(spelling, answer, restingOn(answer));
      return answer;
    },
    forget: known.forget,
  };
}
