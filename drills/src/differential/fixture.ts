/** The verdict that a fixture states for one effect, in the words of `statementOf`. */
export interface Stated {
  readonly file: string;
  /** 1-based; the carets stand under the callee. */
  readonly line: number;
  readonly column: number;
  readonly verdict: string;
}

const caretLine = /^\/\/(?<blank> *)\^+ (?<verdict>[a-z][a-z -]*)$/;

/** Reads the comment lines whose carets stand under a callee on the nearest line above that is no such line. */
export function readStated(files: ReadonlyMap<string, string>): readonly Stated[] {
  return [...files].flatMap(([file, text]) => {
    const stated: Stated[] = [];
    let code = 0;
    for (const [index, line] of text.split('\n').entries()) {
      const groups = caretLine.exec(line)?.groups;
      if (groups === undefined) code = index + 1;
      else {
        const column = '//'.length + (groups['blank'] ?? '').length + 1;
        stated.push({ file, line: code, column, verdict: groups['verdict'] ?? '' });
      }
    }
    return stated;
  });
}
