import type { Analysis } from './facts/analysis.ts';
import type { LibraryStub } from './facts/library-stub.ts';
import type { Notice } from './facts/notice.ts';
import { comparePlaces, compareText } from './facts/place.ts';
import type { Unit } from './facts/unit.ts';
import type { Transitions } from './explore/transition.ts';
import { TRANSITIONS } from './explore/transitions.ts';
import { analyseSlice, resultsOf, type AnalysedSlice } from './pieces/analyse-slice.ts';
import { deliveryFacts, type JudgedSource } from './pieces/delivery-facts.ts';
import type { Judging } from './pieces/judge-site.ts';
import { openSliceSession } from './program/slice-session.ts';
import type { WorkspaceHost } from './program/workspace-host.ts';
import { compareTopicWrites } from './scopes/find-topic-writes.ts';

export interface AnalyzeRequest {
  readonly host: WorkspaceHost;
  /** Absolute paths of the files and folders to look at. */
  readonly paths: readonly string[];
  /** See the slice: the folder above the root as far up as code is shared with the paths, if any is to be looked at. */
  readonly outermost?: string;
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
  /** Units and what their effects guarantee are all that is asked for; what else rules ask stays empty. */
  readonly verdictsOnly?: boolean;
  /** The crash model, for a proof that replaces a part of it by something wrong. */
  readonly transitions?: Transitions;
  /**
   * For who analyses the same workspace again: the same number as before says that, except for the host's overlay, every
   * file holds what it held. Without it everything is looked at again.
   */
  readonly disk?: number;
}

/** States the facts about the Kafka code of a workspace. Never throws on user code. */
export function analyze(request: AnalyzeRequest): Analysis {
  return openAnalyzer()(request);
}

/** An analysis that remembers: it gives the answers of `analyze`, and finds out anew only what a change may have touched. */
export function openAnalyzer(): (request: AnalyzeRequest) => Analysis {
  let openSlice = openSliceSession();
  let known: Remembered | undefined;
  const run = (request: AnalyzeRequest): Analysis => {
    const before = known?.key === keyOf(request) ? known : undefined;
    const linked = openSlice(request);
    if (!isMemorable(request)) {
      const analysis = runOnce(request, linked);
      if (!linked.slice.isTrustworthy()) openSlice = openSliceSession();
      return analysis;
    }
    known = undefined;
    if (before?.analysed.linked === linked) return (known = before).analysis;
    const analysed = analyseSlice(linked, judgingOf(request), before?.analysed);
    const isTrustworthy = linked.slice.isTrustworthy();
    const analysis = stated(analysed, isTrustworthy);
    if (isTrustworthy) {
      known = { key: keyOf(request), analysed, analysis };
      return analysis;
    }
    // Nothing that this checker found out is of use, nor goes together with what others did.
    openSlice = openSliceSession();
    return before === undefined ? analysis : run(request);
  };
  return (request) => {
    try {
      return run(request);
    } catch (error) {
      openSlice = openSliceSession();
      throw error;
    }
  };
}

interface Remembered {
  readonly key: string;
  readonly analysed: AnalysedSlice;
  readonly analysis: Analysis;
}

/** What somebody wants to see once is not worth keeping: its sources are as large as the slice. */
function isMemorable({ withDelivery, crashTablesOf, transitions, verdictsOnly }: AnalyzeRequest): boolean {
  const isPartial = withDelivery === true || verdictsOnly === true;
  return !isPartial && crashTablesOf === undefined && transitions === undefined;
}

/** What units are judged by, besides the slice. */
function keyOf({ maxStates, faults = 1 }: AnalyzeRequest): string {
  return `${maxStates} ${faults}`;
}

function judgingOf({
  maxStates: states,
  faults = 1,
  transitions = TRANSITIONS,
  verdictsOnly = false,
  crashTablesOf,
}: AnalyzeRequest): Judging {
  return { limits: { faults, states, transitions, verdictsOnly }, crashTablesOf };
}

function runOnce(request: AnalyzeRequest, linked: AnalysedSlice['linked']): Analysis {
  const judged: JudgedSource[] = [];
  const watch: Judging['watch'] = (source, built) => void judged.push({ source, built });
  const analysed = analyseSlice(linked, { ...judgingOf(request), watch }, undefined);
  const failures: Notice[] = [];
  const units = unitsOf(analysed);
  const delivery =
    request.withDelivery === true
      ? guarded(failures, 'the delivery', () => deliveryFacts(linked.slice, analysed.found, judged, units))
      : undefined;
  const analysis = stated(analysed, linked.slice.isTrustworthy());
  return {
    ...analysis,
    notices: [...analysis.notices, ...failures],
    ...(delivery === undefined ? {} : { delivery }),
  };
}

const TOO_BRANCHED: Notice = {
  message: 'Some function has so many branches in a row that its types cannot be followed; findings are missing',
  incomplete: true,
};

function stated(analysed: AnalysedSlice, isTrustworthy: boolean): Analysis {
  const { linked, found, built, topicWrites, clientUse, failures } = analysed;
  const { slice } = linked;
  const bounded = distinct(built.filter(({ complete }) => !complete).map(({ unit }) => unit)).map(boundReached);
  return {
    filesScanned: slice.filesScanned,
    files: slice.files.map((file) => slice.placeOf(file).file),
    clients: slice.clients,
    consumers: found.map(({ consumer }) => consumer),
    units: unitsOf(analysed),
    topicWrites: resultsOf(topicWrites).flat().sort(compareTopicWrites),
    clientUse,
    directives: slice.directives,
    notices: [...slice.notices, ...failures, ...bounded, ...(isTrustworthy ? [] : [TOO_BRANCHED])],
  };
}

function unitsOf({ built }: AnalysedSlice): readonly Unit[] {
  return distinct(built.map(({ unit }) => unit));
}

function boundReached(unit: Unit): Notice {
  const where = `${unit.place.file}:${String(unit.place.start.line)}`;
  const message = `${unit.name} (${where}) has more states than the limit allows; what some of its effects guarantee is unknown. Raise --max-states.`;
  return { message, file: unit.place.file, incomplete: true };
}

/** A mistake of ours must not hide what the rest of the code shows. */
function guarded<T>(failures: Notice[], what: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `${what} could not be analysed, which is a bug in kafka-eos: ${reason}`;
    failures.push({ message, incomplete: true });
    return undefined;
  }
}

/** Two contexts that come to the same facts are one unit. */
function distinct(units: readonly Unit[]): readonly Unit[] {
  const seen = new Map(units.map((unit) => [textOf(unit), unit]));
  return [...seen.entries()]
    .sort(([a, first], [b, second]) => comparePlaces(first.place, second.place) || compareText(a, b))
    .map(([, unit]) => unit);
}

const texts = new WeakMap<Unit, string>();

/** A unit that is taken over from an earlier analysis is written once. */
function textOf(unit: Unit): string {
  const text = texts.get(unit) ?? JSON.stringify(unit);
  texts.set(unit, text);
  return text;
}
