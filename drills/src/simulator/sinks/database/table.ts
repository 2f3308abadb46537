import { equalities, holds, type Scope } from './evaluate.ts';
import type { Assignment, Expression, Row } from './syntax.ts';

/** A transaction, as far as rows know it. */
export interface Writer {
  readonly touched: { readonly row: StoredRow; readonly before: StoredRow['pending'] }[];
}

/** What is committed, and what one open transaction would make of it. Absent contents: no such row. */
export interface StoredRow {
  committed: Row | undefined;
  pending: { readonly writer: Writer; readonly contents: Row | undefined } | undefined;
}

export class Table {
  readonly name: string;
  /** Lists of columns that are unique together. */
  readonly unique: readonly (readonly string[])[];
  /** Whether an update or a delete finds the row that it asks for although nobody inserted it. */
  private readonly imagined: boolean;
  private readonly found: boolean;
  private readonly asked = new Set<string>();
  private rows: StoredRow[];

  constructor(
    name: string,
    unique: readonly (readonly string[])[],
    { rows, found = false }: { readonly rows?: readonly Row[] | undefined; readonly found?: boolean | undefined },
  ) {
    this.name = name;
    this.found = found;
    this.unique = unique;
    this.imagined = rows === undefined;
    this.rows = (rows ?? []).map((row) => ({ committed: row, pending: undefined }));
  }

  /** The rows that the writer sees and the condition holds for. */
  matching(where: Expression | undefined, scope: Scope, writer: Writer | undefined): readonly StoredRow[] {
    return this.rows.filter((row) => {
      const contents = seenBy(row, writer);
      return contents !== undefined && holds(where, { ...scope, row: contents });
    });
  }

  /** Those that another transaction has changed and that the condition may hold for, before or after. */
  lockedAgainst(where: Expression | undefined, scope: Scope, writer: Writer | undefined): boolean {
    return this.rows.some(
      (row) =>
        row.pending !== undefined &&
        row.pending.writer !== writer &&
        [row.committed, row.pending.contents].some(
          (contents) => contents !== undefined && holds(where, { ...scope, row: contents }),
        ),
    );
  }

  /** A visible row with the same values in these columns. */
  sameKey(columns: readonly string[], contents: Row, writer: Writer | undefined): StoredRow | undefined {
    return this.rows.find((row) => agrees(seenBy(row, writer), contents, columns));
  }

  /** Whether another transaction is about to insert, or to delete, a row of the same key. */
  keyLocked(columns: readonly string[], contents: Row, writer: Writer | undefined): boolean {
    return this.rows.some(
      (row) =>
        row.pending !== undefined &&
        row.pending.writer !== writer &&
        (agrees(row.pending.contents, contents, columns) || agrees(row.committed, contents, columns)),
    );
  }

  insert(contents: Row, writer: Writer): void {
    const row: StoredRow = { committed: undefined, pending: undefined };
    this.rows.push(row);
    write(row, contents, writer);
  }

  /**
   * The row that an update asks for, made up if nobody has told what the table holds. A column that the update sets is
   * asked for as a state, not as a key: a row that has left that state is not made up anew.
   */
  imagine(where: Expression | undefined, set: readonly Assignment[], scope: Scope): void {
    if (!this.imagined) return;
    const wanted = equalities(where, scope);
    const key = [...wanted.keys()].filter((column) => !set.some((assignment) => assignment.column === column));
    const contents = Object.fromEntries(wanted);
    const known = this.rows.some(
      (row) => agrees(row.committed, contents, key) || agrees(row.pending?.contents, contents, key),
    );
    if (!known) this.rows.push({ committed: contents, pending: undefined });
  }

  /** The row that a read asks for, made up when it is first asked for: later it may have left that state. */
  imagineRead(where: Expression | undefined, scope: Scope): void {
    const question = JSON.stringify([...equalities(where, scope)]);
    if (!this.found || this.asked.has(question)) return;
    this.asked.add(question);
    this.imagine(where, [], scope);
  }

  settle(): void {
    this.rows = this.rows.filter((row) => row.committed !== undefined || row.pending !== undefined);
  }
}

export function seenBy(row: StoredRow, writer: Writer | undefined): Row | undefined {
  return row.pending && row.pending.writer === writer ? row.pending.contents : row.committed;
}

export function write(row: StoredRow, contents: Row | undefined, writer: Writer): void {
  writer.touched.push({ row, before: row.pending });
  row.pending = { writer, contents };
}

function agrees(contents: Row | undefined, wanted: Row, columns: readonly string[]): boolean {
  return (
    contents !== undefined &&
    columns.every((column) => {
      const [a, b] = [contents[column] ?? null, wanted[column] ?? null];
      return a !== null && b !== null && String(a) === String(b);
    })
  );
}
