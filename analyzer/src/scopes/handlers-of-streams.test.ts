import assert from 'node:assert/strict';
import { streamStubs } from '../testing/stream-stubs.ts';
import { knowledgeOf, type Files } from '../testing/workspace-of.ts';
import { entryName } from './entry.ts';
import { findConsumers } from './find-consumers.ts';
import { findHandlers } from './find-entries.ts';

const imports = `import { Body, Group, On, Sender, start, type Message } from 'stream-kafka';`;

/** One line per handler: what it is called, how it gets messages, whether the library commits, and the group. */
function handlers(files: Files): readonly string[] {
  const knowledge = knowledgeOf(files, streamStubs);
  const consumers = findConsumers(knowledge);
  return findHandlers(knowledge).map((entry) => {
    const groups = entry.consumers.map((origin) => consumers.find((each) => each.origin === origin)?.consumer.groupId);
    const commits = entry.autoCommit === undefined ? '-' : String(entry.autoCommit.value);
    return `${entryName(entry)} ${entry.delivery} ${commits} ${groups.join(',')}`;
  });
}

describe('handlers of streams', () => {
  it('are the bodies of loops over a stream, wherever the stream was opened', () => {
    const program = `${imports}
      const group = new Group({ 'group.id': 'a', 'auto.commit': false });
      async function open(group: Group) { return group.open({ topics: ['t'] }); }
      for await (const message of await open(group)) message.commit();`;
    assert.deepEqual(handlers(program), ['the loop over open() each-message false a']);
  });

  it('are no loops over anything else', () => {
    assert.deepEqual(
      handlers(`${imports} declare const lines: AsyncIterable<string>; for await (const l of lines) l;`),
      [],
    );
  });

  it('commit as the call that opens the stream says, and only then as the consumer was made', () => {
    const program = (opened: string, made: string): string => `${imports}
      const stream = await new Group({ 'group.id': 'a', ${made} }).open({ topics: ['t'], ${opened} });
      for await (const message of stream) message.commit();`;
    const name = 'the loop over stream each-message';
    assert.deepEqual(handlers(program('commit: true', `'auto.commit': false`)), [`${name} true a`]);
    assert.deepEqual(handlers(program('', `'auto.commit': false`)), [`${name} false a`]);
    assert.deepEqual(handlers(program('', '')), [`${name} true a`]);
  });

  it('are the loops that wait for a fetch with a callback, each with its own consumer', () => {
    const program = `${imports}
      const pull = (group: Group): Promise<Message[]> =>
        new Promise((resolve, reject) => group.fetch(5, (e, messages) => (e ? reject(e) : resolve(messages))));
      async function run(group: Group) { while (true) { for (const message of await pull(group)) message.offset; } }
      async function once(group: Group) { for (const message of await pull(group)) message.offset; }
      run(new Group({ 'group.id': 'a' }));
      const other = new Group({ 'group.id': 'b', 'auto.commit': false });
      for (;;) await pull(other);`;
    assert.deepEqual(handlers(program), ['the loop each-batch true a', 'the loop each-batch false b']);
  });

  it('are the callback of a fetch that nobody waits for', () => {
    const program = `${imports} new Group({ 'group.id': 'a' }).fetch(5, (error, messages) => messages.length);`;
    assert.deepEqual(handlers(program), ['eachBatch each-batch true a']);
  });

  it('are listeners of the event that hands messages over, and of no other', () => {
    const program = `${imports} new Group({ 'group.id': 'a' })
      .on('ready', function ready() {}).on('data', function data(message) { message.key; });`;
    assert.deepEqual(handlers(program), ['data each-message true a']);
  });
});

describe('decorated handlers', () => {
  const controller = `import { Body, On } from 'stream-kafka'; export class C { @On('t') handle(@Body() body: string) {} }`;
  const kafka = `import { start } from 'stream-kafka'; start({ from: 'kafka', group: { 'group.id': 'a' } });`;
  const mail = `import { start } from 'stream-kafka'; start({ from: 'mail' });`;

  it('belong to the application that starts nearest to them', () => {
    const files = { 'one/src/c.ts': controller, 'one/src/main.ts': kafka, 'two/src/main.ts': mail };
    assert.deepEqual(handlers(files), ['handle each-message true a-app']);
  });

  it('are none where the messages come from elsewhere', () => {
    assert.deepEqual(handlers({ 'one/src/c.ts': controller, 'one/src/main.ts': mail, 'two/src/main.ts': kafka }), []);
  });

  it('count where nobody says where the messages come from', () => {
    assert.deepEqual(handlers({ 'c.ts': controller }), ['handle each-message - ']);
  });

  it('are found behind a decorator that is made of another', () => {
    const program = `import { On, start } from 'stream-kafka'; const Topic = (name: string) => both(On(name), 1);
      declare function both(...all: any[]): any; class C { @Topic('t') handle(body: string) {} }`;
    assert.deepEqual(handlers(program), ['handle each-message - ']);
  });
});

describe('consumers', () => {
  const groups = (program: string): readonly unknown[] =>
    findConsumers(knowledgeOf(`${imports} ${program}`, streamStubs)).map(({ consumer }) => [
      consumer.groupId,
      consumer.readUncommitted?.value,
      consumer.topics.join(),
    ]);

  it('take an option from a block, unless it stands beside the block', () => {
    assert.deepEqual(groups(`new Group({ block: { groupId: 'a' } });`), [['a', undefined, '']]);
    assert.deepEqual(groups(`new Group({ 'group.id': 'b', block: { groupId: 'a' } });`), [['b', undefined, '']]);
  });

  it('are switched by the values that their stub names', () => {
    const value = (isolation: string): unknown => groups(`new Group({ 'group.id': 'a', isolation: ${isolation} });`)[0];
    assert.deepEqual(value(`'Dirty'`), ['a', true, '']);
    assert.deepEqual(value('0'), ['a', true, '']);
    assert.deepEqual(value(`'clean'`), ['a', false, '']);
    assert.deepEqual(value('unseen()'), ['a', 'unknown', '']);
  });

  it('subscribe where a stream is opened, with options of its own', () => {
    const program = `new Group({ 'group.id': 'a', isolation: 'clean' }).open({ topics: ['x', 'y'], isolation: 0 });`;
    assert.deepEqual(groups(program), [['a', true, 'x,y']]);
  });

  it('are known under the name that they were imported from', () => {
    const program = `import { Group as Readers } from 'stream-kafka'; new Readers({ 'group.id': 'a' });`;
    assert.deepEqual(groups(program), [['a', undefined, '']]);
  });
});
