import { createHash } from 'node:crypto';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { payloadText } from '../world/payload-text.ts';
import { packaged } from './requests.ts';

/** The library `uuid`. Versions 3 and 5 are made from a name, and stay the same. */
export function uuid(process: SimulatedProcess): object {
  const random = (): string => process.world.chance.uuid();
  const named = (name: unknown, namespace: unknown): string => {
    const digest = createHash('sha1')
      .update(`${String(namespace)} ${payloadText(name)}`)
      .digest('hex');
    return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  };
  const namespaces = { DNS: '6ba7b810-9dad-11d1-80b4-00c04fd430c8', URL: '6ba7b811-9dad-11d1-80b4-00c04fd430c8' };
  return packaged({
    v1: random,
    v4: random,
    v6: random,
    v7: random,
    v3: Object.assign(named, namespaces),
    v5: Object.assign(named, namespaces),
    validate: () => true,
    NIL: '00000000-0000-0000-0000-000000000000',
  });
}

/** `nanoid`, `ulid` and their kind: one function, random. */
export function tokens(name: string): (process: SimulatedProcess) => object {
  return (process) => {
    const token = (): string => process.world.chance.token();
    return packaged(token, { [name]: token, customAlphabet: () => token, createId: token });
  };
}
