// Everything that must hold before a change lands, in one run; its last line says how much of it does.
// Plain JavaScript, so that it can report a build that fails.
import { spawnSync } from 'node:child_process';

/** `counts`: the output says how many cases passed and failed. Every other check is one case. */
const checks = [
  { script: 'test', counts: { passed: /^\s*(\d+) passing\b/gm, failed: /^\s*(\d+) failing\b/gm } },
  // The same handlers each time: whether a change may land must not depend on the day. Other seeds are for looking.
  { script: 'differential', args: ['--handlers', '10000', '--seed', '1'] },
  { script: 'acceptance', counts: { passed: /^(\d+) passed, \d+ failed/gm, failed: /^\d+ passed, (\d+) failed/gm } },
  { script: 'lint' },
  { script: 'format:check' },
  { script: 'unused' },
];

const total = { passed: 0, failed: 0 };
for (const { script, args = [], counts } of checks) {
  process.stdout.write(`\n== npm run ${[script, ...args].join(' ')}\n`);
  const run = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 << 20,
    shell: process.platform === 'win32',
  });
  process.stdout.write(run.stdout);
  const ok = run.status === 0;
  const passed = counts ? number(counts.passed, run.stdout) : Number(ok);
  const failed = counts ? number(counts.failed, run.stdout) : 0;
  total.passed += passed;
  // A check that fails without naming a case (a build that breaks, a crash) is itself a failed case.
  total.failed += ok ? failed : Math.max(failed, 1);
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** The sum: a check may run in several parts. */
function number(pattern, output) {
  return [...output.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);
}
