import assert from 'node:assert/strict';
import { handlerOf, simulateSource, verdictsOf } from '../../testing/simulated-source.ts';
import { RedisServer } from '../sinks/redis-server.ts';
import { commandOf, type RedisReply } from './redis-commands.ts';

function replies(...commands: readonly (readonly [string, ...string[]])[]): readonly (RedisReply | undefined)[] {
  const server = new RedisServer();
  return commands.map(([name, ...args]) => commandOf(name, args)?.run(server, args));
}

describe('Redis, simulated', () => {
  it('answers as the real one', () => {
    assert.deepEqual(replies(['set', 'k', 'a', 'NX'], ['set', 'k', 'b', 'EX', '5', 'nx'], ['get', 'k']), [
      'OK',
      null,
      'a',
    ]);
    assert.deepEqual(
      replies(['setnx', 'k', 'a'], ['setnx', 'k', 'a'], ['exists', 'k'], ['del', 'k', 'l']),
      [1, 0, 1, 1],
    );
    assert.deepEqual(replies(['incr', 'n'], ['incrby', 'n', '4'], ['decr', 'n'], ['get', 'n']), [1, 5, 4, '4']);
    assert.deepEqual(
      replies(['sadd', 's', 'a', 'b'], ['sadd', 's', 'a'], ['sismember', 's', 'b'], ['srem', 's', 'b']),
      [2, 0, 1, 1],
    );
    assert.deepEqual(
      replies(['hset', 'h', 'f', '1'], ['hincrby', 'h', 'f', '2'], ['hget', 'h', 'f'], ['hsetnx', 'h', 'f', '9']),
      [1, 3, '3', 0],
    );
    assert.deepEqual(replies(['rpush', 'l', 'a', 'b'], ['lpop', 'l'], ['lrange', 'l', '0', '-1']), [2, 'a', ['b']]);
    assert.equal(commandOf('eval', []), undefined);
  });

  it('forgets what has a time to live, when it is told to', () => {
    const server = new RedisServer();
    for (const [name, ...args] of [
      ['set', 'a', '1', 'PX', '5'],
      ['set', 'b', '1'],
      ['setex', 'c', '5', '1'],
      ['set', 'd', '1', 'EX', '5'],
    ]) {
      commandOf(name ?? '', args)?.run(server, args);
    }
    server.persist('c');
    server.forget(4);
    assert.deepEqual([server.has('a'), server.has('b'), server.has('c'), server.has('d')], [false, true, true, true]);
    server.forget(5);
    assert.deepEqual([server.has('b'), server.has('c'), server.has('d')], [true, true, false]);
  });

  it('carries a chain out at once, and each of its commands has its own effect', async () => {
    const chain = handlerOf(`await redis.multi().incr('count:' + event.id).set('last', event.id).exec();`);
    assert.deepEqual(verdictsOf(await simulateSource(chain)), [
      'INCR count:{message}: at-least-once (duplicate)',
      'SET last: effectively-once',
    ]);
  });

  it('is spelt another way by another library', async () => {
    const body = `if (await client.set('k:' + event.id, '1', { NX: true, EX: 60 }) === null) return; await client.hIncrBy('h', event.id, 1);`;
    const top = `import { createClient } from 'redis'; const client = createClient();`;
    assert.deepEqual(verdictsOf(await simulateSource(handlerOf(body, { top }))), [
      'SET k:{message}: effectively-once',
      'HINCRBY h: none (duplicate, lost-write)',
    ]);
  });
});
