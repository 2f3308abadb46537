import { guarantees, type Guarantee } from '@kafka-eos/analyzer/facts/guarantee';
import * as v from 'valibot';

/** Raised when a reader of the old form would misread the new one. */
export const lockVersion = 1;

export const lockName = 'kafka-eos.lock.json';

/** What one effect of a unit is held to, and the facts that it rests on. */
export interface LockedEffect {
  readonly guarantee: Guarantee;
  /** Whether some path performs it while a Kafka transaction is open. */
  readonly transaction: 'inside' | 'outside';
  /** For a write on another system: what doing it again does. */
  readonly repeat?: 'idempotent' | 'keyed' | 'unstable-key' | 'non-idempotent' | 'unknown' | undefined;
  /** The guards that decide whether it runs: where they keep their records, and how they look. */
  readonly guards?: Readonly<Record<string, string>> | undefined;
}

/** A unit of work as the lock holds it. */
export interface LockedUnit {
  readonly delivery: 'each-message' | 'each-batch' | 'call';
  readonly autoCommit?: boolean | 'unknown' | undefined;
  readonly reads?: 'read_committed' | 'read_uncommitted' | 'unknown' | undefined;
  readonly transaction: 'none' | 'with offsets' | 'without offsets';
  readonly offsetCommits: 'none' | 'by hand' | 'beside the transaction';
  /** By what the effect is called, and where: `INSERT INTO ledger in Ledger.post`. */
  readonly effects: Readonly<Record<string, LockedEffect>>;
}

/** By file, then by symbol. */
export type LockedUnits = Readonly<Record<string, Readonly<Record<string, LockedUnit>>>>;

export interface Lock {
  readonly $schema?: string | undefined;
  readonly version: typeof lockVersion;
  readonly units: LockedUnits;
}

const repeats = ['idempotent', 'keyed', 'unstable-key', 'non-idempotent', 'unknown'] as const;

function described<const Options extends readonly string[]>(options: Options, description: string) {
  return v.pipe(v.picklist(options), v.description(description));
}

const effect = v.strictObject({
  guarantee: described(guarantees, 'What all explored runs agree on.'),
  transaction: described(['inside', 'outside'], 'Whether it runs while a Kafka transaction is open.'),
  repeat: v.optional(described(repeats, 'What doing a write on another system again does.')),
  guards: v.optional(
    v.pipe(v.record(v.string(), v.string()), v.description('What decides whether it runs: the guard, and its kind.')),
  ),
});

const unit = v.strictObject({
  delivery: described(['each-message', 'each-batch', 'call'], 'How work reaches it.'),
  autoCommit: v.optional(
    v.pipe(
      v.union([v.boolean(), v.literal('unknown')]),
      v.description('Whether the client commits offsets by itself.'),
    ),
  ),
  reads: v.optional(described(['read_committed', 'read_uncommitted', 'unknown'], 'What its consumer reads.')),
  transaction: described(['none', 'with offsets', 'without offsets'], 'The Kafka transactions that it commits.'),
  offsetCommits: described(['none', 'by hand', 'beside the transaction'], 'Offset commits outside a transaction.'),
  effects: v.pipe(v.record(v.string(), effect), v.description('By name and function, in alphabetical order.')),
});

/** The shape of the lock: one source for the check of a file and the published JSON schema. */
export const lockSchema = v.strictObject({
  $schema: v.optional(v.pipe(v.string(), v.description('The address of this schema, for editors.'))),
  version: v.pipe(v.literal(lockVersion), v.description('The form of this file.')),
  units: v.pipe(
    v.record(v.string(), v.record(v.string(), unit)),
    v.description('Handlers, and code that begins a transaction outside any; by file, then by symbol.'),
  ),
});
