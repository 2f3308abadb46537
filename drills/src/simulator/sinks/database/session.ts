import type { Application, Ledger } from '../../world/ledger.ts';
import { transactionAborted } from './database-error.ts';
import type { Database } from './database.ts';
import {
  readRows,
  runWrite,
  waitsForLock,
  type Applied,
  type Execution,
  type Result,
  type Written,
} from './run-statement.ts';
import type { Control, SqlValue, Statement } from './syntax.ts';
import type { StoredRow, Writer } from './table.ts';

interface OpenTransaction extends Writer {
  readonly applied: Applied[];
  readonly savepoints: { readonly name: string; readonly touched: number; readonly applied: number }[];
  aborted: boolean;
}

const empty = { rows: [], rowCount: 0 };

/** One connection: what it changes in a transaction is nobody else's business until the commit. */
export class Session {
  private readonly database: Database;
  private readonly ledger: Ledger;
  private transaction: OpenTransaction | undefined;

  constructor(database: Database, ledger: Ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** True while another transaction holds a row that the statement would touch. */
  mustWait(statement: Statement, parameters: readonly SqlValue[]): boolean {
    const others = this.database.open - (this.transaction ? 1 : 0);
    if (others === 0 || this.transaction?.aborted === true) return false;
    return waitsForLock(statement, this.execution(parameters, this.transaction, []));
  }

  /** `attributed` has the applications of each row that an INSERT lists, or those of the statement. Throws a refusal. */
  execute(
    statement: Statement,
    parameters: readonly SqlValue[],
    attributed: readonly (readonly Application[])[],
  ): Result {
    if (isControl(statement)) return this.control(statement);
    if (this.transaction?.aborted === true) throw transactionAborted();
    if (statement.kind === 'create-table') return { command: 'CREATE', ...empty };
    const execution = this.execution(parameters, this.transaction, attributed);
    if (statement.kind === 'select') return readRows(statement, execution);
    if (this.transaction) return this.within(this.transaction, () => runWrite(statement, execution));
    return this.alone(execution.writer, () => runWrite(statement, execution));
  }

  /** The connection broke in the middle of something: what was open can only be rolled back. */
  connectionLost(): void {
    if (this.transaction) this.transaction.aborted = true;
  }

  /** The server notices that the client is gone. */
  close(): void {
    if (this.transaction) this.end(this.transaction, false);
  }

  private execution(
    parameters: readonly SqlValue[],
    writer: OpenTransaction | undefined,
    attributed: readonly (readonly Application[])[],
  ): Execution {
    const locking = writer !== undefined;
    return { database: this.database, parameters, writer: writer ?? newTransaction(), attributed, locking };
  }

  private within(transaction: OpenTransaction, run: () => Written): Result {
    try {
      const { result, applied } = run();
      transaction.applied.push(...applied);
      return result;
    } catch (error) {
      transaction.aborted = true;
      throw error;
    }
  }

  /** A statement outside any transaction is one of its own. */
  private alone(writer: Writer, run: () => Written): Result {
    try {
      const { result, applied } = run();
      for (const { row } of writer.touched.splice(0)) settleRow(row);
      this.record(applied);
      return result;
    } finally {
      undo(writer, 0);
      this.database.settle();
    }
  }

  private control({ kind, name }: Control): Result {
    const transaction = this.transaction;
    switch (kind) {
      case 'begin':
        // Within a transaction PostgreSQL warns and goes on with the one that is open.
        if (!transaction) {
          this.transaction = newTransaction();
          this.database.open += 1;
        }
        return { command: 'BEGIN', ...empty };
      case 'commit': {
        const committed = transaction?.aborted !== true;
        if (transaction) this.end(transaction, committed);
        return { command: committed ? 'COMMIT' : 'ROLLBACK', ...empty };
      }
      case 'rollback':
        if (transaction) this.end(transaction, false);
        return { command: 'ROLLBACK', ...empty };
      default:
        return this.savepoint(kind, name);
    }
  }

  private savepoint(kind: Control['kind'], name: string): Result {
    const transaction = this.transaction;
    const mark = transaction?.savepoints.findLast((savepoint) => savepoint.name === name);
    if (transaction && kind === 'savepoint') {
      const { touched, applied } = transaction;
      transaction.savepoints.push({ name, touched: touched.length, applied: applied.length });
    }
    if (transaction && mark && kind === 'rollback-to') {
      undo(transaction, mark.touched);
      transaction.applied.length = mark.applied;
      transaction.aborted = false;
    }
    return { command: kind.toUpperCase(), ...empty };
  }

  private end(transaction: OpenTransaction, committed: boolean): void {
    this.transaction = undefined;
    this.database.open -= 1;
    if (committed) {
      for (const { row } of transaction.touched.splice(0)) settleRow(row);
      this.record(transaction.applied);
    } else {
      undo(transaction, 0);
    }
    this.database.settle();
  }

  private record(applied: readonly Applied[]): void {
    for (const { applications, state } of applied) this.ledger.apply(applications, state);
  }
}

function newTransaction(): OpenTransaction {
  return { touched: [], applied: [], savepoints: [], aborted: false };
}

function isControl(statement: Statement): statement is Control {
  return 'name' in statement;
}

function settleRow(row: StoredRow): void {
  if (row.pending) row.committed = row.pending.contents;
  row.pending = undefined;
}

function undo(writer: Writer, downTo: number): void {
  for (const { row, before } of writer.touched.splice(downTo).reverse()) row.pending = before;
}
