import type { SimulatedProcess } from '../../world/simulated-process.ts';
import { constructorIn, packaged } from '../requests.ts';
import { Consumer as StreamConsumer } from './consumer.ts';
import { GenericError, ProtocolError, UserError } from './errors.ts';
import { Producer as PlainProducer } from './producer.ts';
import { serializers } from './serializers.ts';

const constants = {
  MessagesStreamModes: { LATEST: 'latest', EARLIEST: 'earliest', COMMITTED: 'committed', MANUAL: 'manual' },
  MessagesStreamFallbackModes: { LATEST: 'latest', EARLIEST: 'earliest', FAIL: 'fail' },
  FetchIsolationLevels: { READ_UNCOMMITTED: 0, READ_COMMITTED: 1 },
  ProduceAcks: { ALL: -1, NO_RESPONSE: 0, LEADER: 1 },
  GenericError,
  UserError,
  ProtocolError,
  ...serializers,
};

/** The library `@platformatic/kafka`, version 2. */
export function platformatic(process: SimulatedProcess): object {
  return packaged(
    { Consumer: constructorIn(process, Consumer), Producer: constructorIn(process, Producer), Admin },
    constants,
  );
}

function Consumer(process: SimulatedProcess, options?: unknown): object {
  return new StreamConsumer(process, options);
}

function Producer(process: SimulatedProcess, options?: unknown): object {
  return new PlainProducer(process, options);
}

function Admin(): object {
  return new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => Promise.resolve([])) });
}
