import type { MapEffect, Pipeline } from '@kafka-eos/linter/map/delivery-map';
import { cleanLine, join, safe, type Safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';
import { bothEnds, paragraph, rule, type Column } from './line-layout.ts';
import type { MapReport } from './map-report.ts';
import {
  consumerOf,
  effectReason,
  effectTitle,
  groupName,
  guaranteeWords,
  identitiesOf,
  inputNames,
  offsetEntry,
  positionWords,
  type Tone,
} from './wording.ts';

/** The lines of one pipeline: what it reads, what its transaction holds, and what happens without it. */
export function pipelineLines(pipeline: Pipeline, report: MapReport): readonly Safe[] {
  const inside = pipeline.effects.filter(({ where }) => where === 'in-transaction');
  const others = pipeline.effects.filter(({ where }) => where !== 'in-transaction');
  const hasTransaction = pipeline.transactions.length > 0;
  const moved = offsetLines(pipeline, false, report, safe`  `);
  return [
    ...headLines(pipeline, report),
    ...(hasTransaction ? transactionLines(pipeline, inside, report) : []),
    ...(hasTransaction ? [] : loosePosition(pipeline, report)),
    ...(hasTransaction && others.length + moved.length > 0
      ? [safe`  ${report.style.bold(safe`not in the transaction`)}`, ...moved]
      : []),
    ...others.flatMap((effect) => effectLines(effect, report, safe`  `)),
    ...(pipeline.effects.length === 0 ? [safe`  ${report.style.dim(safe`no effect in sight`)}`] : []),
  ];
}

function headLines(pipeline: Pipeline, report: MapReport): readonly Safe[] {
  const { style, width, map, shownPath } = report;
  const consumer = consumerOf(map, pipeline);
  const names = inputNames(consumer);
  const shown = pipeline.name === '' ? 'handler' : pipeline.name;
  const from = names.length === 0 ? safe`` : safe`${style.cyan(cleanLine(names.join(', ')))} → `;
  const title = safe`${from}${style.bold(cleanLine(shown))}`;
  const word = guaranteeWords[pipeline.guarantee];
  const verdict = toned(word.tone, style)(safe`${cleanLine(word.sign)} ${cleanLine(word.text)}`);
  const parts = [
    ...(consumer === undefined ? [] : [`group ${groupName(consumer)}`, consumer.isolation]),
    ...(pipeline.kind === 'transaction' ? ['no handler: it is called'] : []),
    ...(pipeline.delivery === 'each-batch' ? ['each batch'] : []),
    ...(pipeline.complete ? [] : ['not explored completely']),
  ];
  const column = { width, prefix: safe`  `, hanging: safe`    ` };
  return [
    bothEnds(title, pipeline.effects.length === 0 ? safe`` : verdict, { ...column, prefix: safe`` }),
    paragraph(safe`${cleanLine(shownPath(pipeline.at.file))}:${pipeline.at.line}`, column, style.dim),
    ...(parts.length === 0 ? [] : [paragraph(cleanLine(parts.join(', ')), column, style.dim)]),
  ];
}

function transactionLines(pipeline: Pipeline, inside: readonly MapEffect[], report: MapReport): readonly Safe[] {
  const { style, width, map } = report;
  const frame = style.green;
  const bar = safe`  ${frame(safe`┃`)} `;
  const ids = identitiesOf(pipeline, map).flatMap(({ transactionalId }) =>
    transactionalId === undefined ? [] : [`${transactionalId.text} (${transactionalId.origin})`],
  );
  const id = ids.length === 0 ? 'transactional id: not in sight' : `transactional id: ${ids.join(', ')}`;
  const column = { width, prefix: safe`  ${frame(safe`┗`)} `, hanging: safe`    ` };
  return [
    rule(safe`  ${frame(safe`┏`)} `, style.bold(safe`in the Kafka transaction`), '━', width),
    ...inside.flatMap((effect) => effectLines(effect, report, bar)),
    ...offsetLines(pipeline, true, report, bar),
    paragraph(cleanLine(id), column, style.dim),
  ];
}

/** The input offset is the half of exactly-once that is forgotten: it has a line of its own. */
function offsetLines(pipeline: Pipeline, inside: boolean, { style, width }: MapReport, prefix: Safe): readonly Safe[] {
  const offset = offsetEntry(pipeline);
  if (offset?.inside !== inside) return [];
  const paint = offset.good ? style.green : style.red;
  const sign = paint(offset.good ? safe`✓` : safe`✗`);
  const column = { width, prefix: safe`${prefix}${sign} `, hanging: safe`${prefix}  ` };
  return [bothEnds(safe`input offset`, paint(cleanLine(offset.words)), column)];
}

function loosePosition(pipeline: Pipeline, { style, width }: MapReport): readonly Safe[] {
  if (pipeline.position.length === 0) return [];
  const text = `no Kafka transaction; input offset ${positionWords(pipeline)}`;
  return [paragraph(cleanLine(text), { width, prefix: safe`  `, hanging: safe`    ` }, style.dim)];
}

function effectLines(effect: MapEffect, report: MapReport, prefix: Safe): readonly Safe[] {
  const { style, width, shownPath } = report;
  const { sign, text, tone } = guaranteeWords[effect.guarantee];
  const paint = toned(tone, style);
  const kind = effect.kind === 'write' ? safe` ${style.dim(safe`(${cleanLine(effect.category)})`)}` : safe``;
  const below: Column = { width, prefix: safe`${prefix}  `, hanging: safe`${prefix}  ` };
  return [
    bothEnds(safe`${cleanLine(effectTitle(effect))}${kind}`, paint(cleanLine(text)), {
      ...below,
      prefix: safe`${prefix}${paint(cleanLine(sign))} `,
    }),
    paragraph(cleanLine(reasonWith(effect)), below, style.dim),
    paragraph(safe`${cleanLine(shownPath(effect.at.file))}:${effect.at.line}`, below, style.dim),
  ];
}

/** Of a write, also what stands between it and a repeat. */
function reasonWith(effect: MapEffect): string {
  const reason = effectReason(effect);
  return effect.kind === 'write' && effect.policy.includes('guarded') && !reason.includes('recorded')
    ? `${reason}; ${effect.policy.slice(effect.policy.indexOf('guarded'))}`
    : reason;
}

export function toned(tone: Tone, style: Style): (text: Safe) => Safe {
  if (tone === 'once') return style.green;
  if (tone === 'repeats') return style.yellow;
  return tone === 'lost' ? style.red : style.cyan;
}

/** Blocks of lines with an empty line between them. */
export function blocks(parts: readonly (readonly Safe[])[]): Safe {
  return join(
    parts.filter((lines) => lines.length > 0).map((lines) => join(lines)),
    '\n\n',
  );
}
