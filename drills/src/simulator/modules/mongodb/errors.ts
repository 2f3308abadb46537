export class MongoError extends Error {
  private readonly labels: readonly string[];

  constructor(message: string, labels: readonly string[] = []) {
    super(message);
    this.name = new.target.name;
    this.labels = labels;
  }

  hasErrorLabel(label: string): boolean {
    return this.labels.includes(label);
  }
}

export class MongoServerError extends MongoError {
  readonly code: number;
  readonly keyValue: unknown;

  constructor(
    code: number,
    message: string,
    details: { readonly keyValue?: unknown; readonly labels?: readonly string[] } = {},
  ) {
    super(message, details.labels);
    this.code = code;
    this.keyValue = details.keyValue;
  }
}

/** What `insertMany` and `bulkWrite` throw. */
export class MongoBulkWriteError extends MongoServerError {}

/** The transaction is to be run again, from its beginning. */
const TRANSIENT = 'TransientTransactionError';

export function duplicateKey(collection: string, id: unknown): MongoServerError {
  const message = `E11000 duplicate key error collection: ${collection}`;
  return new MongoServerError(11_000, message, { keyValue: { _id: id } });
}

export function immutableId(): MongoServerError {
  return new MongoServerError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

export function writeConflict(): MongoServerError {
  return new MongoServerError(112, 'Write conflict during plan execution', { labels: [TRANSIENT] });
}

export function noSuchTransaction(): MongoServerError {
  return new MongoServerError(251, 'The transaction has been aborted', { labels: [TRANSIENT] });
}

export function isTransient(error: unknown): boolean {
  return error instanceof MongoError && error.hasErrorLabel(TRANSIENT);
}
