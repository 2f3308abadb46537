import assert from 'node:assert/strict';
import { findConsumers } from '../scopes/find-consumers.ts';
import { enterUnit } from '../scopes/enter-unit.ts';
import { findHandlers } from '../scopes/find-entries.ts';
import { showUnit } from '../testing/show-unit.ts';
import { streamStubs } from '../testing/stream-stubs.ts';
import { knowledgeOf } from '../testing/workspace-of.ts';

/** The unit of a listener with this body. */
function unitOf(body: string): string {
  const knowledge = knowledgeOf(
    `import { Group, Sender } from 'stream-kafka';
     import { Bank } from 'some-sinks';
     const bank = new Bank();
     const sender = new Sender({ id: 'x' });
     new Group({ 'group.id': 'a' }).on('data', async (message) => { ${body} });`,
    streamStubs,
  );
  const [entry] = findHandlers(knowledge);
  assert.ok(entry);
  return showUnit(enterUnit(knowledge, entry, findConsumers(knowledge)).graph);
}

describe('functions that are called back', () => {
  it('go on after what the call does, or are told of its failure', () => {
    const shown = unitOf(`sender.begin((error) => { if (error) return sender.abort(); sender.send('t', 1); });`);
    const lines = shown.split('\n').map((line) => line.trim());
    assert.match(lines[0] ?? '', /^1 begin -> \d+ !\d+$/);
    // The one way asks with an error at hand, the other without.
    assert.equal(lines.filter((line) => line.includes(' if error')).length, 2);
    assert.ok(lines.some((line) => line.includes('produce sender.send')));
    assert.ok(lines.some((line) => line.includes('abort')));
  });

  it('may stand at one of several places', () => {
    assert.match(unitOf(`sender.commit(5, () => sender.abort());`), /1 commit -> 2 !3\n2 abort/);
    assert.match(unitOf(`sender.commit(() => sender.abort());`), /1 commit -> 2 !3\n2 abort/);
  });
});

describe('promises that are made of a function', () => {
  it('run it on the spot', () => {
    assert.match(unitOf(`await new Promise((resolve) => { bank.charge({}); resolve(1); });`), /write bank.charge/);
  });

  it('fail where it rejects', () => {
    const shown = unitOf(
      `try { await new Promise((resolve, reject) => reject(new Error())); } catch { bank.charge({}); }`,
    );
    // Nothing but the way through the catch clause is left.
    assert.match(shown, /catch -> \d+\n\d+ detach .*\n\d+ write bank.charge/);
  });
});
