import type { SimulatedUnit, UnknownCall } from '../simulator/api.ts';
import { executedVerdict, isAt, statementOf, type Pair } from './compare.ts';

type Files = ReadonlyMap<string, string>;

const NO_CLASS = 'the failures of the simulation are of no class that the code could ask for';

/**
 * Why an effect of a stored program is not compared: something that a side cannot know. Undefined where both have to say
 * something, and the same.
 */
export function whyUnjudged(
  pair: Pair,
  units: readonly SimulatedUnit[],
  files: Files,
  all: readonly Pair[],
): string | undefined {
  const stated = statementOf(pair.static);
  const executed = executedVerdict(pair.simulated);
  if (stated === executed && stated === 'unjudged') return 'only a failure leads to it';
  // The explorer may say that it does not know; it may not say what is not so.
  if (stated === 'unknown') return `the explorer does not know: ${pair.static?.reason ?? ''}`;
  if (stated === 'unjudged') return whyNotStated(pair, files);
  if (executed === 'unjudged') return whyNotExecuted(pair, units, files, all);
  return (
    vouched(pair, files) ??
    notCalledBack(units) ??
    whyNotBelieved(units, files) ??
    (asksForClass(pair, files) ? NO_CLASS : undefined)
  );
}

const VOUCHED = 'its author vouches for the function around it';

/** What the tool is told is taken care of, an execution cannot see. */
function vouched(pair: Pair, files: Files): string | undefined {
  const isTold = /@eos idempotent\b/.test(files.get(pair.place.file) ?? '');
  return isTold && statementOf(pair.static) === 'effectively-once' ? VOUCHED : undefined;
}

function whyNotStated({ place }: Pair, files: Files): string | undefined {
  if (/\.test\.[cm]?[jt]sx?$/.test(place.file)) return 'it is in a test file, which an analysis leaves out';
  const lines = (files.get(place.file) ?? '').split('\n');
  if (lines.some((line) => /@eos\b/.test(line))) return VOUCHED;
  if (isOfLogger(lines, place.start.line)) return 'it is a line of a log';
  const before = lines.slice(Math.max(0, place.start.line - 8), place.start.line).join('\n');
  return /\binstanceof (?!Error\b)\w+/.test(before) ? NO_CLASS : undefined;
}

const LEVEL = /\b(?:trace|debug|verbose|log|info|warn|error|fatal)(?::|\()/;
const LOGGER = /\b(?:class|const|function) \w*log(?:ger(?:Service)?)?\b/i;

/** `info: (text) => producer.send(…)`, of an object that has several levels; anything in `class FileLogger { … }`. */
function isOfLogger(lines: readonly string[], line: number): boolean {
  const isLevel = (text: string): boolean =>
    /^\s*(?:async )?\w+(?::|\()/.test(text) && LEVEL.test(text.split('=>')[0] ?? '');
  if (isLevel(lines[line - 1] ?? '') && lines.filter(isLevel).length >= 3) return true;
  return headsOf(lines, line).some((head) => LOGGER.test(head));
}

/** The lines that the blocks around a line begin with. */
function headsOf(lines: readonly string[], line: number): readonly string[] {
  const heads: string[] = [];
  let depth = depthOf(lines[line - 1] ?? '');
  for (const text of lines.slice(0, line - 1).toReversed()) {
    if (text.trim() === '' || depthOf(text) >= depth) continue;
    depth = depthOf(text);
    heads.push(text);
  }
  return heads;
}

function depthOf(text: string): number {
  return text.length - text.trimStart().length;
}

function whyNotExecuted(
  pair: Pair,
  units: readonly SimulatedUnit[],
  files: Files,
  all: readonly Pair[],
): string | undefined {
  const effects = all.flatMap((other) => other.static ?? []);
  const calls = units.flatMap(({ unknownCalls }) => unknownCalls);
  const here = calls.find(({ site }) => pair.static && site && isAt(pair.static, site, effects));
  if (here) return `the simulation has no such library: ${libraryOf(here)}`;
  const around = notCalledBack(units);
  if (around !== undefined) return around;
  const incomplete = units.find((unit) => unit.incomplete !== undefined)?.incomplete;
  if (incomplete !== undefined) return `its handler is not run: ${incomplete}`;
  if (pair.static?.unit === 'transaction') return 'it stands in a function that no handler calls';
  return whyNotBelieved(units, files) ?? 'no message that was guessed leads to it';
}

/** What a library would have run is not run, nor does it fail. */
function notCalledBack(units: readonly SimulatedUnit[]): string | undefined {
  const around = units.flatMap(({ unknownCalls }) => unknownCalls).find(({ takesCallback }) => takesCallback);
  return around && `the simulation has no such library: ${libraryOf(around)}`;
}

/** A handler that drops the errors of one class: nobody can tell whether a call fails with one. */
function asksForClass({ place }: Pair, files: Files): boolean {
  const lines = (files.get(place.file) ?? '').split('\n').slice(place.start.line);
  const clause = lines.findIndex((line) => /\bcatch\b/.test(line));
  const next = clause < 0 ? '' : lines.slice(clause, clause + 3).join('\n');
  return /\binstanceof (?!Error\b)\w+/.test(next);
}

/** An answer that means nothing may have led anywhere. */
function whyNotBelieved(units: readonly SimulatedUnit[], files: Files): string | undefined {
  const used = units.flatMap(({ unknownCalls }) => unknownCalls).find((call) => isAnswerUsed(call, files));
  return used && `the simulation does not know what such a library answers: ${libraryOf(used)}`;
}

function libraryOf({ name }: UnknownCall): string {
  return /^(?:@[^/]*\/)?[^.]*/.exec(name)?.[0] ?? name;
}

/** Nobody looks at what a statement of its own comes to: `await mailer.send(…);`. */
function isAnswerUsed({ site }: UnknownCall, files: Files): boolean {
  if (site === undefined) return true;
  const lines = (files.get(site.file) ?? '').split('\n').slice(0, site.line);
  const last = lines.pop() ?? '';
  let before = last.slice(0, site.column - 1);
  while (
    /^\s*\.?[\w.)]*$/.test(before) &&
    /^\s*\./.test(last) &&
    lines.length > 0 &&
    before.trim() !== before.trimStart()
  )
    before = `${lines.pop() ?? ''}${before}`;
  return !/^\s*(?:await |void )?(?:new )?(?!\.\.\.)[\w.]*$/.test(before);
}
