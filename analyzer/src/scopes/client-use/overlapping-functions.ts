import ts from '../../typescript.ts';
import { isFunctionNode } from '../../recognize/function-node.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { refsAt } from '../../recognize/path-refs.ts';
import { wordPaths } from '../../recognize/tag.ts';
import { tagsOfCall } from '../../recognize/tags-of-call.ts';

/** The functions that a call gives to a server or a timer, which starts them again before an earlier run has ended. */
export function overlappingAt(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): readonly ts.Node[] {
  const tags = tagsOfCall(knowledge, call, undefined);
  return tags
    .filter(({ verb }) => verb === 'overlaps')
    .flatMap((tag) => {
      if (tag.words.includes('decorated')) return decoratedBy(call);
      return wordPaths(tag)
        .flatMap((path) => refsAt(knowledge, call, path, undefined).refs)
        .flatMap((ref) => knowledge.valuesOf(ref))
        .flatMap((value) => (value.kind === 'function' ? [value.fn] : []));
    });
}

function decoratedBy(call: ts.Node): readonly ts.Node[] {
  const decorator = call.parent;
  return ts.isDecorator(decorator) && isFunctionNode(decorator.parent) ? [decorator.parent] : [];
}
