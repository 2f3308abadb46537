import ts from '../typescript.ts';
import type { Knowledge } from './knowledge.ts';
import type { Path } from './tag.ts';
import { tagsOf } from './tags-of.ts';

/** An option as the type that a stub declares for it says: where it stands and what its values mean. */
export interface DeclaredOption {
  /** From the options argument down: `['kafkaJS', 'autoCommit']`, `['enable.auto.commit']`. */
  readonly members: readonly string[];
  readonly default: string | undefined;
  /** In lower case: the values that switch it on, where it is no boolean. */
  readonly on: readonly string[] | undefined;
}

/** Blocks inside of blocks; no library nests its options deeper. */
const DEPTH = 3;

/**
 * The properties below an options argument that the stub tags `option MEANING`, those that win first: a property of the
 * object itself hides the same setting in one of its blocks.
 */
export function declaredOptions(
  knowledge: Knowledge,
  declaration: ts.Node,
  path: Path,
  meaning: string,
): readonly DeclaredOption[] {
  if (typeof path.root !== 'number' || !ts.isFunctionLike(declaration)) return [];
  const parameter = declaration.parameters[path.root];
  if (parameter === undefined || !ts.isParameter(parameter)) return [];
  const type = typeBelow(knowledge, knowledge.checker.getTypeAtLocation(parameter), path.members, parameter);
  return type === undefined ? [] : optionsOf(knowledge, type, meaning, parameter, DEPTH);
}

function typeBelow(
  knowledge: Knowledge,
  declared: ts.Type,
  members: readonly string[],
  at: ts.Node,
): ts.Type | undefined {
  const { checker } = knowledge;
  const type = checker.getNonNullableType(declared);
  const [name, ...rest] = members;
  if (name === undefined) return type;
  const below = memberType(knowledge, type, name, at);
  return below && typeBelow(knowledge, below, rest, at);
}

/** Of a property, of every element, or of what a function gives. */
function memberType({ checker }: Knowledge, type: ts.Type, name: string, at: ts.Node): ts.Type | undefined {
  if (name === '*') return checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  if (name === '()') {
    const returned = type.getCallSignatures()[0]?.getReturnType();
    return returned && (checker.getAwaitedType(returned) ?? returned);
  }
  const property = checker.getPropertyOfType(type, name);
  return property && checker.getTypeOfSymbolAtLocation(property, at);
}

function optionsOf(
  knowledge: Knowledge,
  type: ts.Type,
  meaning: string,
  at: ts.Node,
  depth: number,
): readonly DeclaredOption[] {
  const own: DeclaredOption[] = [];
  const inside: DeclaredOption[] = [];
  for (const property of type.getProperties()) {
    const tags = (property.declarations ?? []).flatMap((declaration) => tagsOf(declaration));
    const tag = tags.find(({ verb, words }) => verb === 'option' && words.includes(meaning));
    if (tag !== undefined) {
      const on = tag.values.get('on')?.toLowerCase().split(',');
      own.push({ members: [property.name], default: tag.values.get('default'), on });
    }
    if (depth === 0 || !tags.some(({ verb }) => verb === 'options')) continue;
    const block = typeBelow(knowledge, knowledge.checker.getTypeOfSymbolAtLocation(property, at), [], at);
    const below = block === undefined ? [] : optionsOf(knowledge, block, meaning, at, depth - 1);
    inside.push(...below.map((option) => ({ ...option, members: [property.name, ...option.members] })));
  }
  return [...own, ...inside];
}
