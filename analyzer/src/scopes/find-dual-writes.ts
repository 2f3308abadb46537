import ts from '../typescript.ts';
import type { DualWrite } from '../facts/dual-write.ts';
import type { Trace } from '../facts/trace.ts';
import { calleeNode } from '../recognize/call-name.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { initialOf } from '../recognize/initial-value.ts';
import { meaningsOf } from '../recognize/meanings-of.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { FunctionNode } from '../recognize/value.ts';
import { inlineUnit } from '../summaries/inline-unit.ts';
import { stepName } from '../summaries/step-name.ts';
import { stepsFrom } from '../summaries/steps-from.ts';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';
import { createdWithAny } from './created-with.ts';
import { waysUp } from './ways-up.ts';

/** A larger function is more than one unit of work. */
const NEAREST = 8;

/** The row that a plain send goes with: that of the nearest function, outwards, which does both. */
export function dualWritesAt(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): readonly DualWrite[] {
  if (!sendsPlainly(knowledge, call)) return [];
  const ways = waysUp(knowledge, call).slice(0, NEAREST);
  for (const [i, { fn }] of ways.entries()) {
    const pair = pairIn(graphOf(knowledge, fn), call);
    if (pair === 'relay') return [];
    if (pair === undefined) continue;
    // What is noted behind a send may have been read further out: a batch that is published and then marked as sent.
    const isNoted = !pair.rowFirst && ways.slice(i).some(({ spot }) => passesRows(knowledge, spot));
    return isNoted ? [] : [dualWrite(knowledge, pair)];
  }
  return [];
}

/** Whether a call on the way to a send is given what was taken from a database. */
function passesRows(knowledge: Knowledge, spot: ts.Node): boolean {
  const given = ts.isCallExpression(spot) ? spot.arguments : [];
  return given.some((argument) => {
    const source = stripExpression(initialOf(knowledge, stripExpression(argument)));
    if (!ts.isCallExpression(source)) return false;
    if (meaningsOf(knowledge, source, undefined).some(({ kind }) => kind === 'read')) return true;
    const { functions } = knowledge.calleesOf(source, undefined);
    return functions.some(({ fn }) => graphOf(knowledge, fn).steps.some((step) => step.kind === 'read' || isRow(step)));
  });
}

function sendsPlainly(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): boolean {
  return meaningsOf(knowledge, call, undefined).some((meaning) => {
    if (meaning.kind !== 'produce') return false;
    // Such a producer sends nothing outside of its transactions.
    return meaning.whenOpen ? !createdWithAny(knowledge, call, undefined, 'transactional-id') : !meaning.transactional;
  });
}

function graphOf(knowledge: Knowledge, fn: FunctionNode): UnitGraph {
  return inlineUnit(knowledge, { kind: 'function', fn, closure: undefined, self: undefined }, undefined, []);
}

interface Pair {
  readonly sent: Step;
  readonly row: Step;
  readonly rowFirst: boolean;
}

function pairIn(graph: UnitGraph, call: ts.Node): Pair | 'relay' | undefined {
  const sends = graph.steps.filter((step) => step.kind === 'produce' && step.node === call);
  const [sent] = sends;
  if (sent === undefined || graph.truncated || graph.steps.some(isBegin)) return undefined;
  const before = graph.steps.filter((step) => sends.some((send) => behind(graph, step).has(send)));
  const after = sends.flatMap((send) => [...behind(graph, send)]);
  const first = before.find(isRow);
  const row = first ?? after.find(isRow);
  if (row === undefined) return undefined;
  return isRelayed(before, after, sent) ? 'relay' : { sent, row, rowFirst: first !== undefined };
}

function isBegin(step: Step): boolean {
  return step.kind === 'control' && step.verb === 'begin';
}

/** What is sent was read before, row by row or to be noted as sent; or it was put in before, to be settled after. */
function isRelayed(before: readonly Step[], after: readonly Step[], sent: Step): boolean {
  const settled = after.filter(isRow);
  if (before.some(({ kind }) => kind === 'read') && (settled.length > 0 || after.includes(sent))) return true;
  const first = before.find(isRow);
  return first !== undefined && settled.some((row) => row.node !== first.node && resourceOf(row) === resourceOf(first));
}

function isRow(step: Step): boolean {
  return step.kind === 'write' && step.write.category === 'database';
}

function resourceOf(step: Step): string | undefined {
  return step.kind === 'write' ? step.write.resource : undefined;
}

/** What runs after a step when nothing fails; what a timer runs is work of its own. */
function behind({ steps }: UnitGraph, from: Step): ReadonlySet<Step> {
  return new Set([...stepsFrom({ steps }, onwards(from), onwards)].flatMap((id) => steps[id] ?? []));
}

function onwards(step: Step): readonly StepId[] {
  if (step.kind === 'detach') return step.maybe ? [step.next] : [step.now, step.next];
  return 'error' in step ? [step.next] : successorsOf(step);
}

function dualWrite({ slice }: Knowledge, { sent, row, rowFirst }: Pair): DualWrite {
  const placed = (step: Step): DualWrite['row'] => ({
    label: stepName(step),
    place: slice.placeOf(calleeNode(step.node)),
  });
  const message = placed(sent);
  const record = placed(row);
  const [one, other] = rowFirst ? [record, message] : [message, record];
  const trace: Trace = [
    { place: one.place, kind: 'effect', message: `${one.label} runs: applied once` },
    { place: one.place, kind: 'fault', message: `the process crashes before ${other.label}` },
    {
      place: other.place,
      kind: 'outcome',
      message: `${other.label} never runs, and nothing tells that it should have`,
    },
  ];
  return { ...message, row: record, trace };
}
