import ts from '../typescript.ts';
import type { Edit } from '../facts/edit.ts';
import type { AutoCommit } from '../facts/consumer.ts';
import type { WrittenOption } from '../facts/option.ts';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge, LibraryCall } from './knowledge.ts';
import { declaredOptions, type DeclaredOption } from './declared-options.ts';
import { putInto, slotFor, type OptionSlot } from './option-slot.ts';
import { refsAt } from './path-refs.ts';
import { propertyAround, removalOf, replacementOf } from './property-edits.ts';
import { applies } from './tag-condition.ts';
import { pathsOf, type Path } from './tag.ts';
import type { Constant, Ref } from './value.ts';

/** An option of a call, found by what the stub says it means. */
export interface FoundOption {
  /** As it is written, or would be: `autoCommit`, `enable.auto.commit`. */
  readonly name: string;
  readonly default: string | undefined;
  /** In lower case: the values that switch it on, where it is no boolean. */
  readonly on: readonly string[] | undefined;
  readonly refs: readonly Ref[];
  readonly maybeAbsent: boolean;
  readonly unknown: boolean;
  /** Where it would be added. */
  readonly slot: OptionSlot | undefined;
}

/** Reads the option that the stub tags `option MEANING` from the options arguments of a call. */
export function optionOf(
  knowledge: Knowledge,
  member: LibraryCall,
  call: AnyCall,
  env: Env | undefined,
  meaning: string,
): FoundOption | undefined {
  const places = member.tags
    .filter((tag) => pathsOf(tag, 'options').length > 0 && applies(knowledge, tag, call, env) !== 'no')
    .flatMap((tag) => pathsOf(tag, 'options'))
    .flatMap((path) =>
      declaredOptions(knowledge, member.declaration, path, meaning).map((option) => below(path, option)),
    );
  const [first] = places;
  if (first === undefined) return undefined;
  const slot = slotFor(
    knowledge,
    call,
    env,
    places.map(({ path }) => path),
  );
  const refs: Ref[] = [];
  let unknown = false;
  for (const { path, option } of places) {
    const found = refsAt(knowledge, call, path, env);
    refs.push(...found.refs);
    unknown ||= found.unknown;
    // What is written for certain hides what stands in the places after it.
    if (found.refs.length > 0 && !found.maybeAbsent)
      return { ...named(option), refs, maybeAbsent: false, unknown, slot };
  }
  return {
    ...named(writtenPlace(knowledge, call, env, places) ?? first.option),
    refs,
    maybeAbsent: true,
    unknown,
    slot,
  };
}

interface OptionPlace {
  /** From the call's argument down. */
  readonly path: Path;
  readonly option: DeclaredOption;
}

function below(path: Path, option: DeclaredOption): OptionPlace {
  return { path: { root: path.root, members: [...path.members, ...option.members] }, option };
}

function named(option: DeclaredOption): Pick<FoundOption, 'name' | 'default' | 'on'> {
  return { name: option.members.at(-1) ?? '', default: option.default, on: option.on };
}

function writtenPlace(
  knowledge: Knowledge,
  call: AnyCall,
  env: Env | undefined,
  places: readonly OptionPlace[],
): DeclaredOption | undefined {
  return places.find(({ path }) => refsAt(knowledge, call, path, env).refs.length > 0)?.option;
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
      ? isOn(option, first.value)
      : 'unknown';
  return {
    name: option.name,
    place: knowledge.slice.placeOf(property ?? ref.node),
    value,
    removal: property === undefined ? [] : removalOf(knowledge, property),
  };
}

function isOn({ on }: FoundOption, value: Constant): boolean {
  if (on !== undefined) return on.includes(String(value).toLowerCase());
  // Libraries that take their options as text read `'false'` as such.
  return Boolean(value) && String(value).toLowerCase() !== 'false';
}

/** What the options of a call say about auto-commit. */
export function autoCommitOf(
  knowledge: Knowledge,
  option: FoundOption | undefined,
  call: ts.CallExpression | ts.NewExpression,
  fallback: boolean,
): AutoCommit {
  const callee = knowledge.slice.placeOf(call.expression);
  if (option === undefined) return { value: 'unknown', option: '', place: callee, switchOff: [] };
  const { name } = option;
  const written = writtenOption(knowledge, option);
  if (written === undefined) {
    const value = option.unknown ? 'unknown' : option.default === undefined ? fallback : option.default === 'true';
    return { value, option: name, place: callee, switchOff: option.unknown ? [] : addition(knowledge, option) };
  }
  const value = option.unknown || (option.maybeAbsent && written.value !== fallback) ? 'unknown' : written.value;
  const [ref] = option.refs;
  const property = ref === undefined ? undefined : propertyAround(ref.node);
  const switchOff: readonly Edit[] =
    property !== undefined && ts.isPropertyAssignment(property)
      ? replacementOf(knowledge, property.initializer, 'false')
      : [];
  return { value, option: name, place: written.place, switchOff };
}

function addition(knowledge: Knowledge, { slot }: FoundOption): readonly Edit[] {
  return slot === undefined ? [] : putInto(knowledge, slot, 'false');
}
