import ts from '../typescript.ts';
import type { Notice } from '../facts/notice.ts';
import type { TopicWrite } from '../facts/producer.ts';
import type { BuiltUnit } from '../explore/build-unit.ts';
import { changeBetween, type LinkedSlice, type SliceChange } from '../program/slice-change.ts';
import { answersAnew } from '../recognize/answers-anew.ts';
import { readTables, type Tables } from '../recognize/index-store.ts';
import { pushedInto, withPushes, type SharedKnowledge } from '../recognize/share-knowledge.ts';
import { openIndex } from '../recognize/source-index.ts';
import { openDirectory, type TableDirectory } from '../recognize/table-directory.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import {
  consumerOf,
  subscriptionsOf,
  withSubscriptions,
  type FoundConsumer,
  type Subscription,
} from '../scopes/find-consumers.ts';
import { handlersOf, looseEntriesOf } from '../scopes/find-entries.ts';
import { topicWritesOf } from '../scopes/find-topic-writes.ts';
import { isFedTheSame, judgeSite, type JudgedSite } from './judge-site.ts';
import { workOff, type Piece, type Pieces } from './piece.ts';
import { changedArrays } from './pushed-arrays.ts';

/** What was found out about a slice, piece by piece. */
export interface AnalysedSlice {
  readonly linked: LinkedSlice;
  readonly tables: Tables;
  /** Of the last slice that was analysed. */
  readonly directory: TableDirectory;
  /** Absent until some piece asked what is pushed. */
  readonly pushed: Pieces<readonly ts.Node[]> | undefined;
  readonly consumers: Pieces<FoundConsumer | undefined>;
  readonly subscriptions: Pieces<readonly Subscription[]>;
  readonly handlers: Pieces<JudgedSite>;
  readonly loose: Pieces<JudgedSite>;
  readonly topicWrites: Pieces<readonly TopicWrite[]>;
  /** Sorted by place. */
  readonly found: readonly FoundConsumer[];
  readonly built: readonly BuiltUnit[];
  readonly failures: readonly Notice[];
}

type Site = ts.CallExpression | ts.NewExpression;

/** Analyses a slice; of what was found out about an earlier one, what the change leaves as it is is taken over. */
export function analyseSlice(linked: LinkedSlice, maxStates: number, before: AnalysedSlice | undefined): AnalysedSlice {
  const { slice } = linked;
  const change = before && changeBetween(before.linked, linked);
  const tables = readTables(slice, before?.tables ?? new Map(), change);
  const old = change === undefined ? undefined : before;
  const failures: Notice[] = [];
  const stands = standing(linked, tables, before, change);
  const directory = old?.directory ?? openDirectory();
  directory.replace(tables);
  const pushes = openPushes(linked, directory, old, stands, failures);
  const { shared } = pushes;
  const keeps = ({ consulted, ...piece }: Piece<unknown>): boolean =>
    stands({ consulted, ...piece }) && ![...consulted.arrays].some((array) => pushes.changed.has(array));

  const sitesOf = (verb: string): readonly Site[] => [...new Set(callsTagged(shared, verb))];
  const at = { shared, keeps, failures };
  const consumers = workOff({
    ...at,
    sites: sitesOf('create-consumer'),
    before: old?.consumers ?? new Map(),
    work: consumerOf,
    what: 'the consumer',
  });
  const subscriptions = workOff({
    ...at,
    sites: sitesOf('subscribe'),
    before: old?.subscriptions ?? new Map(),
    work: subscriptionsOf,
    what: 'the subscription',
  });
  const found = withSubscriptions(
    resultsOf(consumers).filter((consumer) => consumer !== undefined),
    resultsOf(subscriptions).flat(),
  );
  const beginSites = sitesOf('begin');
  const judging = { consumers: found, begins: new Set<ts.Node>(beginSites), maxStates };
  const judged = {
    ...at,
    keeps: (piece: Piece<JudgedSite>): boolean => keeps(piece) && isFedTheSame(piece.result, found),
  };
  const handlers = workOff({
    ...judged,
    sites: sitesOf('consume'),
    before: old?.handlers ?? new Map(),
    work: (knowledge, site) => judgeSite(knowledge, handlersOf(knowledge, site), judging),
    what: 'the unit',
  });
  const reached = new Set(resultsOf(handlers).flatMap(({ begins }) => begins));
  const loose = workOff({
    ...judged,
    sites: beginSites.filter((site) => !reached.has(site)),
    before: old?.loose ?? new Map(),
    work: (knowledge, site) => judgeSite(knowledge, looseEntriesOf(knowledge, site), judging),
    what: 'the transaction',
  });
  const topicWrites = workOff({
    ...at,
    sites: sitesOf('produce'),
    before: old?.topicWrites ?? new Map(),
    work: topicWritesOf,
    what: 'the topics',
  });
  const built = [...resultsOf(handlers), ...resultsOf(loose)].flatMap((site) => site.built);
  // Data, no closures: these would keep what was found out before, and that what was before it.
  const pushed = pushes.pushed();
  return {
    linked,
    tables,
    directory,
    pushed,
    consumers,
    subscriptions,
    handlers,
    loose,
    topicWrites,
    found,
    built,
    failures,
  };
}

export function resultsOf<Result>(pieces: Pieces<Result>): readonly Result[] {
  return [...pieces.values()].map(({ result }) => result);
}

/** Tells whether a piece rests on nothing that the change may have touched. */
function standing(
  { slice }: LinkedSlice,
  tables: Tables,
  before: AnalysedSlice | undefined,
  change: SliceChange | undefined,
): (piece: Piece<unknown>) => boolean {
  if (before === undefined || change === undefined) return () => false;
  const { gone, affected } = change;
  const sameTexts = before.linked.slice.texts === slice.texts;
  const isAnswered = answersAnew(
    [...affected].flatMap((file) => tables.get(file) ?? []),
    slice.checker,
  );
  return ({ consulted }) =>
    (sameTexts || !consulted.readsTexts) &&
    ![...consulted.files].some((file) => gone.has(file) || affected.has(file)) &&
    !isAnswered(consulted.questions);
}

interface Pushes {
  readonly shared: SharedKnowledge;
  readonly pushed: () => AnalysedSlice['pushed'];
  readonly changed: ReadonlySet<ts.Node>;
}

/** Who asks what is pushed into an array wants the answer for all calls of `push` in the slice, so each is a piece of its own. */
function openPushes(
  { slice }: LinkedSlice,
  directory: TableDirectory,
  old: AnalysedSlice | undefined,
  keeps: (piece: Piece<unknown>) => boolean,
  failures: Notice[],
): Pushes {
  const earlier = old?.pushed;
  let pieces: Pieces<readonly ts.Node[]> | undefined;
  const read = (blind: SharedKnowledge, sites: readonly ts.CallExpression[]): Pieces<readonly ts.Node[]> =>
    (pieces ??= workOff({
      shared: blind,
      sites,
      before: earlier ?? new Map(),
      keeps,
      work: pushedInto,
      what: 'the array',
      failures,
    }));
  const index = openIndex(directory, slice.checker);
  const shared = withPushes(slice, index, (blind, calls) =>
    [...calls].flatMap((call) => {
      const piece = read(blind, calls).get(call);
      return piece === undefined ? [] : [[call, piece.result] as const];
    }),
  );
  const changed =
    earlier === undefined
      ? new Set<ts.Node>()
      : changedArrays(earlier, read({ slice, index, pushesTo: () => [] }, index.pushes));
  return { shared, pushed: () => pieces, changed };
}
