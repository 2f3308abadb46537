import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { Transaction } from '@kafka-eos/analyzer/facts/transaction';
import type { JudgedEffect, Unit } from '@kafka-eos/analyzer/facts/unit';
import { targetOf } from './effect-words.ts';
import { code, escaped } from './markdown.ts';

/** Why an effect has its guarantee, with the shortest run behind each anomaly. Markdown. */
export function effectText({ effect, verdict, insideTransaction, guards }: JudgedEffect, { name }: Unit): string {
  const where = insideTransaction ? 'inside a Kafka transaction' : 'outside of any Kafka transaction';
  const facts = [
    `**${verdict.guarantee}**: ${code(effect.label)}, ${where}, in ${code(name)}.`,
    `${sentence(verdict.reason)}${guards.map((guard) => ` Guarded by ${code(guard.label)} (${guard.store}).`).join('')}`,
    ...verdict.anomalies.map(({ kind, trace }) => `How it comes to ${kind}:\n\n${runText(trace)}`),
  ];
  return facts.join('\n\n');
}

/** What a handler is fed by, and what becomes of each of its effects. Markdown. */
export function unitText({ name, kind, delivery, guarantee, autoCommit, effects }: Unit): string {
  const what = kind === 'handler' ? `Handler ${code(name)} (${delivery})` : `Transaction in ${code(name)}`;
  const commits =
    autoCommit === undefined ? '' : ` Offsets are ${commitWords[String(autoCommit.value)] ?? commitWords['unknown']}.`;
  const none = 'It performs no effect that is known.';
  return [`${what}: **${guarantee}**.${commits}`, effects.length === 0 ? none : listOf(effects)].join('\n\n');
}

/** What is atomic with a transaction's commit, and what is not. Markdown. */
export function transactionText({ sendsOffsets, commits, commitsWithoutOffsets }: Transaction, unit: Unit): string {
  const inside = unit.effects.filter(({ insideTransaction }) => insideTransaction);
  const offsets = sendsOffsets
    ? 'The offsets of what was consumed are sent in it.'
    : 'The offsets of what was consumed are not sent in it.';
  const missing = commitsWithoutOffsets.length > 0 ? ' Some path commits it without them.' : '';
  const end = commits ? '' : ' No path commits it.';
  const effects = inside.length === 0 ? 'Nothing is done while it is open.' : `While it is open:\n\n${listOf(inside)}`;
  return [`**Kafka transaction** of ${code(unit.name)}. ${offsets}${missing}${end}`, effects].join('\n\n');
}

const commitWords: Readonly<Record<string, string>> = {
  true: 'committed by the client while it runs',
  false: 'not committed by the client',
  unknown: 'perhaps committed by the client: its options could not be followed',
};

function listOf(effects: readonly JudgedEffect[]): string {
  return effects
    .map(({ effect, verdict }) => `- **${verdict.guarantee}** → ${code(targetOf(effect))}: ${escaped(verdict.reason)}`)
    .join('\n');
}

function runText(trace: Trace): string {
  return trace
    .map(({ place, message }, index) => `${index + 1}. ${escaped(message)} (${code(lineOf(place))})`)
    .join('\n');
}

function lineOf({ file, start }: Place): string {
  return `${file}:${start.line}`;
}

function sentence(reason: string): string {
  const text = escaped(reason);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
