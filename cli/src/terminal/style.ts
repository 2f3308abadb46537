import { coloured, type Safe } from './safe.ts';

type Paint = (text: Safe) => Safe;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
}

const paint =
  (open: number, close: number): Paint =>
  (text) =>
    text === '' ? text : coloured(text, open, close);

export const colours: Style = {
  bold: paint(1, 22),
  dim: paint(2, 22),
  red: paint(31, 39),
  yellow: paint(33, 39),
  blue: paint(34, 39),
  green: paint(32, 39),
  cyan: paint(36, 39),
};

const same: Paint = (text) => text;

export const plain: Style = { bold: same, dim: same, red: same, yellow: same, blue: same, green: same, cyan: same };

export interface ColourRequest {
  /** `--color` or `--no-color`; undefined when neither was given. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** The flag decides, then FORCE_COLOR, then NO_COLOR, then whether somebody is looking. */
export function styleFor({ flag, env, isTerminal }: ColourRequest): Style {
  return wantsColour({ flag, env, isTerminal }) ? colours : plain;
}

function wantsColour({ flag, env, isTerminal }: ColourRequest): boolean {
  if (flag !== undefined) return flag;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  return isTerminal && env['TERM'] !== 'dumb';
}
