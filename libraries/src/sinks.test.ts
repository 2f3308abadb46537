import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { programOptions } from '@kafka-eos/analyzer/program/program-options';
import ts from 'typescript';
import { BUILDER_SAMPLES } from './sink-samples-builders.test.ts';
import { CLOUD_SAMPLES } from './sink-samples-clouds.test.ts';
import { DATABASE_SAMPLES } from './sink-samples-databases.test.ts';
import { IMPORT_SAMPLES } from './sink-samples-imports.test.ts';
import { ORM_SAMPLES } from './sink-samples-orms.test.ts';
import { SERVICE_SAMPLES } from './sink-samples-services.test.ts';
import type { SinkSamples } from './sink-samples.test.ts';
import { sinkRegistry } from './sink-registry.ts';

const ROOT = new URL('../', import.meta.url);
const SAMPLES = [
  ...DATABASE_SAMPLES,
  ...ORM_SAMPLES,
  ...SERVICE_SAMPLES,
  ...BUILDER_SAMPLES,
  ...CLOUD_SAMPLES,
  ...IMPORT_SAMPLES,
];

/** What every program of the analyzer has: the stubs may rest on these globals and no others. */
const GLOBALS = readdirSync(new URL('platform/', ROOT))
  .filter((name) => name.endsWith('.d.ts'))
  .map((name): [string, string] => [`/platform/${name}`, readFileSync(new URL(`platform/${name}`, ROOT), 'utf8')]);

/** The path of a stub in the test's file system, by the specifier that it answers. */
const stubPath = (specifier: string): string => `/stubs/${specifier.replaceAll('/', '__')}.d.ts`;

function sampleText({ setup, lines }: SinkSamples): string {
  return [setup, ...lines.map(([code], at) => `/*${at}*/ {\n${code}\n}`), 'export {};'].join('\n');
}

function samplePath({ title, language }: SinkSamples): string {
  return `/app/${title.replaceAll(/\W+/g, '-')}.${language ?? 'ts'}`;
}

function openProgram(): ts.Program {
  const stubs = sinkRegistry.map((row): [string, string] => [
    stubPath(row.specifier),
    readFileSync(new URL(row.file, ROOT), 'utf8'),
  ]);
  const samples = SAMPLES.map((sample): [string, string] => [samplePath(sample), sampleText(sample)]);
  const texts = new Map([...stubs, ...samples, ...GLOBALS]);
  const known = new Set(sinkRegistry.map((row) => row.specifier));
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(programOptions),
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    getCurrentDirectory: () => '/app',
    getSourceFile: (path, target) => {
      const text = texts.get(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, target, true);
    },
    resolveModuleNameLiterals: (literals) =>
      literals.map(({ text }) => ({
        resolvedModule: known.has(text)
          ? { resolvedFileName: stubPath(text), extension: ts.Extension.Dts, isExternalLibraryImport: true }
          : undefined,
      })),
  };
  return ts.createProgram([...texts.keys()], programOptions, host);
}

type Call = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;

function isCall(node: ts.Node): node is Call {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node);
}

function argumentsOf(call: Call): readonly ts.Expression[] {
  return ts.isTaggedTemplateExpression(call) ? [call.template] : [...(call.arguments ?? [])];
}

function tagTexts(declaration: ts.Node | undefined): readonly string[] {
  let node = declaration;
  while (node !== undefined && (ts.isFunctionTypeNode(node) || ts.isParenthesizedTypeNode(node))) node = node.parent;
  if (node === undefined) return [];
  const tags = ts.getJSDocTags(node).filter((tag) => tag.tagName.text === 'eos');
  return tags.map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? '');
}

/** What stands at a path, as far as it is written out in the call itself. */
function at(call: Call, path: string): readonly ts.Expression[] {
  const [root = '', ...members] = path.split('.');
  if (root === '*') return argumentsOf(call);
  const argument = /^\d+$/.test(root) ? argumentsOf(call)[Number(root)] : undefined;
  return members.reduce<readonly ts.Expression[]>(
    (found, name) => found.flatMap((node) => below(node, name)),
    argument === undefined ? [] : [argument],
  );
}

function below(written: ts.Expression, name: string): readonly ts.Expression[] {
  const node = ts.isAsExpression(written) ? written.expression : written;
  if (ts.isArrayLiteralExpression(node)) return name === '*' ? [...node.elements] : [];
  if (!ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((property) => {
    const key = property.name === undefined || ts.isComputedPropertyName(property.name) ? '' : property.name.text;
    return ts.isPropertyAssignment(property) && key.toLowerCase() === name.toLowerCase() ? [property.initializer] : [];
  });
}

function holds(call: Call, condition: string): boolean {
  const [path = '', values] = condition.split('=');
  if (values === undefined)
    return path.startsWith('!') ? at(call, path.slice(1)).length === 0 : at(call, path).length > 0;
  const wanted = values.toLowerCase().split(',');
  return at(call, path).some((node) => wanted.includes(node.getText().replaceAll("'", '').toLowerCase()));
}

function mentions(node: ts.Node, keys: readonly string[]): boolean {
  const own = ts.isPropertyAssignment(node) && keys.includes(node.name.getText());
  return own || ts.forEachChild(node, (child) => mentions(child, keys) || undefined) === true;
}

const PRINCIPAL = new Set(['write', 'read', 'claim', 'sql', 'db-transaction', 'refine']);

/** They say where the row of a write is and which keys it lies under; that takes a model to show. */
const SCHEMA = new Set(['row', 'into', 'table', 'unique-column', 'unique-columns']);

/** The verb and words of the tag that decides, and the modifiers that find something. */
function meaningOf(call: Call, texts: readonly string[]): string {
  const applying = texts.flatMap((text) => {
    const [, condition, rest] = /^when (\S+) (.*)$/.exec(text) ?? [];
    if (condition === undefined || rest === undefined) return [{ words: text.split(' '), conditional: false }];
    return holds(call, condition) ? [{ words: rest.split(' '), conditional: true }] : [];
  });
  const principals = applying.filter(({ words }) => PRINCIPAL.has(words[0] ?? ''));
  const principal = principals.find(({ conditional }) => conditional) ?? principals[0];
  const others = applying.filter((tag) => !principals.includes(tag) && !SCHEMA.has(tag.words[0] ?? ''));
  const parts = [...shown(principal?.words ?? []), ...others.flatMap(({ words }) => modifier(call, words))];
  return [...new Set(parts)].join(' ');
}

/** Verb and words; of the named values only those that tell overloads apart. */
function shown(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    if (word.startsWith('dialect=')) return [word.slice('dialect='.length)];
    return !word.includes('=') || word.startsWith('run=') ? [word] : [];
  });
}

/** Where each modifier looks; one that finds nothing there does not show. */
const LOOKS_AT: ReadonlyMap<string, readonly string[]> = new Map([
  ['keyed', ['by']],
  ['ttl', ['seconds', 'milliseconds']],
  ['relative', ['in']],
]);

const ASIDE: ReadonlySet<string> = new Set([
  ...['key-slot', 'transition', 'sets', 'copies', 'script'],
  ...['any-connection', 'own-connection', 'takes-part', 'ambient', 'ambient-inside'],
]);

function modifier(call: Call, words: readonly string[]): readonly string[] {
  const [verb = ''] = words;
  const looksAt = LOOKS_AT.get(verb);
  // Where a fix goes, what the result tells and whose connection is taken are no part of what a call does.
  const isAside = ASIDE.has(verb) || words.includes('later');
  if (looksAt === undefined) return isAside ? [] : shown(words);
  const named = new Map(words.slice(1).map(pair));
  const found = looksAt.flatMap((name) => (named.get(name) ?? '').split('|')).flatMap((path) => at(call, path));
  const keys = named.get('keys')?.split(',') ?? [];
  const shows = verb === 'relative' ? found.some((node) => mentions(node, keys)) : found.length > 0;
  return shows ? [verb] : [];
}

function pair(word: string): [string, string] {
  const equals = word.indexOf('=');
  return [word.slice(0, equals), word.slice(equals + 1)];
}

function meaningsIn(checker: ts.TypeChecker, block: ts.Node): readonly string[] {
  const found: { readonly end: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (isCall(node)) found.push({ end: nameEnd(node), text: meaningOfCall(checker, node) });
    ts.forEachChild(node, visit);
  };
  visit(block);
  return [...found].sort((a, b) => a.end - b.end).flatMap(({ text }) => (text === '' ? [] : [text]));
}

/** Calls of a chain start together; where the name ends tells their order. */
function nameEnd(call: Call): number {
  return (ts.isTaggedTemplateExpression(call) ? call.tag : call.expression).end;
}

function meaningOfCall(checker: ts.TypeChecker, call: Call): string {
  const declaration = checker.getResolvedSignature(call)?.declaration;
  const ours = declaration?.getSourceFile().fileName.startsWith('/stubs/') === true;
  const texts = ours ? tagTexts(declaration) : [];
  if (!texts.includes('command at=0')) return meaningOf(call, texts);
  const [command] = argumentsOf(call);
  assert.ok(command !== undefined && ts.isNewExpression(command));
  return `command: ${meaningOf(command, tagTexts(checker.getTypeAtLocation(command).symbol.declarations?.[0]))}`;
}

describe('sink stubs', () => {
  const program = openProgram();
  const checker = program.getTypeChecker();
  const fileOf = (path: string): ts.SourceFile => program.getSourceFile(path) ?? assert.fail(path);

  for (const sample of SAMPLES) {
    it(`say what the calls of ${sample.title} do`, () => {
      const blocks = fileOf(samplePath(sample)).statements.filter(ts.isBlock);
      const actual = blocks.map((block, i) => [sample.lines[i]?.[0], ...meaningsIn(checker, block)]);
      assert.deepEqual(actual, sample.lines);
    });
  }

  it('are registered, each file at least once, and no longer than a page', () => {
    const files = readdirSync(new URL('sinks/', ROOT)).map((name) => `sinks/${name}`);
    assert.deepEqual([...new Set(sinkRegistry.map((row) => row.file))].sort(), files.sort());
    const long = files.filter((file) => readFileSync(new URL(file, ROOT), 'utf8').split('\n').length > 221);
    assert.deepEqual(long, []);
  });

  it('are sound declarations over the platform stand-in alone', () => {
    const stubs = sinkRegistry.map((row) => fileOf(stubPath(row.specifier)));
    const problems = stubs.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]);
    const messages = problems.map(
      (p) => `${p.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(p.messageText, ' ')}`,
    );
    assert.deepEqual(messages, []);
  });

  it('accept what users write', () => {
    // Two liberties: a command's class declares no constructor, and a class that extends PrismaClient has own members.
    const tolerated = new Set([2554, 2411]);
    const samples = SAMPLES.filter((sample) => sample.language === undefined);
    const problems = samples.flatMap((sample) => program.getSemanticDiagnostics(fileOf(samplePath(sample))));
    const messages = problems
      .filter((p) => !tolerated.has(p.code))
      .map((p) => `${p.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(p.messageText, ' ')}`);
    assert.deepEqual(messages, []);
  });
});
