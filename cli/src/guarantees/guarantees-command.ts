import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { childOf, isInside, joinPath, relativePath } from '@kafka-eos/analyzer/program/paths';
import { compareLocks, type UnitChange } from '@kafka-eos/linter/guarantees/compare-locks';
import { currentUnits, lockOf, type CurrentUnit } from '@kafka-eos/linter/guarantees/current-units';
import { explainChanges } from '@kafka-eos/linter/guarantees/explain-changes';
import { outOfSight } from '@kafka-eos/linter/guarantees/hidden-handlers';
import { lockName } from '@kafka-eos/linter/guarantees/lock-schema';
import type { UnitName } from '@kafka-eos/linter/guarantees/unit-names';
import { updatedLock } from '@kafka-eos/linter/guarantees/update-lock';
import { shownFrom } from '../check/shown-path.ts';
import type { RunFacts } from '../facts/facts-job.ts';
import { outputReport } from '../files/output-report.ts';
import { incompleteOutcome } from '../check/outcome.ts';
import { fail } from '../terminal/fail.ts';
import { clear, found, type ExitStatus, type Terminal } from '../terminal/output.ts';
import { cleanLine, safe } from '../terminal/safe.ts';
import { patiently } from '../terminal/patiently.ts';
import { plain } from '../terminal/style.ts';
import { findLock, type LockPlace } from './find-lock.ts';
import type { GuaranteesFormat, GuaranteesOptions } from './guarantees-options.ts';
import { summaryOf, type GuaranteesReport, type GuaranteesReporter } from './guarantees-report.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { openLock, writeLock, type OpenLock } from './open-lock.ts';
import { text } from './text.ts';

const reporters: Readonly<Record<GuaranteesFormat, GuaranteesReporter>> = { text, json, markdown };

/** What was found, and what there was to compare it with. */
interface Findings {
  readonly place: LockPlace;
  readonly lock: OpenLock | undefined;
  /** All that there are: one may turn up in another file than it was in. */
  readonly current: readonly CurrentUnit[];
  /** Those that are asked about. */
  readonly asked: readonly CurrentUnit[];
  /** What is different about those; nothing without a lock. */
  readonly changes: readonly UnitChange[];
  readonly analysis: Analysis;
  readonly shownPath: (file: string) => string;
}

/** `kafka-eos guarantees`: compares with the lock, or writes it. */
export async function guaranteesCommand(
  options: GuaranteesOptions,
  terminal: Terminal,
  facts: RunFacts,
): Promise<ExitStatus> {
  const place = findLock(options.paths, terminal.cwd, createDiskHost(terminal.cwd));
  if ('problem' in place) return fail(terminal, place.problem);
  const { root } = place;
  const shownPath = shownFrom(createDiskHost(terminal.cwd).root, root);
  const lock = place.exists ? openLock(childOf(root, lockName)) : undefined;
  if (lock !== undefined && 'problem' in lock) return fail(terminal, `${shownPath(lockName)} ${lock.problem}`);
  const { includeTests, maxStates } = options;
  // All of the workspace, whatever the paths: the same unit must get the same verdict whoever asks.
  const reply = await patiently(facts({ root, paths: [root], includeTests, maxStates, withDelivery: true }), terminal);
  if (reply.kind === 'failed') return fail(terminal, reply.message, reply.stack);
  const { analysis } = reply;
  const current = currentUnits(analysis);
  const all = lock === undefined ? [] : compareLocks(lock.lock, lockOf(current), outOfSight(analysis, current));
  const scope = askedIn(place, current, all);
  return conclude({ place, lock, current, ...scope, analysis, shownPath }, options, terminal);
}

/**
 * The part of it all that the paths are about. What is gone has no code any more that would say where it belongs: its file
 * does, or what it went out of sight in.
 */
function askedIn(place: LockPlace, current: readonly CurrentUnit[], all: readonly UnitChange[]) {
  const within = (file: string | undefined): boolean => file !== undefined && isWithin(place, file);
  const own = all.filter(({ unit, was, behind }) => [unit.file, was?.file, behind?.place.file].some(within));
  const isNamed = (unit: CurrentUnit, changes: readonly UnitChange[]): boolean =>
    changes.some((change) => isSameUnit(change.unit, unit));
  const asked = current.filter((unit) => unit.files.some(within) || isNamed(unit, own));
  return {
    asked,
    changes: all.filter((change) => own.includes(change) || asked.some((unit) => isSameUnit(change.unit, unit))),
  };
}

function isSameUnit(a: UnitName, b: UnitName): boolean {
  return a.file === b.file && a.symbol === b.symbol;
}

function isWithin({ root, paths }: LockPlace, file: string): boolean {
  return paths.some((path) => isInside(path, joinPath(root, file)));
}

function conclude(findings: Findings, options: GuaranteesOptions, terminal: Terminal): ExitStatus {
  const { analysis, shownPath } = findings;
  const gap = incompleteOutcome(analysis, { allowIncomplete: false }, shownPath)?.line;
  const absence = gap === undefined ? absenceIn(findings) : undefined;
  if (absence !== undefined) return fail(terminal, absence);
  const isRefused = gap !== undefined && !options.allowIncomplete;
  const state = stateAfter(findings, options.update && !isRefused, gap !== undefined);
  if (typeof state !== 'string') return fail(terminal, state.problem);
  const report = reportOf(findings, state, gap === undefined);
  const [problem] = show(options, terminal, report);
  if (problem !== undefined) return fail(terminal, problem);
  if (isRefused) return fail(terminal, options.update ? `${gap}; nothing was written` : gap);
  return outcome(report, terminal);
}

function stateAfter(
  findings: Findings,
  isUpdate: boolean,
  keepMissing: boolean,
): GuaranteesReport['state'] | { readonly problem: string } {
  if (isUpdate) return write(findings, keepMissing);
  return findings.lock === undefined ? 'none' : 'compared';
}

/** Nothing where there was something is more likely a wrong folder than a finished migration. */
function absenceIn({ place, lock, asked, changes, analysis, shownPath }: Findings): string | undefined {
  if (asked.length > 0 || changes.some(({ status }) => status !== 'removed')) return undefined;
  const name = shownPath(lockName);
  if (changes.length > 0)
    return `${name} has handlers, but none is found any more; check the path, or delete the lock if that is right`;
  const held = Object.keys(lock?.lock.units ?? {}).length;
  if (analysis.units.length > 0 || held > 0) {
    const paths = place.paths.map((path) => shownPath(relativePath(place.root, path))).join(', ');
    return `there is nothing in ${paths} to compare: no handler of ${name} is there, and none that was found runs code there; name the files and folders of handlers, or ${shownPath('.')} for all of them`;
  }
  const files = `${analysis.filesScanned} ${analysis.filesScanned === 1 ? 'file was' : 'files were'} looked at`;
  return `no Kafka handler found: ${files}; check the path`;
}

function write(
  { place, lock, current, asked }: Findings,
  keepMissing: boolean,
): 'created' | 'updated' | { readonly problem: string } {
  const holds = (file: string): boolean => isWithin(place, file);
  const includes = (name: UnitName): boolean => asked.some((unit) => isSameUnit(unit, name));
  const next = updatedLock(lock?.lock, lockOf(current), { holds, includes, keepMissing });
  const problem = writeLock(childOf(place.root, lockName), lock, next);
  if (problem !== undefined) return { problem: `${lockName} was not written: ${problem}` };
  return lock === undefined ? 'created' : 'updated';
}

function reportOf(
  { current, asked, changes, analysis, shownPath }: Findings,
  state: GuaranteesReport['state'],
  complete: boolean,
): GuaranteesReport {
  const explained = explainChanges(changes, current);
  return {
    lock: shownPath(lockName),
    state,
    summary: summaryOf(explained, asked),
    changes: explained,
    complete,
    notices: analysis.notices,
    shownPath,
    style: plain,
  };
}

function show({ outputs, colour }: GuaranteesOptions, terminal: Terminal, report: GuaranteesReport): readonly string[] {
  return outputs.flatMap(({ format, file }) =>
    outputReport(terminal, { what: 'report', file, colour }, (style) => reporters[format]({ ...report, style })),
  );
}

function outcome({ state, lock, summary }: GuaranteesReport, terminal: Terminal): ExitStatus {
  if (state === 'none')
    return fail(
      terminal,
      `there is no ${lock} to compare with; "kafka-eos guarantees --update" writes it, for you to commit`,
    );
  const failing = summary.weaker + summary.unagreed;
  if (state !== 'compared' || failing === 0) return clear;
  const what = `${failing} ${failing === 1 ? 'guarantee is' : 'guarantees are'} not what ${lock} agrees to`;
  terminal.complain(
    safe`kafka-eos: ${cleanLine(what)}; correct the code, or agree with "kafka-eos guarantees --update"\n`,
  );
  return found;
}
