import { levels, type Level } from '@kafka-eos/linter/config/levels';
import { suggestion } from '@kafka-eos/linter/did-you-mean';
import { parseFormatOf, parseOutputsOf } from '../command-line/outputs.ts';
import type { Parsed } from '../command-line/parsed.ts';
import { formats, type OutputRequest } from './check-options.ts';

/** `sarif`, or `sarif=report.sarif`. */
export function parseFormat(text: string): Parsed<OutputRequest> {
  return parseFormatOf(text, formats);
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

export function parseOutputs(
  asked: readonly OutputRequest[],
  output: string | undefined,
): Parsed<readonly OutputRequest[]> {
  return parseOutputsOf(asked, output, 'pretty');
}

function split(text: string): { readonly name: string; readonly rest: string | undefined } {
  const at = text.indexOf('=');
  return at < 0 ? { name: text, rest: undefined } : { name: text.slice(0, at), rest: text.slice(at + 1) };
}
