import type { Analysis } from './facts/analysis.ts';
import type { LibraryStub } from './facts/library-stub.ts';
import type { Notice } from './facts/notice.ts';
import { comparePlaces, compareText } from './facts/place.ts';
import type { Unit } from './facts/unit.ts';
import { analyseSlice, resultsOf, type AnalysedSlice } from './pieces/analyse-slice.ts';
import { openSliceSession } from './program/slice-session.ts';
import type { WorkspaceHost } from './program/workspace-host.ts';
import { compareTopicWrites } from './scopes/find-topic-writes.ts';

export interface AnalyzeRequest {
  readonly host: WorkspaceHost;
  /** Absolute paths of the files and folders to look at. */
  readonly paths: readonly string[];
  readonly libraries: readonly LibraryStub[];
  readonly includeTests: boolean;
  /** States explored per effect before a unit counts as unknown. */
  readonly maxStates: number;
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
    const { maxStates } = request;
    const before = known?.maxStates === maxStates ? known : undefined;
    known = undefined;
    const linked = openSlice(request);
    if (before?.analysed.linked === linked) return (known = before).analysis;
    const analysed = analyseSlice(linked, maxStates, before?.analysed);
    const isTrustworthy = linked.slice.isTrustworthy();
    const analysis = stated(analysed, isTrustworthy);
    if (isTrustworthy) {
      known = { maxStates, analysed, analysis };
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
  readonly maxStates: number;
  readonly analysed: AnalysedSlice;
  readonly analysis: Analysis;
}

const TOO_BRANCHED: Notice = {
  message: 'Some function has so many branches in a row that its types cannot be followed; findings are missing',
  incomplete: true,
};

function stated({ linked, found, built, topicWrites, failures }: AnalysedSlice, isTrustworthy: boolean): Analysis {
  const { slice } = linked;
  const units = distinct(built.map(({ unit }) => unit));
  const bounded = built.filter(({ complete }) => !complete).map(({ unit }) => boundReached(unit));
  return {
    filesScanned: slice.filesScanned,
    files: slice.files.map((file) => slice.placeOf(file).file),
    clients: slice.clients,
    consumers: found.map(({ consumer }) => consumer),
    units,
    topicWrites: resultsOf(topicWrites).flat().sort(compareTopicWrites),
    directives: slice.directives,
    notices: [...slice.notices, ...failures, ...bounded, ...(isTrustworthy ? [] : [TOO_BRANCHED])],
  };
}

function boundReached(unit: Unit): Notice {
  const where = `${unit.place.file}:${String(unit.place.start.line)}`;
  const message = `${unit.name} (${where}) has more states than the limit allows; what it guarantees is unknown. Raise --max-states.`;
  return { message, file: unit.place.file, incomplete: true };
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
