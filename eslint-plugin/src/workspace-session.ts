import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { overlayHost } from '@kafka-eos/analyzer/program/memory-host';
import { isInside, relativePath } from '@kafka-eos/analyzer/program/paths';
import type { ConfigProblem } from '@kafka-eos/linter/config/config-problem';
import type { LintEngine } from '@kafka-eos/linter/engine';
import type { Finding } from '@kafka-eos/linter/finding';
import { openCheck, type WorkspaceCheck } from './workspace-check.ts';
import { openTexts } from './open-texts.ts';
import type { Answer, Ask, Question } from './protocol.ts';
import { watchDisk } from './watched-host.ts';

/** Milliseconds for which the disk is taken to be as it was; and no more than a fiftieth of the time goes into looking. */
const trust = { least: 1000, timesTheCost: 50 } as const;

export interface SessionRequest {
  readonly root: string;
  readonly includeTests: boolean;
  readonly engine: LintEngine;
  /** In milliseconds. */
  readonly now: () => number;
}

/** One workspace: analysed when the first file is asked about, and again only when a text has changed. */
export function openWorkspaceSession(request: SessionRequest): Ask {
  const { root, now } = request;
  const texts = openTexts();
  let check: WorkspaceCheck | undefined;
  let watched = watchDisk(createDiskHost(root));
  let disk = 0;
  let trustedUntil = 0;
  const lookAnew = (): void => {
    check = undefined;
    watched = watchDisk(createDiskHost(root));
    disk += 1;
  };

  const look = (): void => {
    const start = now();
    if (start < trustedUntil) return;
    if (texts.dropSaved() || watched.hasChanged()) lookAnew();
    const cost = now() - start;
    trustedUntil = now() + Math.max(trust.least, cost * trust.timesTheCost);
  };
  const start = (): WorkspaceCheck => {
    const own = texts.current();
    return openCheck({ ...request, host: overlayHost(watched.host, own), disk, hasOpenTexts: own.size > 0 });
  };
  const isStale = ({ path, text, isFixed }: Question): boolean => {
    const isNews = texts.note(path, text);
    // Of the file itself, the host knows better than a look at the disk some time ago.
    if (text === undefined && watched.hasChangedAt(path)) lookAnew();
    if (!isNews) return false;
    return !(isFixed && check?.isUnaffectedBy(relativePath(root, path), text) === true);
  };
  return (question) => {
    look();
    if (isStale(question)) check = undefined;
    check ??= start();
    return answer(check, root, question);
  };
}

function answer(check: WorkspaceCheck, root: string, { path, preset }: Question): Answer {
  const file = relativePath(root, path);
  const { configProblems, notices, findings } = check.findings(preset);
  const [problem] = configProblems;
  if (problem !== undefined) return { kind: 'failed', message: problemText(problem, root) };
  const missed = notices.filter(({ incomplete }) => incomplete);
  const isHere = (finding: Finding): boolean => finding.file === file;
  return {
    kind: 'checked',
    findings: findings.some(isHere) ? check.withFixes(preset, file).filter(isHere) : [],
    gaps: missed.filter((notice) => notice.file === file).map(({ message }) => message),
    blindSpots: missed.filter((notice) => notice.file === undefined).map(({ message }) => message),
  };
}

function problemText({ file, line, column, message }: ConfigProblem, root: string): string {
  const place = [
    ...(file === undefined ? [] : [isInside(root, file) ? relativePath(root, file) : file]),
    ...(line === undefined ? [] : [line, column ?? 1]),
  ];
  return place.length === 0 ? message : `${place.join(':')}: ${message}`;
}
