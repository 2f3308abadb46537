import type { Finding, FindingFix, Span } from '@kafka-eos/linter/finding';
import { fingerprints } from '@kafka-eos/linter/fingerprint';
import { projectUrl, ruleUrl } from '@kafka-eos/linter/rule-url';
import type { SettableRule } from '@kafka-eos/linter/settings';
import type {
  ArtifactLocation,
  CodeFlow,
  Fix,
  Invocation,
  Location,
  Log,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { safe, safeJson } from '../terminal/safe.ts';
import type { Report, ReportNotice, Reporter } from './report.ts';

/** Upload services refuse longer reports; the rest is counted in a notification. */
const mostResults = 5000;

/** SARIF 2.1.0 with one run. */
export const sarif: Reporter = (report) => {
  const results = report.findings.slice(0, mostResults);
  const names = fingerprints(results, report.textOf);
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'kafka-eos',
            informationUri: projectUrl,
            semanticVersion: report.version,
            rules: report.rules.map(ruleDescriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [invocationOf(report)],
        results: results.map((finding, i) => resultOf(finding, names[i] ?? '', report)),
      },
    ],
  };
  return safe`${safeJson(log)}\n`;
};

const levels = { error: 'error', warning: 'warning', info: 'note', off: 'none' } as const;

function ruleDescriptor({ id, summary, severity }: SettableRule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    helpUri: ruleUrl(id),
    help: { text: `${summary} ${ruleUrl(id)}` },
    defaultConfiguration: { enabled: severity.recommended !== 'off', level: levels[severity.strict] },
    properties: { tags: ['kafka', 'exactly-once'] },
  };
}

function invocationOf({ notices, findings, repositoryPath }: Report): Invocation {
  const left = findings.length - mostResults;
  const told: readonly ReportNotice[] =
    left > 0 ? [{ message: `${left} more findings are not in this report`, incomplete: true }] : [];
  return {
    executionSuccessful: !notices.some(({ incomplete }) => incomplete),
    toolExecutionNotifications: [...notices, ...told].map(({ message, incomplete, file }) => ({
      message: { text: message },
      level: incomplete ? 'error' : 'note',
      ...(file === undefined
        ? {}
        : { locations: [{ physicalLocation: { artifactLocation: artifact(repositoryPath(file)) } }] }),
    })),
  };
}

function resultOf(finding: Finding, fingerprint: string, report: Report): Result {
  return {
    ruleId: finding.rule,
    ruleIndex: report.rules.findIndex(({ id }) => id === finding.rule),
    level: levels[finding.severity],
    message: { text: `${finding.message}\n${finding.help}` },
    locations: [{ physicalLocation: physical(finding, report) }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    properties: { messageId: finding.messageId },
    ...(finding.related.length > 0 ? { relatedLocations: finding.related.map(numbered(report)) } : {}),
    ...(finding.trace.length > 0 ? { codeFlows: [codeFlow(finding, report)] } : {}),
    ...(finding.fixes.length > 0 ? { fixes: finding.fixes.map((fix) => fixOf(fix, report)) } : {}),
  };
}

const numbered =
  (report: Report) =>
  (related: Span & { readonly message: string }, id: number): Location => ({
    id,
    message: { text: related.message },
    physicalLocation: physical(related, report),
  });

function codeFlow({ trace }: Finding, report: Report): CodeFlow {
  const locations = trace.map((step, i) => ({
    executionOrder: i + 1,
    kinds: [step.kind],
    location: { message: { text: step.message }, physicalLocation: physical(step, report) },
  }));
  return { threadFlows: [{ locations }] };
}

function fixOf({ title, edits }: FindingFix, { repositoryPath }: Report): Fix {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(repositoryPath(file)),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
    })),
  };
}

function physical(span: Span, { repositoryPath }: Report): PhysicalLocation {
  return { artifactLocation: artifact(repositoryPath(span.file)), region: region(span) };
}

function region({ start, end }: Span): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A relative reference: every segment percent-encoded, so that no name reads as a scheme, a query or a fragment. */
function artifact(path: string): ArtifactLocation {
  const uri = path
    .split('/')
    .map((segment) => encodeURIComponent(wellFormed(segment)))
    .join('/');
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD');
}
