import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';
import type { FixtureProgram } from './fixture-programs.ts';
import { repository } from './repository.ts';
import { shownFinding, sourceFile, type ShownFinding } from './shown-finding.ts';

const position = v.object({ line: v.number(), column: v.number() });
const span = { file: v.string(), start: position, end: position };

const output = v.object({
  findings: v.array(
    v.object({
      ...span,
      rule: v.string(),
      message: v.string(),
      help: v.string(),
      fixes: v.array(
        v.object({
          title: v.string(),
          safety: v.picklist(['safe', 'unsafe', 'example']),
          edits: v.array(v.object({ ...span, text: v.string() })),
        }),
      ),
    }),
  ),
});

/** What the command prints about a folder that holds the program. */
export function shownByCommandLine(
  { files }: FixtureProgram,
  cwd: string,
  preset: 'recommended' | 'strict',
): readonly ShownFinding[] {
  const command = join(repository, 'cli/bin/kafka-eos.js');
  const args = [command, 'check', '--format', 'json', '--preset', preset, '--allow-incomplete'];
  const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return v
    .parse(output, JSON.parse(stdout))
    .findings.filter(({ file }) => sourceFile.test(file))
    .map((finding) => shownFinding(finding, files[finding.file] ?? ''));
}
