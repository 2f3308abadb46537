import assert from 'node:assert/strict';
import { analyze } from '@kafka-eos/analyzer';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { libraryStubs } from '@kafka-eos/libraries';

/** What a handler of NestJS guarantees for the one row that it sets. */
function guaranteed(decorator: string, behind = ''): string | undefined {
  const program = `
    import { Controller } from '@nestjs/common';
    import { EventPattern, KafkaRetriableException, MessagePattern, Payload } from '@nestjs/microservices';
    import { Pool } from 'pg';
    const pool = new Pool();
    class Busy extends KafkaRetriableException {}
    @Controller()
    export class Accounts {
      @${decorator}('account.close')
      async close(@Payload() account: { id: string }) {
        try {
          await pool.query('UPDATE accounts SET closed = true WHERE id = $1', [account.id]);
        } catch (error) {
          ${behind === '' ? 'throw error;' : behind}
        }
      }
    }`;
  const host = createMemoryHost({ '/workspace/main.ts': program });
  const limits = { includeTests: false, maxStates: 5000 };
  const { units } = analyze({ host, paths: ['/workspace'], libraries: libraryStubs(), ...limits });
  return units.flatMap(({ effects }) => effects).map(({ verdict }) => verdict.guarantee)[0];
}

describe('a handler of NestJS that fails', () => {
  it('is handed an event again', () => {
    assert.equal(guaranteed('EventPattern'), 'effectively-once');
  });

  it('has the sender of a message told of it, and goes on to the next one', () => {
    assert.equal(guaranteed('MessagePattern'), 'at-most-once');
    assert.equal(guaranteed('MessagePattern', 'throw new Error("busy");'), 'at-most-once');
  });

  it('is handed the message again for an exception that asks for that', () => {
    assert.equal(guaranteed('MessagePattern', 'throw new KafkaRetriableException("busy");'), 'effectively-once');
    assert.equal(guaranteed('MessagePattern', 'throw new Busy("busy");'), 'effectively-once');
  });
});
