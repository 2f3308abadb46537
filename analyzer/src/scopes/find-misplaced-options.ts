import ts from '../typescript.ts';
import type { OptionHome, OptionPlace } from '../facts/client-options.ts';
import type { Edit } from '../facts/edit.ts';
import { comparePlaces } from '../facts/place.ts';
import type { MisplacedOption } from '../facts/setting.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { putInto, slotFor } from '../recognize/option-slot.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { removalOf } from '../recognize/property-edits.ts';
import { creationsBehind } from './creations.ts';
import { isReadElsewhere } from './option-readers.ts';
import { propertiesOf, type SettingsUse, type WrittenProperty } from './settings-objects.ts';

/** The options about delivery that a Kafka library is handed where it does not take them. */
export function findMisplacedOptions(knowledge: Knowledge, uses: readonly SettingsUse[]): readonly MisplacedOption[] {
  const met = uses.flatMap((use) => propertiesOf(knowledge, use).map((property) => ({ use, property })));
  // An object that is handed to several calls is right if one of them takes the option.
  const taken = new Set(met.filter(({ use, property }) => fate(use.at, property.name) === 'taken').map(nodeOf));
  const found = new Map<string, MisplacedOption>();
  for (const { use, property } of met) {
    const otherwise = fate(use.at, property.name);
    if (otherwise === 'taken' || otherwise === 'other' || taken.has(property.node)) continue;
    if (!isWithin(property.holder, use.call) && isReadElsewhere(knowledge, property)) continue;
    const stated = describe(knowledge, uses, { use, property }, otherwise);
    found.set(JSON.stringify([stated.place, stated.at]), stated);
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

interface Met {
  readonly use: SettingsUse;
  readonly property: WrittenProperty;
}

function nodeOf({ property }: Met): ts.Node {
  return property.node;
}

/** Names that say something about acks, idempotence, commits, isolation or transactions. */
const DELIVERY = /acks|idempoten|commit|isolation|transaction/i;
const DOTTED = /^[a-z]+(?:\.[a-z]+)+$/;

/** What becomes of an option in a place; `other` for one that is about something else. */
function fate(place: OptionPlace, name: string): 'taken' | 'other' | 'ignored' | 'throws' {
  if (place.takes.includes(name)) return 'taken';
  if (place.refuses.includes(name)) return 'throws';
  if (place.overlooks.includes(name)) return 'ignored';
  return DELIVERY.test(name) || (!place.dotted && DOTTED.test(name)) ? place.otherwise : 'other';
}

function isWithin(node: ts.Node, call: ts.Node): boolean {
  return ts.findAncestor(node, (at) => at === call) !== undefined;
}

function describe(
  knowledge: Knowledge,
  uses: readonly SettingsUse[],
  met: Met,
  otherwise: 'ignored' | 'throws',
): MisplacedOption {
  const { use, property } = met;
  const home = homeOf(use, property.name);
  const label = use.options.places.find(({ name }) => name === home?.place)?.label;
  return {
    place: knowledge.slice.placeOf(property.node),
    library: use.library,
    name: property.name,
    at: use.at.label,
    otherwise,
    ...(home === undefined || label === undefined ? {} : { home: `${home.option} in ${label}` }),
    move: home === undefined ? [] : moveTo(knowledge, uses, met, home),
  };
}

function homeOf({ at, options }: SettingsUse, name: string): OptionHome | undefined {
  const plain = name.toLowerCase().replaceAll('.', '');
  const exact = options.homes.filter(({ option }) => option === name);
  const homes = [...exact, ...options.homes].filter(({ from }) => from.length === 0 || from.includes(at.name));
  return homes.find(({ about, place }) => plain.includes(about) && place !== at.name);
}

/** The same setting where it takes effect, if that object is in sight and does not have it yet. */
function moveTo(knowledge: Knowledge, uses: readonly SettingsUse[], met: Met, home: OptionHome): readonly Edit[] {
  const { use, property } = met;
  const value = movableValue(met);
  if (value === undefined || property.name !== home.option) return [];
  const targets = uses.filter((other) => other.at.name === home.place && isRelated(knowledge, use, other));
  const edits = new Map(targets.map((target) => [JSON.stringify(putAt(knowledge, target, home, value)), target]));
  const [text, ...others] = [...edits.keys()];
  const [target] = targets;
  if (text === undefined || target === undefined || others.length > 0) return [];
  const addition = putAt(knowledge, target, home, value);
  return addition.length === 0 ? [] : [...removalOf(knowledge, property.node), ...addition];
}

function putAt(
  knowledge: Knowledge,
  { call, env, path }: SettingsUse,
  home: OptionHome,
  value: string,
): readonly Edit[] {
  const at = { root: path.root, members: [...path.members, home.option] };
  const { refs, unknown } = refsAt(knowledge, call, at, env);
  const slot = refs.length > 0 || unknown ? undefined : slotFor(knowledge, call, env, [at]);
  return slot === undefined ? [] : putInto(knowledge, slot, value);
}

/** What may be said elsewhere in the same words: a literal, or anything where the object is one of the same call. */
function movableValue({ property: { node } }: Met): string | undefined {
  if (!ts.isPropertyAssignment(node)) return undefined;
  const { initializer } = node;
  const isLiteral =
    ts.isLiteralExpression(initializer) ||
    initializer.kind === ts.SyntaxKind.TrueKeyword ||
    initializer.kind === ts.SyntaxKind.FalseKeyword ||
    (ts.isPrefixUnaryExpression(initializer) && ts.isNumericLiteral(initializer.operand));
  return isLiteral ? initializer.getText() : undefined;
}

/** Two calls about one consumer or producer, or two objects of one call. */
function isRelated(knowledge: Knowledge, a: SettingsUse, b: SettingsUse): boolean {
  if (a.call === b.call) return true;
  const makers = new Set(makersOf(knowledge, a));
  return makersOf(knowledge, b).some((maker) => makers.has(maker));
}

function makersOf(knowledge: Knowledge, { call, env }: SettingsUse): readonly ts.Node[] {
  return creationsBehind(knowledge, call, env).map((creation) => creation.call);
}
