import type { Directive } from '@kafka-eos/analyzer/facts/directive';
import type { RawFinding, Rule } from '@kafka-eos/rules/contract/define-rule';
import { suggestion } from '../did-you-mean.ts';
import type { SuppressionRule } from '../rule-url.ts';
import type { SettableRule } from '../settings.ts';

const severity = { recommended: 'warning', strict: 'warning' } as const;
const form = '// kafka-eos-disable-next-line RULE -- reason';

type ListedRule = SettableRule & Pick<Rule, 'messageIds'>;

/** The linter's own rules: settable like any other, and about comments instead of code. */
export const suppressionRuleTable: readonly ListedRule[] = [
  {
    id: 'suppression-without-reason',
    summary: 'A suppression must say why; without a reason it has no effect.',
    severity,
    messageIds: ['no-reason'],
  },
  {
    id: 'unused-suppression',
    summary: 'A suppression that suppresses nothing hides the next real finding.',
    severity,
    messageIds: ['no-rule', 'unknown-rule', 'unknown-instruction', 'unused'],
  },
] satisfies readonly (ListedRule & { readonly id: SuppressionRule })[];

export function noReason(directive: Directive, rules: readonly string[]): RawFinding {
  return finding('suppression-without-reason', 'no-reason', directive, {
    message: `The suppression of ${rules.join(', ')} gives no reason, so it has no effect.`,
    why: 'Whoever reads the line next cannot tell a decision from an accident.',
    how: `Say why the finding does not matter here: ${form}`,
  });
}

export function noRule(directive: Directive): RawFinding {
  return finding('unused-suppression', 'no-rule', directive, {
    message: 'This suppression names no rule, so it has no effect.',
    why: 'A suppression of everything would hide findings that nobody has looked at.',
    how: `Name the rule: ${form}`,
  });
}

export function unknownRule(directive: Directive, rule: string, known: readonly string[]): RawFinding {
  return finding('unused-suppression', 'unknown-rule', directive, {
    message: `There is no rule ${JSON.stringify(rule)}${suggestion(rule, known)}`,
    why: 'The suppression has no effect.',
    how: `Correct the name, or remove the comment.`,
  });
}

export function unknownInstruction(directive: Directive, word: string): RawFinding {
  return finding('unused-suppression', 'unknown-instruction', directive, {
    message: `"${word}" is no instruction that kafka-eos knows, so the comment has no effect.`,
    why: 'Suppressions cover one line, so that none of them outlives its reason.',
    how: `Write ${form}`,
  });
}

export function unused(directive: Directive, rule: string, alone: boolean): RawFinding {
  const comment = alone ? 'comment' : 'name from the comment';
  return finding('unused-suppression', 'unused', directive, {
    message: `${rule} finds nothing on line ${directive.nextLine}, so this suppression is not needed.`,
    why: 'It would hide the next real finding on that line.',
    how: `Remove the ${comment}.`,
  });
}

function finding(
  rule: SuppressionRule,
  messageId: string,
  { place }: Directive,
  { message, why, how }: { readonly message: string; readonly why: string; readonly how: string },
): RawFinding {
  return {
    rule,
    messageId,
    severity,
    message,
    help: `${why}\n${how}`,
    place,
    related: [],
    trace: [],
    fixes: () => [],
  };
}
