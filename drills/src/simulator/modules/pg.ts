import { DatabaseError } from '../sinks/database/database-error.ts';
import type { Result } from '../sinks/database/run-statement.ts';
import { Session } from '../sinks/database/session.ts';
import type { SqlValue, Statement } from '../sinks/database/syntax.ts';
import { field, isCallback, isList, textField } from '../world/callback.ts';
import type { LocatedEffect } from '../world/effect-index.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { answer, constructorIn, packaged } from './requests.ts';
import { describeStatement, payloadsOf, statementOf, type StatementText } from './sql-effects.ts';

/** The library `pg`: pools, clients, and the queries that they pass on. */
export function pg(process: SimulatedProcess): object {
  return packaged({ Client: constructorIn(process, Client), Pool: constructorIn(process, Pool) }, constants);
}

function Client(process: SimulatedProcess): object {
  return new Connection(process);
}

function Pool(process: SimulatedProcess): object {
  return new ConnectionPool(process);
}

const constants = { DatabaseError, types: { setTypeParser: () => undefined }, defaults: {} };

class ConnectionPool {
  readonly totalCount = 1;
  readonly idleCount = 1;
  readonly waitingCount = 0;
  private readonly process: SimulatedProcess;
  private readonly idle: Session[] = [];

  constructor(process: SimulatedProcess) {
    this.process = process;
  }

  query = (...args: readonly unknown[]): unknown => {
    const session = this.take();
    const answered = runQuery(this.process, session, args).finally(() => this.idle.push(session));
    return answer(answered, args);
  };

  connect = (callback?: unknown): unknown => {
    const session = this.take();
    const client = new PooledClient(this.process, session, (broken) => {
      if (broken) session.close();
      else this.idle.push(session);
    });
    if (isCallback(callback)) return void callback(undefined, client, client.release);
    return Promise.resolve(client);
  };

  end = (): Promise<void> => Promise.resolve();
  on = (): this => this;

  /** A connection that was given back is used again, with whatever was left open on it. */
  private take(): Session {
    return this.idle.pop() ?? openSession(this.process);
  }
}

class Connection {
  private readonly process: SimulatedProcess;
  private readonly session: Session;

  constructor(process: SimulatedProcess, session = openSession(process)) {
    this.process = process;
    this.session = session;
  }

  connect = (callback?: unknown): unknown => answer(Promise.resolve(), [callback]);
  end = (callback?: unknown): unknown => {
    this.session.close();
    return answer(Promise.resolve(), [callback]);
  };
  on = (): this => this;
  query = (...args: readonly unknown[]): unknown =>
    answer(runQuery(this.process, this.session, args, this.session), args);
}

class PooledClient extends Connection {
  readonly release: (error?: unknown) => void;

  constructor(process: SimulatedProcess, session: Session, giveBack: (broken: boolean) => void) {
    super(process, session);
    let released = false;
    this.release = (error) => {
      if (released) throw new Error('Release called on client which has already been released to the pool.');
      released = true;
      giveBack(Boolean(error));
    };
  }
}

function openSession(process: SimulatedProcess): Session {
  const session = new Session(process.world.database, process.world.ledger);
  process.onExit(() => {
    session.close();
  });
  return session;
}

/** `lane` is given where queries share a connection, and so wait for each other. */
function runQuery(
  process: SimulatedProcess,
  session: Session,
  args: readonly unknown[],
  lane?: object,
): Promise<object> {
  const [query, values] = args;
  const text = typeof query === 'string' ? query : (textField(query, 'text') ?? '');
  const given = isList(values) ? values : field(query, 'values');
  const parsed = statementOf(text, process.world);
  if (!parsed) return Promise.reject(new DatabaseError('42601', 'syntax error'));
  const request = { parsed, parameters: (isList(given) ? given : []).map(sqlValue) };
  return process.perform({ ...operationOf(process, session, request), ...(lane ? { lane } : {}) });
}

interface QueryRequest {
  readonly parsed: StatementText;
  readonly parameters: readonly SqlValue[];
}

function operationOf(process: SimulatedProcess, session: Session, { parsed, parameters }: QueryRequest) {
  const { statement } = parsed;
  const described = describeStatement(statement);
  const located = described.effect ? process.locate(described.effect) : undefined;
  const attributed = located ? attribute(process, located, statement, parameters) : [];
  return {
    label: located?.facts.label ?? described.label,
    point: described.point,
    site: located?.site,
    ready: () => !session.mustWait(statement, parameters),
    apply: () => resultOf(session.execute(statement, parameters, attributed)),
    failed: () => {
      // What was asked for on a broken connection is over: a COMMIT or ROLLBACK that failed leaves nothing open.
      if (statement.kind === 'commit' || statement.kind === 'rollback') session.close();
      else session.connectionLost();
    },
  };
}

function attribute(
  process: SimulatedProcess,
  located: LocatedEffect,
  statement: Statement,
  parameters: readonly SqlValue[],
) {
  return payloadsOf(statement, parameters).map((payload) => process.applicationsOf(located, payload));
}

function resultOf({ command, rows, rowCount }: Result): object {
  return { command, rowCount, rows: rows.map((row) => ({ ...row })), oid: 0, fields: [] };
}

/** As the driver sends it: dates and buffers as text, arrays and objects as JSON. */
function sqlValue(value: unknown): SqlValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString();
  return Buffer.isBuffer(value) ? value.toString() : JSON.stringify(value);
}
