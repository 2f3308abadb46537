import { suggestion } from '@kafka-eos/linter/did-you-mean';
import type { Parsed } from './parsed.ts';

/** A report and where it goes; without a file, to the standard output. */
interface Output<Format extends string> {
  readonly format: Format;
  readonly file?: string;
}

/** `sarif`, or `sarif=report.sarif`. */
export function parseFormatOf<Format extends string>(text: string, formats: readonly Format[]): Parsed<Output<Format>> {
  const at = text.indexOf('=');
  const [name, file] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  const format = formats.find((known) => known === name);
  if (format === undefined) return { problem: `there is no format "${name}"${suggestion(name, formats)}` };
  if (file === '') return { problem: `"${text}" names no file after the "="` };
  return { value: file === undefined ? { format } : { format, file } };
}

/** Gives the reports their places: `--output` is for the one report that names none. */
export function parseOutputsOf<Format extends string>(
  asked: readonly Output<Format>[],
  output: string | undefined,
  usual: Format,
): Parsed<readonly Output<Format>[]> {
  const requests = asked.length === 0 ? [{ format: usual }] : asked;
  const open = requests.filter(({ file }) => file === undefined);
  if (open.length > 1) {
    const names = open.map(({ format }) => format).join(' and ');
    return { problem: `${names} would both go to one place; name a file for each, as in --format sarif=report.sarif` };
  }
  if (output === undefined) return { value: requests };
  if (open.length === 0) return { problem: '--output has no report left: every --format names its own file' };
  return { value: requests.map((request) => ({ ...request, file: request.file ?? output })) };
}
