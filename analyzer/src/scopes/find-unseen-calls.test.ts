import assert from 'node:assert/strict';
import { deliveryOf, handlerFile, type Files } from '../testing/workspace-of.ts';

/** The calls that nothing is known of: what they get, and where they come from. */
function unseen(files: Files): readonly string[] {
  return deliveryOf(files).unseenCalls.map(({ label, gets, from }) => {
    const of = from === undefined ? '' : `: ${from.name}${from.path.join('')} of ${from.module}`;
    return `${label} gets ${gets.join(' and ')}${of}`;
  });
}

describe('a call that nothing is known of', () => {
  it('is told when it gets data of the message', () => {
    const top = `import { sendMail } from '@house/mail';`;
    assert.deepEqual(unseen(handlerFile('await sendMail(message.value); await sendMail("hello");', top)), [
      'sendMail gets message: sendMail() of @house/mail',
    ]);
  });

  it('is told when it gets a handle of Kafka', () => {
    const top = `import * as house from 'house';`;
    assert.deepEqual(unseen(handlerFile('await house.relay(producer);', top)), [
      'house.relay gets kafka: relay() of house',
    ]);
  });

  it('leads to its package through objects, classes, fields and types', () => {
    const top = `import mailer, { Mailer, makeMailer } from '@house/mail';
      const made = makeMailer();
      class Service { constructor(private readonly mailer: Mailer) {} welcome(text: any) { return this.mailer.send(text); } }
      const service = new Service(new Mailer());`;
    const body = 'await mailer.send(message.key); await made.send(message.key); await service.welcome(message.key);';
    assert.deepEqual(unseen(handlerFile(body, top)), [
      'mailer.send gets message: Mailernew().send() of @house/mail',
      'mailer.send gets message: default.send() of @house/mail',
      'made.send gets message: makeMailer().send() of @house/mail',
    ]);
  });

  it('leads to its package through a file of the workspace and through require', () => {
    const files = {
      'clients.ts': `import { Mailer } from '@house/mail'; export const mailer = new Mailer();`,
      'main.ts': handlerFile(
        'await mailer.send(message.key); await push(message.key);',
        `import { mailer } from './clients.ts'; const { push } = require('house-push');`,
      ),
    };
    assert.deepEqual(unseen(files), [
      'mailer.send gets message: Mailernew().send() of @house/mail',
      'push gets message: push() of house-push',
    ]);
  });

  it('is not told of what the stubs know, nor of methods of the message itself', () => {
    const body = `const order = JSON.parse(String(message.value));
      const open = order.items.filter((item: any) => order.ids.indexOf(item) < 0);
      await database.upsert("orders", order); order.lines.reverse(open); console.log(order);`;
    assert.deepEqual(unseen(handlerFile(body)), []);
  });

  it('ends where a value has a type of its own name', () => {
    const body = 'Logger.write(message.key);';
    assert.deepEqual(unseen(handlerFile(body, 'declare const Logger: Logger;')), ['Logger.write gets message']);
  });
});
