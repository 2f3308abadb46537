/** The names that migration tools give to files which take a migration back. */
const DOWNWARD_FILE = /(?:^|[./_-])(?:down|rollback|undo|revert)\.sql$|(?:^|\/)U\d[^/]*__[^/]*\.sql$/i;
/** The comments behind which they expect it in one file. */
const DOWNWARD_PART =
  /^[ \t]*--[ \t]*(?:\+(?:goose|migrate)[ \t]+down|migrate:down|down[ \t]+migration|rollback|@?undo)\b/im;
/** Behind it `pg_dump` writes rows, up to a line `\.`; a quote in them is only a character. */
const COPY_HEAD = /^COPY [^\n]*FROM stdin;[^\n]*$/gim;
/** A command to the terminal program, not to the database. */
const TERMINAL_COMMAND = /^\\[^\n]*/gm;

/** The part of a migration that builds the schema up; everything else is blanked, so that lines and offsets stay. */
export function upwardText(file: { readonly path: string; readonly text: string }): string {
  if (DOWNWARD_FILE.test(file.path)) return '';
  const down = DOWNWARD_PART.exec(file.text);
  const text = down === null ? file.text : file.text.slice(0, down.index);
  return withoutCopiedRows(text).replace(TERMINAL_COMMAND, blank);
}

function withoutCopiedRows(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const head of text.matchAll(COPY_HEAD)) {
    if (head.index < at) continue;
    const rows = head.index + head[0].length;
    const end = text.indexOf('\n\\.', rows);
    pieces.push(text.slice(at, rows), blank(text.slice(rows, end === -1 ? text.length : end)));
    at = end === -1 ? text.length : end;
  }
  return pieces.join('') + text.slice(at);
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
