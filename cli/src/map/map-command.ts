import { dirname, resolve } from 'node:path';
import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { joinPath, relativePath } from '@kafka-eos/analyzer/program/paths';
import type { Site } from '@kafka-eos/linter/map/delivery-map';
import type { OutputRequest } from '../check/check-options.ts';
import { findTargets } from '../check/find-targets.ts';
import { incompleteOutcome, noKafkaOutcome, type Outcome } from '../check/outcome.ts';
import type { RunMap } from '../check/run-analysis.ts';
import { shownFrom } from '../check/shown-path.ts';
import { outputReport } from '../files/output-report.ts';
import { fail } from '../terminal/fail.ts';
import { clear, failed, type ExitStatus, type Terminal } from '../terminal/output.ts';
import { patiently } from '../terminal/patiently.ts';
import { cleanLine, safe } from '../terminal/safe.ts';
import type { MapReply } from '../worker-protocol.ts';
import { renderers } from './all-renderers.ts';
import type { MapFormat, MapOptions } from './map-options.ts';
import type { MapReport } from './map-report.ts';

type Mapped = Extract<MapReply, { readonly kind: 'mapped' }>;

/** `kafka-eos map`. Shows the map, and returns the exit status. */
export async function mapCommand(options: MapOptions, terminal: Terminal, map: RunMap): Promise<ExitStatus> {
  const targets = findTargets(options.paths, terminal.cwd, createDiskHost(terminal.cwd));
  if ('problem' in targets) return fail(terminal, targets.problem);
  const { includeTests, maxStates } = options;
  const reply = await patiently(map({ task: 'map', ...targets, includeTests, maxStates }), terminal);
  if (reply.kind === 'failed') return fail(terminal, reply.message, reply.stack);
  const problems = options.outputs.flatMap((output) => show(reply, output, { options, terminal, root: targets.root }));
  const { status, line } = outcomeOf(
    reply,
    problems,
    options,
    shownFrom(createDiskHost(terminal.cwd).root, targets.root),
  );
  if (line !== undefined) terminal.complain(safe`kafka-eos: ${cleanLine(line)}\n`);
  return status;
}

interface Place {
  readonly options: MapOptions;
  readonly terminal: Terminal;
  readonly root: string;
}

const NARROWEST = 40;
const USUAL = 80;
const WIDEST = 100;

function show(reply: Mapped, { format, file }: OutputRequest<MapFormat>, place: Place): readonly string[] {
  const { options, terminal, root } = place;
  const folder = file === undefined ? terminal.cwd : dirname(resolve(terminal.cwd, file));
  const report: Omit<MapReport, 'style'> = {
    map: reply.map,
    notices: reply.notices,
    explain: options.explain,
    shownPath: shownFrom(createDiskHost(terminal.cwd).root, root),
    linkTo: linksFrom(folder, root),
    width: file === undefined ? Math.min(WIDEST, Math.max(NARROWEST, terminal.columns ?? USUAL)) : USUAL,
  };
  const { colour } = options;
  return outputReport(terminal, { what: 'map', file, colour }, (style) => renderers[format]({ ...report, style }));
}

/** Addresses that a browser and a code host follow: relative, each segment escaped, the line as its fragment. */
function linksFrom(folder: string, root: string): (site: Site) => string {
  const from = createDiskHost(folder).root;
  return ({ file, line }) => {
    const path = relativePath(from, joinPath(root, file));
    const address = path.split('/').map(encodeURIComponent).join('/');
    return `${/^[\w.]/.test(address) ? address : `./${address}`}#L${String(line)}`;
  };
}

function outcomeOf(
  { map, notices }: Mapped,
  problems: readonly string[],
  options: MapOptions,
  shownPath: (file: string) => string,
): Outcome {
  const [problem] = problems;
  if (problem !== undefined) return { status: failed, line: problem };
  const isEmpty = map.clients.length + map.pipelines.length === 0;
  return (
    incompleteOutcome({ notices }, options, shownPath) ??
    (isEmpty ? noKafkaOutcome(notices) : undefined) ?? { status: clear }
  );
}
