import type ts from 'typescript';
import { buildUnit, type BuiltUnit } from '../explore/build-unit.ts';
import type { Limits } from '../explore/judged-runs.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { handlerStart, type HandlerStart } from '../scopes/client-use/starts.ts';
import { enterUnit, type EnteredUnit } from '../scopes/enter-unit.ts';
import type { FoundConsumer } from '../scopes/find-consumers.ts';
import type { Entry } from '../scopes/entry.ts';
import { entersTheSame } from '../scopes/same-entry.ts';
import { withVouched } from './with-vouched.ts';

/** The units that one call, or one loop, brings about. */
export interface JudgedSite {
  readonly built: readonly BuiltUnit[];
  /** The begins that they reach. */
  readonly begins: readonly ts.Node[];
  /** How their functions come to run. */
  readonly starts: readonly HandlerStart[];
  /** What was known of the consumers that they belong to. */
  readonly fedBy: readonly Feed[];
}

/** The calls that may have made a consumer, and what is known of it. */
interface Feed {
  readonly origins: readonly ts.Node[];
  readonly known: string;
}

/** How units are judged. */
export interface Judging {
  readonly limits: Limits;
  /** Units that enter this file get their crash tables. */
  readonly crashTablesOf?: string | undefined;
  /** Is shown each unit that is judged, before what it was read from is forgotten. */
  readonly watch?: (source: EnteredUnit, built: BuiltUnit) => void;
}

export interface JudgeRequest extends Judging {
  readonly consumers: readonly FoundConsumer[];
  /** Calls that may begin a transaction. */
  readonly begins: ReadonlySet<ts.Node>;
}

export function judgeSite(knowledge: Knowledge, entries: readonly Entry[], request: JudgeRequest): JudgedSite {
  const { consumers, begins, limits, crashTablesOf, watch } = request;
  const judged: { readonly source: EnteredUnit; readonly unit: BuiltUnit }[] = [];
  const built = entries.map((entry) => {
    const alike = judged.find(({ source }) => entersTheSame(source.entry, entry));
    const source = alike === undefined ? enterUnit(knowledge, entry, consumers) : { ...alike.source, entry };
    const unit = alike?.unit ?? withVouched(buildUnit(source, limits, crashTablesOf), source, request);
    if (alike === undefined) judged.push({ source, unit });
    watch?.(source, unit);
    return unit;
  });
  const nodes = judged.flatMap(({ source }) => source.graph.steps.map(({ node }) => node));
  const reached = new Set(nodes.filter((node) => begins.has(node)));
  const fedBy = entries.map((entry) => ({ origins: entry.consumers, known: knownOf(entry.consumers, consumers) }));
  const handlers = entries.filter(({ kind }) => kind === 'handler');
  const starts = handlers.map((entry) => handlerStart(knowledge, entry));
  return { built, begins: [...reached], starts, fedBy };
}

/** Whether the units would be told the same about their consumers. */
export function isFedTheSame({ fedBy }: JudgedSite, consumers: readonly FoundConsumer[]): boolean {
  return fedBy.every(({ origins, known }) => knownOf(origins, consumers) === known);
}

function knownOf(origins: readonly ts.Node[], consumers: readonly FoundConsumer[]): string {
  const found = consumers.find(({ origin }) => origins.includes(origin))?.consumer;
  return JSON.stringify([found?.id, found?.groupId]);
}
