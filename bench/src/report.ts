import type { Cost } from './measure.ts';
import { formatTable } from './table.ts';

export interface Result {
  readonly name: string;
  readonly cost: Cost;
  readonly found: string;
}

/** A row per tool, with how our cost compares: below 1, ours is lower. */
export function comparison(ours: Result, theirs: readonly Result[]): string {
  const header = ['', 'time s', 'CPU s', 'memory MB', 'ours/theirs: time', 'CPU', 'memory', 'found'];
  const row = ({ name, cost, found }: Result) => [
    name,
    known(cost.seconds, 2),
    known(cost.processorSeconds, 2),
    known(cost.peakBytes / 2 ** 20, 0),
    known(ours.cost.seconds / cost.seconds, 2),
    known(ours.cost.processorSeconds / cost.processorSeconds, 2),
    known(ours.cost.peakBytes / cost.peakBytes, 2),
    found,
  ];
  return formatTable([header, ...[ours, ...theirs].map(row)]);
}

export function growth(before: Cost, after: Cost): string {
  const percent = (from: number, to: number) => {
    const value = (to / from - 1) * 100;
    return `${value < 0 ? '' : '+'}${known(value, 0)} %`;
  };
  return [
    `${percent(before.seconds, after.seconds)} time`,
    `${percent(before.processorSeconds, after.processorSeconds)} CPU`,
    `${percent(before.peakBytes, after.peakBytes)} memory`,
  ].join(', ');
}

function known(value: number, digits: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits);
}
