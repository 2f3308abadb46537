import assert from 'node:assert/strict';
import fc from 'fast-check';
import { uniqueKeys } from './unique-keys.ts';

/** `table: columns` with the line, `!` behind generated ones. */
function keys(...texts: readonly string[]): readonly string[] {
  const files = texts.map((text, at) => ({ path: `/m/${at}.sql`, text }));
  return [...uniqueKeys(files)].flatMap(([table, declared]) =>
    declared.map(({ columns, line, generated }) => `${table}: ${columns.join('+')}@${line}${generated ? '!' : ''}`),
  );
}

describe('uniqueKeys', () => {
  it('reads the keys of columns and tables', () => {
    const text = `-- orders
CREATE TABLE IF NOT EXISTS public."Orders" (
  id bigserial PRIMARY KEY,
  order_no varchar(20) NOT NULL UNIQUE,
  price numeric(10, 2) DEFAULT 0.0 CHECK (price > 0),
  owner int REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT one_per_day UNIQUE (owner, "Day")
);`;
    assert.deepEqual(keys(text), ['orders: id@2!', 'orders: order_no@2', 'orders: owner+day@2']);
  });

  it('reads indexes and changes of tables', () => {
    assert.deepEqual(keys('CREATE TABLE t (a int);\nCREATE UNIQUE INDEX i ON t (a, b);'), ['t: a+b@2']);
    assert.deepEqual(keys('ALTER TABLE ONLY s.t\n  ADD CONSTRAINT x PRIMARY KEY (id);'), ['t: id@1']);
    assert.deepEqual(keys('ALTER TABLE t ADD COLUMN a text UNIQUE, ADD UNIQUE INDEX x (b, c)'), ['t: a@1', 't: b+c@1']);
  });

  it('leaves out keys that speak of some rows only or of no columns', () => {
    assert.deepEqual(keys('CREATE UNIQUE INDEX i ON t (a) WHERE gone IS NULL'), []);
    assert.deepEqual(keys('CREATE UNIQUE INDEX i ON t (lower(a))'), []);
    assert.deepEqual(keys('CREATE TABLE t (a int, EXCLUDE USING gist (a WITH =), KEY k (a))'), []);
  });

  it('marks keys with values that the database makes up', () => {
    const columns = [
      'id uuid PRIMARY KEY DEFAULT gen_random_uuid()',
      'id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
      'id integer PRIMARY KEY AUTOINCREMENT',
      'id int AUTO_INCREMENT UNIQUE',
      'id binary(16) PRIMARY KEY DEFAULT (UUID_TO_BIN(UUID()))',
      'id timestamptz PRIMARY KEY DEFAULT now()',
    ];
    for (const column of columns) assert.deepEqual(keys(`CREATE TABLE t (${column})`), ['t: id@1!'], column);
    assert.deepEqual(keys("CREATE TABLE t (id text PRIMARY KEY DEFAULT 'x', at timestamptz DEFAULT now())"), [
      't: id@1',
    ]);
  });

  it('marks them also when a later statement says so', () => {
    const table = 'CREATE TABLE t (id bigint NOT NULL, a text UNIQUE);';
    const key = 'ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);';
    const fresh = "ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);";
    assert.deepEqual(keys(table, fresh + key), ['t: a@1', 't: id@1!']);
    assert.deepEqual(keys(table + key, 'ALTER TABLE t MODIFY id bigint NOT NULL AUTO_INCREMENT'), [
      't: a@1',
      't: id@1!',
    ]);
  });

  it('forgets what is dropped later, in the order of paths', () => {
    const table = 'CREATE TABLE t (a text UNIQUE, b text, CONSTRAINT x UNIQUE (b)); CREATE UNIQUE INDEX i ON t (c);';
    assert.deepEqual(keys(table, 'ALTER TABLE t DROP CONSTRAINT t_a_key'), ['t: b@1', 't: c@1']);
    assert.deepEqual(keys(table, 'DROP INDEX IF EXISTS public.i; ALTER TABLE t DROP CONSTRAINT IF EXISTS x'), [
      't: a@1',
    ]);
    assert.deepEqual(keys(table, 'DROP TABLE t'), []);
    const files = [
      { path: '/2.sql', text: 'DROP TABLE t' },
      { path: '/1.sql', text: table },
    ];
    assert.equal(uniqueKeys(files).size, 0);
  });

  it('reads only what builds the schema up', () => {
    const table = 'CREATE TABLE t (a text UNIQUE);';
    assert.deepEqual(keys(`-- +goose Up\n${table}\n-- +goose Down\nDROP TABLE t;`), ['t: a@2']);
    assert.deepEqual(keys(`${table}\n-- migrate:down\nDROP TABLE t;`), ['t: a@1']);
    const down = { path: '/m/1.down.sql', text: 'DROP TABLE t' };
    assert.equal(uniqueKeys([{ path: '/m/1.up.sql', text: table }, down]).size, 1);
  });

  it('reads on behind what it cannot read', () => {
    const text = `CREATE FUNCTION f() RETURNS trigger AS $body$
BEGIN
  INSERT INTO log VALUES ('it''s; fine');
END; $body$ LANGUAGE plpgsql;
CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE u SET n = n + 1; CREATE TABLE no (a int UNIQUE); END;
COPY t (a) FROM stdin;
it's; a row
\\.
\\connect db
SELECT (;
CREATE TABLE t (a text UNIQUE);`;
    assert.deepEqual(keys(text), ['t: a@11']);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        keys(`CREATE TABLE t (${text}`, text);
      }),
    );
  });
});
