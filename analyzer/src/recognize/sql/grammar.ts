import { createRequire } from 'node:module';
import type { SqlDialect } from './sql-statement.ts';

/**
 * The door to the SQL parser. Its types say less than its trees hold, so that everything behind it is `unknown` and
 * read with the functions below. The build copies the grammars of node-sql-parser here. A grammar is loaded when the first expression needs it: most statements need none.
 */
export type Grammar = 'postgresql' | 'mysql' | 'sqlite';

/** The database's own grammar, then the others: by then names and strings are masked, so that only operators differ. */
export function grammarsFor(dialect: SqlDialect): readonly Grammar[] {
  switch (dialect) {
    case 'mysql':
      return ['mysql', 'postgresql'];
    case 'sqlite':
      return ['sqlite', 'postgresql', 'mysql'];
    case 'postgresql':
    case 'any':
      return ['postgresql', 'mysql', 'sqlite'];
  }
}

/** The tree of one statement; undefined when the grammar does not know it. Throws when the build left no grammar. */
export function parseWith(grammar: Grammar, text: string): unknown {
  const parse = parserOf(grammar);
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

type Parse = (text: string) => unknown;

const require = createRequire(import.meta.url);

const LIBRARIES: Readonly<Record<Grammar, () => unknown>> = {
  postgresql: (): unknown => require('../../grammars/postgresql.cjs'),
  mysql: (): unknown => require('../../grammars/mysql.cjs'),
  sqlite: (): unknown => require('../../grammars/sqlite.cjs'),
};

const parsers = new Map<Grammar, Parse>();

function parserOf(grammar: Grammar): Parse {
  const known = parsers.get(grammar);
  if (known !== undefined) return known;
  const parser = construct(field(LIBRARIES[grammar](), 'Parser'));
  const astify = field(parser, 'astify');
  const parse: Parse = (text) => {
    const tree: unknown = typeof astify === 'function' ? Reflect.apply(astify, parser, [text]) : undefined;
    return tree;
  };
  parsers.set(grammar, parse);
  return parse;
}

function construct(constructor: unknown): unknown {
  if (typeof constructor !== 'function') return undefined;
  const made: unknown = Reflect.construct(constructor, []);
  return made;
}

/** A property of a tree's node; undefined when there is none. */
export function field(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;
}

/** A property that is a text; empty when it is none. */
export function textField(node: unknown, name: string): string {
  const value = field(node, name);
  return typeof value === 'string' ? value : '';
}

/** A property that is a list; empty when it is none. */
export function listField(node: unknown, name: string): readonly unknown[] {
  const value = field(node, name);
  return Array.isArray(value) ? value : [];
}
