import { pairs, statementOf } from './compare.ts';
import { readStated } from './fixture.ts';
import type { Mutation } from './mutations.ts';
import type { StoredProgram } from './read-programs.ts';
import { judgeEachStatically, type StaticVerdicts } from './static-verdicts.ts';

/** The first drill fixture of which a wrong model says something else than what is stated; undefined if there is none. */
export function noticingFixture(
  { transitions }: Pick<Mutation, 'transitions'>,
  fixtures: readonly StoredProgram[],
): string | undefined {
  const verdicts = judgeEachStatically(
    fixtures.map(({ files }) => files),
    transitions,
  );
  return fixtures.find((fixture, i) => differs(fixture, verdicts[i]))?.name;
}

function differs({ files }: StoredProgram, verdicts: StaticVerdicts | undefined): boolean {
  const all = verdicts === undefined ? [] : pairs(verdicts, []);
  return readStated(files).some(({ file, line, column, verdict }) => {
    const pair = all.find(
      ({ place }) => place.file === file && place.start.line === line && place.start.column === column,
    );
    return statementOf(pair?.static) !== verdict;
  });
}
