import type { Finding, Span } from '@kafka-eos/linter/finding';

/** How much of a finding its message holds. */
export type Detail = 'full' | 'short';

/**
 * A finding in the one text that a linter's message is. The first line says what happens, and is all of a short one;
 * the others say why that is a trap and how to get out, and show the run in which it goes wrong: what happens where.
 */
export function findingText(finding: Finding, detail: Detail): string {
  const { message, help } = finding;
  return detail === 'short'
    ? message
    : [message, help, ...runOf(finding), ...relatedTo(finding), ...wideFixes(finding)].join('\n');
}

function runOf({ trace, file }: Finding): readonly string[] {
  const outcome = trace.at(-1);
  if (outcome === undefined) return [];
  const steps = trace.map((step) => `${step.kind} ${place(step, file)}`);
  return [`Run: ${steps.join(' → ')}: ${outcome.message}.`];
}

function relatedTo({ related, file }: Finding): readonly string[] {
  return related.length === 0
    ? []
    : [`See: ${related.map((each) => `${place(each, file)} ${each.message}`).join('; ')}.`];
}

/** A host's fix stays within the linted file. */
function wideFixes({ fixes, file }: Finding): readonly string[] {
  return fixes
    .filter(({ edits, safety }) => safety !== 'example' && edits.some((edit) => edit.file !== file))
    .map(({ title }) => `Fix in several files, shown by "kafka-eos check": ${title}.`);
}

/** Lines of the file itself need no name. */
function place({ file, start }: Span, own: string): string {
  return file === own ? `line ${start.line}` : `${file}:${start.line}`;
}
