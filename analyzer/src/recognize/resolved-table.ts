import ts from '../typescript.ts';
import { calledDeclaration } from './called-declaration.ts';
import type { Checker } from './checker.ts';
import { targetSymbol } from './by-symbol.ts';

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

/** How a spelling becomes what is meant, and whether that is the same in a later program. */
interface Meaning<Target, Named> {
  readonly targetOf: (named: Named, checker: Checker) => Target | undefined;
  readonly outlives: (target: Target, isGone: IsGone) => boolean;
}

const none: readonly never[] = [];

/** Expressions that name a variable or a field. */
export function symbolTable<Thing>(): ResolvedTable<ts.Symbol, ts.Expression, Thing> {
  return openTable({ targetOf: targetSymbol, outlives: outlivesChecker });
}

/** Calls, by the function or signature that their callee is declared as. */
export function signatureTable(): ResolvedTable<ts.Node, ts.CallExpression, ts.CallExpression> {
  return openTable<ts.Node, ts.CallExpression, ts.CallExpression>({
    targetOf: (call, checker) => calledDeclaration(checker, call),
    outlives: (declaration, isGone) => !isGone(declaration.getSourceFile()),
  });
}

/** The binder's symbols belong to their file; those that a checker makes belong to it. */
function outlivesChecker(symbol: ts.Symbol, isGone: IsGone): boolean {
  if ((symbol.flags & ts.SymbolFlags.Transient) !== 0) return false;
  return (symbol.declarations ?? []).every((declaration) => !isGone(declaration.getSourceFile()));
}

function openTable<Target, Named extends ts.Node, Thing>({
  targetOf,
  outlives,
}: Meaning<Target, Named>): ResolvedTable<Target, Named, Thing> {
  const spelt = new Map<string, { readonly named: Named; readonly thing: Thing }[]>();
  const known = new Map<string, readonly Resolved<Target, Thing>[]>();
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
      if (spelt.has(spelling)) known.set(spelling, answer);
      return answer;
    },
    forget(isGone) {
      for (const [spelling, answer] of known) {
        if (!answer.every(({ target }) => outlives(target, isGone))) known.delete(spelling);
      }
    },
  };
}
