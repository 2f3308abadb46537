import assert from 'node:assert/strict';
import { readClientsPage } from './clients-page.ts';
import { readFixture } from './compare-findings.ts';
import { programsOf } from './fixture-programs.ts';
import { foldersIn, readText } from './repository.ts';

const packages = new Map([
  ['kafkajs', "'kafkajs'"],
  ['Confluent', "'@confluentinc/kafka-javascript"],
  ['node-rdkafka', "'node-rdkafka'"],
  ['Platformatic', "'@platformatic/kafka'"],
  ['NestJS', "'@nestjs/microservices'"],
]);

/** For each rule, the clients of its fixtures that are reported, and of those that are not. */
function shownBy(rule: string): { readonly reported: ReadonlySet<string>; readonly clean: ReadonlySet<string> } {
  const reported = new Set<string>();
  const clean = new Set<string>();
  for (const { files } of programsOf(rule)) {
    const isReported = readFixture(files).expected.some((line) => line.includes(` ${rule} `));
    const text = Object.values(files).join('\n');
    for (const [client, name] of packages) if (text.includes(name)) (isReported ? reported : clean).add(client);
  }
  return { reported, clean };
}

describe('the page of clients', () => {
  const { clients, rows, reasons } = readClientsPage(readText('docs/clients.md'));

  it('has every client and every rule', () => {
    assert.deepEqual(clients, [...packages.keys()]);
    assert.deepEqual(
      rows.map(({ rule }) => rule),
      foldersIn('test-fixtures'),
    );
  });

  it('has both sides of every rule that it says a client is for', () => {
    const missing = rows.flatMap(({ rule, marks }) => {
      const { reported, clean } = shownBy(rule);
      return [...marks].flatMap(([client, mark]) =>
        mark === '●' && !(reported.has(client) && clean.has(client)) ? [`${rule} ${client}`] : [],
      );
    });
    assert.deepEqual(missing, []);
  });

  it('says why where it has none, and is right about it', () => {
    const wrong = rows.flatMap(({ rule, marks }) => {
      const { reported } = shownBy(rule);
      const none = [...marks].filter(([, mark]) => mark !== '●');
      const explained = none.every(([client, mark]) => mark === `[–](#${rule})` && !reported.has(client));
      const because = none.map(([client]) => client).toSorted();
      return explained && because.join() === [...(reasons.get(rule) ?? [])].toSorted().join() ? [] : [rule];
    });
    assert.deepEqual(wrong, []);
  });
});
