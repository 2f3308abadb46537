import ts from '../../typescript.ts';
import { optionOf, writtenOption } from '../../recognize/read-options.ts';
import type { EnteredUnit } from '../../scopes/enter-unit.ts';

/** Whether the library notes a message as done when it hands it over, unless an option says, or may say, otherwise. */
export function storesByItself({ knowledge, entry }: EnteredUnit): boolean {
  return entry.consumers.every((creation) => {
    if (!ts.isCallExpression(creation) && !ts.isNewExpression(creation)) return true;
    const [member] = knowledge.calleesOf(creation, undefined).library;
    const option = member && optionOf(knowledge, member, creation, undefined, 'auto-store');
    if (option === undefined) return true;
    const isWritten = option.refs.length > 0 || option.unknown;
    return !isWritten || writtenOption(knowledge, option)?.value === true;
  });
}
