import type ts from 'typescript';
import type { Checker } from './checker.ts';
import type { Asked, Consulted } from './consulted.ts';
import type { FileTables } from './file-tables.ts';
import { questionOf, type IndexTable } from './recording-index.ts';
import type { ResolvedTable } from './resolved-table.ts';

/** Whether a file answers a question that names one of these. */
type Answers = (about: ReadonlySet<Asked>) => boolean;

/** Tells whether something in these tables, which were read anew, now answers a question that was asked before. */
export function answersAnew(
  files: readonly FileTables[],
  checker: Checker,
): (questions: Consulted['questions']) => boolean {
  const answers = new Map<string, Answers[]>();
  for (const tables of files) {
    for (const [question, answer] of answersOf(tables, checker)) {
      answers.set(question, [...(answers.get(question) ?? []), answer]);
    }
  }
  return (questions) =>
    [...questions].some(([question, about]) => answers.get(question)?.some((answer) => answer(about)) === true);
}

function answersOf(tables: FileTables, checker: Checker): readonly (readonly [string, Answers])[] {
  const bySymbol = <Thing>(table: IndexTable, known: ResolvedTable<ts.Symbol, ts.Expression, Thing>) =>
    [...known.spellings()].map((spelling): readonly [string, Answers] => [
      questionOf(table, spelling),
      (about) => known.resolve(spelling, checker).some(({ target }) => concerns(target, about)),
    ]);
  const byNode = (table: IndexTable, known: ReadonlyMap<ts.Node, unknown>): readonly [string, Answers] => [
    questionOf(table),
    (about) => [...known.keys()].some((node) => about.has(node)),
  ];
  return [
    ...bySymbol('assignments', tables.assignments),
    ...bySymbol('counters', tables.counters),
    ...bySymbol('writes', tables.writes),
    ...bySymbol('methods', tables.methods),
    ...[...tables.members.spellings()].map((spelling): readonly [string, Answers] => [
      questionOf('members', spelling),
      (about) => tables.members.resolve(spelling, checker).some(({ target }) => about.has(target)),
    ]),
    byNode('bare', tables.bare),
    byNode('creations', tables.creations),
    byNode('children', tables.children),
    ...[...tables.named.keys()].map((name): readonly [string, Answers] => [questionOf('named', name), () => true]),
    ...[...tables.holders.keys()].map((name): readonly [string, Answers] => [questionOf('holders', name), () => true]),
  ];
}

/** What has no declaration, or was asked about without one, may be anything of its name. */
function concerns({ declarations = [] }: ts.Symbol, about: ReadonlySet<Asked>): boolean {
  return (
    declarations.length === 0 || about.has('anything') || declarations.some((declaration) => about.has(declaration))
  );
}
