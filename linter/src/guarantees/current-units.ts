import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { UnseenCall } from '@kafka-eos/analyzer/facts/delivery';
import type { Consumer } from '@kafka-eos/analyzer/facts/consumer';
import { comparePlaces, compareText } from '@kafka-eos/analyzer/facts/place';
import type { JudgedEffect, Unit } from '@kafka-eos/analyzer/facts/unit';
import { isLogging } from '../map/unknown-calls.ts';
import { effectName, numbered } from './names.ts';
import type { Lock, LockedEffect, LockedUnit, LockedUnits } from './lock-schema.ts';
import { lockVersion } from './lock-schema.ts';

/** A unit as it is now, with what a lock would say about it. */
export interface CurrentUnit {
  readonly file: string;
  /** Unique in the file. */
  readonly symbol: string;
  readonly unit: Unit;
  readonly consumer: Consumer | undefined;
  /** Where it stands, where it is used and where the code is that it runs: whoever asks about one of them means it. */
  readonly files: readonly string[];
  /** The calls in it that nothing is known of, and that get the message: any of them may be its work. */
  readonly unseen: readonly UnseenCall[];
  /** By the name in the lock. */
  readonly effects: ReadonlyMap<string, JudgedEffect>;
  readonly locked: LockedUnit;
}

/** What the analysis infers, under names that outlive edits elsewhere. */
export function currentUnits({
  units,
  consumers,
  delivery,
}: Pick<Analysis, 'units' | 'consumers' | 'delivery'>): readonly CurrentUnit[] {
  const known = new Map(consumers.map((consumer) => [consumer.id, consumer]));
  const found = units.map((unit, i) => ({
    unit,
    files: filesOf(unit, i, delivery),
    unseen: (delivery?.unitCalls[i] ?? []).filter((call) => call.gets.includes('message') && !isLogging(call)),
    consumer: unit.consumerId === undefined ? undefined : known.get(unit.consumerId),
  }));
  const sorted = found.sort((a, b) => compareText(groupOf(a), groupOf(b)) || comparePlaces(a.unit.place, b.unit.place));
  const names = numbered(sorted, ({ unit }) => `${unit.place.file}\n${unit.symbol}`);
  return sorted
    .map(({ unit, consumer, files, unseen }, i): CurrentUnit => {
      const effects = namedEffects(unit.effects);
      const symbol = (names[i] ?? '').slice(unit.place.file.length + 1);
      const locked = lockedUnit(unit, consumer, effects);
      return { file: unit.place.file, symbol, unit, consumer, files, unseen, effects, locked };
    })
    .sort((a, b) => compareText(a.file, b.file) || compareText(a.symbol, b.symbol));
}

function filesOf({ place }: Unit, index: number, delivery: Analysis['delivery']): readonly string[] {
  const inputs = (delivery?.inputs ?? []).filter(({ unit }) => unit === index);
  const uses = inputs.flatMap(({ usedAt }) => (usedAt === undefined ? [] : [usedAt.place.file]));
  return [...new Set([place.file, ...uses, ...(delivery?.unitFiles[index] ?? [])])];
}

/** The same function may serve several consumers: the group tells them apart, wherever they are written. */
function groupOf({ consumer }: { readonly consumer: Consumer | undefined }): string {
  return consumer === undefined ? '' : `${consumer.groupId ?? ''} ${consumer.topics.join(' ')}`;
}

function namedEffects(effects: readonly JudgedEffect[]): ReadonlyMap<string, JudgedEffect> {
  const sorted = [...effects].sort((a, b) => comparePlaces(a.effect.place, b.effect.place));
  const names = numbered(sorted, ({ effect }) => effectName(effect.identity));
  const named = sorted.map((effect, i): readonly [string, JudgedEffect] => [names[i] ?? '', effect]);
  return new Map(named.sort(([a], [b]) => compareText(a, b)));
}

function lockedUnit(
  unit: Unit,
  consumer: Consumer | undefined,
  effects: ReadonlyMap<string, JudgedEffect>,
): LockedUnit {
  return {
    delivery: unit.delivery,
    ...(unit.autoCommit === undefined ? {} : { autoCommit: unit.autoCommit.value }),
    ...(consumer === undefined ? {} : { reads: isolationOf(consumer) }),
    transaction: transactionOf(unit),
    offsetCommits: offsetCommitsOf(unit),
    effects: Object.fromEntries([...effects].map(([name, judged]) => [name, lockedEffect(judged)])),
  };
}

function isolationOf({ readUncommitted }: Consumer): NonNullable<LockedUnit['reads']> {
  if (readUncommitted === undefined || readUncommitted.value === false) return 'read_committed';
  return readUncommitted.value === true ? 'read_uncommitted' : 'unknown';
}

function transactionOf({ transactions }: Unit): LockedUnit['transaction'] {
  if (transactions.length === 0) return 'none';
  const complete = transactions.every((each) => each.sendsOffsets && each.commitsWithoutOffsets.length === 0);
  return complete ? 'with offsets' : 'without offsets';
}

function offsetCommitsOf({ offsetCommits }: Unit): LockedUnit['offsetCommits'] {
  if (offsetCommits.some(({ besideTransaction }) => besideTransaction)) return 'beside the transaction';
  return offsetCommits.length > 0 ? 'by hand' : 'none';
}

function lockedEffect({ effect, verdict, insideTransaction, guards }: JudgedEffect): LockedEffect {
  const kinds = guards.map(({ label, store, form }): readonly [string, string] => [label, `${store} ${form}`]);
  return {
    guarantee: verdict.guarantee,
    // A send that goes out beside an open transaction is outside it.
    transaction: insideTransaction && (effect.kind !== 'produce' || effect.transactional) ? 'inside' : 'outside',
    ...(effect.kind === 'external-write' ? { repeat: effect.repeatability.kind } : {}),
    ...(kinds.length === 0 ? {} : { guards: Object.fromEntries(kinds.sort(([a], [b]) => compareText(a, b))) }),
  };
}

/** The lock that says what is the case now. */
export function lockOf(units: readonly CurrentUnit[]): Lock {
  const files = new Map<string, (readonly [string, LockedUnit])[]>();
  for (const { file, symbol, locked } of units) files.set(file, [...(files.get(file) ?? []), [symbol, locked]]);
  const sorted = [...files].map(([file, symbols]): readonly [string, LockedUnits[string]] => [
    file,
    Object.fromEntries(symbols),
  ]);
  return { version: lockVersion, units: Object.fromEntries(sorted) };
}
