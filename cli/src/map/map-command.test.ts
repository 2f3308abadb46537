import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeTerminal } from '../testing/fake-terminal.ts';
import { sampleMap } from '../testing/sample-map.ts';
import { inFolder } from '../testing/temporary-folder.ts';
import type { MapJob, MapReply } from '../worker-protocol.ts';
import { mapCommand } from './map-command.ts';
import type { MapOptions } from './map-options.ts';

const options: MapOptions = {
  paths: [],
  outputs: [{ format: 'text' }],
  explain: false,
  allowIncomplete: false,
  includeTests: false,
  maxStates: 100,
  colour: undefined,
};

const done: MapReply = { kind: 'mapped', map: sampleMap, notices: [] };
const empty = { clients: [], services: [], pipelines: [], consumers: [], producers: [], topics: [], unknowns: [] };

/** Maps a folder, with an analysis that answers `reply`. */
const mapped = (changes: Partial<MapOptions>, reply: MapReply = done, columns?: number) =>
  inFolder({ 'docs/keep.txt': '' }, async (folder) => {
    const terminal = { ...fakeTerminal(folder), columns };
    const jobs: MapJob[] = [];
    const status = await mapCommand({ ...options, ...changes }, terminal, (job) => {
      jobs.push(job);
      return Promise.resolve(reply);
    });
    const file = join(folder, 'docs/map.md');
    const written = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    return { status, job: jobs[0], folder, written, out: terminal.printed(), err: terminal.complained() };
  });

describe('kafka-eos map', () => {
  it('shows the map, and succeeds whatever the map shows', async () => {
    const { status, out, err, job, folder } = await mapped({ includeTests: true });
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /^Exactly once where\? 2 services, 2 pipelines, 3 effects\n/);
    assert.deepEqual(job, { task: 'map', root: folder, paths: [folder], includeTests: true, maxStates: 100 });
  });

  it('takes the width of the terminal, within reason', async () => {
    const widest = async (columns: number | undefined): Promise<number> => {
      const { out } = await mapped({}, done, columns);
      return Math.max(...out.split('\n').map(({ length }) => length));
    };
    assert.deepEqual([await widest(undefined), await widest(60), await widest(300)], [80, 60, 100]);
    assert.ok((await widest(10)) <= 40);
  });

  it('writes files whose links are relative to them', async () => {
    const { status, written, out } = await mapped({
      outputs: [{ format: 'markdown', file: 'docs/map.md' }, { format: 'mermaid' }],
    });
    assert.equal(status, 0);
    assert.match(written ?? '', /\[`orders\/main\.ts:8`\]\(<\.\.\/orders\/main\.ts#L8>\)/);
    assert.match(out, /^flowchart LR\n/);
  });

  it('says why a file was not written', async () => {
    const { status, err } = await mapped({ outputs: [{ format: 'svg', file: 'no/such/map.svg' }] });
    assert.deepEqual(
      [status, err],
      [2, 'kafka-eos: the map no/such/map.svg was not written: its folder does not exist\n'],
    );
  });

  it('says that there is no Kafka code, on the error stream too', async () => {
    const notices = [{ message: 'no Kafka code found: 1 file was looked at', incomplete: false }];
    const { status, out, err } = await mapped({}, { kind: 'mapped', map: empty, notices });
    assert.equal(status, 0);
    assert.match(out, /No Kafka code found\./);
    assert.match(err, /^kafka-eos: no Kafka code found: 1 file was looked at; check the path[^\n]*\n$/);
  });

  it('is no answer when a part could not be analysed, unless that is allowed', async () => {
    const reply: MapReply = { ...done, notices: [{ message: 'it is odd', file: 'a.ts', incomplete: true }] };
    const strict = await mapped({}, reply);
    assert.equal(strict.status, 2);
    assert.match(strict.out, /note a\.ts: it is odd\n/);
    assert.match(strict.err, /^kafka-eos: not everything could be analysed \(a\.ts: it is odd\)[^\n]*\n$/);
    assert.equal((await mapped({ allowIncomplete: true }, reply)).status, 0);
  });

  it('refuses a path that is not there', async () => {
    const { status, err, job } = await mapped({ paths: ['nope'] });
    assert.deepEqual([status, job], [2, undefined]);
    assert.equal(err, 'kafka-eos: there is no file or folder "nope"; check the path\n');
  });

  it('passes on why the analysis ended early', async () => {
    const { status, err } = await mapped({}, { kind: 'failed', message: 'out of memory' });
    assert.deepEqual([status, err], [2, 'kafka-eos: out of memory\n']);
  });
});
