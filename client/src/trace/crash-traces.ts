import type { Anomaly } from '@kafka-eos/analyzer/facts/guarantee';
import type { TraceKind, TraceStep } from '@kafka-eos/analyzer/facts/trace';
import type { Unit } from '@kafka-eos/analyzer/facts/unit';

/** A run that shows what goes wrong with one effect. Files are relative to the folder, places 1-based. */
export interface CrashTrace {
  /** `duplicate: stripe.charges.create` */
  readonly title: string;
  /** The handler or transaction that runs. */
  readonly unit: string;
  readonly steps: readonly TraceStep[];
}

const anomalyWords: Readonly<Record<Anomaly, string>> = {
  duplicate: 'duplicate',
  'lost-write': 'lost write',
  'aborted-read': 'aborted read',
  stuck: 'stuck',
};

/** The shortest run to each anomaly of each effect; equal ones once, although several units may have them. */
export function crashTraces(units: readonly Unit[]): readonly CrashTrace[] {
  const all = units.flatMap(({ name, effects }) =>
    effects.flatMap(({ effect, verdict }) =>
      verdict.anomalies.map(({ kind, trace }): CrashTrace => ({
        title: `${anomalyWords[kind]}: ${effect.label}`,
        unit: name,
        steps: trace,
      })),
    ),
  );
  return [...new Map(all.map((trace) => [JSON.stringify(trace), trace])).values()];
}

/** The traces of which a step stands in the line (1-based) come first. */
export function nearestFirst(traces: readonly CrashTrace[], file: string, line: number): readonly CrashTrace[] {
  const isHere = ({ steps }: CrashTrace): boolean => {
    const target = steps.at(-1);
    return target?.place.file === file && target.place.start.line === line;
  };
  return [...traces.filter(isHere), ...traces.filter((trace) => !isHere(trace))];
}

/** The numbers of the steps that stand in one line. */
export interface Badge {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** `2 5` */
  readonly numbers: string;
  readonly kind: 'fault' | 'step';
  readonly messages: readonly string[];
}

export function badges(steps: readonly TraceStep[]): readonly Badge[] {
  const lines = new Map<string, { readonly step: TraceStep; readonly number: number }[]>();
  steps.forEach((step, index) => {
    const key = `${step.place.file}:${String(step.place.start.line)}`;
    lines.set(key, [...(lines.get(key) ?? []), { step, number: index + 1 }]);
  });
  return [...lines.values()].flatMap((own): readonly Badge[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { file, start } = first.step.place;
    return [
      {
        file,
        line: start.line,
        numbers: own.map(({ number }) => String(number)).join(' '),
        kind: own.some(({ step }) => isFault(step.kind)) ? 'fault' : 'step',
        messages: own.map(({ step, number }) => `${String(number)}. ${step.message}`),
      },
    ];
  });
}

/** Where something breaks, or where it comes to light. */
export function isFault(kind: TraceKind): boolean {
  return kind === 'fault' || kind === 'outcome';
}
