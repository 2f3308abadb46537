import { levels, type Level } from '@kafka-eos/linter/config/levels';
import { suggestion } from '@kafka-eos/linter/did-you-mean';
import type { OutputRequest } from './check-options.ts';

export type Parsed<Value> = { readonly value: Value } | { readonly problem: string };

/** `sarif`, or `sarif=report.sarif`. */
export function parseFormat<F extends string>(text: string, formats: readonly F[]): Parsed<OutputRequest<F>> {
  const { name, rest: file } = split(text);
  const format = formats.find((known) => known === name);
  if (format === undefined) return { problem: `there is no format "${name}"${suggestion(name, formats)}` };
  if (file === '') return { problem: `"${text}" names no file after the "="` };
  return { value: file === undefined ? { format } : { format, file } };
}

/** `in-memory-dedup=warning`. Whether there is such a rule is known later. */
export function parseRuleLevel(text: string): Parsed<readonly [string, Level]> {
  const { name, rest: wanted } = split(text);
  if (name === '' || wanted === undefined) return { problem: `write it as RULE=LEVEL, not "${text}"` };
  const level = levels.find((known) => known === wanted);
  if (level === undefined) {
    return { problem: `there is no level "${wanted}"${suggestion(wanted, levels)} (${levels.join(', ')})` };
  }
  return { value: [name, level] };
}

export function parseCount(text: string, least: number): Parsed<number> {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  return value < least ? { problem: `a whole number of at least ${least} is needed, not "${text}"` } : { value };
}

/** Gives the reports their places: `--output` is for the one report that names none. */
export function parseOutputs<F extends string>(
  asked: readonly OutputRequest<F>[],
  output: string | undefined,
  usual: F,
): Parsed<readonly OutputRequest<F>[]> {
  const requests: readonly OutputRequest<F>[] = asked.length === 0 ? [{ format: usual }] : asked;
  const open = requests.filter(({ file }) => file === undefined);
  if (open.length > 1) {
    const names = open.map(({ format }) => format).join(' and ');
    return { problem: `${names} would both go to one place; name a file for each, as in --format sarif=report.sarif` };
  }
  if (output === undefined) return { value: requests };
  if (open.length === 0) return { problem: '--output has no report left: every --format names its own file' };
  return { value: requests.map((request) => ({ ...request, file: request.file ?? output })) };
}

function split(text: string): { readonly name: string; readonly rest: string | undefined } {
  const at = text.indexOf('=');
  return at < 0 ? { name: text, rest: undefined } : { name: text.slice(0, at), rest: text.slice(at + 1) };
}
