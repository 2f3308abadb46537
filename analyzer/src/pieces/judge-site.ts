import type ts from 'typescript';
import { buildUnit, type BuiltUnit } from '../explore/build-unit.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { enterUnit } from '../scopes/enter-unit.ts';
import type { FoundConsumer } from '../scopes/find-consumers.ts';
import type { Entry } from '../scopes/find-entries.ts';

/** The units that one call brings about. */
export interface JudgedSite {
  readonly built: readonly BuiltUnit[];
  /** The begins that they reach. */
  readonly begins: readonly ts.Node[];
  /** What was known of the consumers that they belong to. */
  readonly fedBy: readonly Feed[];
}

/** The calls that may have made a consumer, and what is known of it. */
interface Feed {
  readonly origins: readonly ts.Node[];
  readonly known: string;
}

export interface JudgeRequest {
  readonly consumers: readonly FoundConsumer[];
  /** Calls that may begin a transaction. */
  readonly begins: ReadonlySet<ts.Node>;
  readonly maxStates: number;
}

export function judgeSite(
  knowledge: Knowledge,
  entries: readonly Entry[],
  { consumers, begins, maxStates }: JudgeRequest,
): JudgedSite {
  const reached = new Set<ts.Node>();
  const built = entries.map((entry) => {
    const source = enterUnit(knowledge, entry, consumers);
    for (const { node } of source.graph.steps) if (begins.has(node)) reached.add(node);
    return buildUnit(source, { faults: 1, states: maxStates });
  });
  const fedBy = entries.map((entry) => ({
    origins: entry.consumers,
    known: knownOf(entry.consumers, consumers),
  }));
  return { built, begins: [...reached], fedBy };
}

/** Whether the units would be told the same about their consumers. */
export function isFedTheSame({ fedBy }: JudgedSite, consumers: readonly FoundConsumer[]): boolean {
  return fedBy.every(({ origins, known }) => knownOf(origins, consumers) === known);
}

function knownOf(origins: readonly ts.Node[], consumers: readonly FoundConsumer[]): string {
  const found = consumers.find(({ origin }) => origins.includes(origin))?.consumer;
  return JSON.stringify([found?.id, found?.groupId]);
}
