import ts from '../typescript.ts';
import { argumentsOf } from './call-arguments.ts';
import type { Env } from './env.ts';
import { returnedExpressions } from './function-node.ts';
import { propertyName } from './property-name.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { mappedElements } from './mapped-elements.ts';
import { symbolAt } from './symbol-at.ts';
import { slotOf } from './slot.ts';
import { stripExpression } from './strip.ts';
import type { Path } from './tag.ts';
import type { FunctionValue, Ref, Value } from './value.ts';

/** What stands at a path: the expressions, and whether it may also be missing or out of sight. */
export interface PathRefs {
  readonly refs: readonly Ref[];
  readonly maybeAbsent: boolean;
  readonly unknown: boolean;
}

const ABSENT: PathRefs = { refs: [], maybeAbsent: true, unknown: false };
const UNKNOWN: PathRefs = { refs: [], maybeAbsent: false, unknown: true };

/** The expressions at a path of a call. */
export function refsAt(knowledge: Knowledge, call: AnyCall, path: Path, env: Env | undefined): PathRefs {
  if (path.root === 'any-argument') return anyArgument(knowledge, call, env);
  const start = path.root === 'this' ? receiverAt(call, env) : argumentAt(knowledge, call, path.root, env);
  if (start === 'unknown') return UNKNOWN;
  if (start === undefined) return ABSENT;
  return follow(knowledge, start, path.members, env?.call === call ? env.fn : undefined);
}

function anyArgument(knowledge: Knowledge, call: AnyCall, env: Env | undefined): PathRefs {
  const { known, more } = argumentsOf(knowledge, call, env);
  return { refs: known, maybeAbsent: false, unknown: more };
}

function argumentAt(
  knowledge: Knowledge,
  call: AnyCall,
  index: number,
  env: Env | undefined,
): Ref | 'unknown' | undefined {
  if (ts.isTaggedTemplateExpression(call)) return index === 0 ? { node: call.template, env } : undefined;
  const { known, more } = argumentsOf(knowledge, call, env);
  return known[index] ?? (more ? 'unknown' : undefined);
}

function receiverAt(call: AnyCall, env: Env | undefined): Ref | undefined {
  const node = receiverOf(call);
  return node === undefined ? undefined : { node, env };
}

/** The object a method is called on. */
export function receiverOf(call: AnyCall): ts.Expression | undefined {
  const callee = stripExpression(ts.isTaggedTemplateExpression(call) ? call.tag : call.expression);
  return ts.isPropertyAccessExpression(callee) || ts.isElementAccessExpression(callee) ? callee.expression : undefined;
}

/** The expressions at a path of members below an expression. */
export function follow(knowledge: Knowledge, ref: Ref, members: readonly string[], only?: ts.Node): PathRefs {
  const [name, ...rest] = members;
  if (name === undefined) return definite(knowledge, ref);
  const mapped = name === '*' ? mappedElements(knowledge, ref) : [];
  const found =
    mapped.length > 0
      ? [{ refs: mapped, maybeAbsent: false, unknown: false }]
      : knowledge.valuesOf(ref).map((value) => alone(memberRefs(knowledge, value, name), only));
  const patches = patchesOf(knowledge, ref, name);
  const here = [...found, ...(patches.length > 0 ? [{ refs: patches, maybeAbsent: false, unknown: false }] : [])];
  const below = here.flatMap((step) => step.refs.map((next) => follow(knowledge, next, rest, only)));
  return {
    refs: below.flatMap((step) => step.refs),
    maybeAbsent:
      patches.length === 0 && (here.some((step) => step.maybeAbsent) || below.some((step) => step.maybeAbsent)),
    unknown: here.some((step) => step.unknown) || below.some((step) => step.unknown),
  };
}

/** Of a list that a call is given, the element that it is seen to be given alone. */
function alone(found: PathRefs, only: ts.Node | undefined): PathRefs {
  const refs = only === undefined ? [] : found.refs.filter(({ node }) => node === only);
  return refs.length === 0 ? found : { refs, maybeAbsent: false, unknown: false };
}

/** An expression that is `undefined` on some way is maybe absent there. */
function definite(knowledge: Knowledge, ref: Ref): PathRefs {
  const values = knowledge.valuesOf(ref);
  const undefinedOn = values.filter((value) => value.kind === 'constant' && value.value === undefined);
  if (undefinedOn.length === values.length) return ABSENT;
  return { refs: [ref], maybeAbsent: undefinedOn.length > 0, unknown: false };
}

/** `headers['Idempotency-Key'] = key` after the object was made. */
function patchesOf(knowledge: Knowledge, ref: Ref, name: string): readonly Ref[] {
  const node = stripExpression(ref.node);
  const symbol = ts.isIdentifier(node) ? symbolAt(knowledge, node) : undefined;
  if (symbol === undefined) return [];
  const written = knowledge.index.memberWritesOn(symbol).filter((write) => sameName(write.name, name));
  return [...written.map(({ value }) => value), ...setLater(knowledge, symbol, name)].map((value) => ({
    node: value,
    env: ref.env,
  }));
}

/** `headers.set('Idempotency-Key', key)`. */
function setLater(knowledge: Knowledge, symbol: ts.Symbol, name: string): readonly ts.Expression[] {
  return ['set', 'append'].flatMap((method) =>
    knowledge.index.methodCallsOn(symbol, method).flatMap(({ arguments: [key, value] }) => {
      const isNamed = key !== undefined && ts.isStringLiteralLike(key) && sameName(key.text, name);
      return isNamed && value !== undefined ? [value] : [];
    }),
  );
}

function memberRefs(knowledge: Knowledge, value: Value, name: string): PathRefs {
  switch (value.kind) {
    case 'object':
      return knowledge.once(`refs ${slotOf(knowledge, value.node, value.env)}.${name}`, UNKNOWN, () =>
        objectRefs(knowledge, value.node, value.env, name),
      );
    case 'array':
      // Pairs of a name and a value are another way to write an object.
      return name === '*' ? elementRefs(knowledge, value.node, value.env) : UNKNOWN;
    case 'merged':
      return mergedRefs(knowledge, value.parts, name);
    case 'constant':
      return ABSENT;
    case 'function':
      return name === RETURNED ? returnedRefs(value) : UNKNOWN;
    case 'instance':
    case 'class':
    case 'library':
    case 'opaque':
      return UNKNOWN;
  }
}

/** In a path: what the function there returns. */
const RETURNED = '()';

function returnedRefs({ fn, closure }: FunctionValue): PathRefs {
  const refs = returnedExpressions(fn).map((node) => ({ node, env: closure }));
  return refs.length === 0 ? UNKNOWN : { refs, maybeAbsent: false, unknown: false };
}

function mergedRefs(knowledge: Knowledge, parts: readonly Ref[], name: string): PathRefs {
  const refs: Ref[] = [];
  let unknown = false;
  for (const part of [...parts].reverse()) {
    const found = merged(knowledge.valuesOf(part).map((value) => memberRefs(knowledge, value, name)));
    refs.push(...found.refs);
    unknown ||= found.unknown;
    if (found.refs.length > 0 && !found.maybeAbsent) return { refs, maybeAbsent: false, unknown };
  }
  return { refs, maybeAbsent: true, unknown };
}

function elementRefs(knowledge: Knowledge, node: ts.ArrayLiteralExpression, env: Env | undefined): PathRefs {
  const parts = node.elements.map((element): PathRefs => {
    if (!ts.isSpreadElement(element)) return { refs: [{ node: element, env }], maybeAbsent: false, unknown: false };
    const list = { node: element.expression, env };
    const mapped = mappedElements(knowledge, list);
    if (mapped.length > 0) return { refs: mapped, maybeAbsent: false, unknown: false };
    const spread = knowledge.valuesOf(list);
    return merged(
      spread.map((value) => (value.kind === 'array' ? elementRefs(knowledge, value.node, value.env) : UNKNOWN)),
    );
  });
  return merged(parts);
}

function merged(parts: readonly PathRefs[]): PathRefs {
  return {
    refs: parts.flatMap(({ refs }) => refs),
    maybeAbsent: parts.some(({ maybeAbsent }) => maybeAbsent),
    unknown: parts.some(({ unknown }) => unknown),
  };
}

function objectRefs(
  knowledge: Knowledge,
  node: ts.ObjectLiteralExpression,
  env: Env | undefined,
  name: string,
): PathRefs {
  const refs: Ref[] = [];
  let unknown = false;
  for (const property of [...node.properties].reverse()) {
    if (ts.isSpreadAssignment(property)) {
      const spread = knowledge.valuesOf({ node: property.expression, env }).map((v) => memberRefs(knowledge, v, name));
      refs.push(...spread.flatMap((step) => step.refs));
      unknown ||= spread.some((step) => step.unknown);
      if (spread.every((step) => step.refs.length > 0 && !step.maybeAbsent))
        return { refs, maybeAbsent: false, unknown };
      continue;
    }
    const written = propertyRef(knowledge, property, env);
    if (written === 'computed') unknown = true;
    else if (written !== undefined && (name === '*' || sameName(written.name, name))) {
      refs.push(written.ref);
      if (name !== '*') return { refs, maybeAbsent: false, unknown };
    }
  }
  return { refs, maybeAbsent: name !== '*', unknown };
}

function propertyRef(
  knowledge: Knowledge,
  property: ts.ObjectLiteralElementLike,
  env: Env | undefined,
): { readonly name: string; readonly ref: Ref } | 'computed' | undefined {
  const name = propertyName(knowledge, property.name, env);
  if (name === undefined) return 'computed';
  if (ts.isPropertyAssignment(property)) return { name, ref: { node: property.initializer, env } };
  if (ts.isShorthandPropertyAssignment(property)) return { name, ref: { node: property.name, env } };
  return undefined;
}

/** HTTP header names compare without case; no library's options differ by case alone. */
function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
