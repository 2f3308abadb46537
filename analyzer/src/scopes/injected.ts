import ts from '../typescript.ts';
import { targetSymbol } from '../recognize/by-symbol.ts';
import { decoratorCalls } from '../recognize/decorator-calls.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { pathsOf } from '../recognize/tag.ts';
import { tagsOfCall } from '../recognize/tags-of-call.ts';
import type { Ref } from '../recognize/value.ts';
import { sharedFolders } from './find-hosts.ts';
import { providedAt } from './provided.ts';
import { registeringTag, registrationsAt } from './registrations.ts';

/** What may stand behind a token: a registration, or what a provider gives. */
type Found =
  | { readonly kind: 'registered'; readonly call: ts.CallExpression; readonly env: Env | undefined }
  /** Something is registered there under a name that is not in sight. */
  | { readonly kind: 'unknown'; readonly call: ts.CallExpression }
  | { readonly kind: 'value'; readonly ref: Ref };

type Provided = Exclude<Found, { readonly kind: 'unknown' }>;

/**
 * What is injected into a parameter or a field that a decorator gives a token. Which module brings which provider is
 * not followed: of all under the token, those whose file lies nearest.
 */
export function injectedInto(knowledge: Knowledge, holder: ts.Node): readonly Provided[] {
  const tokens = decoratorCalls(holder).flatMap((call) =>
    tagsOfCall(knowledge, call, undefined)
      .filter(({ verb }) => verb === 'injects')
      .flatMap((tag) => pathsOf(tag, 'token').flatMap((path) => refsAt(knowledge, call, path, undefined).refs)),
  );
  const [token] = tokens;
  if (token === undefined) return [];
  const found = [...registered(knowledge, token), ...provided(knowledge, token)];
  const file = holder.getSourceFile().fileName;
  const nearness = found.map((each) => sharedFolders(file, fileOf(each)));
  const most = Math.max(...nearness);
  const nearest = found.filter((_, i) => nearness[i] === most);
  const known = nearest.filter((each) => each.kind !== 'unknown');
  return known.length === nearest.length ? known : [];
}

function fileOf(found: Found): string {
  return (found.kind === 'value' ? found.ref.node : found.call).getSourceFile().fileName;
}

function registered(knowledge: Knowledge, token: Ref): readonly Found[] {
  return callsTagged(knowledge, 'registers').flatMap((call) => {
    const tag = registeringTag(knowledge, call, undefined);
    if (tag === undefined || !ts.isCallExpression(call)) return [];
    return registrationsAt(knowledge, call, undefined).flatMap((env): readonly Found[] => {
      const names = pathsOf(tag, 'name').flatMap((path) => refsAt(knowledge, call, path, env).refs);
      if (names.some((name) => isSame(knowledge, name, token))) return [{ kind: 'registered', call, env }];
      return names.length > 0 && names.every((name) => isName(knowledge, name)) ? [] : [{ kind: 'unknown', call }];
    });
  });
}

function provided(knowledge: Knowledge, token: Ref): readonly Found[] {
  const refs = callsTagged(knowledge, 'provides').flatMap((call) =>
    providedAt(knowledge, call, (name) => isSame(knowledge, name, token)),
  );
  return refs.map((ref) => ({ kind: 'value', ref }));
}

/** The same text, or the same constant: symbols and classes are tokens, too. */
function isSame(knowledge: Knowledge, a: Ref, b: Ref): boolean {
  const [first, second] = [textOf(knowledge, a), textOf(knowledge, b)];
  if (first !== undefined || second !== undefined) return first === second;
  const symbol = symbolOf(knowledge, a);
  return symbol !== undefined && symbol === symbolOf(knowledge, b);
}

function symbolOf(knowledge: Knowledge, { node }: Ref): ts.Symbol | undefined {
  return ts.isIdentifier(node) ? symbolAt(knowledge, node) : targetSymbol(node, knowledge.checker);
}

function isName(knowledge: Knowledge, ref: Ref): boolean {
  return textOf(knowledge, ref) !== undefined || isFixed(symbolOf(knowledge, ref));
}

/** A constant, a class or a member of an enum, and no parameter. */
function isFixed(symbol: ts.Symbol | undefined): boolean {
  return symbol?.declarations?.every((declaration) => !ts.isParameter(declaration)) === true;
}

function textOf(knowledge: Knowledge, ref: Ref): string | undefined {
  const [value, ...others] = knowledge.valuesOf(ref);
  return value?.kind === 'constant' && others.length === 0 ? String(value.value) : undefined;
}
