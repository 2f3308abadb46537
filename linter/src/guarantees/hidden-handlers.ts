import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { Written } from '@kafka-eos/analyzer/facts/written';
import type { CurrentUnit } from './current-units.ts';
import type { UnitName } from './unit-names.ts';

/** A consumer that is run with a handler out of sight: what its unit was named after may be in it. */
export interface HiddenHandler {
  /** The call that runs the consumer. */
  readonly written: Written;
  /** Where it is run, and where the consumers are made. */
  readonly files: readonly string[];
}

/** What a comparison has to know of the code besides what a lock says: where something may go on out of sight. */
export interface OutOfSight {
  readonly handlers: readonly HiddenHandler[];
  /** The call by which a unit of now hands its message to something that nothing is known of. */
  readonly callIn: (unit: UnitName) => Written | undefined;
}

export const allInSight: OutOfSight = { handlers: [], callIn: () => undefined };

export function outOfSight(
  analysis: Pick<Analysis, 'consumers' | 'delivery'>,
  current: readonly CurrentUnit[],
): OutOfSight {
  const callIn: OutOfSight['callIn'] = ({ file, symbol }) => {
    const [call] = current.find((unit) => unit.file === file && unit.symbol === symbol)?.unseen ?? [];
    return call === undefined ? undefined : { place: call.place, text: call.label };
  };
  return { handlers: hiddenHandlers(analysis), callIn };
}

function hiddenHandlers({ consumers, delivery }: Pick<Analysis, 'consumers' | 'delivery'>) {
  const hidden = (delivery?.unresolved ?? []).filter(({ kind }) => kind === 'handler');
  return hidden.map(({ written, consumers: ids }): HiddenHandler => {
    const made = consumers.filter(({ id }) => ids.includes(id)).map(({ place }) => place.file);
    return { written, files: [...new Set([written.place.file, ...made])] };
  });
}

/** The call in which a handler that is gone may go on: one in its file, or one that is given something of its name. */
export function hiddenBehind({ file, symbol }: UnitName, hidden: readonly HiddenHandler[]): HiddenHandler | undefined {
  const name =
    symbol
      .replace(/ #\d+$/, '')
      .split('.')
      .at(-1) ?? '';
  return (
    hidden.find((each) => each.files.includes(file) && mentions(each.written.text, name)) ??
    hidden.find((each) => each.files.includes(file)) ??
    hidden.find((each) => mentions(each.written.text, name))
  );
}

/** `eachMessage: wrap(handle)` mentions `handle`; `eachMessage` is what the library calls it. */
function mentions(text: string, name: string): boolean {
  const words = [...text.matchAll(/(?<word>[\p{ID_Start}$_][\p{ID_Continue}$]*)(?<key>\s*:)?/gu)];
  return words.some(({ groups }) => groups?.['word'] === name && groups['key'] === undefined);
}
