import ts from '../../typescript.ts';
import type { ClientOptions, OptionPlace } from '../../facts/client-options.ts';
import type { LibraryStub } from '../../facts/library-stub.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { refsAt } from '../../recognize/path-refs.ts';
import { propertyName } from '../../recognize/property-name.ts';
import { applies } from '../../recognize/tag-condition.ts';
import { pathsOf, type Path, type Tag } from '../../recognize/tag.ts';
import type { Value } from '../../recognize/value.ts';
import { contextsOf } from '../find-contexts.ts';
import type { OptionsAt } from '../known-settings.ts';

/** A call that is handed options, and where in it they stand. */
export interface SettingsUse extends OptionsAt {
  readonly library: string;
  readonly options: ClientOptions;
  readonly at: OptionPlace;
  readonly path: Path;
}

const known = new WeakMap<Knowledge, Map<ts.Node, readonly SettingsUse[]>>();

/** Every object of options that a call hands to a Kafka library, once per way of getting there. */
export function settingsAt(knowledge: Knowledge, call: OptionsAt['call']): readonly SettingsUse[] {
  const byCall = known.get(knowledge) ?? new Map<ts.Node, readonly SettingsUse[]>();
  known.set(knowledge, byCall);
  const uses = byCall.get(call) ?? readSettings(knowledge, call);
  byCall.set(call, uses);
  return uses;
}

function readSettings(knowledge: Knowledge, call: OptionsAt['call']): readonly SettingsUse[] {
  return contextsOf(knowledge, call).flatMap((env) => {
    const [member] = knowledge.calleesOf(call, env).library;
    const tags = (member?.tags ?? []).filter(
      (tag) => tag.verb === 'settings' && applies(knowledge, tag, call, env) === 'yes',
    );
    return tags.flatMap((tag) => usesOf(knowledge, { call, env }, tag, member?.stub));
  });
}

function usesOf(knowledge: Knowledge, at: OptionsAt, tag: Tag, own: LibraryStub | undefined): readonly SettingsUse[] {
  const stub = tag.values.has('of') ? stubNamed(knowledge, tag.values.get('of')) : own;
  const options = stub?.options;
  if (stub === undefined || options === undefined) return [];
  return pathsOf(tag, 'at').flatMap((path) =>
    options.places.flatMap((place) => {
      const below = membersBelow(place.name, tag.words);
      if (below === undefined) return [];
      const members = [...path.members, ...below];
      return [{ ...at, library: stub.packageName, options, at: place, path: { root: path.root, members } }];
    }),
  );
}

/** The way from the tagged object to a place: a block has the name of its object and its own. */
function membersBelow(name: string, [base = '']: readonly string[]): readonly string[] | undefined {
  if (name === base) return [];
  return name.startsWith(`${base}.`) ? name.slice(base.length + 1).split('.') : undefined;
}

/** What a framework hands on belongs to another library than the call. */
function stubNamed({ slice }: Knowledge, specifier: string | undefined): LibraryStub | undefined {
  const stubs = slice.program.getSourceFiles().flatMap((file) => slice.stubOf(file) ?? []);
  return stubs.find((stub) => stub.specifier === specifier);
}

/** A property as it is written. */
export interface WrittenProperty {
  readonly name: string;
  readonly node: ts.ObjectLiteralElementLike;
  readonly holder: ts.ObjectLiteralExpression;
}

const DEPTH = 6;

/** The properties that a call is seen to get in an object of options, through spreads and merges. */
export function propertiesOf(knowledge: Knowledge, { call, env, path }: SettingsUse): readonly WrittenProperty[] {
  return refsAt(knowledge, call, path, env).refs.flatMap((ref) =>
    knowledge.valuesOf(ref).flatMap((value) => propertiesIn(knowledge, value, DEPTH)),
  );
}

export function propertiesIn(knowledge: Knowledge, value: Value, depth: number): readonly WrittenProperty[] {
  if (depth === 0) return [];
  if (value.kind === 'merged') {
    const parts = value.parts.flatMap((part) => knowledge.valuesOf(part));
    return parts.flatMap((part) => propertiesIn(knowledge, part, depth - 1));
  }
  if (value.kind !== 'object') return [];
  const { node: holder, env } = value;
  return holder.properties.flatMap((node) => {
    if (ts.isSpreadAssignment(node)) {
      const spread = knowledge.valuesOf({ node: node.expression, env });
      return spread.flatMap((part) => propertiesIn(knowledge, part, depth - 1));
    }
    const name = propertyName(knowledge, node.name, env);
    return name === undefined ? [] : [{ name, node, holder }];
  });
}
