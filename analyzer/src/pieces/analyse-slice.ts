import type ts from 'typescript';
import type { ClientUse } from '../facts/client-use.ts';
import type { DualWrite } from '../facts/dual-write.ts';
import type { Notice } from '../facts/notice.ts';
import { comparePlaces } from '../facts/place.ts';
import type { TopicWrite } from '../facts/producer.ts';
import type { BuiltUnit } from '../explore/build-unit.ts';
import { changeBetween, type LinkedSlice } from '../program/slice-change.ts';
import { readTables, type Tables } from '../recognize/index-store.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { openDirectory, type TableDirectory } from '../recognize/table-directory.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { overlappingAt } from '../scopes/client-use/overlapping-functions.ts';
import { openStarts, type HandlerStart, type Starts } from '../scopes/client-use/starts.ts';
import type { Entry } from '../scopes/entry.ts';
import { consumerOf, withSubscriptions, type FoundConsumer, type MadeConsumer } from '../scopes/find-consumers.ts';
import { dualWritesAt } from '../scopes/find-dual-writes.ts';
import { decoratedEntries } from '../scopes/find-decorated.ts';
import { handlersOf, looseEntriesOf } from '../scopes/find-entries.ts';
import { streamEntries } from '../scopes/find-loops.ts';
import { patternsOf, subscriptionsOf, type Subscription } from '../scopes/find-subscriptions.ts';
import { topicWritesOf } from '../scopes/find-topic-writes.ts';
import { clientUseOf, usesInFiles, type FileUse, type UsesRequest } from './client-use.ts';
import { isFedTheSame, judgeSite, type JudgedSite, type JudgeRequest, type Judging } from './judge-site.ts';
import { openAnswers, type AnswerPiece } from './open-answers.ts';
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
  /** Questions about the whole slice. */
  readonly answers: readonly AnswerPiece[];
  /** Sorted by place. */
  readonly found: readonly FoundConsumer[];
  readonly built: readonly BuiltUnit[];
  readonly clientUse: ClientUse;
  readonly failures: readonly Notice[];
}

interface AnalysedSites extends JudgedSites {
  readonly consumers: Pieces<MadeConsumer | undefined>;
  readonly subscriptions: Pieces<readonly Subscription[]>;
  /** What decorators subscribe applications to. */
  readonly patterns: Pieces<readonly Subscription[]>;
  readonly topicWrites: Pieces<readonly TopicWrite[]>;
  readonly dualWrites: Pieces<readonly DualWrite[]>;
  /** What calls give to servers and timers. */
  readonly overlapping: Pieces<readonly ts.Node[]>;
  readonly starts: Starts;
  /** By the file. */
  readonly uses: Pieces<FileUse>;
}

interface JudgedSites {
  /** By the call that hands functions over, or that loops are around. */
  readonly handlers: Pieces<JudgedSite>;
  /** By the loop. */
  readonly streams: Pieces<JudgedSite>;
  /** By the call that is the decorator. */
  readonly decorated: Pieces<JudgedSite>;
  /** By the begin. */
  readonly loose: Pieces<JudgedSite>;
}

type Site = ts.CallExpression | ts.NewExpression;

/** What every kind of work on a slice has at hand. */
interface Hand extends Pick<PieceWork<Site, unknown>, 'shared' | 'failures'> {
  readonly old: AnalysedSlice | undefined;
  readonly keeps: (piece: Piece<unknown>) => boolean;
}

/** Analyses a slice; of what was found out about an earlier one, what the change leaves as it is is taken over. */
export function analyseSlice(linked: LinkedSlice, judging: Judging, before: AnalysedSlice | undefined): AnalysedSlice {
  const { hand, remembered } = takeUp(linked, before);
  const { old, failures } = hand;
  const { found, ...consuming } = findConsumers(hand);
  const judged = judgeSites(hand, found, judging);
  const aside = asideOf(judging);
  const topicWrites = aside(hand, 'produce', old?.topicWrites, topicWritesOf, 'the topics');
  const dualWrites = aside(hand, 'produce', old?.dualWrites, dualWritesAt, 'the send');
  const parted = resultsOf(dualWrites)
    .flat()
    .sort((a, b) => comparePlaces(a.place, b.place));
  const overlapping = aside(hand, 'overlaps', old?.overlapping, overlappingAt, 'the route or timer');
  const starts = openStarts(
    [judged.handlers, judged.streams, judged.decorated].flatMap(startsIn),
    new Set(resultsOf(overlapping).flat()),
  );
  const uses = usesFor(judging, { ...hand, starts, before: old });
  const beside = { shared: hand.shared, made: madeOf(consuming.consumers), found, dualWrites: parted };
  const clientUse = clientUseOf(uses, beside);
  const built = [judged.handlers, judged.streams, judged.decorated, judged.loose].flatMap(unitsIn);
  const used = { topicWrites, dualWrites, overlapping, starts, uses };
  return { linked, ...remembered(), ...consuming, ...judged, ...used, found, built, clientUse, failures };
}

interface TakenUp {
  readonly hand: Hand;
  /** Data, no closures: these would keep what was found out before, and that what was before it. */
  readonly remembered: () => Pick<AnalysedSlice, 'tables' | 'directory' | 'pushed' | 'answers'>;
}

/** Finds out what of the earlier slice still holds. */
function takeUp(linked: LinkedSlice, before: AnalysedSlice | undefined): TakenUp {
  const { slice } = linked;
  const change = before && changeBetween(before.linked, linked);
  const tables = readTables(slice, before?.tables ?? new Map(), change);
  const old = change === undefined ? undefined : before;
  const directory = old?.directory ?? openDirectory();
  directory.replace(tables);
  const failures: Notice[] = [];
  const isAsBefore = standing(slice, tables, old?.linked.slice, change);
  const pushes = openPushes({ slice, directory, earlier: old?.pushed, keeps: isAsBefore, failures });
  const { shared, keeps, answered } = openAnswers({
    shared: pushes.shared,
    earlier: old?.answers ?? [],
    stands: (piece) => isAsBefore(piece) && ![...piece.consulted.arrays].some((array) => pushes.changed.has(array)),
  });
  return {
    hand: { shared, keeps, failures, old },
    remembered: () => ({ tables, directory, pushed: pushes.pushed(), answers: answered() }),
  };
}

export function resultsOf<Result>(pieces: Pieces<Result>): readonly Result[] {
  return [...pieces.values()].map(({ result }) => result);
}

function unitsIn(sites: Pieces<JudgedSite>): readonly BuiltUnit[] {
  return resultsOf(sites).flatMap(({ built }) => built);
}

function startsIn(sites: Pieces<JudgedSite>): readonly HandlerStart[] {
  return resultsOf(sites).flatMap(({ starts }) => starts);
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

/** What beside the units is asked for. */
function asideOf({ limits }: Judging): typeof workOn {
  return limits.verdictsOnly === true ? nothingOn : workOn;
}

function usesFor({ limits }: Judging, request: UsesRequest): AnalysedSites['uses'] {
  return limits.verdictsOnly === true ? nothingOn() : usesInFiles(request);
}

function nothingOn<Result>(): Pieces<Result> {
  return new Map();
}

function findConsumers(hand: Hand): Pick<AnalysedSlice, 'consumers' | 'subscriptions' | 'patterns' | 'found'> {
  const { old } = hand;
  const consumers = workOn(hand, 'create-consumer', old?.consumers, consumerOf, 'the consumer');
  const subscriptions = workOn(hand, 'subscribe', old?.subscriptions, subscriptionsOf, 'the subscription');
  const patterns = workOn(hand, 'handle', old?.patterns, patternsOf, 'the subscription');
  const made = madeOf(consumers);
  const subscribed = [...resultsOf(subscriptions), ...resultsOf(patterns)].flat();
  return { consumers, subscriptions, patterns, found: withSubscriptions(made, subscribed) };
}

function madeOf(consumers: AnalysedSites['consumers']): readonly MadeConsumer[] {
  return resultsOf(consumers).filter((consumer) => consumer !== undefined);
}

/** Handlers, then the transactions that begin where no handler gets to. */
function judgeSites(hand: Hand, consumers: readonly FoundConsumer[], judging: Judging): JudgedSites {
  const begins = sitesOf(hand, 'begin');
  const request: JudgeRequest = { ...judging, consumers, begins: new Set<ts.Node>(begins) };
  const judge = <Node extends ts.Node>(
    sites: readonly Node[],
    before: Pieces<JudgedSite> | undefined,
    entriesAt: (knowledge: Knowledge, site: Node) => readonly Entry[],
  ): Pieces<JudgedSite> =>
    workOff({
      ...hand,
      sites,
      before: before ?? new Map(),
      keeps: (piece) => hand.keeps(piece) && isFedTheSame(piece.result, consumers),
      work: (knowledge, site) => judgeSite(knowledge, entriesAt(knowledge, site), request),
      what: 'the unit',
    });
  const handlers = judge(sitesOf(hand, 'consume'), hand.old?.handlers, handlersOf);
  const streams = judge(hand.shared.index.streamLoops, hand.old?.streams, streamEntries);
  const decorated = judge(sitesOf(hand, 'handle'), hand.old?.decorated, decoratedEntries);
  const reached = new Set([handlers, streams, decorated].flatMap(resultsOf).flatMap((site) => site.begins));
  const unreached = begins.filter((site) => !reached.has(site));
  return { handlers, streams, decorated, loose: judge(unreached, hand.old?.loose, looseEntriesOf) };
}
