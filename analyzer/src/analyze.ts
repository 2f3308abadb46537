import type { Analysis } from './facts/analysis.ts';
import type { DeliveryFacts, UnseenCall } from './facts/delivery.ts';
import type { LibraryStub } from './facts/library-stub.ts';
import type { Notice } from './facts/notice.ts';
import { comparePlaces, compareText } from './facts/place.ts';
import type { Unit } from './facts/unit.ts';
import { buildUnit, type BuiltUnit } from './explore/build-unit.ts';
import type { Limits } from './explore/judged-runs.ts';
import type { Transitions } from './explore/transition.ts';
import { TRANSITIONS } from './explore/transitions.ts';
import type { UnitSource } from './explore/describe-unit.ts';
import { openSlice } from './program/open-slice.ts';
import type { WorkspaceHost } from './program/workspace-host.ts';
import type { Knowledge } from './recognize/knowledge.ts';
import { openKnowledge } from './recognize/open-knowledge.ts';
import { findConsumers, type FoundConsumer } from './scopes/find-consumers.ts';
import type { Entry } from './scopes/entry.ts';
import { findHandlers, findLooseBegins } from './scopes/find-entries.ts';
import { findInput } from './scopes/find-inputs.ts';
import { findOverlaps } from './scopes/find-overlaps.ts';
import { findProducerCalls, findProducers } from './scopes/find-producers.ts';
import { findTransactionalIds } from './scopes/find-transactional-ids.ts';
import { findTopicWrites } from './scopes/find-topic-writes.ts';
import { findUnresolved } from './scopes/find-unresolved.ts';
import { findUnseenCalls } from './scopes/find-unseen-calls.ts';
import { enterUnit } from './scopes/enter-unit.ts';

export interface AnalyzeRequest {
  readonly host: WorkspaceHost;
  /** Absolute paths of the files and folders to look at. */
  readonly paths: readonly string[];
  readonly libraries: readonly LibraryStub[];
  readonly includeTests: boolean;
  /** States explored per effect before a unit counts as unknown. */
  readonly maxStates: number;
  /** Whether to state what only a map shows. */
  readonly withDelivery?: boolean;
  /** Units that enter this file get their crash tables; relative to the workspace. */
  readonly crashTablesOf?: string;
  /** Faults in one run: 1 unless said otherwise. */
  readonly faults?: 1 | 2;
  /** The crash model, for a proof that replaces a part of it by something wrong. */
  readonly transitions?: Transitions;
}

/** States the facts about the Kafka code of a workspace. Never throws on user code. */
export function analyze(request: AnalyzeRequest): Analysis {
  const slice = openSlice(request.host, request);
  const knowledge = openKnowledge(slice);
  const failures: Notice[] = [];
  const consumers = guarded(failures, 'the consumers', () => findConsumers(knowledge)) ?? [];
  const judged = judgeUnits(knowledge, consumers, request, failures);
  const units = distinct(judged.map(({ built }) => built.unit));
  const topicWrites = guarded(failures, 'the topics', () => findTopicWrites(knowledge)) ?? [];
  const delivery =
    request.withDelivery === true
      ? guarded(failures, 'the delivery', () => deliveryFacts(knowledge, consumers, judged, units))
      : undefined;
  if (!slice.isTrustworthy()) failures.push(TOO_BRANCHED);
  return {
    filesScanned: slice.filesScanned,
    files: slice.files.map((file) => slice.placeOf(file).file),
    clients: slice.clients,
    consumers: consumers.map(({ consumer }) => consumer),
    units,
    topicWrites,
    overlaps: guarded(failures, 'the overlaps', () => findOverlaps(knowledge, findHandlers(knowledge))) ?? [],
    transactionalIds:
      guarded(failures, 'the transactional ids', () => findTransactionalIds(knowledge, consumers)) ?? [],
    directives: slice.directives,
    notices: [...slice.notices, ...failures],
    ...(delivery === undefined ? {} : { delivery }),
  };
}

interface JudgedSource {
  readonly source: UnitSource;
  readonly built: BuiltUnit;
}

function deliveryFacts(
  knowledge: Knowledge,
  consumers: readonly FoundConsumer[],
  judged: readonly JudgedSource[],
  units: readonly Unit[],
): DeliveryFacts {
  const indexes = new Map(units.map((unit, i) => [JSON.stringify(unit), i]));
  const bounded = judged.filter(({ built }) => !built.complete).map(({ built }) => built.unit.id);
  return {
    producers: findProducers(knowledge),
    producerCalls: findProducerCalls(knowledge),
    inputs: judged.flatMap(({ source: { entry }, built }) => {
      const unit = indexes.get(JSON.stringify(built.unit));
      return unit === undefined || entry.kind !== 'handler' ? [] : [{ unit, ...findInput(knowledge, entry) }];
    }),
    unresolved: findUnresolved(knowledge, consumers),
    unseenCalls: unseenCalls(knowledge, judged),
    boundedUnits: [...new Set(bounded)].sort(),
  };
}

function unseenCalls(knowledge: Knowledge, judged: readonly JudgedSource[]): readonly UnseenCall[] {
  const calls = judged.flatMap(({ source }) => findUnseenCalls(knowledge, source.graph));
  const distinctCalls = new Map(calls.map((call) => [JSON.stringify(call), call]));
  return [...distinctCalls.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

const TOO_BRANCHED: Notice = {
  message: 'Some function has so many branches in a row that its types cannot be followed; findings are missing',
  incomplete: true,
};

function judgeUnits(
  knowledge: Knowledge,
  consumers: readonly FoundConsumer[],
  request: AnalyzeRequest,
  failures: Notice[],
): readonly JudgedSource[] {
  const { faults = 1, maxStates: states, transitions = TRANSITIONS } = request;
  const limits: Limits = { faults, states, transitions };
  const judge = (entry: Entry): JudgedSource | undefined =>
    guarded(failures, `the unit at ${nameOfPlace(knowledge, entry)}`, () => {
      const source = enterUnit(knowledge, entry, consumers);
      return { source, built: buildUnit(source, limits, request.crashTablesOf) };
    });
  const handlers = (guarded(failures, 'the handlers', () => findHandlers(knowledge)) ?? []).flatMap(
    (entry) => judge(entry) ?? [],
  );
  const reached = new Set(handlers.flatMap(({ source }) => source.graph.steps.map((step) => step.node)));
  const loose = (guarded(failures, 'the transactions', () => findLooseBegins(knowledge, reached)) ?? []).flatMap(
    (entry) => judge(entry) ?? [],
  );
  const judged = [...handlers, ...loose];
  for (const { built } of judged) if (!built.complete) failures.push(boundReached(built.unit));
  return judged;
}

function nameOfPlace(knowledge: Knowledge, entry: Entry): string {
  const { file, start } = knowledge.slice.placeOf(entry.fn.fn);
  return `${file}:${String(start.line)}`;
}

function boundReached(unit: Unit): Notice {
  const where = `${unit.place.file}:${String(unit.place.start.line)}`;
  const message = `${unit.name} (${where}) has more states than the limit allows; what it guarantees is unknown. Raise --max-states.`;
  return { message, file: unit.place.file, incomplete: true };
}

/** A mistake of ours must not hide what the rest of the code shows. */
function guarded<T>(failures: Notice[], what: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    failures.push({
      message: `${what} could not be analysed, which is a bug in kafka-eos: ${reason}`,
      incomplete: true,
    });
    return undefined;
  }
}

/** Two contexts that come to the same facts are one unit. */
function distinct(units: readonly Unit[]): readonly Unit[] {
  const seen = new Map<string, Unit>();
  for (const unit of units) seen.set(JSON.stringify(unit), unit);
  return [...seen.entries()]
    .sort(([a, first], [b, second]) => comparePlaces(first.place, second.place) || compareText(a, b))
    .map(([, unit]) => unit);
}
