import { field, listField, plainText, textField } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { constructorIn, packaged, read, write } from './requests.ts';

class S3ServiceException extends Error {
  readonly $metadata: object;

  constructor(name: string, status: number) {
    super(name);
    this.name = name;
    this.$metadata = { httpStatusCode: status };
  }
}

class NoSuchKey extends S3ServiceException {
  constructor() {
    super('NoSuchKey', 404);
  }
}

class NotFound extends S3ServiceException {
  constructor() {
    super('NotFound', 404);
  }
}

/** What an operation does with the bucket. `step`: it leaves no object that anybody could read. */
const operations = {
  PutObject: 'put',
  CopyObject: 'put',
  CompleteMultipartUpload: 'put',
  DeleteObject: 'delete',
  DeleteObjects: 'delete',
  GetObject: 'read',
  HeadObject: 'read',
  ListObjectsV2: 'list',
  CreateMultipartUpload: 'step',
  UploadPart: 'step',
  AbortMultipartUpload: 'step',
} as const;

type OperationName = keyof typeof operations;

/** `new PutObjectCommand({ … })`: what is to be done, until a client sends it. */
class Command {
  readonly name: OperationName;
  readonly input: unknown;

  constructor(name: OperationName, input: unknown) {
    this.name = name;
    this.input = input;
  }
}

const names = Object.keys(operations).filter(isOperation);

const commands: Readonly<Record<string, unknown>> = Object.fromEntries(
  names.map((name) => [
    `${name}Command`,
    class extends Command {
      constructor(input: unknown) {
        super(name, input);
      }
    },
  ]),
);

class Client {
  readonly config = {};
  readonly middlewareStack = { add: () => undefined, use: () => undefined };
  private readonly process: SimulatedProcess;

  constructor(process: SimulatedProcess) {
    this.process = process;
  }

  send(command: unknown): Promise<object> {
    if (command instanceof Command) return this.perform(command);
    this.process.world.notUnderstood.add('a command that the simulated S3 does not know');
    return Promise.reject(new S3ServiceException('NotImplemented', 501));
  }

  destroy(): void {
    // The connection is one of memory.
  }

  private perform({ name, input }: Command): Promise<object> {
    const { process } = this;
    switch (operations[name]) {
      case 'put':
        return change(process, name, input, () => put(process, input));
      case 'delete':
        return change(process, name, input, () => remove(process, input));
      case 'read':
        return read(process, `${name} ${bucketOf(input)}`, () => readObject(process, name, input));
      case 'list':
        return read(process, `${name} ${bucketOf(input)}`, () => list(process, input));
      case 'step':
        return process.perform({
          label: `${name} ${bucketOf(input)}`,
          point: 'opaque',
          apply: () => ({ UploadId: process.world.chance.token(), ETag: '"part"' }),
        });
    }
  }
}

// The class `S3` has a method for each operation, in addition to `send`.
for (const name of names) {
  const method = name.charAt(0).toLowerCase() + name.slice(1);
  Reflect.set(Client.prototype, method, function call(this: Client, input: unknown): Promise<object> {
    return this.send(new Command(name, input));
  });
}

/** The library `@aws-sdk/client-s3`. An object is its key: to put it again under the same one changes nothing. */
export function awsClientS3(process: SimulatedProcess): object {
  const constructor = constructorIn(process, S3Client);
  return packaged({ S3Client: constructor, S3: constructor, S3ServiceException, NoSuchKey, NotFound, ...commands });
}

function S3Client(process: SimulatedProcess): object {
  return new Client(process);
}

/** `act` tells the state that the bucket is in afterwards. */
function change(process: SimulatedProcess, name: OperationName, input: unknown, act: () => string): Promise<object> {
  const bucket = bucketOf(input);
  return write(process, {
    effect: {
      kind: 'external-write',
      role: 'effect',
      category: 'object-store',
      resource: bucket,
      label: `${name} ${bucket}`,
    },
    payload: input,
    apply: (applications) => {
      process.world.ledger.apply(applications, act());
      return { ETag: '"object"', $metadata: { httpStatusCode: 200 } };
    },
  });
}

function put({ world: { objects } }: SimulatedProcess, input: unknown): string {
  const place = placeOf(input);
  if (field(input, 'IfNoneMatch') === '*' && objects.has(place)) {
    throw new S3ServiceException('PreconditionFailed', 412);
  }
  objects.set(place, contentsOf(input, objects));
  return place;
}

function contentsOf(input: unknown, objects: ReadonlyMap<string, string>): string {
  const source = textField(input, 'CopySource');
  return source === undefined ? plainText(field(input, 'Body')) : (objects.get(decodeURIComponent(source)) ?? '');
}

function remove({ world: { objects } }: SimulatedProcess, input: unknown): string {
  const listed = listField(field(input, 'Delete'), 'Objects').map((object) => textField(object, 'Key'));
  for (const key of [textField(input, 'Key'), ...listed]) objects.delete(`${bucketOf(input)}/${key ?? ''}`);
  return 'deleted';
}

function readObject({ world: { objects } }: SimulatedProcess, name: OperationName, input: unknown): object {
  const text = objects.get(placeOf(input));
  if (text === undefined) throw name === 'HeadObject' ? new NotFound() : new NoSuchKey();
  const Body = { transformToString: () => Promise.resolve(text) };
  return { ContentLength: text.length, ETag: '"object"', ...(name === 'GetObject' ? { Body } : {}) };
}

function list({ world: { objects } }: SimulatedProcess, input: unknown): object {
  const start = `${bucketOf(input)}/${textField(input, 'Prefix') ?? ''}`;
  const found = [...objects.keys()].filter((place) => place.startsWith(start));
  const Contents = found.map((place) => ({ Key: place.slice(bucketOf(input).length + 1) }));
  return { Contents, KeyCount: Contents.length, IsTruncated: false };
}

function bucketOf(input: unknown): string {
  return textField(input, 'Bucket') ?? '';
}

function placeOf(input: unknown): string {
  return `${bucketOf(input)}/${textField(input, 'Key') ?? ''}`;
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
