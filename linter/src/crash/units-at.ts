import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { CrashTable } from '@kafka-eos/analyzer/facts/crash-table';
import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import type { Unit } from '@kafka-eos/analyzer/facts/unit';
import type { AnalysisRequest, LintEngine } from '../engine.ts';

export type TabledUnit = Unit & { readonly crashTable: CrashTable };

export interface CrashTables {
  readonly units: readonly TabledUnit[];
  readonly notices: readonly Notice[];
}

export type CrashRequest = Pick<AnalysisRequest, 'host' | 'paths' | 'includeTests' | 'maxStates' | 'disk'>;

/** The crash tables of the units that run a line (1-based) of a file, relative to the workspace. */
export function crashTablesAt(request: CrashRequest, engine: LintEngine, file: string, line: number): CrashTables {
  const analysis = engine.analyze({ ...request, libraries: engine.libraries, crashTablesOf: file });
  return { units: tabledUnits(analysis).filter((unit) => runsLine(unit, file, line)), notices: analysis.notices };
}

export function tabledUnits({ units }: Analysis): readonly TabledUnit[] {
  return units.filter((unit): unit is TabledUnit => unit.crashTable !== undefined);
}

export function runsLine({ crashTable, place, effects }: TabledUnit, file: string, line: number): boolean {
  const places = [place, ...crashTable.functions, ...effects.map(({ effect }) => effect.place)];
  return places.some((each) => each.file === file && each.start.line <= line && line <= each.end.line);
}
