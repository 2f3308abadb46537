import type { Machine } from './machine.ts';
import { increment, type State } from './state.ts';
import { tell, to, type Transitions } from './transition.ts';
import { say } from './wording.ts';

/** What the transactions of a database do. */
export const databaseTransitions: Pick<Transitions, 'dbBegin' | 'dbCommit' | 'dbRollback'> = {
  // A second begin on the same connection only earns a warning.
  dbBegin: (_run, move, state) => [
    to(state, move.next, { database: state.database === 'none' ? 'open' : state.database }),
  ],
  dbCommit: (run, move, state) => {
    // PostgreSQL answers the commit of an aborted transaction with a rollback, and calls that a success.
    if (state.database === 'aborted') {
      return [to(state, move.next, rolledBack, tell(move, 'abort', say.dbRolledBack))];
    }
    const told = state.database === 'open' ? tell(move, 'commit', say.dbCommit) : [];
    return [to(state, move.next, written(run.machine, state), told)];
  },
  dbRollback: (_run, move, state) => [to(state, move.next, rolledBack)],
};

export const rolledBack: Pick<State, 'database' | 'pendingDb' | 'pendingMarks' | 'locks'> = {
  database: 'none',
  pendingDb: 0,
  pendingMarks: 0,
  locks: 0,
};

function written({ target }: Machine, state: State): Partial<State> {
  const all = increment(state.applied, state.pendingDb);
  return {
    database: 'none',
    pendingDb: 0,
    pendingMarks: 0,
    locks: 0,
    applied: target.keeps && all > 0 ? 1 : all,
    marks: state.marks | state.pendingMarks,
  };
}
