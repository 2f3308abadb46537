import assert from 'node:assert/strict';
import type { AutoCommit } from '../facts/consumer.ts';
import { findHandlers } from '../scopes/find-entries.ts';
import { applyEdits } from '../testing/apply-edits.ts';
import { knowledgeOf, onlyCall } from '../testing/workspace-of.ts';
import { optionOf, writtenOption } from './read-options.ts';

/** The options of `run`, whether the client commits by itself, and the options after the edit that switches that off. */
type Case = readonly [options: string, value: AutoCommit['value'], switchedOff: string | undefined, before?: string];

const cases: readonly Case[] = [
  // Written.
  ['{ autoCommit: true, eachMessage }', true, '{ autoCommit: false, eachMessage }'],
  ['{ eachMessage, autoCommit: false }', false, '{ eachMessage, autoCommit: false }'],
  ['{ eachMessage, autoCommit: !0 }', true, '{ eachMessage, autoCommit: false }'],
  ['{ eachMessage, autoCommit: AUTO }', true, '{ eachMessage, autoCommit: false }', 'const AUTO = true;'],
  ['{ eachMessage, autoCommit }', false, undefined, 'const autoCommit = false;'],
  ['{ eachMessage, "autoCommit": true }', true, '{ eachMessage, "autoCommit": false }'],
  ['{ autoCommit: true, eachMessage, autoCommit: false }', false, undefined],
  // Absent: the default of the library.
  ['{ eachMessage }', true, '{ autoCommit: false, eachMessage }'],
  ['{\n  eachMessage,\n}', true, '{\n  autoCommit: false,\n  eachMessage,\n}'],
  ['options', true, undefined, 'const options = { eachMessage };'],
  // Spread.
  ['{ ...base, eachMessage }', false, undefined, 'const base = { autoCommit: false };'],
  ['{ ...base, eachMessage }', true, undefined, 'const base = { concurrency: 1 };'],
  ['{ ...base, eachMessage, autoCommit: true }', true, undefined, 'const base = { autoCommit: false };'],
  ['{ autoCommit: true, ...base, eachMessage }', false, undefined, 'const base = { autoCommit: false };'],
  ['{ ...base, eachMessage }', 'unknown', undefined, 'declare const base: any;'],
  ['{ ...base, eachMessage, autoCommit: false }', false, undefined, 'declare const base: any;'],
  // Conditional.
  ['{ eachMessage, autoCommit: go }', 'unknown', '{ eachMessage, autoCommit: false }', 'declare const go: boolean;'],
  ['{ eachMessage, autoCommit: go ? true : false }', 'unknown', undefined, 'declare const go: boolean;'],
  ['{ eachMessage, ...(go ? { autoCommit: false } : {}) }', 'unknown', undefined, 'declare const go: boolean;'],
  ['{ eachMessage, ...(go ? { autoCommit: true } : {}) }', true, undefined, 'declare const go: boolean;'],
  // Out of sight.
  ['{ eachMessage, autoCommit: settings.auto }', 'unknown', undefined, 'declare const settings: any;'],
  ['{ eachMessage, [name]: false }', 'unknown', undefined, 'declare const name: string;'],
  // Written later.
  ['options', false, undefined, 'const options: any = { eachMessage }; options.autoCommit = false;'],
];

describe('what a run call says about auto-commit', () => {
  for (const [options, expected, switchedOff, before = ''] of cases) {
    it(`${String(expected)}: ${before} run(${JSON.stringify(options)})`, () => {
      const { autoCommit, text } = read(options, before);
      assert.equal(autoCommit.value, expected);
      if (switchedOff === undefined) return;
      assert.equal(optionsIn(applyEdits(text, autoCommit.switchOff)), switchedOff);
    });
  }

  it('is off after the edit that switches it off', () => {
    for (const [options, value, , before = ''] of cases.filter(
      ([, expected, off]) => expected === true && off !== undefined,
    )) {
      const { autoCommit, text } = read(options, before);
      assert.equal(
        readText(applyEdits(text, autoCommit.switchOff)).value,
        false,
        `${before} ${options} ${String(value)}`,
      );
    }
  });

  it('is the default of the library where undefined is written', () => {
    assert.equal(read('{ eachMessage, autoCommit: undefined }', '').autoCommit.value, true);
  });

  it('points at the option, or at the call that lacks it', () => {
    const at = (options: string): string => {
      const { autoCommit, text } = read(options, '');
      const { start, end } = autoCommit.place;
      return (text.split('\n')[start.line - 1] ?? '').slice(start.column - 1, end.column - 1);
    };
    assert.equal(at('{ eachMessage, autoCommit: true }'), 'autoCommit: true');
    assert.equal(at('{ eachMessage }'), 'consumer.run');
  });

  it('offers no edit where the options are made somewhere else', () => {
    assert.deepEqual(read('options', 'const options = { eachMessage };').autoCommit.switchOff, []);
    assert.deepEqual(read('{ ...base, eachMessage }', 'declare const base: any;').autoCommit.switchOff, []);
  });
});

describe('an option of a call', () => {
  const written = (config: string, before = '') => {
    const text = `import { Kafka } from 'some-kafka'; ${before}\nnew Kafka().consumer(${config});`;
    const knowledge = knowledgeOf(text);
    const call = onlyCall(knowledge, 'new Kafka().consumer');
    const [member] = knowledge.calleesOf(call, undefined).library;
    assert.ok(member);
    const option = optionOf(knowledge, member, call, undefined, 'read-uncommitted');
    assert.ok(option);
    return { option, written: writtenOption(knowledge, option), text };
  };

  it('is found by what the stub says it means, with its default', () => {
    const { option } = written('{ groupId: "g", readUncommitted: true }');
    assert.equal(option.name, 'readUncommitted');
    assert.equal(option.default, 'false');
  });

  it('is not written where the source does not mention it', () => {
    assert.equal(written('{ groupId: "g" }').written, undefined);
  });

  it('comes with the edit that takes it out', () => {
    const { text, written: found } = written('{ groupId: "g", readUncommitted: true }');
    assert.equal(found?.value, true);
    assert.match(applyEdits(text, found.removal), /consumer\(\{ groupId: "g" \}\)/);
  });

  it('is unknown where the alternatives differ', () => {
    const found = written('{ groupId: "g", readUncommitted: go }', 'declare const go: boolean;').written;
    assert.equal(found?.value, 'unknown');
    const both = written('{ groupId: "g", readUncommitted: go ? true : false }', 'declare const go: boolean;').written;
    assert.equal(both?.value, 'unknown');
  });
});

function read(options: string, before: string): { readonly autoCommit: AutoCommit; readonly text: string } {
  const text = `import { Kafka } from 'some-kafka';
    const eachMessage = async () => {}; const consumer = new Kafka().consumer({ groupId: 'g' }); ${before}
    consumer.run(${options});
  `;
  return { autoCommit: readText(text), text };
}

function readText(text: string): AutoCommit {
  const [entry] = findHandlers(knowledgeOf(text));
  assert.ok(entry?.autoCommit);
  return entry.autoCommit;
}

function optionsIn(text: string): string {
  return text.slice(text.indexOf('consumer.run(') + 'consumer.run('.length, text.lastIndexOf(')'));
}
