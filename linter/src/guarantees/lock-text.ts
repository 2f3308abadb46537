import { compareText } from '@kafka-eos/analyzer/facts/place';
import type { Lock, LockedEffect, LockedUnit } from './lock-schema.ts';

const schema = 'https://raw.githubusercontent.com/kafka-eos/kafka-eos/main/linter/kafka-eos-lock.schema.json';

/** The lock as it is written: sorted, one effect a line, so that a difference reads like a sentence. */
export function lockText({ version, units }: Lock): string {
  const files = sorted(units).map(([file, symbols]) => {
    const inside = sorted(symbols).map(([symbol, unit]) => member(symbol, unitText(unit), 3));
    return member(file, block(inside, 2), 2);
  });
  return `${block([member('$schema', json(schema), 1), member('version', json(version), 1), member('units', block(files, 1), 1)], 0)}\n`;
}

/** A unit in the one way there is to write it. */
export function unitText(unit: LockedUnit): string {
  const effects = sorted(unit.effects).map(([name, effect]) => member(name, effectText(effect), 5));
  const facts = [
    ['delivery', unit.delivery],
    ['autoCommit', unit.autoCommit],
    ['reads', unit.reads],
    ['transaction', unit.transaction],
    ['offsetCommits', unit.offsetCommits],
  ] as const;
  const known = facts.flatMap(([name, value]) => (value === undefined ? [] : [member(name, json(value), 4)]));
  return block([...known, member('effects', block(effects, 4), 4)], 3);
}

/** An effect in the one way there is to write it. */
export function effectText({ guarantee, transaction, repeat, guards }: LockedEffect): string {
  const parts = [`"guarantee": ${json(guarantee)}`, `"transaction": ${json(transaction)}`];
  if (repeat !== undefined) parts.push(`"repeat": ${json(repeat)}`);
  if (guards !== undefined) {
    const inside = sorted(guards).map(([label, kind]) => `${json(label)}: ${json(kind)}`);
    parts.push(`"guards": { ${inside.join(', ')} }`);
  }
  return `{ ${parts.join(', ')} }`;
}

function sorted<Value>(record: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] {
  return Object.entries(record).sort(([a], [b]) => compareText(a, b));
}

function member(name: string, value: string, depth: number): string {
  return `${'  '.repeat(depth)}${json(name)}: ${value}`;
}

function block(members: readonly string[], depth: number): string {
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${'  '.repeat(depth)}}`;
}

function json(value: string | number | boolean): string {
  return JSON.stringify(value);
}
