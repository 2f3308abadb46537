import ts from '../../typescript.ts';
import type { OptionHome, OptionPlace } from '../../facts/client-options.ts';
import type { Edit } from '../../facts/edit.ts';
import { comparePlaces } from '../../facts/place.ts';
import type { MisplacedOption } from '../../facts/setting.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { putInto, slotFor } from '../../recognize/option-slot.ts';
import { refsAt } from '../../recognize/path-refs.ts';
import { removalOf } from '../../recognize/property-edits.ts';
import type { OptionsAt } from '../known-settings.ts';
import { isReadElsewhere } from './option-readers.ts';
import { propertiesOf, settingsAt, type SettingsUse, type WrittenProperty } from './settings-objects.ts';
import { makersBehind } from './way.ts';

type Call = OptionsAt['call'];

/** An option about delivery that a call hands to a Kafka library. */
interface SeenOption {
  /** The property as it is written. */
  readonly node: ts.Node;
  /** Absent where the library takes the option. */
  readonly misplaced?: Omit<MisplacedOption, 'move'>;
  /** The calls that make the consumer or producer it is about. */
  readonly makers: readonly ts.Node[];
}

/** A call that is handed options. */
export interface SettingsCall {
  readonly call: Call;
  /** The calls that make the consumers and producers they are about. */
  readonly makers: readonly ts.Node[];
  /** Right and wrong. */
  readonly options: readonly SeenOption[];
}

export function settingsCallAt(knowledge: Knowledge, call: Call): SettingsCall {
  const uses = settingsAt(knowledge, call).map((use) => ({ use, makers: makersOf(knowledge, use) }));
  return {
    call,
    makers: uses.flatMap(({ makers }) => makers),
    options: uses.flatMap(({ use, makers }) => optionsIn(knowledge, use, makers)),
  };
}

function optionsIn(knowledge: Knowledge, use: SettingsUse, makers: readonly ts.Node[]): readonly SeenOption[] {
  return propertiesOf(knowledge, use).flatMap((property): readonly SeenOption[] => {
    const seen = { node: property.node, makers };
    const otherwise = fate(use.at, property.name);
    if (otherwise === 'taken') return [seen];
    if (otherwise === 'other') return [];
    if (!isWithin(property.holder, use.call) && isReadElsewhere(knowledge, property)) return [];
    return [{ ...seen, misplaced: describe(knowledge, { use, property }, otherwise) }];
  });
}

/** The options that are handed over where they take no effect; `open` gives knowledge for working out where they would. */
export function misplacedOptions(calls: readonly SettingsCall[], open: () => Knowledge): readonly MisplacedOption[] {
  const seen = calls.flatMap(({ call, options }) => options.map((option) => ({ call, option })));
  // An object that is handed to several calls is right if one of them takes the option.
  const taken = new Set(seen.filter(({ option }) => option.misplaced === undefined).map(({ option }) => option.node));
  const found = new Map<string, MisplacedOption>();
  for (const { call, option } of seen) {
    const { misplaced, node } = option;
    if (misplaced === undefined || taken.has(node)) continue;
    const move = misplaced.home === undefined ? [] : moveOf(open(), call, option, calls);
    found.set(JSON.stringify([misplaced.place, misplaced.at]), { ...misplaced, move });
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

/**
 * The same setting where it takes effect, if that object is in sight and does not have it yet: in the same call, or in
 * one about the same consumer or producer.
 */
function moveOf(knowledge: Knowledge, own: Call, option: SeenOption, calls: readonly SettingsCall[]): readonly Edit[] {
  const makers = new Set(option.makers);
  const related = calls.filter(({ call, makers: others }) => call === own || others.some((m) => makers.has(m)));
  const uses = related.flatMap(({ call }) => settingsAt(knowledge, call));
  const met = settingsAt(knowledge, own)
    .flatMap((use) => propertiesOf(knowledge, use).map((property) => ({ use, property })))
    .find(({ use, property }) => property.node === option.node && use.at.label === option.misplaced?.at);
  const home = met && homeOf(met.use, met.property.name);
  return met === undefined || home === undefined ? [] : moveTo(knowledge, uses, met, home);
}

interface Met {
  readonly use: SettingsUse;
  readonly property: WrittenProperty;
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
  { use, property }: Met,
  otherwise: 'ignored' | 'throws',
): Omit<MisplacedOption, 'move'> {
  const home = homeOf(use, property.name);
  const label = use.options.places.find(({ name }) => name === home?.place)?.label;
  return {
    place: knowledge.slice.placeOf(property.node),
    library: use.library,
    name: property.name,
    at: use.at.label,
    otherwise,
    ...(home === undefined || label === undefined ? {} : { home: `${home.option} in ${label}` }),
  };
}

function homeOf({ at, options }: SettingsUse, name: string): OptionHome | undefined {
  const plain = name.toLowerCase().replaceAll('.', '');
  const exact = options.homes.filter(({ option }) => option === name);
  const homes = [...exact, ...options.homes].filter(({ from }) => from.length === 0 || from.includes(at.name));
  return homes.find(({ about, place }) => plain.includes(about) && place !== at.name);
}

function moveTo(knowledge: Knowledge, uses: readonly SettingsUse[], met: Met, home: OptionHome): readonly Edit[] {
  const { property } = met;
  const value = movableValue(met);
  if (value === undefined || property.name !== home.option) return [];
  const targets = uses.filter(({ at }) => at.name === home.place);
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

function makersOf(knowledge: Knowledge, use: SettingsUse): readonly ts.Node[] {
  return makersBehind(knowledge, use).map(({ call }) => call);
}
