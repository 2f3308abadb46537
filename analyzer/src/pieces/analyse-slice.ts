import type ts from 'typescript';
import type { Notice } from '../facts/notice.ts';
import type { TopicWrite } from '../facts/producer.ts';
import type { BuiltUnit } from '../explore/build-unit.ts';
import { changeBetween, type LinkedSlice } from '../program/slice-change.ts';
import { readTables, type Tables } from '../recognize/index-store.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { openDirectory, type TableDirectory } from '../recognize/table-directory.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { consumerOf, subscriptionsOf, withSubscriptions } from '../scopes/find-consumers.ts';
import type { FoundConsumer, Subscription } from '../scopes/find-consumers.ts';
import { handlersOf, looseEntriesOf } from '../scopes/find-entries.ts';
import { topicWritesOf } from '../scopes/find-topic-writes.ts';
import { isFedTheSame, judgeSite, type JudgedSite, type JudgeRequest } from './judge-site.ts';
import { openPushes } from './open-pushes.ts';
import { workOff, type Piece, type Pieces, type PieceWork } from './piece.ts';
import { standing } from './standing.ts';

/** What was found out about a slice, piece by piece. */
export interface AnalysedSlice extends AnalysedSites {
  readonly linked: LinkedSlice;
  readonly tables: Tables;
  /** Of the last slice that was analysed. */
  readonly directory: TableDirectory;
  /** Absent until some piece asked what is pushed. */
  readonly pushed: Pieces<readonly ts.Node[]> | undefined;
  /** Sorted by place. */
  readonly found: readonly FoundConsumer[];
  readonly built: readonly BuiltUnit[];
  readonly failures: readonly Notice[];
}

interface AnalysedSites {
  readonly consumers: Pieces<FoundConsumer | undefined>;
  readonly subscriptions: Pieces<readonly Subscription[]>;
  readonly handlers: Pieces<JudgedSite>;
  readonly loose: Pieces<JudgedSite>;
  readonly topicWrites: Pieces<readonly TopicWrite[]>;
}

type Site = ts.CallExpression | ts.NewExpression;

/** What every kind of work on a slice has at hand. */
interface Hand extends Pick<PieceWork<Site, unknown>, 'shared' | 'failures'> {
  readonly old: AnalysedSlice | undefined;
  readonly keeps: (piece: Piece<unknown>) => boolean;
}

/** Analyses a slice; of what was found out about an earlier one, what the change leaves as it is is taken over. */
export function analyseSlice(linked: LinkedSlice, maxStates: number, before: AnalysedSlice | undefined): AnalysedSlice {
  const { slice } = linked;
  const change = before && changeBetween(before.linked, linked);
  const tables = readTables(slice, before?.tables ?? new Map(), change);
  const old = change === undefined ? undefined : before;
  const directory = old?.directory ?? openDirectory();
  directory.replace(tables);
  const failures: Notice[] = [];
  const stands = standing(slice, tables, old?.linked.slice, change);
  const pushes = openPushes({ slice, directory, earlier: old?.pushed, keeps: stands, failures });
  const keeps = (piece: Piece<unknown>): boolean =>
    stands(piece) && ![...piece.consulted.arrays].some((array) => pushes.changed.has(array));

  const hand: Hand = { shared: pushes.shared, keeps, failures, old };
  const { consumers, subscriptions, found } = findConsumers(hand);
  const judged = judgeSites(hand, found, maxStates);
  const topicWrites = workOn(hand, 'produce', old?.topicWrites, topicWritesOf, 'the topics');
  const built = [...resultsOf(judged.handlers), ...resultsOf(judged.loose)].flatMap((site) => site.built);
  // Data, no closures: these would keep what was found out before, and that what was before it.
  const pushed = pushes.pushed();
  return {
    linked,
    tables,
    directory,
    pushed,
    consumers,
    subscriptions,
    ...judged,
    topicWrites,
    found,
    built,
    failures,
  };
}

export function resultsOf<Result>(pieces: Pieces<Result>): readonly Result[] {
  return [...pieces.values()].map(({ result }) => result);
}

/** The calls of the slice that may reach a member tagged with the verb. */
function sitesOf({ shared }: Hand, verb: string): readonly Site[] {
  return [...new Set(callsTagged(shared, verb))];
}

function workOn<Result>(
  hand: Hand,
  verb: string,
  before: Pieces<Result> = new Map(),
  work: (knowledge: Knowledge, site: Site) => Result,
  what: string,
): Pieces<Result> {
  return workOff({ ...hand, sites: sitesOf(hand, verb), before, work, what });
}

function findConsumers(hand: Hand): Pick<AnalysedSlice, 'consumers' | 'subscriptions' | 'found'> {
  const { old } = hand;
  const consumers = workOn(hand, 'create-consumer', old?.consumers, consumerOf, 'the consumer');
  const subscriptions = workOn(hand, 'subscribe', old?.subscriptions, subscriptionsOf, 'the subscription');
  const known = resultsOf(consumers).filter((consumer) => consumer !== undefined);
  return { consumers, subscriptions, found: withSubscriptions(known, resultsOf(subscriptions).flat()) };
}

/** Handlers, then the transactions that begin where no handler gets to. */
function judgeSites(
  hand: Hand,
  consumers: readonly FoundConsumer[],
  maxStates: number,
): Pick<AnalysedSlice, 'handlers' | 'loose'> {
  const begins = sitesOf(hand, 'begin');
  const judging: JudgeRequest = { consumers, begins: new Set<ts.Node>(begins), maxStates };
  const keeps = (piece: Piece<JudgedSite>): boolean => hand.keeps(piece) && isFedTheSame(piece.result, consumers);
  const handlers = workOff({
    ...hand,
    keeps,
    sites: sitesOf(hand, 'consume'),
    before: hand.old?.handlers ?? new Map(),
    work: (knowledge, site) => judgeSite(knowledge, handlersOf(knowledge, site), judging),
    what: 'the unit',
  });
  const reached = new Set(resultsOf(handlers).flatMap((site) => site.begins));
  const loose = workOff({
    ...hand,
    keeps,
    sites: begins.filter((site) => !reached.has(site)),
    before: hand.old?.loose ?? new Map(),
    work: (knowledge, site) => judgeSite(knowledge, looseEntriesOf(knowledge, site), judging),
    what: 'the transaction',
  });
  return { handlers, loose };
}
