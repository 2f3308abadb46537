import { ruleUrl } from '@kafka-eos/linter/rule-url';
import type { DocumentLink } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

const suppression = /kafka-eos-disable-next-line[ \t]+([^\r\n]*)/g;

/** The rules that suppressions name, each with its page. */
export function documentLinks(document: TextDocument, rules: ReadonlySet<string>): DocumentLink[] {
  return [...document.getText().matchAll(suppression)].flatMap((comment) => {
    const [named = ''] = (comment[1] ?? '').split(/--|\*\//);
    const from = comment.index + comment[0].length - (comment[1] ?? '').length;
    return [...named.matchAll(/[\w-]+/g)]
      .filter(([rule]) => rules.has(rule))
      .map(({ 0: rule, index }) => ({
        range: { start: document.positionAt(from + index), end: document.positionAt(from + index + rule.length) },
        target: ruleUrl(rule),
        tooltip: `What ${rule} finds`,
      }));
  });
}
