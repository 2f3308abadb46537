import type { KafkaRecord } from '../../sinks/kafka/broker.ts';
import { field, isCallback, isList, plainText, textField } from '../../world/callback.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { conflictIn } from '../kafka/librdkafka-settings.ts';
import { outgoing } from '../kafka/outgoing.ts';
import { TransactionState, type GroupMember } from '../kafka/transaction-state.ts';
import { offsetOf } from '../kafkajs/messages.ts';
import { LibrdKafkaError, words } from './errors.ts';
import { EventSource } from './event-source.ts';

/** A producer whose messages wait in a queue of the process: nobody hears how they fare but by delivery reports. */
export class Producer extends EventSource {
  private readonly state: TransactionState;
  private readonly isTransactional: boolean;
  private readonly isIdempotent: boolean;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(process: SimulatedProcess, global: unknown, topic: unknown) {
    super(process);
    const settings = { ...Object.fromEntries(entriesOf(global)), ...Object.fromEntries(entriesOf(topic)) };
    const conflict = conflictIn(settings);
    if (conflict !== undefined) throw new Error(conflict);
    const id = textField(settings, 'transactional.id');
    this.isTransactional = id !== undefined;
    this.isIdempotent = settings['enable.idempotence'] === true;
    this.state = new TransactionState(process, id, words);
  }

  produce = (...args: readonly unknown[]): boolean => {
    const [topic, , value, key, , opaque, headers] = args;
    if (this.isTransactional && !this.state.isOpen) throw words.wrongState('there is no transaction in progress');
    const record = { value: bytesOf(value), key: bytesOf(key), headers: headersOf(headers) };
    const records = outgoing(this.process, [{ topic: plainText(topic), record }]);
    const sent = this.state.send(records, { queued: true, isIdempotent: this.isIdempotent });
    const settled = sent.then(
      () => {
        this.reported(args, null, { topic, partition: 0, offset: 0, opaque });
      },
      (error: unknown) => {
        this.reported(args, error, { topic, opaque });
      },
    );
    this.underWay.add(settled);
    void settled.then(() => this.underWay.delete(settled));
    return true;
  };

  flush = (...args: readonly unknown[]): this => {
    this.answer(Promise.all(this.underWay), args);
    return this;
  };

  poll = (): this => this;
  setPollInterval = (): this => this;
  setKeySerializer = (): void => undefined;
  setValueSerializer = (): void => undefined;

  initTransactions = (...args: readonly unknown[]): void => {
    const registered = this.process.perform({
      label: 'initialises transactions',
      point: 'opaque',
      apply: () => {
        this.state.register();
      },
    });
    this.answer(registered, args);
  };

  beginTransaction = (...args: readonly unknown[]): void => {
    this.answer(this.state.begin(), args);
  };

  commitTransaction = (...args: readonly unknown[]): void => {
    this.answer(this.state.end('committed'), args);
  };

  abortTransaction = (...args: readonly unknown[]): void => {
    this.answer(this.state.end('aborted'), args);
  };

  sendOffsetsToTransaction = (...args: readonly unknown[]): void => {
    const [offsets, consumer] = args;
    const places = (isList(offsets) ? offsets : []).map((place) => offsetOf(place));
    const sent = isMember(consumer)
      ? this.state.sendOffsets(consumer, places)
      : Promise.reject(new LibrdKafkaError('a consumer is needed', -186));
    this.answer(sent, args);
  };

  private reported(args: readonly unknown[], error: unknown, report: object): void {
    this.emit('delivery-report', error, report);
    if (isCallback(args.at(-1))) this.callBack(args, error, 0);
  }
}

function isMember(value: unknown): value is GroupMember {
  return textField(value, 'groupId') !== undefined && typeof field(value, 'generation') === 'number';
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function bytesOf(value: unknown): Buffer | null {
  if (value === undefined || value === null) return null;
  return Buffer.isBuffer(value) ? value : Buffer.from(plainText(value));
}

/** A list of objects with one header each. */
function headersOf(headers: unknown): KafkaRecord['headers'] {
  const pairs = (isList(headers) ? headers : []).flatMap(entriesOf);
  return Object.fromEntries(pairs.map(([name, value]) => [name, bytesOf(value) ?? Buffer.alloc(0)]));
}
