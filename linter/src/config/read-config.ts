import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import * as v from 'valibot';
import { suggestion } from '../did-you-mean.ts';
import { indexLines } from '../line-index.ts';
import type { ConfigProblem } from './config-problem.ts';
import { configSchema, type Config, type ConfigurableRule } from './config-schema.ts';

export type ReadConfig =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'problems'; readonly problems: readonly ConfigProblem[] }
  /** A package.json that does not configure the tool. */
  | { readonly kind: 'none' };

export interface ConfigText {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  /** The key of package.json that holds the configuration; absent for a file of its own. */
  readonly key?: string;
}

/** Reads a configuration; every problem carries the place of the key or value that it is about. */
export function readConfig(source: ConfigText, rules: readonly ConfigurableRule[]): ReadConfig {
  if (source.text.trim() === '') return { kind: 'problems', problems: [{ file: source.file, message: 'is empty' }] };
  const errors: ParseError[] = [];
  const tree = parseTree(source.text, errors, { allowTrailingComma: source.key === undefined });
  const root = tree === undefined || source.key === undefined ? tree : findNodeAtLocation(tree, [source.key]);
  if (source.key !== undefined && root === undefined) return { kind: 'none' };
  if (root === undefined || errors.length > 0) return syntaxProblems(source, errors);
  if (root.type !== 'object') {
    const message = `the configuration: expected an object, found ${root.type}`;
    return { kind: 'problems', problems: [problemAt(source, root.offset, message)] };
  }
  const value: unknown = getNodeValue(root);
  const parsed = v.safeParse(configSchema(rules), value);
  if (parsed.success) return { kind: 'config', config: parsed.output };
  const problems = parsed.issues.map((issue) => toProblem(source, root, issue, rules));
  return { kind: 'problems', problems };
}

function syntaxProblems(source: ConfigText, errors: readonly ParseError[]): ReadConfig {
  const [first] = errors;
  if (first === undefined) return { kind: 'problems', problems: [problemAt(source, 0, 'not valid JSON')] };
  const words = printParseErrorCode(first.error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return { kind: 'problems', problems: [problemAt(source, first.offset, `not valid JSON: ${words}`)] };
}

type Issue = v.BaseIssue<unknown>;

function toProblem(source: ConfigText, root: Node, issue: Issue, rules: readonly ConfigurableRule[]): ConfigProblem {
  const path = (issue.path ?? []).map(({ key }) => key).filter(isJsonKey);
  const unknownKey = issue.type === 'strict_object' && issue.expected === 'never';
  const node = nearestNode(root, path);
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  const place = unknownKey && key !== undefined ? key : node;
  const message = unknownKey ? unknownKeyMessage(path, rules) : wrongValueMessage(path, issue);
  return problemAt(source, place.offset, message);
}

function unknownKeyMessage(path: readonly (string | number)[], rules: readonly ConfigurableRule[]): string {
  const name = String(path.at(-1));
  if (path.at(-2) === 'rules') {
    return `there is no rule ${JSON.stringify(name)}${suggestion(
      name,
      rules.map(({ id }) => id),
    )}`;
  }
  const known = path.length === 1 ? ['$schema', 'preset', 'rules', 'overrides', 'ignore'] : ['files', 'rules'];
  return `unknown key ${JSON.stringify(name)}${suggestion(name, known)}`;
}

function wrongValueMessage(path: readonly (string | number)[], issue: Issue): string {
  const where = path.length === 0 ? 'the configuration' : path.join('.');
  const found = issue.received === 'undefined' ? 'nothing' : issue.received;
  return `${where}: expected ${expectation(issue)}, found ${found}`;
}

function expectation({ expected, type }: Issue): string {
  if (type === 'min_length') return 'a pattern of at least one character';
  if (type === 'max_length') return 'a shorter pattern';
  return (expected ?? 'something else').replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ' or ');
}

function isJsonKey(key: unknown): key is string | number {
  return typeof key === 'string' || typeof key === 'number';
}

/** The node at the path, or the innermost one on the way to it: a missing key has no node of its own. */
function nearestNode(root: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

function problemAt({ file, text }: ConfigText, offset: number, message: string): ConfigProblem {
  const { starts } = indexLines(text);
  const line = Math.max(1, starts.findLastIndex((start) => start <= offset) + 1);
  return { file, line, column: offset - (starts[line - 1] ?? 0) + 1, message };
}
