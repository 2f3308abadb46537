import { isCallback, plainText } from '../../world/callback.ts';
import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { constructorIn, packaged } from '../requests.ts';
import { ClientSession } from './client-session.ts';
import { CollectionClient } from './collection-client.ts';
import * as errors from './errors.ts';

/** An id as the driver makes one: a program can neither foresee it nor tell it from another. */
class Id {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toHexString = (): string => this.text;
  toString = (): string => this.text;
  toJSON = (): string => this.text;
  equals = (other: unknown): boolean => String(other) === this.text;
}

/** The library `mongodb`, from its version 6 on. */
export function mongodb(process: SimulatedProcess): object {
  const client = constructorIn(process, MongoClient);
  return packaged(
    {
      MongoClient: Object.assign(client, { connect: () => Promise.resolve(MongoClient(process)) }),
      ObjectId: Object.assign(constructorIn(process, ObjectId), {
        isValid: () => true,
        createFromHexString: (text: string) => new Id(text),
      }),
      ReadPreference: {},
      ReadConcern: {},
      WriteConcern: {},
    },
    {
      MongoError: errors.MongoError,
      MongoServerError: errors.MongoServerError,
      MongoBulkWriteError: errors.MongoBulkWriteError,
    },
  );
}

function MongoClient(process: SimulatedProcess): object {
  return new Client(process);
}

function ObjectId(process: SimulatedProcess, id?: unknown): Id {
  return new Id(plainText(id) || process.world.chance.token());
}

class Client {
  private readonly process: SimulatedProcess;

  constructor(process: SimulatedProcess) {
    this.process = process;
  }

  connect = (): Promise<this> => Promise.resolve(this);
  close = (): Promise<void> => Promise.resolve();
  on = (): this => this;
  startSession = (): ClientSession => new ClientSession(this.process);

  withSession = async (...args: readonly unknown[]): Promise<unknown> => {
    const session = this.startSession();
    const run = args.find(isCallback);
    try {
      return await run?.(session);
    } finally {
      await session.endSession();
    }
  };

  db = (name?: unknown): object => {
    const databaseName = typeof name === 'string' ? name : 'test';
    const collection = (called: unknown): CollectionClient =>
      new CollectionClient(this.process, String(called), () => ObjectId(this.process));
    return {
      databaseName,
      collection,
      createCollection: (called: unknown) => Promise.resolve(collection(called)),
      command: () => Promise.resolve({ ok: 1 }),
    };
  };
}
