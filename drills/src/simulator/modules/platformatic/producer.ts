import { field, listField, plainText, textField } from '../../world/callback.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { outgoing, type OutgoingRecord } from '../kafka/outgoing.ts';
import { TransactionState, type GroupMember } from '../kafka/transaction-state.ts';
import { offsetOf } from '../kafkajs/messages.ts';
import { answer } from '../requests.ts';
import { UserError, words } from './errors.ts';
import { converted } from './serializers.ts';

export class Producer {
  private readonly process: SimulatedProcess;
  private readonly state: TransactionState;
  private readonly isIdempotent: boolean;
  private readonly serializers: unknown;
  private current: Transaction | undefined;

  constructor(process: SimulatedProcess, options: unknown) {
    this.process = process;
    this.isIdempotent = field(options, 'idempotent') === true;
    this.serializers = field(options, 'serializers');
    // Without one the library makes an id that nobody has had before.
    const id = textField(options, 'transactionalId') ?? process.world.chance.uuid();
    this.state = new TransactionState(process, id, words);
  }

  get transaction(): Transaction | undefined {
    return this.current;
  }

  on = (): this => this;
  isConnected = (): boolean => true;
  isActive = (): boolean => true;
  close = (...args: readonly unknown[]): unknown => answer(Promise.resolve(), args);

  send = (...args: readonly unknown[]): unknown => {
    if (this.state.isOpen)
      return answer(Promise.reject(new UserError('A transaction is active: send with that')), args);
    const acks = field(args[0], 'acks') ?? -1;
    if (this.isIdempotent && acks !== -1) {
      return answer(Promise.reject(new UserError('An idempotent producer needs all acknowledgements')), args);
    }
    return answer(this.state.send(this.recordsOf(args[0]), { isIdempotent: this.isIdempotent }).then(sent), args);
  };

  beginTransaction = (...args: readonly unknown[]): unknown => answer(this.begin(), args);

  asStream = (): object => ({
    producer: this,
    write: (message: unknown) => {
      void this.state.send(this.recordsOf({ messages: [message] })).catch(() => undefined);
      return true;
    },
    close: () => Promise.resolve(),
  });

  recordsOf(request: unknown): readonly OutgoingRecord[] {
    const bytes = (part: string, data: unknown): Buffer | null => {
      const made = converted(this.serializers, part, data);
      if (made === undefined || made === null) return null;
      return Buffer.isBuffer(made) ? made : Buffer.from(plainText(made));
    };
    const records = listField(request, 'messages').map((message) => ({
      topic: textField(message, 'topic') ?? '',
      record: {
        key: bytes('key', field(message, 'key')),
        value: bytes('value', field(message, 'value')),
        headers: headersOf(field(message, 'headers')),
      },
    }));
    return outgoing(this.process, records);
  }

  private async begin(): Promise<Transaction> {
    if (!this.isIdempotent) throw new UserError('Only idempotent producers can begin a transaction');
    await this.state.begin();
    this.current = new Transaction(this, this.state, this.process.world.chance.token());
    return this.current;
  }
}

/** Of calls of one kind that overlap only the first is carried out; the others end with it. */
export class Transaction {
  readonly id: string;
  private readonly state: TransactionState;
  private readonly producer: Producer;
  private isOver = false;
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(producer: Producer, state: TransactionState, id: string) {
    this.id = id;
    this.state = state;
    this.producer = producer;
  }

  get completed(): boolean {
    return this.isOver;
  }

  send = (...args: readonly unknown[]): unknown => {
    const records = this.producer.recordsOf(args[0]);
    return this.asOne('send', args, () => this.state.send(records).then(sent));
  };

  addConsumer = (...args: readonly unknown[]): unknown => this.asOne('addConsumer', args, () => Promise.resolve());

  /** The library adds one. */
  addOffset = (...args: readonly unknown[]): unknown =>
    this.asOne('addOffset', args, () => {
      const [message] = args;
      const { topic, partition, offset } = offsetOf(message);
      const member = field(message, 'metadata');
      if (!isMember(member)) return Promise.reject(new UserError('This is no message of a consumer'));
      return this.state.sendOffsets(member, [{ topic, partition, offset: offset + 1 }]);
    });

  commit = (...args: readonly unknown[]): unknown => this.end('committed', args);
  abort = (...args: readonly unknown[]): unknown => this.end('aborted', args);

  /** On this side only: the broker goes on waiting. */
  cancel = (...args: readonly unknown[]): unknown => {
    this.isOver = true;
    this.state.forget();
    return answer(Promise.resolve(), args);
  };

  private end(outcome: 'committed' | 'aborted', args: readonly unknown[]): unknown {
    return this.asOne(outcome, args, async () => {
      await this.state.end(outcome);
      this.isOver = true;
    });
  }

  private asOne(kind: string, args: readonly unknown[], run: () => Promise<unknown>): unknown {
    if (this.isOver) return answer(Promise.reject(new UserError('The transaction is completed')), args);
    const before = this.underWay.get(kind);
    if (before) return answer(before, args);
    const started = run();
    this.underWay.set(kind, started);
    const over = (): void => {
      this.underWay.delete(kind);
    };
    started.then(over, over);
    return answer(started, args);
  }
}

function sent(): object {
  return { offsets: [], unwritableNodes: [] };
}

function isMember(value: unknown): value is GroupMember {
  return textField(value, 'groupId') !== undefined && typeof field(value, 'generation') === 'number';
}

function headersOf(headers: unknown): Readonly<Record<string, Buffer>> {
  const entries: readonly (readonly [unknown, unknown])[] =
    headers instanceof Map
      ? [...headers]
      : Object.entries(typeof headers === 'object' && headers !== null ? headers : {});
  return Object.fromEntries(entries.map(([name, value]) => [plainText(name), Buffer.from(plainText(value))]));
}
