import ts from '../typescript.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import { tagsOf } from '../recognize/tags-of.ts';

/** Whoever gets the handle may send the offsets with it. */
export function handsOverTransaction(knowledge: Knowledge, call: AnyCall): boolean {
  const args = ts.isTaggedTemplateExpression(call) ? [] : (call.arguments ?? []);
  return args.some((argument) =>
    knowledge.checker
      .getTypeAtLocation(argument)
      .getProperties()
      .some((property) =>
        (property.declarations ?? []).some((d) => tagsOf(d).some((tag) => tag.verb === 'send-offsets')),
      ),
  );
}
