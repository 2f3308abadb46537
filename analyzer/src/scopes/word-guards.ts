import { stepsFrom } from '../summaries/steps-from.ts';
import type { ConditionTest } from '../summaries/condition.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { sayingOf, wordsAskedBy, type AskedWord, type Saying } from './asked-words.ts';
import { guardedEffects } from './guarded-effects.ts';
import type { LiveSlots } from './live-slots.ts';
import { normalSuccessors, type Reach } from './reach.ts';
import { branchOf, ids, type GuardBranch, type Member } from './unit-guard.ts';

type WriteStep = Step & { readonly kind: 'write' };

/** What branches ask of a record, where the writes of the unit may be told apart by what they say. */
interface Question {
  readonly graph: UnitGraph;
  readonly tests: ReadonlyMap<StepId, ConditionTest>;
  readonly live: LiveSlots;
  readonly reach: Reach;
  readonly asks: ReadonlySet<StepId>;
  /** Where the record lies. */
  readonly writes: readonly WriteStep[];
}

/** A record that keeps a message back by a word: by which writes it comes to do so, and by which it does so no more. */
export interface WordRecord {
  readonly asked: AskedWord;
  readonly records: readonly WriteStep[];
  readonly replaced: ReadonlySet<StepId>;
  readonly branches: readonly GuardBranch[];
}

/** `asksPresence`: the others ask whether there is anything at all, which is a question of its own. */
interface WordRecords {
  readonly words: readonly WordRecord[];
  readonly asksPresence: boolean;
}

/**
 * `if (await redis.get(id) === 'done') return`: a key that says `busy` keeps nothing back. One record per word that keeps
 * the message back, or the one that lets it pass; undefined where words do so together only. `decidedTogether`: what a
 * guard decides that takes each write for a record.
 */
export function wordRecords(
  question: Question,
  members: readonly Member[],
  decidedTogether: ReadonlySet<string> | undefined,
): WordRecords | undefined {
  const words = wordsAskedBy(members);
  if (words === undefined) return undefined;
  const plain = members.filter(({ test }) => test.via === 'presence');
  const isOfRow = words.some(({ field }) => field !== undefined);
  // Where a field is asked for the row is there; what stands under a key says whether it is.
  const beside = isOfRow ? plain : [];
  const asksPresence = !isOfRow && plain.length > 0;
  const byWord = words.flatMap(({ members: own }) => [
    ...guarded(question, [...own.map(comparing), ...beside.map(branchOf('recorded'))]),
  ]);
  const present = asksPresence ? [...guarded(question, plain.map(branchOf('recorded')))] : [];
  const decided = new Set([...byWord, ...present].map(([key]) => key));
  if (!isWithin(decidedTogether, decided)) return undefined;
  const passes = byWord.some(([, decision]) => decision === 'fresh-if-true');
  const isOne = byWord.every(([, decision]) => decision === (passes ? 'fresh-if-true' : 'fresh-if-false'));
  if (!isOne || (passes && !(isOfRow && words.length === 1 && decidedTogether !== undefined))) return undefined;
  const found = words.map((asked) =>
    recordOf(question, asked, { beside, passes, compares: isOfRow && byWord.length > 0 }),
  );
  return found.includes(undefined) ? undefined : { words: found.flatMap((each) => each ?? []), asksPresence };
}

function isWithin(keys: ReadonlySet<string> | undefined, others: ReadonlySet<string>): boolean {
  return [...(keys ?? [])].every((key) => others.has(key));
}

function guarded(
  { graph, tests, live, asks }: Question,
  branches: readonly GuardBranch[],
): ReturnType<typeof guardedEffects> {
  return guardedEffects(graph, tests, { asks, branches, throws: false }, live);
}

/** Nothing where no write says the word; undefined where it is only read back. */
function recordOf(
  question: Question,
  asked: AskedWord,
  how: { readonly beside: readonly Member[]; readonly passes: boolean; readonly compares: boolean },
): readonly WordRecord[] | undefined {
  const { beside, passes } = how;
  const saying = (...any: readonly Saying[]): readonly WriteStep[] =>
    question.writes.filter((step) => any.includes(sayingOf(step, asked)));
  const records = passes ? saying('replaces', 'another', 'unknown') : saying('says', 'unknown');
  if (records.length === 0) return [];
  if (!isQuestion(question, records)) return undefined;
  const compared = asked.members.map(comparing);
  const branches =
    how.compares || beside.length > 0
      ? [...compared, ...beside.map(branchOf('recorded'))]
      : asked.members.map(({ test, step }) => branchOf('recorded')({ step, test: { ...test, via: 'presence' } }));
  const replaced = passes ? saying('says').filter(({ write }) => !write.claims) : saying('replaces');
  return [{ asked, records, replaced: ids(replaced), branches }];
}

/** Asked ahead of the record; or where a claim was held, of which the record is the end. */
function isQuestion({ graph, asks, writes, reach }: Question, records: readonly WriteStep[]): boolean {
  const claims = writes.filter(({ write, id }) => write.claims && leadsToOne(stepsFrom(graph, [id], normalSuccessors)));
  return records.some(({ id, key }) => {
    const isAhead = (from: StepId): boolean => reach.reaches(from, key);
    return [...asks].some(isAhead) || claims.some((claim) => claim.id !== id && isAhead(claim.id));
  });

  function leadsToOne(behind: ReadonlySet<StepId>): boolean {
    return [...asks].some((ask) => behind.has(ask));
  }
}

/** A yes is that it says the word. */
function comparing({ test, step }: Member): GuardBranch {
  return { step: step.id, fresh: 'unknown', ...(test.positive ? {} : { negated: true as const }) };
}
