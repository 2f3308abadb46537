import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HOLE } from './hole.ts';
import type { SqlDialect } from './sql-statement.ts';
import { tokenize } from './tokenize.ts';

function kinds(text: string, dialect: SqlDialect = 'any'): string {
  return tokenize(text, dialect)
    .tokens.map((token) => `${token.kind}:${token.text}`)
    .join(' ');
}

function parameters(text: string, dialect: SqlDialect = 'any'): readonly number[] {
  return tokenize(text, dialect)
    .tokens.filter(({ kind }) => kind === 'placeholder')
    .map(({ index }) => index);
}

describe('tokenize', () => {
  it('reads quotes as the dialect does', () => {
    assert.equal(kinds(`"a" 'b''c'`, 'postgresql'), "name:a string:b'c");
    assert.equal(kinds(`"a" \`b\` 'c\\'d'`, 'mysql'), "string:a name:b string:c'd");
    assert.equal(kinds(`'\\'`, 'postgresql'), 'string:\\');
    assert.equal(kinds(`E'a\\'b' $$it's$$ $x$ $$ $x$`, 'postgresql'), "string:a'b string:it's string: $$ ");
  });

  it('lets the reading that closes all quotes win where the dialect is open', () => {
    assert.equal(kinds(`'it\\'s'`), "string:it's");
    assert.equal(kinds(`LIKE '\\'`), 'word:LIKE string:\\');
  });

  it('skips comments, nested ones too', () => {
    assert.equal(kinds('a -- b\n/* c /* d */ e */ f'), 'word:a word:f');
    assert.equal(kinds('a # b\nc', 'mysql'), 'word:a word:c');
    assert.equal(kinds('a /* b'), 'word:a');
  });

  it('counts parameters as drivers do', () => {
    assert.deepEqual(parameters('$2, $1, $2'), [1, 0, 1]);
    assert.deepEqual(parameters('(?, ?, ?)'), [0, 1, 2]);
    assert.deepEqual(parameters('(:b, :a, :b, @c)'), [0, 1, 0, 2]);
    assert.deepEqual(parameters('(%s, %s)'), [0, 1]);
    assert.deepEqual(parameters("':a' -- $1\n /* ? */ = ?"), [0]);
  });

  it('tells parameters from operators', () => {
    assert.equal(kinds("data ? 'k'", 'postgresql'), 'word:data sign:? string:k');
    assert.equal(kinds('a::int[1:n]', 'postgresql'), 'word:a sign::: word:int sign:[ number:1 sign:: word:n sign:]');
    assert.equal(
      kinds('data @> $1 AND a % s', 'postgresql'),
      'word:data sign:@> placeholder:$1 word:AND word:a sign:% word:s',
    );
    assert.equal(kinds('@x := ?', 'mysql'), 'word:@x sign::= placeholder:?');
  });

  it('finds holes on their own, in names, in strings and behind a dollar', () => {
    const { tokens } = tokenize(`${HOLE} t_${HOLE} '${HOLE}' -- ${HOLE}\n $${HOLE} ${HOLE}${HOLE}`, 'any');
    assert.deepEqual(
      tokens.map(({ kind, index }) => [kind, index]),
      [
        ['hole', 0],
        ['word', 1],
        ['string', 2],
        ['hole', 4],
        ['hole', 5],
        ['hole', 6],
      ],
    );
  });

  it('says when a quote is not closed, and reads on behind it', () => {
    assert.equal(tokenize("a 'b", 'any').complete, false);
    assert.equal(kinds("a 'b"), "word:a sign:' word:b");
  });

  it('covers every text with tokens that do not overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom<SqlDialect>('any', 'mysql'), (text, dialect) => {
        let end = 0;
        for (const token of tokenize(text, dialect).tokens) {
          assert.ok(token.start >= end && token.end > token.start && token.end <= text.length);
          end = token.end;
        }
      }),
    );
  });
});
