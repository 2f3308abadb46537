import { braced, indented, type Lines } from './emitter.ts';
import type { GuardStatement } from './program.ts';
import { identityList, identityText, isTyped, refer, type Scope } from './scope.ts';

/** How a guard is asked, and how it is recorded where asking does not record. */
interface Question {
  readonly ask: Lines;
  readonly known: string;
  readonly fresh: string;
  readonly record: Lines;
  /** Takes the record out again, where that is possible. */
  readonly forget: Lines;
}

/** A guard with the printed body that it decides. */
export function printGuard(statement: GuardStatement, scope: Scope, body: (scope: Scope) => Lines): Lines {
  if (statement.guard === 'violation') return [...violation(statement, scope), ...body(scope)];
  const question = questionOf(statement, scope);
  const inner = recorded(statement, question, body(scope));
  const { ask, known, fresh } = question;
  if (statement.form === 'wrap') return [...ask, ...braced(`if (${fresh}) {`, inner)];
  if (statement.form === 'exit') return [...ask, ...leaving(known, scope), ...inner];
  const name = scope.names.local('isKnown');
  const type = isTyped(scope) ? ': Promise<boolean>' : '';
  const helper = braced(`const ${name} = async ()${type} => {`, [...ask, `return ${known};`], '};');
  return [...helper, ...leaving(`await ${name}()`, scope), ...inner];
}

function recorded({ record: when }: GuardStatement, { record, forget }: Question, body: Lines): Lines {
  if (when === 'after') return [...body, ...record];
  if (when === 'before' || forget.length === 0) return [...record, ...body];
  return [...record, 'try {', ...indented(body), '} catch (error) {', ...indented([...forget, 'throw error;']), '}'];
}

function leaving(condition: string, { exit }: Scope): Lines {
  const [only, ...more] = exit;
  if (only !== undefined && more.length === 0) return [`if (${condition}) ${only}`];
  return braced(`if (${condition}) {`, exit);
}

function questionOf(statement: GuardStatement, scope: Scope): Question {
  switch (statement.guard) {
    case 'set':
    case 'map':
      return inMemory(statement.guard, scope);
    case 'look-up':
      return lookUp(statement, scope);
    case 'claim':
    case 'violation':
      return claim(statement, scope);
    case 'redis':
    case 'redis-expiring':
      return redisClaim(statement, scope);
  }
}

function inMemory(kind: 'set' | 'map', scope: Scope): Question {
  const name = scope.names.next(kind);
  scope.names.needs.containers.set(name, kind);
  const container = scope.program.shape === 'method' ? `this.${name}` : name;
  const key = scope.item ? `\`${identityText(scope)}\`` : 'order.id';
  const has = `${container}.has(${key})`;
  const record = kind === 'set' ? `${container}.add(${key});` : `${container}.set(${key}, Date.now());`;
  return { ask: [], known: has, fresh: `!${has}`, record: [record], forget: [`${container}.delete(${key});`] };
}

function clientFor({ ambient }: GuardStatement, scope: Scope): string {
  return ambient && scope.db !== undefined ? scope.db : refer(scope, 'pool');
}

function lookUp(statement: GuardStatement, scope: Scope): Question {
  const name = scope.names.next('look-up');
  const db = clientFor(statement, scope);
  const where = scope.item ? 'order_id = $1 AND sku = $2' : 'order_id = $1';
  const [columns, values] = scope.item ? ['order_id, sku', '$1, $2'] : ['order_id', '$1'];
  const list = `[${identityList(scope)}]`;
  return {
    ask: [`const ${name} = await ${db}.query('SELECT 1 FROM ${name} WHERE ${where}', ${list});`],
    known: `${name}.rows.length > 0`,
    fresh: `${name}.rows.length === 0`,
    record: [`await ${db}.query('INSERT INTO ${name} (${columns}) VALUES (${values})', ${list});`],
    forget: [],
  };
}

function claim(statement: GuardStatement, scope: Scope): Question {
  const name = scope.names.next('claim');
  const [columns, values] = scope.item ? ['id, sku', '$1, $2'] : ['id', '$1'];
  const sql = `INSERT INTO ${name} (${columns}) VALUES (${values}) ON CONFLICT (${columns}) DO NOTHING`;
  return {
    ask: [`const ${name} = await ${clientFor(statement, scope)}.query('${sql}', [${identityList(scope)}]);`],
    known: `${name}.rowCount === 0`,
    fresh: `${name}.rowCount === 1`,
    record: [],
    forget: [],
  };
}

function redisClaim(statement: GuardStatement, scope: Scope): Question {
  const name = scope.names.next(statement.guard);
  const expiry = statement.guard === 'redis-expiring' ? "'EX', 3600, " : '';
  const key = `\`${name}:${identityText(scope)}\``;
  return {
    ask: [`const ${name} = await ${refer(scope, 'redis')}.set(${key}, '1', ${expiry}'NX');`],
    known: `${name} === null`,
    fresh: `${name} === 'OK'`,
    record: [],
    forget: [`await ${refer(scope, 'redis')}.del(${key});`],
  };
}

function violation(statement: GuardStatement, scope: Scope): Lines {
  // One name has one schema, whichever programs are analysed together.
  const name = scope.names.next('violation').replace('_', scope.item ? '_of_items_' : '_');
  const [columns, values] = scope.item ? ['id, sku', '$1, $2'] : ['id', '$1'];
  scope.names.needs.schema.push(
    `CREATE TABLE ${name} (${columns.replaceAll(/\w+/g, '$& text')}, PRIMARY KEY (${columns}));`,
  );
  const code = isTyped(scope) ? '(error as { code?: string }).code' : 'error.code';
  return [
    'try {',
    ...indented([
      `await ${clientFor(statement, scope)}.query('INSERT INTO ${name} (${columns}) VALUES (${values})', [${identityList(scope)}]);`,
    ]),
    '} catch (error) {',
    ...indented([...leaving(`${code} === '23505'`, scope), 'throw error;']),
    '}',
  ];
}
