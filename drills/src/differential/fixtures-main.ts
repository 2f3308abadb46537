import { fileURLToPath } from 'node:url';
import { compareStored, type Outcome } from './compare-stored.ts';
import { disagreementStory } from './report.ts';
import { judgeEachStatically } from './static-verdicts.ts';
import { storedPrograms } from './stored-programs.ts';

async function main(filter: string): Promise<number> {
  const repository = fileURLToPath(new URL('../../../', import.meta.url));
  const programs = storedPrograms(repository).filter(({ name }) => name.includes(filter));
  const verdicts = judgeEachStatically(programs.map(({ files }) => files));
  const outcomes: Outcome[] = [];
  for (const [index, program] of programs.entries()) {
    outcomes.push(await compareStored(program, verdicts[index] ?? { effects: [], incomplete: [] }));
  }
  const run = outcomes.filter(({ notRun }) => notRun === undefined);
  const compared = run.reduce((total, outcome) => total + outcome.compared, 0);
  console.log(`${programs.length} programs, ${run.length} run on both sides, ${compared} effects compared`);
  const idle = outcomes.flatMap(({ name, notRun }) =>
    notRun === undefined ? [] : [[firstLine(notRun), name] as const],
  );
  console.log(grouped(`not run: ${idle.length}`, idle));
  const unjudged = run.flatMap(({ name, unjudged: all }) =>
    all.map(({ at, reason }) => [reason, `${name} ${at}`] as const),
  );
  console.log(grouped(`not judged by both: ${unjudged.length} effects`, unjudged));
  const different = run.filter(({ disagreements }) => disagreements.length > 0);
  console.log(`disagreeing: ${different.length}`);
  for (const { name, disagreements } of different) {
    console.log(`  ${name}`);
    for (const one of disagreements) console.log(disagreementStory(one).join('\n'));
  }
  return different.length === 0 ? 0 : 1;
}

/** Members under their reasons, the most frequent reason first. */
function grouped(title: string, all: readonly (readonly [string, string])[]): string {
  const byReason = new Map<string, string[]>();
  for (const [reason, member] of all) byReason.set(reason, [...(byReason.get(reason) ?? []), member]);
  const groups = [...byReason].toSorted(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1));
  return [
    title,
    ...groups.flatMap(([reason, members]) => [
      `  ${reason}: ${members.length}`,
      ...members.map((name) => `    ${name}`),
    ]),
  ].join('\n');
}

/** What cannot be compiled without a compiler of its own has many messages, and one cause. */
function firstLine(text: string): string {
  if (text.includes('SyntaxError')) return 'decorators and the like are not executed';
  return text.split('\n')[0] ?? '';
}

process.exitCode = await main(process.argv[2] ?? '');
