import { suggestion } from '@kafka-eos/linter/did-you-mean';
import { clear, failed, type ExitStatus, type Terminal } from '../terminal/output.ts';
import { cleanLine, safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';
import { renderPage } from './render-page.ts';
import type { RulePages } from './rule-pages.ts';

/** `kafka-eos explain`: the page of a rule. */
export function explainCommand(rule: string, pages: RulePages, terminal: Terminal, style: Style): ExitStatus {
  if (pages.rules.includes(rule)) {
    terminal.print(renderPage(pages.read(rule), style));
    return clear;
  }
  const guess = suggestion(rule, pages.rules);
  const advice = guess === '' ? `; the rules are ${pages.rules.join(', ')}` : guess;
  terminal.complain(safe`kafka-eos: there is no rule "${cleanLine(rule)}"${cleanLine(advice)}\n`);
  return failed;
}
