import ts from '../typescript.ts';
import type { Recorder } from './consulted.ts';
import { memberName, type SourceIndex } from './source-index.ts';

/** Tables of the index that questions are about, as they are called in what was consulted. */
export type IndexTable =
  | 'assignments'
  | 'counters'
  | 'writes'
  | 'methods'
  | 'members'
  | 'bare'
  | 'creations'
  | 'children'
  | 'named'
  | 'holders';

export function questionOf(table: IndexTable, spelling = ''): string {
  return `${table} ${spelling}`;
}

/** The same answers; the questions are noted, and where their answers stand. */
export function recordingIndex(index: SourceIndex, recorder: Recorder): SourceIndex {
  const { ask, note } = recorder;
  const noted = <Node extends ts.Node>(nodes: readonly Node[]): readonly Node[] => {
    nodes.forEach(note);
    return nodes;
  };
  return {
    ...aboutSymbols(index, recorder),
    callsOf(declaration) {
      const name = memberName(declaration);
      note(declaration);
      ask(questionOf('bare'), [declaration]);
      if (name !== undefined) ask(questionOf('members', name), [declaration]);
      return noted(index.callsOf(declaration));
    },
    calledBy(call) {
      const called = index.calledBy(call);
      called.files.forEach(note);
      if (called.declaration !== undefined) note(called.declaration);
      return called;
    },
    creationsOf(declaration) {
      note(declaration);
      ask(questionOf('creations'), [declaration]);
      return noted(index.creationsOf(declaration));
    },
    descendantsOf(declaration) {
      const found = noted(index.descendantsOf(declaration));
      note(declaration);
      ask(questionOf('children'), [declaration, ...found]);
      return found;
    },
    callsNamed(name) {
      ask(questionOf('named', name), 'anything');
      return noted(index.callsNamed(name));
    },
    holdersIn(file, name) {
      ask(questionOf('holders', name), 'anything');
      return noted(index.holdersIn(file, name));
    },
    get pushes() {
      return noted(index.pushes);
    },
    get streamLoops() {
      return noted(index.streamLoops);
    },
  };
}

type SymbolQuestions = Pick<SourceIndex, 'assignmentsTo' | 'methodCallsOn' | 'memberWritesOn' | 'countsOf'>;

function aboutSymbols(index: SourceIndex, { ask, note, noteSymbol }: Recorder): SymbolQuestions {
  const about = (table: IndexTable, symbol: ts.Symbol, spelling = ts.symbolName(symbol)): void => {
    const { declarations = [] } = symbol;
    noteSymbol(symbol);
    ask(questionOf(table, spelling), declarations.length === 0 ? 'anything' : declarations);
  };
  return {
    assignmentsTo(symbol) {
      about('assignments', symbol);
      const assigned = index.assignmentsTo(symbol);
      assigned.forEach(note);
      return assigned;
    },
    methodCallsOn(symbol, name) {
      about('methods', symbol, `${name} ${ts.symbolName(symbol)}`);
      const calls = index.methodCallsOn(symbol, name);
      calls.forEach(note);
      return calls;
    },
    memberWritesOn(symbol) {
      about('writes', symbol);
      const writes = index.memberWritesOn(symbol);
      for (const { value } of writes) note(value);
      return writes;
    },
    countsOf(symbol) {
      about('counters', symbol);
      const counts = index.countsOf(symbol);
      counts.forEach(note);
      return counts;
    },
  };
}
