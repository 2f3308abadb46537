import assert from 'node:assert/strict';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { openRoots } from './workspace-root.ts';

const rootOf = openRoots(
  createMemoryHost({
    '/repo/.git/HEAD': '',
    '/repo/packages/a/package.json': '{ "name": "a" }',
    '/repo/vendored/package.json': '{ "workspaces": ["x"] }',
    '/repo/broken/package.json': '{',
    '/pnpm/pnpm-workspace.yaml': '',
    '/alone/package.json': '{ "name": "alone" }',
  }),
);

describe('the workspace of a file', () => {
  it('is the nearest folder that is a repository or lists packages', () => {
    assert.equal(rootOf('/repo/packages/a/src/x.ts', '/repo/packages/a'), '/repo');
    assert.equal(rootOf('/repo/vendored/x/y.ts', '/repo'), '/repo/vendored');
    assert.equal(rootOf('/pnpm/x.ts', '/'), '/pnpm');
  });

  it('is not decided by a manifest that is no JSON', () => {
    assert.equal(rootOf('/repo/broken/x.ts', '/repo'), '/repo');
  });

  it('is the folder that the host works in, when there is no such folder', () => {
    assert.equal(rootOf('/alone/src/deep/x.ts', '/alone/src'), '/alone/src');
  });

  it("is the file's own folder, when the host works elsewhere", () => {
    assert.equal(rootOf('/alone/src/deep/x.ts', '/other'), '/alone/src/deep');
  });
});
