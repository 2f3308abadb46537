import type { Finding, Span } from '@kafka-eos/linter/finding';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Locator } from './locate.ts';

const severities: Readonly<Record<Finding['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

export function toDiagnostic(finding: Finding, at: Locator): Diagnostic {
  return {
    range: at.range(finding),
    severity: severities[finding.severity],
    code: finding.rule,
    codeDescription: { href: finding.url },
    source: 'kafka-eos',
    message: `${finding.message}\n${finding.help}`,
    relatedInformation: steps(finding).map((step) => ({
      location: { uri: at.uri(step.file), range: at.range(step) },
      message: step.message,
    })),
  };
}

/** The run that shows the finding, in order, then the places that explain it. The number keeps equal steps apart. */
function steps({ trace, related }: Finding): readonly (Span & { readonly message: string })[] {
  const run = trace.map((step, index) => ({ ...step, message: `${index + 1}. ${step.message}` }));
  return [...run, ...related];
}
