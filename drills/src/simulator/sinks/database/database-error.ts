/** What `pg` throws when the server refuses a statement. */
export class DatabaseError extends Error {
  readonly code: string;
  readonly severity = 'ERROR';
  readonly table: string | undefined;
  readonly constraint: string | undefined;

  constructor(code: string, message: string, table?: string) {
    super(message);
    this.name = 'error';
    this.code = code;
    this.table = table;
    this.constraint = table === undefined ? undefined : `${table}_key`;
  }
}

export function uniqueViolation(table: string): DatabaseError {
  return new DatabaseError('23505', `duplicate key value violates unique constraint "${table}_key"`, table);
}

export function transactionAborted(): DatabaseError {
  return new DatabaseError('25P02', 'current transaction is aborted, commands ignored until end of transaction block');
}
