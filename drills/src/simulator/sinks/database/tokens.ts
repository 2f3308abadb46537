export interface Token {
  readonly kind: 'word' | 'quoted' | 'text' | 'number' | 'parameter' | 'sign' | 'end';
  /** Words in lower case, texts and quoted names without their quotes. */
  readonly text: string;
}

export class SqlNotUnderstood extends Error {}

const pattern =
  /(?<space>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|'(?<text>(?:[^']|'')*)'|["`](?<quoted>[^"`]*)["`]|(?<number>\d+(?:\.\d+)?)|\$(?<parameter>\d+)|(?<word>[a-z_][\w$]*)|(?<sign><>|!=|<=|>=|\|\||::|[-+*/%(),.;=<>?[\]])/giy;

function tokensOf(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < sql.length) {
    const start = pattern.lastIndex;
    const groups = pattern.exec(sql)?.groups;
    if (!groups) throw new SqlNotUnderstood(`SQL not understood at "${sql.slice(start, start + 30)}"`);
    const token = tokenOf(groups);
    if (token) tokens.push(token);
  }
  return tokens;
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token | undefined {
  const { text, quoted, number, parameter, word, sign } = groups;
  if (text !== undefined) return { kind: 'text', text: text.replaceAll("''", "'") };
  if (quoted !== undefined) return { kind: 'quoted', text: quoted.toLowerCase() };
  if (number !== undefined) return { kind: 'number', text: number };
  if (parameter !== undefined) return { kind: 'parameter', text: parameter };
  if (word !== undefined) return { kind: 'word', text: word.toLowerCase() };
  return sign === undefined ? undefined : { kind: 'sign', text: sign };
}

const end: Token = { kind: 'end', text: '' };

/** Reads tokens from left to right. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private position = 0;
  private questionMarks = 0;

  constructor(sql: string) {
    this.tokens = tokensOf(sql);
  }

  peek(ahead = 0): Token {
    return this.tokens[this.position + ahead] ?? end;
  }

  next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  atEnd(): boolean {
    return this.peek().kind === 'end';
  }

  /** Whether these words come next. */
  sees(...words: readonly string[]): boolean {
    return words.every((word, ahead) => {
      const token = this.peek(ahead);
      return token.text === word && (token.kind === 'word' || token.kind === 'sign');
    });
  }

  /** Passes these words if they come next. */
  takes(...words: readonly string[]): boolean {
    if (!this.sees(...words)) return false;
    this.position += words.length;
    return true;
  }

  expect(...words: readonly string[]): void {
    if (!this.takes(...words)) throw this.notUnderstood(words.join(' ').toUpperCase());
  }

  /** A table or a column; of a qualified name, the last part. */
  name(): string {
    let token = this.next();
    while (this.takes('.')) token = this.next();
    if (token.kind !== 'word' && token.kind !== 'quoted') throw this.notUnderstood('a name');
    return token.text;
  }

  names(): readonly string[] {
    this.expect('(');
    const names = this.list(() => this.name());
    this.expect(')');
    return names;
  }

  list<T>(element: () => T): readonly T[] {
    const elements = [element()];
    while (this.takes(',')) elements.push(element());
    return elements;
  }

  /** The number of a `?`, counted from 0. */
  questionMark(): number {
    this.questionMarks += 1;
    return this.questionMarks - 1;
  }

  notUnderstood(expected: string): SqlNotUnderstood {
    return new SqlNotUnderstood(`SQL not understood: expected ${expected} at "${this.peek().text}"`);
  }
}
