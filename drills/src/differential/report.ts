import type { Anomaly } from '@kafka-eos/analyzer/facts/guarantee';
import { sizeOf } from '../generator/simplify.ts';
import type { SimulatedEffect } from '../simulator/api.ts';
import type { Found, Tally } from './batch.ts';
import type { Disagreement } from './compare.ts';
import type { DifferentialResult } from './differential.ts';
import type { Judged } from './judge-programs.ts';
import type { StaticEffect } from './static-verdicts.ts';

/** What was compared, so that a reader can tell a proof from an empty run. */
export function summary(result: DifferentialResult, seed: number): string {
  const { handlers, effects, runs, seconds, found } = result;
  return [
    `${handlers} handlers (seed ${seed}), ${effects} effects, ${runs} runs, ${seconds.toFixed(1)} s`,
    ...table('verdicts', result.verdicts),
    ...table('steps', result.steps),
    ...table('faults behind anomalies', result.faults),
    found.length === 0 ? 'no disagreement' : `${found.length} handlers on which the two sides disagree`,
    ...groups(found).map(({ kind, members }) => `  ${String(members.length).padStart(6)}  ${kind}`),
  ].join('\n');
}

function table(title: string, tally: Tally): readonly string[] {
  return [`${title}:`, ...Object.entries(tally).map(([name, count]) => `  ${String(count).padStart(8)}  ${name}`)];
}

/** Disagreements of one kind usually have one cause. */
export interface Group {
  readonly kind: string;
  readonly members: readonly Found[];
}

export function groups(found: readonly Found[]): readonly Group[] {
  const byKind = new Map<string, Found[]>();
  for (const one of found) for (const kind of one.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), one]);
  return [...byKind]
    .map(([kind, members]) => ({ kind, members }))
    .toSorted((a, b) => b.members.length - a.members.length || (a.kind < b.kind ? -1 : 1));
}

/** The member that says least: the others differ in what does not matter. */
export function smallestOf({ members }: Group): Found | undefined {
  return members.toSorted((a, b) => sizeOf(a.program) - sizeOf(b.program) || a.handler - b.handler)[0];
}

/** A small program with both verdicts, and the runs that each side has for what the other does not see. */
export function story(judged: Judged): string {
  const files = [...judged.files].filter(([name]) => name !== 'order.ts');
  return [
    ...files.flatMap(([name, text]) => [`--- ${name}`, text.trimEnd()]),
    ...judged.unjudged,
    ...judged.disagreements.flatMap(disagreementStory),
  ].join('\n');
}

export function disagreementStory(one: Disagreement): readonly string[] {
  const { place, stated, executed } = one;
  return [
    `>>> ${place.file}:${place.start.line}:${place.start.column} ${one.static?.label ?? one.simulated[0]?.label ?? ''}`,
    `    static:    ${stated}${stated === 'unknown' ? ` (${one.static?.reason ?? ''})` : ''}`,
    `    simulated: ${executed}`,
    ...staticTraces(one.static, one.simulated),
    ...simulatedTraces(one.static, one.simulated),
  ];
}

function kindsOf(effects: readonly SimulatedEffect[]): ReadonlySet<Anomaly> {
  return new Set(effects.flatMap(({ anomalies }) => anomalies.map(({ kind }) => kind)));
}

function staticTraces(stated: StaticEffect | undefined, simulated: readonly SimulatedEffect[]): readonly string[] {
  const seen = kindsOf(simulated);
  return (stated?.anomalies ?? [])
    .filter(({ kind }) => !seen.has(kind))
    .flatMap(({ kind, trace }) => [
      `    static ${kind}:`,
      ...trace.map(({ place, message }) => `      ${place.start.line}: ${message}`),
    ]);
}

function simulatedTraces(stated: StaticEffect | undefined, simulated: readonly SimulatedEffect[]): readonly string[] {
  const seen = new Set(stated?.anomalies.map(({ kind }) => kind));
  return simulated
    .flatMap(({ anomalies }) => anomalies)
    .filter(({ kind }) => !seen.has(kind))
    .flatMap(({ kind, message, item, run }) => [
      `    simulated ${kind} of ${message}${item === '' ? '' : `/${item}`} (${run.fetch}, ${run.outcome}):`,
      ...run.events.map(
        ({ process, text, site }) => `      [${process}] ${site === undefined ? '' : `${site.line}: `}${text}`,
      ),
    ]);
}
