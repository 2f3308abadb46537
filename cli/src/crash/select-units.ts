import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import { runsLine, tabledUnits, type TabledUnit } from '@kafka-eos/linter/crash/units-at';
import type { CrashTarget } from './crash-target.ts';

/** The units whose code the file and line belong to, or why there are none and what to name instead. */
export function selectUnits(
  analysis: Analysis,
  { file, line }: CrashTarget,
  shownPath: (file: string) => string,
): readonly TabledUnit[] | { readonly problem: string } {
  const units = tabledUnits(analysis);
  const own = units.filter(({ place }) => place.file === file);
  if (line === undefined && own.length > 0) return own;
  const entering = line === undefined ? units : units.filter((unit) => runsLine(unit, file, line));
  if (entering.length > 0) return entering;
  if (units.length > 0) return { problem: noneAtLine(units, file, line, shownPath) };
  return { problem: outside(analysis, file, shownPath) };
}

function noneAtLine(
  units: readonly TabledUnit[],
  file: string,
  line: number | undefined,
  shownPath: (file: string) => string,
): string {
  const spans = new Map<string, string>();
  for (const unit of units) {
    const inside = unit.crashTable.functions.filter((place) => place.file === file);
    // A function that stands in another one is part of it.
    const outer = inside.filter((place) => !inside.some((other) => other !== place && surrounds(other, place)));
    for (const { start, end } of outer) {
      const known =
        unit.place.file === file && unit.place.start.line === start.line ? unit.name : `code of ${unit.name}`;
      const lines =
        start.line === end.line ? `line ${String(start.line)}` : `lines ${String(start.line)}–${String(end.line)}`;
      spans.set(lines, known);
    }
  }
  const list = [...spans]
    .sort(([a], [b]) => firstNumber(a) - firstNumber(b))
    .map(([lines, name]) => `${name} (${lines})`);
  return `no handler runs line ${String(line)} of ${shownPath(file)}; it has ${list.join(', ')}`;
}

function firstNumber(lines: string): number {
  return Number(/\d+/.exec(lines)?.[0] ?? 0);
}

function surrounds(outer: Place, inner: Place): boolean {
  return outer.start.line <= inner.start.line && inner.end.line <= outer.end.line;
}

function outside({ files, clients, units }: Analysis, file: string, shownPath: (file: string) => string): string {
  const name = shownPath(file);
  if (clients.length === 0) return `${name} has no handler: no Kafka code found in the workspace it belongs to`;
  const known = [...new Set(units.map(({ place }) => shownPath(place.file)))].slice(0, 3);
  const handlers = known.length === 0 ? 'no handler was found' : `handlers are in ${known.join(', ')}`;
  const first = files.includes(file)
    ? `${name} belongs to the Kafka code, but no handler runs anything in it`
    : `${name} has no Kafka code, and nothing that uses Kafka calls it (tests and ignored files are left out)`;
  return `${first}; ${handlers}`;
}
