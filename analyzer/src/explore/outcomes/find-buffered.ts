import ts from '../../typescript.ts';
import { nodesIn, someNode } from '../../program/nodes-in.ts';
import { isFunctionNode } from '../../recognize/function-node.ts';
import { isMention } from '../../recognize/mention.ts';
import { enclosingFunction } from '../../recognize/source-index.ts';
import { provenanceOf } from '../../recognize/stability.ts';
import { stripExpression } from '../../recognize/strip.ts';
import { drainsIn, timedDrains, type Drain } from '../../scopes/buffer-drains.ts';
import { containerOf } from '../../scopes/container.ts';
import type { EnteredUnit } from '../../scopes/enter-unit.ts';
import type { Step } from '../../summaries/unit-graph.ts';
import type { Moment, Walk } from './walk.ts';

/** Work that a handler leaves in a list of the process, for somebody to do later. */
export interface BufferedWork {
  readonly put: ts.CallExpression;
  readonly effect: Step;
}

/** Only where the position moves when the handler returns: whoever does the work may commit it otherwise. */
export function findBuffered(source: EnteredUnit, walk: Walk, moments: readonly Moment[]): readonly BufferedWork[] {
  const { graph, knowledge, entry } = source;
  if (entry.kind !== 'handler') return [];
  const found = new Map<ts.Node, BufferedWork>();
  for (const moment of moments) {
    const step = walk.stepAt(moment);
    const put = step === undefined ? undefined : putOf(source, step);
    if (step?.kind !== 'container' || put === undefined || found.has(put)) continue;
    const list = containerOf(knowledge, step, graph.root);
    const drain = list === undefined || list.perCall ? undefined : drainAfter(source, walk, moment, list.symbol);
    if (drain !== undefined) found.set(put, { put, effect: drain.effect });
  }
  return [...found.values()];
}

/** Who works off what is put into a list there; undefined when the handler does so itself, or nobody. */
function drainAfter(source: EnteredUnit, walk: Walk, put: Moment, list: ts.Symbol): Drain | undefined {
  const own = drainsIn(source.knowledge, source.graph, list);
  return mayLeave(source, walk, put, own, list) ? [...own, ...timedDrains(source.knowledge, list)][0] : undefined;
}

const MOVES: ReadonlySet<string> = new Set(['commit-offsets', 'resolve-offset', 'send-offsets']);

/** `list.push(order)`, with something of the message in it, and nothing that the handler waits for. */
function putOf({ knowledge }: EnteredUnit, step: Step): ts.CallExpression | undefined {
  const { node } = step;
  if (step.kind !== 'container' || step.container.verb !== 'fill' || !ts.isCallExpression(node)) return undefined;
  const callee = stripExpression(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || !PUTS.has(callee.name.text)) return undefined;
  const isOfMessage = node.arguments.some((item) => provenanceOf(knowledge, { node: item, env: step.env }).message);
  return isOfMessage && !isRouted(node) && !isWaitedFor(node) ? node : undefined;
}

const PUTS: ReadonlySet<string> = new Set(['push', 'unshift']);

/** What is kept because it failed is a matter of its failure. */
function isRouted(put: ts.Node): boolean {
  return ts.findAncestor(put, (at) => ts.isCatchClause(at)) !== undefined;
}

/** `new Promise((resolve) => list.push({ order, resolve }))`, and `list.push(job); await job.done`. */
function isWaitedFor(put: ts.CallExpression): boolean {
  if (isInExecutor(put)) return true;
  const names = new Set(put.arguments.flatMap((item) => nodesIn(item, ts.isIdentifier)).map(({ text }) => text));
  const isNamed = (node: ts.Node): boolean => ts.isIdentifier(node) && names.has(node.text);
  const scope = enclosingFunction(put);
  const isAwaited = (node: ts.Node): boolean =>
    ts.isAwaitExpression(node) &&
    !ts.isCallExpression(node.expression) &&
    node.pos > put.end &&
    someNode(node, isNamed);
  return scope !== undefined && someNode(scope, isAwaited);
}

function isInExecutor(put: ts.Node): boolean {
  return ts.findAncestor(put, (at) => isFunctionNode(at) && ts.isNewExpression(at.parent)) !== undefined;
}

/** Whether the handler can end normally, and the position move on, with the item still in the list. */
function mayLeave(
  { graph, knowledge, entry }: EnteredUnit,
  walk: Walk,
  from: Moment,
  drains: readonly Drain[],
  list: ts.Symbol,
): boolean {
  const effects = new Set(drains.map(({ effect }) => effect.id));
  const readers = new Set(drains.map(({ reader }) => reader).filter((fn) => fn !== graph.root?.fn));
  const isDrained = ({ id, env }: Step): boolean => effects.has(id) || (env !== undefined && readers.has(env.fn));
  const seen = new Set<string>();
  const pending = walk.onwards(from).map((moment) => ({ moment, moved: entry.autoCommit?.value === true }));
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const { moment } = at;
    const step = walk.stepAt(moment);
    const key = `${String(moment.at)} ${String(moment.slots)} ${String(at.moved)}`;
    if (step === undefined || seen.has(key) || isDrained(step)) continue;
    const moved = at.moved || (step.kind === 'control' && MOVES.has(step.verb));
    if (step.kind === 'exit' && moved) return true;
    seen.add(key);
    pending.push(...filledSides(step, walk, moment).map((next) => ({ moment: next, moved })));
  }
  return false;

  /** A list that something was just put into is not empty. */
  function filledSides(step: Step, of: Walk, moment: Moment): readonly Moment[] {
    const filled = step.kind === 'branch' ? isFilled(step.condition) : undefined;
    if (step.kind !== 'branch' || filled === undefined) return of.onwards(moment);
    return of.sides(step, moment.slots).flatMap(({ yes, to }) => (yes === filled ? [to] : []));
  }

  /** What a condition says of a list that holds something; undefined when it asks anything else. */
  function isFilled(condition: ts.Expression): boolean | undefined {
    const node = stripExpression(condition);
    if (isLength(node)) return true;
    if (!ts.isBinaryExpression(node) || !isLength(stripExpression(node.left))) return undefined;
    const text = `${node.operatorToken.getText()} ${node.right.getText()}`;
    return FILLED.has(text) ? true : EMPTY.has(text) ? false : undefined;
  }

  function isLength(node: ts.Expression): boolean {
    return (
      ts.isPropertyAccessExpression(node) && node.name.text === 'length' && isMention(knowledge, node.expression, list)
    );
  }
}

const FILLED: ReadonlySet<string> = new Set(['> 0', '!== 0', '!= 0', '>= 1']);
const EMPTY: ReadonlySet<string> = new Set(['=== 0', '== 0', '< 1', '<= 0']);
