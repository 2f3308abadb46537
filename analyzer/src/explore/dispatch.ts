import type { Move, MoveOf } from './machine.ts';
import type { State } from './state.ts';
import type { Run, Successor } from './transition.ts';

/** The ways on from a state when nothing goes wrong. */
export function stepped(run: Run, move: Move, state: State): readonly Successor[] {
  const { transitions } = run;
  switch (move.kind) {
    case 'may-fail':
      return transitions.mayFail(run, move, state);
    case 'target':
      return transitions.target(run, move, state);
    case 'sample':
      return transitions.sample(run, move, state);
    case 'record':
      return transitions.record(run, move, state);
    case 'forget':
      return transitions.forget(run, move, state);
    case 'claim':
      return transitions.claim(run, move, state);
    case 'transaction':
      return transactionStep(run, move, state);
    case 'database':
      return databaseStep(run, move, state);
    case 'position':
      return positionStep(run, move, state);
    case 'heartbeat':
      return transitions.heartbeat(run, move, state);
    case 'detach':
      return transitions.detach(run, move, state);
    case 'settled':
      return transitions.settled(run, move, state);
    case 'sought':
      return transitions.sought(run, move, state);
    case 'quit':
      return transitions.quit(run, move, state);
    case 'exit':
      return transitions.returned(run, move, state);
    case 'failure':
      return transitions.thrown(run, move, state);
    default:
      return controlStep(run, move, state);
  }
}

type ControlMove = MoveOf<
  | 'go'
  | 'test'
  | 'violation'
  | 'tell'
  | 'number'
  | 'ask'
  | 'active'
  | 'stale'
  | 'turn'
  | 'count'
  | 'each'
  | 'batch'
  | 'leave'
>;

function controlStep(run: Run, move: ControlMove, state: State): readonly Successor[] {
  const { transitions } = run;
  switch (move.kind) {
    case 'go':
      return transitions.go(run, move, state);
    case 'test':
      return transitions.test(run, move, state);
    case 'violation':
      return transitions.violation(run, move, state);
    case 'tell':
      return transitions.tell(run, move, state);
    case 'number':
      return transitions.number(run, move, state);
    case 'ask':
      return transitions.ask(run, move, state);
    case 'active':
      return transitions.active(run, move, state);
    case 'stale':
      return transitions.stale(run, move, state);
    case 'turn':
      return transitions.turn(run, move, state);
    case 'count':
      return transitions.count(run, move, state);
    case 'each':
      return transitions.each(run, move, state);
    case 'batch':
      return transitions.batch(run, move, state);
    case 'leave':
      return transitions.leave(run, move, state);
  }
}

function transactionStep(run: Run, move: MoveOf<'transaction'>, state: State): readonly Successor[] {
  const { transitions } = run;
  switch (move.verb) {
    case 'begin':
      return transitions.begin(run, move, state);
    case 'send-offsets':
      return transitions.sendOffsets(run, move, state);
    case 'commit':
      return transitions.commit(run, move, state);
    case 'abort':
      return transitions.abort(run, move, state);
  }
}

function databaseStep(run: Run, move: MoveOf<'database'>, state: State): readonly Successor[] {
  const { transitions } = run;
  switch (move.verb) {
    case 'begin':
      return transitions.dbBegin(run, move, state);
    case 'commit':
      return transitions.dbCommit(run, move, state);
    case 'rollback':
      return transitions.dbRollback(run, move, state);
  }
}

function positionStep(run: Run, move: MoveOf<'position'>, state: State): readonly Successor[] {
  const { transitions } = run;
  return move.how === 'commit'
    ? transitions.commitOffset(run, move, state)
    : transitions.resolveOffset(run, move, state);
}
