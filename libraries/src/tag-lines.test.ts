import assert from 'node:assert/strict';
import ts from 'typescript';
import { libraryStubs } from './library-stubs.ts';

const categories = ['database', 'http', 'payment', 'person', 'object-store', 'cache', 'search', 'queue', 'file'];
const repeatabilities = ['idempotent', 'non-idempotent', 'unknown'];

const settingsPlaces = [
  ...new Set(libraryStubs().flatMap(({ options }) => (options?.places ?? []).map(({ name }) => name))),
];

/** What may follow a verb: words from each list in turn, then names with paths, then names with plain values. */
interface Shape {
  readonly words?: readonly (readonly string[] | 'path')[];
  readonly paths?: readonly string[];
  readonly values?: readonly string[];
  /** Names of which at least one must be there. */
  readonly needs?: readonly string[];
}

const shapes: ReadonlyMap<string, readonly Shape[]> = new Map<string, readonly Shape[]>([
  ['create-producer', [{ paths: ['options'], needs: ['options'] }]],
  [
    'create-consumer',
    [
      { paths: ['options'], values: ['suffix'], needs: ['options'] },
      { words: [['decorated']], paths: ['options'], values: ['suffix', 'of'], needs: ['options'] },
    ],
  ],
  ['produce', [{ paths: ['topic'] }, { words: [['in-transaction', 'when-open']], paths: ['topic'] }]],
  ['subscribe', [{ paths: ['topic', 'options'], needs: ['topic'] }]],
  ['consume', [{ paths: ['each-message', 'each-batch', 'options'], needs: ['each-message', 'each-batch'] }]],
  ['iterate', [{ words: [['each-message', 'each-batch']] }]],
  [
    'handle',
    [
      { paths: ['topic'], needs: ['topic'] },
      { words: [['replies']], paths: ['topic'], needs: ['topic'] },
    ],
  ],
  ['send-offsets', [{}, { paths: ['group', 'next', 'raw'], needs: ['group', 'next', 'raw'] }]],
  ['commit-offsets', [{}, { paths: ['next', 'raw'], needs: ['next', 'raw'] }]],
  ['commit-offsets-if-necessary', [{}, { paths: ['next'], needs: ['next'] }]],
  ['resolve-offset', [{}, { paths: ['raw'], needs: ['raw'] }]],
  ...['begin', 'commit', 'abort', 'is-active', 'seek'].map(bare),
  ...['message', 'pure', 'log', 'then', 'catch', 'finally', 'same'].map(bare),
  ...['subset', 'element', 'merge', 'unique-column', 'heartbeat', 'is-stale'].map(bare),
  ...['options', 'throws', 'hosted', 'is-settled', 'other-source'].map(bare),
  ...['filter-token', 'global-providers', 'drains', 'exit'].map(bare),
  [
    'misuse',
    [
      { words: [['no-transactional-id', 'missing-at-run-time', 'concurrent']] },
      {
        words: [['callback', 'group-id', 'whole-message', 'committed-offsets-ignored', 'group-without-suffix']],
        paths: ['at'],
        needs: ['at'],
      },
    ],
  ],
  ['env', [{}, { paths: ['otherwise'] }]],
  ['lacks', [{ words: [['commit'], ['abort']] }]],
  ['settings', [{ words: [settingsPlaces], paths: ['at'], values: ['of'], needs: ['at'] }]],
  ['listen', [{ paths: ['name', 'listener'], needs: ['name', 'listener'] }]],
  ['emit', [{ paths: ['name'], needs: ['name'] }]],
  ['transition', [{ paths: ['where'], needs: ['where'] }]],
  [
    'option',
    [
      {
        words: [['auto-commit', 'auto-resolve', 'auto-store', 'read-uncommitted', 'idempotent']],
        values: ['default', 'on'],
        needs: ['default'],
      },
      { words: [['group-suffix', 'transactional-id']], values: ['default'] },
      {
        words: [
          [
            'transactional-id',
            'group-id',
            'commit-interval',
            'commit-threshold',
            'concurrency',
            'acks',
            'retries',
            'max-in-flight',
            'message-timeout',
            'transaction-timeout',
          ],
        ],
      },
    ],
  ],
  [
    'write',
    [
      { words: [categories, repeatabilities], paths: ['resource', 'row'], values: ['connection'] },
      { words: [categories, ['unknown'], ['scheduled']], paths: ['row'] },
      { words: [categories, repeatabilities, ['silent']], paths: ['resource', 'row'] },
      { words: [categories, repeatabilities, ['as-made']], paths: ['resource'], values: ['unique'] },
      {
        words: [categories, ['idempotent'], ['removes', 'changes', 'lasts']],
        paths: ['resource'],
        values: ['connection'],
      },
    ],
  ],
  ['copies', [{ paths: ['value'], needs: ['value'] }]],
  ['script', [{ paths: ['text', 'key'], needs: ['text', 'key'] }]],
  ['row', [{ paths: ['at'], needs: ['at'] }]],
  ['into', [{ paths: ['at'], needs: ['at'] }]],
  ['schedule', [{ paths: ['row'], needs: ['row'] }]],
  ['makes', [{ paths: ['row', 'model'], needs: ['row'] }]],
  [
    'table',
    [
      { paths: ['columns', 'indexes'], values: ['keys'], needs: ['columns'] },
      { paths: ['at'], needs: ['at'] },
    ],
  ],
  ['unique-columns', [{ paths: ['at'], needs: ['at'] }]],
  [
    'read',
    [
      { words: [categories], paths: ['resource'] },
      { words: [categories, ['alone', 'silent']], paths: ['resource'] },
    ],
  ],
  ['claim', [{ words: [categories], paths: ['key', 'resource'], needs: ['key'] }]],
  ['sql', [{ paths: ['text'], values: ['dialect', 'connection'], needs: ['text'] }]],
  ['db-transaction', [{ words: [['begin', 'commit', 'rollback', 'decorated']] }, { paths: ['run'], needs: ['run'] }]],
  ['any-connection', [{ paths: ['over'] }, { words: [['injected']] }]],
  ...['own-connection', 'ambient', 'ambient-inside'].map(bare),
  ['takes-part', [{ paths: ['in'], needs: ['in'] }]],
  ['command', [{ paths: ['at'], needs: ['at'] }]],
  ['refine', [{ words: [['idempotent', 'claim', 'non-idempotent', 'throwing']] }, { paths: ['in'], needs: ['in'] }]],
  ['keyed', [{ paths: ['by'], values: ['label'], needs: ['by'] }]],
  ['key-slot', [{ paths: ['at'], values: ['header', 'property'], needs: ['at'] }]],
  ['relative', [{ paths: ['in'], values: ['keys'], needs: ['in'] }]],
  ['sets', [{ paths: ['in'], needs: ['in'] }]],
  ['relative-value', [{ paths: ['text'] }]],
  ['ttl', [{ paths: ['seconds', 'milliseconds', 'resource'], needs: ['seconds', 'milliseconds'] }]],
  ['unstable', [{ words: [['random', 'clock', 'counter', 'process']] }]],
  ['calls', [{ words: ['path', ['each', 'once', 'later', 'back']] }, { words: ['path', 'path', ['back']] }]],
  ['retries', [{ words: ['path'] }]],
  ['filters', [{ paths: ['at'], needs: ['at'] }]],
  bare('redelivers'),
  ['catches', [{ paths: ['at'], needs: ['at'] }]],
  ['works', [{ paths: ['at'], needs: ['at'] }]],
  ['queue', [{}, { words: [['promised']] }]],
  ['provides', [{ paths: ['at', 'token', 'value'], needs: ['at', 'token', 'value'] }]],
  ['registers', [{ paths: ['at', 'name'], needs: ['at', 'name'] }]],
  ['injects', [{ paths: ['token'], needs: ['token'] }]],
  ['overlaps', [{ words: ['path'] }, { words: [['decorated']] }]],
  ['resends', [{ words: ['path'] }]],
  ['awaited-by', [{ values: ['label', 'of'], needs: ['label', 'of'] }]],
  ['join', [{ words: [['all', 'all-settled', 'race', 'any']] }]],
  ['container', [{ words: [['set', 'map', 'array', 'object', 'cache']] }]],
  ['check', [{ paths: ['key'], needs: ['key'] }]],
  ['fill', [{ paths: ['key'], needs: ['key'] }]],
  ['forget', [{ paths: ['key'] }]],
]);

function bare(verb: string): readonly [string, readonly Shape[]] {
  return [verb, [{}]];
}

const isPath = (text: string): boolean =>
  text.split('|').every((one) => /^(?:\d+|this|\*)(?:\.(?:\*|\(\)|[\w$-]+))*$/.test(one));

const isCondition = (text: string): boolean => {
  const [path = '', ...values] = text.split('=');
  if (values.length === 0) return isPath(path.replace(/^!/, '')) && !path.includes('|');
  return values.length === 1 && isPath(path) && /^[^,|]+(?:[,|][^,|]+)*$/.test(values[0] ?? '');
};

function fits(tokens: readonly string[], shape: Shape): boolean {
  const words = tokens.filter((token) => !token.includes('='));
  const named = tokens.filter((token) => token.includes('=')).map((token) => token.split('='));
  const names = named.map(([name = '']) => name);
  const expected = shape.words ?? [];
  return (
    words.length === expected.length &&
    expected.every((one, i) => (one === 'path' ? isPath(words[i] ?? '') : one.includes(words[i] ?? ''))) &&
    named.every(([name = '', text = '', ...rest]) => {
      if (rest.length > 0 || text === '') return false;
      return shape.values?.includes(name) === true || (shape.paths?.includes(name) === true && isPath(text));
    }) &&
    new Set(names).size === names.length &&
    (shape.needs === undefined || shape.needs.some((name) => names.includes(name)))
  );
}

/** Whether the text behind `@eos` is a tag that means something, with nothing in it that would be ignored. */
function isTag(text: string): boolean {
  const tokens = text.split(/\s+/);
  const conditional = tokens[0] === 'when';
  if (conditional && !isCondition(tokens[1] ?? '')) return false;
  const [verb = '', ...rest] = conditional ? tokens.slice(2) : tokens;
  return shapes.get(verb)?.some((shape) => fits(rest, shape)) ?? false;
}

/** The tags of a file as the compiler attaches them to declarations; some it gives to a node and its parent. */
function attachedTags(file: ts.SourceFile): readonly string[] {
  const found = new Set<ts.JSDocTag>();
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) if (tag.tagName.text === 'eos') found.add(tag);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found].map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? '');
}

function writtenTags(text: string): readonly string[] {
  return [...text.matchAll(/@eos\b[ \t]*(.*?)[ \t]*(?:\*\/|$)/gm)].map(([, tag = '']) => tag);
}

describe('the tags of the stubs', () => {
  it('are tags of the grammar', () => {
    const wrong = libraryStubs().flatMap(({ fileName, text }) =>
      writtenTags(text).flatMap((tag) => (isTag(tag) ? [] : [`${fileName}: @eos ${tag}`])),
    );
    assert.deepEqual([...new Set(wrong)], []);
  });

  it('are attached to a declaration, each of them', () => {
    for (const { fileName, text } of libraryStubs()) {
      const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.ESNext, true);
      assert.deepEqual(attachedTags(file).toSorted(), writtenTags(text).toSorted(), fileName);
    }
  });

  it('would not pass with a slip of the pen', () => {
    const slips = ['writes file idempotent', 'write files idempotent', 'write file', 'write file idempotent to=0'];
    const more = ['calls each', 'calls 0', 'when write file idempotent', 'keyed by=', 'unstable', 'check', 'option x'];
    assert.deepEqual([...slips, ...more].filter(isTag), []);
  });
});
