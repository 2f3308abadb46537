import assert from 'node:assert/strict';
import { colours, plain, styleFor } from './style.ts';

describe('styleFor', () => {
  const at = (env: Record<string, string>, isTerminal = true, flag?: boolean) => styleFor({ flag, env, isTerminal });

  it('colours a terminal only', () => {
    assert.equal(at({}), colours);
    assert.equal(at({}, false), plain);
    assert.equal(at({ TERM: 'dumb' }), plain);
  });

  it('follows NO_COLOR and FORCE_COLOR', () => {
    assert.equal(at({ NO_COLOR: '1' }), plain);
    assert.equal(at({ NO_COLOR: '' }), colours);
    assert.equal(at({ FORCE_COLOR: '1', NO_COLOR: '1' }, false), colours);
    assert.equal(at({ FORCE_COLOR: '0' }), plain);
  });

  it('follows the flag before anything else', () => {
    assert.equal(at({ NO_COLOR: '1' }, false, true), colours);
    assert.equal(at({ FORCE_COLOR: '1' }, true, false), plain);
  });
});
