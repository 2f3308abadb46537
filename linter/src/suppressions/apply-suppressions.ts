import type { Directive } from '@kafka-eos/analyzer/facts/directive';
import type { RawFinding } from '@kafka-eos/rules/contract/define-rule';
import { readSuppression } from './read-suppression.ts';
import { noReason, noRule, unknownInstruction, unknownRule, unused } from './suppression-findings.ts';

export interface SuppressionRequest {
  readonly directives: readonly Directive[];
  readonly findings: readonly RawFinding[];
  /** Rules that a suppression may name. */
  readonly known: readonly string[];
  /** Whether the rule looked at the file, so that "it found nothing" says something. */
  readonly judges: (rule: string, file: string) => boolean;
}

export interface Suppressed {
  /** The findings that stay. */
  readonly findings: readonly RawFinding[];
  /** What is wrong with the suppressions themselves. */
  readonly problems: readonly RawFinding[];
}

/**
 * Takes out what the user vouches for. A suppression without a reason takes nothing out: the finding stays, and the
 * missing reason is reported beside it.
 */
export function applySuppressions(request: SuppressionRequest): Suppressed {
  const suppressed = new Set<RawFinding>();
  const problems: RawFinding[] = [];
  for (const directive of request.directives) {
    const read = readSuppression(directive);
    if (read.kind === 'unknown') problems.push(unknownInstruction(directive, read.word));
    else if (read.rules.length === 0) problems.push(noRule(directive));
    else if (read.reason === '') problems.push(noReason(directive, read.rules));
    else {
      for (const rule of read.rules) {
        const matches = request.findings.filter((finding) => covers(directive, rule, finding));
        for (const finding of matches) suppressed.add(finding);
        if (matches.length === 0) problems.push(...problemOf(directive, rule, read.rules.length === 1, request));
      }
    }
  }
  return { findings: request.findings.filter((finding) => !suppressed.has(finding)), problems };
}

function covers(directive: Directive, rule: string, finding: RawFinding): boolean {
  return (
    finding.rule === rule &&
    finding.place.file === directive.place.file &&
    finding.place.start.line === directive.nextLine
  );
}

function problemOf(
  directive: Directive,
  rule: string,
  alone: boolean,
  { known, judges }: SuppressionRequest,
): readonly RawFinding[] {
  if (!known.includes(rule)) return [unknownRule(directive, rule, known)];
  return judges(rule, directive.place.file) ? [unused(directive, rule, alone)] : [];
}
