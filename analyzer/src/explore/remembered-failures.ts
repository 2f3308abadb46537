import ts from '../typescript.ts';
import { eachNode, someNode } from '../program/nodes-in.ts';
import { contains } from '../recognize/contains.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { trailOf } from './outcomes/catch-trail.ts';
import { whenRejected } from './when-rejected.ts';

/** A failure that the code catches, keeps in mind, and throws for later on. */
export interface RememberedFailure {
  /** The catches that keep it in mind, whatever happens in them. */
  readonly catches: ReadonlySet<StepId>;
  /** Calls whose failure is kept in what `Promise.allSettled` gives. */
  readonly settled: ReadonlySet<StepId>;
  /** The branches that ask for it, with the answer that leads to the throw. */
  readonly branches: ReadonlyMap<StepId, boolean>;
}

type BranchStep = Step & { readonly kind: 'branch' };
type CatchStep = Step & { readonly kind: 'catch' };

export function rememberedFailures(knowledge: Knowledge, graph: UnitGraph): readonly RememberedFailure[] {
  const throwing = graph.steps.flatMap((step) => {
    const answer = step.kind === 'branch' ? answerThatThrows(step) : undefined;
    return step.kind === 'branch' && answer !== undefined ? [{ step, answer }] : [];
  });
  const caught = graph.steps.flatMap((step) => {
    const clause = step.kind === 'catch' ? straightClause(step) : undefined;
    if (step.kind !== 'catch' || clause === undefined) return [];
    const trail = trailOf(knowledge, step, clause);
    const asking = throwing.filter((branch) => trail.isAskedIn(branch.step.condition));
    return [{ catches: new Set([step.id]), settled: new Set<StepId>(), branches: answers(asking) }];
  });
  return [...caught, ...settledOnes(knowledge, graph, throwing)].filter(({ branches }) => branches.size > 0);
}

function answers(
  branches: readonly { readonly step: BranchStep; readonly answer: boolean }[],
): ReadonlyMap<StepId, boolean> {
  return new Map(branches.map(({ step, answer }) => [step.id, answer]));
}

/** `if (failures.length > 0) throw …`, `if (!saved.ok) throw …`: the condition is all that is asked. */
function answerThatThrows({ condition, test }: BranchStep): boolean | undefined {
  if (test !== 'truthy') return undefined;
  let answer = true;
  let at: ts.Node = condition;
  for (; ts.isParenthesizedExpression(at.parent) || isNot(at.parent); at = at.parent) {
    if (isNot(at.parent)) answer = !answer;
  }
  const { parent } = at;
  return ts.isIfStatement(parent) && parent.expression === at && throwsAtItsEnd(parent.thenStatement)
    ? answer
    : undefined;
}

function isNot(node: ts.Node): boolean {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
}

function throwsAtItsEnd(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && ts.isThrowStatement(last);
}

/** A clause that keeps what it catches on every way through it. */
function straightClause({ node }: CatchStep): ts.CatchClause | undefined {
  if (!ts.isCatchClause(node)) return undefined;
  return someNode(node.block, isKeeping) && !someNode(node.block, isFork) ? node : undefined;
}

function isFork(node: ts.Node): boolean {
  return (
    ts.isIfStatement(node) ||
    ts.isSwitchStatement(node) ||
    ts.isIterationStatement(node, false) ||
    ts.isConditionalExpression(node) ||
    ts.isThrowStatement(node)
  );
}

const KEEPING = new Set(['push', 'unshift', 'add']);

function isKeeping(node: ts.Node): boolean {
  if (ts.isReturnStatement(node)) return node.expression !== undefined;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return KEEPING.has(node.expression.name.text);
}

function settledOnes(
  knowledge: Knowledge,
  { steps }: UnitGraph,
  throwing: readonly { readonly step: BranchStep; readonly answer: boolean }[],
): readonly RememberedFailure[] {
  const joins = new Map<ts.CallExpression, Set<StepId>>();
  for (const step of steps) {
    const join = 'error' in step ? settledAround(step.node) : undefined;
    if (join === undefined) continue;
    const known = joins.get(join);
    if (known === undefined) joins.set(join, new Set([step.id]));
    else known.add(step.id);
  }
  const branches = joins.size === 0 ? [] : steps.filter((step) => step.kind === 'branch' && step.test === 'truthy');
  const all = [...throwing, ...branches.flatMap((step) => asked(knowledge, step))];
  return [...joins].flatMap(([join, settled]) => {
    const asking = all.filter(({ step }) => comesFrom(knowledge, step.condition, join, DEPTH));
    const places = new Set(asking.map(({ step }) => placeAsked(knowledge, step.condition)));
    return [...places].map((place) => ({
      catches: new Set<StepId>(),
      settled: place === undefined ? settled : new Set([...settled].filter((id) => isAt(steps[id], join, place))),
      branches: answers(asking.filter(({ step }) => placeAsked(knowledge, step.condition) === place)),
    }));
  });
}

/** Which of the results is asked for: in `const [paid] = …`, `results[0]` the first one; undefined for any of them. */
function placeAsked(knowledge: Knowledge, condition: ts.Expression): number | undefined {
  const found: number[] = [];
  eachNode(condition, (node) => {
    const declaration = ts.isIdentifier(node) ? symbolAt(knowledge, node)?.declarations?.[0] : undefined;
    if (declaration !== undefined && ts.isBindingElement(declaration) && ts.isArrayBindingPattern(declaration.parent))
      found.push(declaration.parent.elements.indexOf(declaration));
    if (ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression))
      found.push(Number(node.argumentExpression.text));
  });
  return found[0];
}

function isAt(step: Step | undefined, { arguments: [list] }: ts.CallExpression, place: number): boolean {
  if (list === undefined || !ts.isArrayLiteralExpression(list)) return true;
  const element = list.elements[place];
  return element !== undefined && step !== undefined && contains(element, step.node);
}

/** `if (result.status === 'fulfilled')`, with the answer for a call that has failed. */
function asked(knowledge: Knowledge, step: Step): readonly { readonly step: BranchStep; readonly answer: boolean }[] {
  const answer = step.kind === 'branch' ? whenRejected(knowledge, step.condition) : undefined;
  return step.kind === 'branch' && answer !== undefined ? [{ step, answer }] : [];
}

function settledAround(node: ts.Node): ts.CallExpression | undefined {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isCallExpression(at) && at.expression.getText() === 'Promise.allSettled') return at;
    if (ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at)) return undefined;
  }
  return undefined;
}

const DEPTH = 3;

/** Through constants that are made of it. */
function comesFrom(knowledge: Knowledge, code: ts.Node, call: ts.Node, depth: number): boolean {
  if (depth === 0) return false;
  return someNode(code, (node) => {
    const declaration = ts.isIdentifier(node) ? symbolAt(knowledge, node)?.declarations?.[0] : undefined;
    const made = declaration === undefined ? undefined : madeOf(declaration);
    if (made === undefined || made === code) return false;
    return contains(stripExpression(made), call) || comesFrom(knowledge, made, call, depth - 1);
  });
}

/** What a variable is made of, as a whole or taken apart. */
function madeOf(declaration: ts.Node): ts.Expression | undefined {
  if (ts.isBindingElement(declaration)) return madeOf(declaration.parent.parent);
  return ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
}
