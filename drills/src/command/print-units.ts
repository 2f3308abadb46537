import type { SimulatedAnomaly, SimulatedEffect, SimulatedUnit } from '../simulator/api.ts';

/** A table of effects and guarantees for each unit; with the runs behind the anomalies, if asked for. */
export function printUnits(units: readonly SimulatedUnit[], withRuns: boolean): string {
  if (units.length === 0) return 'The program runs no consumer. Name a function with --call or --start.';
  return units.map((unit) => printUnit(unit, withRuns)).join('\n\n');
}

function printUnit(unit: SimulatedUnit, withRuns: boolean): string {
  const title = `${unit.name} (${unit.delivery}): ${unit.runs} runs, ${unit.points} points`;
  if (unit.incomplete !== undefined) return `${title}\n  nothing can be said: ${unit.incomplete}`;
  const rows = unit.effects.map((effect) => [effect.label, effect.guarantee, anomaliesOf(effect), placeOf(effect)]);
  const table = aligned([['effect', 'guarantee', 'anomalies', 'place'], ...rows]);
  const stories = withRuns
    ? unit.effects.flatMap(({ label, anomalies }) => anomalies.map((one) => storyOf(label, one)))
    : [];
  return [title, ...table, ...stories].join('\n');
}

function anomaliesOf({ anomalies }: SimulatedEffect): string {
  return anomalies.map(({ kind }) => kind).join(', ') || '-';
}

function placeOf({ site }: SimulatedEffect): string {
  return site ? `${site.file}:${site.line}:${site.column}` : '-';
}

function storyOf(label: string, { kind, message, run }: SimulatedAnomaly): string {
  const lines = run.events.map((event, index) => `  ${index + 1}. process ${event.process}: ${event.text}`);
  return [`\n${label}, ${kind} for ${message}:`, ...lines].join('\n');
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
