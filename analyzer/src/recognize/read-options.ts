import ts from '../typescript.ts';
import type { Edit } from '../facts/edit.ts';
import type { AutoCommit } from '../facts/consumer.ts';
import type { WrittenOption } from '../facts/option.ts';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge, LibraryCall } from './knowledge.ts';
import { refsAt } from './path-refs.ts';
import { firstProperty, propertyAround, removalOf, replacementOf } from './property-edits.ts';
import { stripExpression } from './strip.ts';
import { pathsOf } from './tag.ts';
import { tagsOf } from './tags-of.ts';
import type { Ref } from './value.ts';

/** An option of a call, found by what the stub says it means. */
export interface FoundOption {
  readonly name: string;
  readonly default: string | undefined;
  readonly refs: readonly Ref[];
  readonly maybeAbsent: boolean;
  readonly unknown: boolean;
  /** The argument that holds the options. */
  readonly holder: ts.Expression | undefined;
}

/** Reads the option that the stub tags `option MEANING` from the options argument of a call. */
export function optionOf(
  knowledge: Knowledge,
  member: LibraryCall,
  call: AnyCall,
  env: Env | undefined,
  meaning: string,
): FoundOption | undefined {
  const path = member.tags.flatMap((tag) => pathsOf(tag, 'options'))[0];
  if (path === undefined || typeof path.root !== 'number') return undefined;
  const declared = declaredOption(knowledge, member.declaration, path.root, meaning);
  if (declared === undefined) return undefined;
  const found = refsAt(knowledge, call, { root: path.root, members: [...path.members, declared.name] }, env);
  const holder = ts.isTaggedTemplateExpression(call) ? undefined : call.arguments?.[path.root];
  return { ...declared, ...found, holder };
}

function declaredOption(
  knowledge: Knowledge,
  declaration: ts.Node,
  at: number,
  meaning: string,
): { readonly name: string; readonly default: string | undefined } | undefined {
  const parameter = ts.isFunctionLike(declaration) ? declaration.parameters[at] : undefined;
  if (parameter === undefined || !ts.isParameter(parameter)) return undefined;
  const type = knowledge.checker.getNonNullableType(knowledge.checker.getTypeAtLocation(parameter));
  for (const property of type.getProperties()) {
    const tags = (property.declarations ?? []).flatMap((d) => tagsOf(d));
    const tag = tags.find(({ verb, words }) => verb === 'option' && words.includes(meaning));
    if (tag !== undefined) return { name: property.name, default: tag.values.get('default') };
  }
  return undefined;
}

/** A boolean option with the edits that change it; undefined when it is written nowhere in sight. */
export function writtenOption(knowledge: Knowledge, option: FoundOption): WrittenOption | undefined {
  const [ref] = option.refs;
  if (ref === undefined) return undefined;
  const property = propertyAround(ref.node);
  const values = option.refs.flatMap((r) => knowledge.valuesOf(r));
  const [first] = values;
  const value =
    first?.kind === 'constant' && values.every((v) => v.kind === 'constant' && v.value === first.value)
      ? Boolean(first.value)
      : 'unknown';
  return {
    name: option.name,
    place: knowledge.slice.placeOf(property ?? ref.node),
    value,
    removal: property === undefined ? [] : removalOf(knowledge, property),
  };
}

/** What a `run` call says about auto-commit. */
export function autoCommitOf(
  knowledge: Knowledge,
  option: FoundOption | undefined,
  call: ts.CallExpression,
  fallback: boolean,
): AutoCommit {
  const callee = knowledge.slice.placeOf(call.expression);
  if (option === undefined) return { value: 'unknown', place: callee, switchOff: [] };
  const written = writtenOption(knowledge, option);
  if (written === undefined) {
    const value = option.unknown ? 'unknown' : option.default === undefined ? fallback : option.default === 'true';
    return { value, place: callee, switchOff: option.unknown ? [] : addition(knowledge, option) };
  }
  const value = option.unknown || (option.maybeAbsent && written.value !== fallback) ? 'unknown' : written.value;
  const [ref] = option.refs;
  const property = ref === undefined ? undefined : propertyAround(ref.node);
  const switchOff: readonly Edit[] =
    property !== undefined && ts.isPropertyAssignment(property)
      ? replacementOf(knowledge, property.initializer, 'false')
      : [];
  return { value, place: written.place, switchOff };
}

function addition(knowledge: Knowledge, option: FoundOption): readonly Edit[] {
  const holder = option.holder === undefined ? undefined : stripExpression(option.holder);
  if (holder === undefined || !ts.isObjectLiteralExpression(holder)) return [];
  return firstProperty(knowledge, holder, `${option.name}: false`);
}
