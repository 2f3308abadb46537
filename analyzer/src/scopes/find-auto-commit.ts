import type { AutoCommit } from '../facts/consumer.ts';
import type { Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { autoCommitOf, optionOf } from '../recognize/read-options.ts';
import type { Creation } from './creations.ts';

/** A call whose options may say whether the client commits by itself. */
export type OptionsCall = Omit<Creation, 'via'>;

/**
 * Whether the client commits offsets by itself, from the calls that may say so: first the one that starts the
 * consumption, then those that may have made the consumer. What the first says hides what the others say.
 */
export function autoCommitAt(
  knowledge: Knowledge,
  start: OptionsCall | undefined,
  creations: readonly Creation[],
): AutoCommit | undefined {
  const atStart = start && readAt(knowledge, start);
  if (atStart?.isWritten === true) return atStart.says;
  const atCreation = creations.flatMap((creation) => readOnTheWay(knowledge, creation) ?? []);
  const [first] = atCreation;
  // The options of the start leave it open, and a consumer of unknown make may say anything.
  if (first === undefined || !atCreation.some(({ isWritten }) => isWritten)) return atStart?.says ?? first?.says;
  const agree = atCreation.every(({ says }) => says.value === first.says.value);
  return agree ? first.says : { ...first.says, value: 'unknown', switchOff: [] };
}

interface Said {
  readonly says: AutoCommit;
  readonly isWritten: boolean;
}

/** What the calls after the creation say hides what it says itself. */
function readOnTheWay(knowledge: Knowledge, creation: Creation): Said | undefined {
  const said = [...creation.via, creation].flatMap((each) => readAt(knowledge, each) ?? []);
  return said.find(({ isWritten }) => isWritten) ?? said[0];
}

function readAt(knowledge: Knowledge, { call, env }: OptionsCall): Said | undefined {
  const [library] = knowledge.calleesOf(call, env).library;
  const option = library && optionOf(knowledge, library, call, env, 'auto-commit');
  if (library === undefined || option === undefined) return undefined;
  const says = autoCommitOf(knowledge, option, call, autoCommitDefault(knowledge, library, call));
  return { says, isWritten: option.refs.length > 0 || option.unknown };
}

function autoCommitDefault({ slice }: Knowledge, { stub }: LibraryCall, call: OptionsCall['call']): boolean {
  return slice.profileOf(stub, call.getSourceFile())?.autoCommitDefault ?? true;
}
